"""Figures of a building work: money, seats, floor area, and the dates between which it is built."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model.document import Sentence
from kg.model.names import EntityKind
from kg.relate.scene import Scene
from kg.relate.work_window import its_sentence

__all__ = ["work_figures"]

_NUMBER = r"(?:约|近|达|共|为|计|共计|超|约为|达到)?(?P<number>\d[\d,.]*)(?P<unit>亿|万)?"
_DIGIT = re.compile(r"\d")
_MONEY = (
    re.compile(rf"(?:总投资|概算|总造价|总投入|投资额|投资总额|投资规模)(?:额|资金)?{_NUMBER}余?元"),
    re.compile(rf"(?<!完成)(?<!累计)(?:投资|投入|资金|安排|经费|造价|预算)[^\d，。；]{{0,6}}?{_NUMBER}余?元"),
    re.compile(rf"^{_NUMBER}余?元(?=新建|改建|扩建|改扩建|建设|改造|维修)"),
)
"""The sum of the whole work first; what has been spent so far (完成投资) is none."""
_SEATS = (
    re.compile(rf"学位{_NUMBER}余?个"),
    re.compile(rf"{_NUMBER}余?个(?:优质|公办|幼儿园|小学|中学|义务教育)?学位"),
)
_AREA = (
    re.compile(rf"(?:总?建筑面积|建筑总面积|建设面积|校舍面积){_NUMBER}余?(?:平方米|㎡)"),
    re.compile(rf"(?<![\d.,])(?<!占地)(?<!占地面积){_NUMBER}余?(?:平方米|㎡)"),
)
"""The floor area first; the area of the ground is another."""
_DATE = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?:份|底|初|中旬|\d{1,2}日)?|(?P<alone>(?:19|20)\d\d)年"
)
_BEGINS = re.compile(r"开工|动工|奠基|启动建设|破土")
_ENDS = re.compile(r"投入使用|投用|竣工|完工|启用|交付|建成|落成|开园|开学|验收")
_OF_MANY = re.compile(
    r"等[^，。；]{0,6}?(?:\d+|[一二三四五六七八九十]+)(?:个|所|项|处|栋|幢)|[两三四五六七八九十](?:校|园|大|(?:个|所)?(?:项目|学校))"
    r"|全[县区市省州]|累计|我[县市区]|共有"
)
"""From here on the words speak of more than the one work."""
_OF_OTHERS = re.compile(r"[，、](?:总?投资|投入|概算)[^，。；\d]{0,4}[\d.]+[万亿]?余?元的")
"""甲中学综合楼项目，投资2720万元的…: the sum before 的 is the next one's."""
_SIZES = {"": 1, "万": 10_000, "亿": 100_000_000}
_BEHIND = 70
"""The words behind a work's name speak of it for at most so many characters."""
_LIST = re.compile(r"等?[、和与及]?")
_VERB = 14
"""A date and the verb that it dates stand at most so far apart."""


def work_figures(scene: Scene, index: int, sentence: Sentence, year: int | None) -> dict[str, str]:
    """`amount` (yuan), `seats`, `area` (m²), `begin` and `finish` (2022 or 2022-09) of one work, where they are told.

    They stand in the clause of its name and in those behind it up to the next work, the next school, or ；. The sum
    told of a list of works, or behind 等7个项目, is that of all and of none alone; dates are those of each.
    """
    before, behind = _stretches(scene, index, sentence)
    figures: dict[str, str] = {}
    if not _in_list(scene, index, sentence):
        words = [text for text in (behind, before) if _DIGIT.search(text)]
        for name, patterns in (("amount", _MONEY), ("seats", _SEATS), ("area", _AREA)):
            found = next((m for p in patterns for text in words for m in [p.search(text)] if m), None)
            if found is not None:
                figures[name] = _number(found["number"], found["unit"] or "")
    return figures | _dates(before, year) | _dates(behind, year)


def _in_list(scene: Scene, index: int, sentence: Sentence) -> bool:
    """Whether a work is one of a list of works: another school's that shares its words, or one beyond a list mark."""
    work = scene.mentions[index]
    for other in map(scene.mentions.__getitem__, scene.within(sentence.start, sentence.end, EntityKind.PROJECT)):
        if other is work or other.name == work.name:
            continue
        left, right = (work, other) if work.start <= other.start else (other, work)
        if left.end > right.start:
            if left.attributes.get("school") != right.attributes.get("school"):
                return True
        elif _LIST.fullmatch(scene.text, left.end, right.start):
            return True
    return False


def _stretches(scene: Scene, index: int, sentence: Sentence) -> tuple[str, str]:
    """The words before the work's name in its clause, and those behind it, as far as they speak of it alone."""
    text, work = scene.text, scene.mentions[index]
    start, _ = scene.clause_at(work.start, sentence)
    end = text.find("；", work.end, sentence.end)
    end = sentence.end if end < 0 else end
    if end == sentence.end and end - work.end < _BEHIND:
        # 县二中迁建项目主体封顶。项目总投资2亿元: the next sentence goes on with it.
        end = min(its_sentence(scene, end), end + _BEHIND)
    else:
        end = min(end, work.end + _BEHIND)
    named = [scene.mentions[i] for i in scene.within(work.end, end, EntityKind.PROJECT, EntityKind.SCHOOL)]
    stops = [m.start for m in named[:1]]
    others = _OF_OTHERS.search(text, work.end, end)
    stops += [others.start() + 1] if others else []
    many = _OF_MANY.search(text, work.end, end)
    stops += [many.start()] if many else []
    if stops:
        # What stands before the next name in its own clause is the next one's.
        end = max(work.end, text.rfind("，", work.end, min(stops)))
    earlier = [scene.mentions[i] for i in scene.within(start, work.start, EntityKind.PROJECT)]
    counted = _OF_MANY.match(text, work.end) is not None
    return (text[start : work.start] if not earlier and not counted else ""), text[work.end : end]


def _dates(words: str, year: int | None) -> dict[str, str]:
    """When it began and when it was done: each date with the verb that follows it in its clause."""
    found: dict[str, str] = {}
    current = str(year) if year is not None else ""
    for date in _DATE.finditer(words):
        current = date["year"] or date["alone"] or current
        clause = re.split(r"[，。]", words[date.end() : date.end() + _VERB])[0]
        value = f"{current}-{int(date['month']):02}" if date["month"] else current
        if not current:
            continue
        if _BEGINS.search(clause):
            found.setdefault("begin", value)
        elif _ENDS.search(clause):
            found.setdefault("finish", value)
    return found


def _number(digits: str, unit: str) -> str:
    """A number with 万 or 亿 as plain digits: 1.7288亿 is 172880000."""
    value = Decimal(digits.replace(",", "").rstrip(".")) * _SIZES[unit]
    return format(value.normalize(), "f")

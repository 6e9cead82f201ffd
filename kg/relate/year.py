"""The year of what a clause says, and which words told it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.model.document import Sentence
from kg.model.names import Status
from kg.relate.scene import Scene
from kg.text.years import YearMark, year_marks

__all__ = [
    "Dating",
    "Mark",
    "base_year",
    "last_mark",
    "looks_ahead",
    "of_long_plan",
    "opened_paragraph",
    "past_or_future",
    "year_of",
]

_PLAN_FIVE = re.compile(r"“?十(?P<number>[一二三四五])五”?(?:期间|时期|末|收官|开局)")
_PLAN_YEARS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
_NEAR = 2
"""So many characters may stand between 的 and the name to which the year belongs."""
_LIST_MARK = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|[一二三四五六七八九十]是)[^，。]{0,20}?(?=20\d\d年|今年|明年)"
)
_WILL = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:今年|今后|下一步|明年)?(?:还)?将")
_AHEAD = re.compile(
    r"(?:在)?(?:下一?步|下一?阶段|接下来|今后(?!来|起)|未来[一二三四五几\d]+年|明年|来年|下学期|新的一年(?:里)?)(?:的?(?:工作|教育)[^，。；]{0,6})?(?:中|，|[^，。；]{0,6}将)"
)
"""A sentence that begins so speaks of what will be."""
_BRACKET = re.compile(r"[”》]*（(?:(?:19|20)\d\d年?[、，和及])*((?:19|20)\d\d)年(?:度|\d{1,2}月)?）")
_EVER = re.compile(r"先后|历年|曾(?!任)|多次|多年来|建[校园]以来")
"""Words by which a sentence speaks of more years than the one that opens its paragraph."""
_ROW = re.compile(r"[，、；。](?:在|于)?((?:19|20)\d\d)年(?!以来|起|前后|代)")
_OPENS = re.compile(
    r"(?:在|到|截至|自)?(?:((?:19|20)\d\d)年(?!以来|起|前后|代)|(?:[\u4e00-\u9fff]{2,6}?(?<![将把对于自从到比较与和是以]))?(?:今年(?!以来)|明年|去年))"
)


@dataclass(frozen=True, slots=True)
class Dating:
    """A year and why: the id of the rule that told it; `begin` and `finish` where the text names a span of years."""

    year: int | None
    rule: str
    begin: str = ""
    finish: str = ""
    period: str = ""
    """The part of the year that the clause names: `first-half`, `autumn`, `to-date` …"""

    def attributes(self) -> dict[str, str]:
        """What a fact keeps of it beside the year."""
        rule = self.rule if self.year is not None else ""
        kept = {"year_rule": rule, "begin": self.begin, "finish": self.finish, "period": self.period}
        return {name: value for name, value in kept.items() if value}


@dataclass(frozen=True, slots=True)
class Mark:
    """A year that the text names at a place, worked out."""

    start: int
    end: int
    year: int
    rule: str
    begin: str = ""


def year_of(scene: Scene, start: int, end: int, sentence: Sentence) -> Dating:
    """The year of what stands at a span: the nearest before it in the sentence, one in its clause, else inherited."""
    dating = _year_of(scene, start, end, sentence)
    period = scene.knowledge.cues["period"].first(scene.text, *scene.clause_at(start, sentence))
    return dating if period is None else replace(dating, period=period.says)


def _year_of(scene: Scene, start: int, end: int, sentence: Sentence) -> Dating:
    """The same without the part of the year."""
    clause_start, clause_end = scene.clause_at(start, sentence)
    if bracket := _BRACKET.match(scene.text, end):
        return Dating(int(bracket[1]), "year-in-clause")
    best: Mark | None = None
    only_noun = False
    for mark in _marks(scene, sentence, sentence.start, clause_end):
        if start <= mark.start < end:
            # A year inside the name (2022年高考优秀考区) is the fact's year where nothing in its clause tells another.
            return Dating(mark.year, "year-in-name", mark.begin, str(mark.year) if mark.begin else "")
        if scene.text[mark.end : mark.end + 1] == "）" and "（" in scene.text[mark.start - 12 : mark.start]:
            # 甲（2003年）、乙: the year is 甲's alone.
            continue
        own = _of_noun(scene, mark)
        if own is not None and (not own - 1 <= start <= own + _NEAR or re.search(r"[，。；、]", scene.text[own:start])):
            # 2018年建成的A获评B: the year says nothing of B.
            continue
        behind = mark.start >= clause_start and best is not None and (only_noun or best.start < clause_start)
        if mark.start < start or best is None or (behind and own is None):
            # 甲预计2022年完工，乙预计2021年: of each the year in its own clause, also behind it.
            best, only_noun = mark, own is not None
    if best is not None:
        near = best.start >= clause_start
        rule = best.rule if best.rule != "year-in-clause" or near else "year-in-sentence"
        return Dating(best.year, rule, best.begin, str(best.year) if best.begin else "")
    ever = _EVER.search(scene.text, sentence.start, end) is not None
    opened = opened_paragraph(scene, sentence)
    if opened is not None and opened[0] is not None and not ever:
        return Dating(opened[0], "year-opens-paragraph")
    begin, finish = _plan_five(scene, sentence.start, clause_end)
    if begin and sentence.context.year is None:
        return Dating(int(begin), "five-year-plan", begin, finish)
    return Dating(sentence.context.year, sentence.context.year_rule, begin, finish)


def _of_noun(scene: Scene, mark: Mark) -> int | None:
    """Where the noun begins to which alone a year belongs (2018年建成的X, 去年启动的X), None if it stands free."""
    hit = scene.knowledge.cues["year_of_noun"].at(scene.text, mark.end)
    return None if hit is None else hit.end


def _plan_five(scene: Scene, start: int, end: int) -> tuple[str, str]:
    """First and last year of the five-year plan that a sentence names up to here: “十四五”期间."""
    match = _PLAN_FIVE.search(scene.text, start, end)
    if match is None:
        return "", ""
    first = _PLAN_YEARS[match["number"]]
    return str(first), str(first + 4)


def last_mark(scene: Scene, sentence: Sentence, start: int, end: int) -> Mark | None:
    """The last year named in a span of a sentence that is not some noun's own; None if none is."""
    free = [mark for mark in _marks(scene, sentence, start, end) if _of_noun(scene, mark) is None]
    return free[-1] if free else None


def _marks(scene: Scene, sentence: Sentence, start: int, end: int) -> list[Mark]:
    """All years that a span names, in their order, each worked out."""
    found = scene.years.get((start, end))
    if found is None:
        found = scene.years[start, end] = year_marks(scene.text, start, end)
    base = base_year(scene, sentence) if found else None
    marks: list[Mark] = []
    current = base
    for mark in found:
        year = mark.year(_here(sentence, base, mark), current)
        if year is None:
            continue
        if mark.absolute is not None:
            current = year
        marks.append(Mark(mark.start, mark.end, year, mark.rule, str(mark.begin or "")))
    return marks


def _here(sentence: Sentence, base: int | None, mark: YearMark) -> int | None:
    """The year from which 今年, 去年 and 明年 count: in a plan's section 今年 and 明年 are both the plan's year."""
    own = sentence.context.year
    if sentence.context.status is not Status.PLANNED or own is None or base is None or own <= base:
        return base
    return own - 1 if mark.step == 1 else own


def base_year(scene: Scene, sentence: Sentence) -> int | None:
    """The year that 今年 means here: the document's own."""
    info = scene.document.info
    if info.date[:4].isdigit() and not info.review_years:
        return int(info.date[:4])
    if info.years_rule == "years-of-speech":
        return info.plan_years[0]
    if info.review_years:
        return info.review_years[-1]
    return info.plan_years[0] if info.plan_years else sentence.context.year


def opened_paragraph(scene: Scene, sentence: Sentence) -> tuple[int | None, bool] | None:
    """The year with which an earlier sentence of the paragraph begins, and whether it speaks of what will be.

    2023年，我县将加快…。推进新一中建设: the second sentence is of 2023 too, and of what will be.
    """
    if sentence.start not in scene.opened:
        scene.opened[sentence.start] = _opened_paragraph(scene, sentence)
    return scene.opened[sentence.start]


def _opened_paragraph(scene: Scene, sentence: Sentence) -> tuple[int | None, bool] | None:
    """The same, worked out."""
    found: tuple[int | None, bool] | None = None
    at = scene.text.rfind("\n", 0, sentence.start) + 1
    while at < sentence.start:
        earlier = scene.sentence_at(at)
        if earlier is None:
            at += 1
            continue
        head = _LIST_MARK.match(scene.text, earlier.start)
        begin = head.end() if head else earlier.start
        match = _OPENS.match(scene.text, begin)
        if match and scene.knowledge.cues["year_of_noun"].at(scene.text, match.end()) is not None:
            # 去年建成的X今年开园: the year belongs to X alone.
            match = None
        if match is None and found is None and _WILL.match(scene.text, begin):
            # 河西区将进一步深化…。推动A改扩建: the next sentences are meant, too.
            found = None, scene.knowledge.cues["paragraph_plan"].first(scene.text, begin, earlier.end) is not None
        if match and match[1] and {m[1] for m in _ROW.finditer(scene.text, match.end(), earlier.end)} - {match[1]}:
            # 2001年获甲，2006年获乙: a row of years opens nothing.
            found = None
        elif match:
            base = base_year(scene, sentence)
            step = {"今": 0, "明": 1, "去": -1}.get(match[0][-2:-1] if not match[1] else "", 0)
            year = int(match[1]) if match[1] else (base + step if base is not None else None)
            will = scene.knowledge.cues["paragraph_plan"].first(scene.text, begin, earlier.end)
            found = year, will is not None
        at = earlier.end
    return found


def of_long_plan(scene: Scene, sentence: Sentence, dating: Dating) -> Dating:
    """The dating of a paper that a plan of several years names: the plan applies it when it is written, not at its end.

    Where the clause names no year, the plan's date counts, else its first year.
    """
    info = scene.document.info
    if (
        len(info.plan_years) < 2
        or info.plan_years[0] in info.review_years
        or dating.year != info.plan_years[-1]
        or dating.rule != sentence.context.year_rule
    ):
        return dating
    written = int(info.date[:4]) if info.date[:4].isdigit() else 0
    return replace(dating, year=written if written in info.plan_years else info.plan_years[0])


def looks_ahead(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence, or an earlier one of its paragraph, begins with 下一步, 今后 …: all behind it is meant."""
    at = scene.text.rfind("\n", 0, sentence.start) + 1
    while at <= sentence.start:
        if _AHEAD.match(scene.text, at):
            return True
        earlier = scene.sentence_at(at)
        at = earlier.end if earlier is not None and earlier.end > at else at + 1
    return False


def past_or_future(scene: Scene, sentence: Sentence, year: int | None) -> Status | None:
    """What a year alone tells beside the sentence's own: planned behind it, completed before a plan's first."""
    inherited, own = sentence.context.status, sentence.context.year
    if year is None or own is None:
        return None
    plan = scene.document.info.plan_years
    if inherited is Status.PLANNED and year < (plan[0] if plan and plan[-1] == own else own):
        return Status.COMPLETED
    return Status.PLANNED if inherited is not Status.PLANNED and year > own else None

"""Schools by their short forms: 县一中, 四小, 白马二幼, 49中, 南城九校, 区三初."""

from __future__ import annotations

import re

from kg.extract.edge import left_edge
from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_short_schools"]

_NUMBER = r"(?:第?[一二三四五六七八九十]{1,3}|\d{1,3})"
_SHORT = re.compile(
    rf"(?P<number>{_NUMBER})(?P<kind>实验小学|实验幼儿园|实小|实幼|完小|职高|职中|高中|初中|(?<=\d)中学|中|小|幼|高|初|职|校|完)"
)
_AFTER = {
    "中": r"(?!学(?!生(?:宿舍|公寓|食堂)|校)|等(?:职|专|教育|技|(?<=第[一二三四五六七八九十]中等)学校"
    r"|收|城|水|偏|规|待|以)|心|央|国|间|期|旬|小"
    r"|高(?=级|等|层|职|端|水|质)|专|职|层|(?:、[一二三四五六七八]中)*全会|华|式|型|性|考|午|文|餐|队|药|医|班|方)",
    "小": r"(?!学|时|区|组|型|步|类|班|队|事|康|微|册|节|伙|幼|块|朋|额|数|于|项|[一二三四五六七八九十](?!小))",
    "幼": r"(?!儿|教(?!学楼|师|工)|师|小|苗|年)",
    "高": r"(?!级|中|于|度|考|校|新|三|二|一|标|质|峰|端|层|效|等(?!\d)|水|素|位|速|温|原|起|点|铁|兴|分)",
    "初": r"(?!中|级|期|步|审|评|一|二|三|衷|始|心|次|核|建|赛)",
    "职": r"(?!业|教|工|称|责|务|位|员|中|高|校|级|能)",
    "校": r"(?!长|园|区|级|车|舍|本|内|外|友|企|务|际|地|训|服|史|医|门|所|一品|一策|一案|一特|联动|共同|重本|完工)",
    "完": r"(?=小)",
    "中学": r"(?![生习段阶]|组(?![织建成]))",
    "实小": r"",
    "实幼": r"",
    "完小": r"",
    "职高": r"",
    "职中": r"",
    "实验小学": r"(?!生)",
    "实验幼儿园": r"",
    "高中": r"(?!生|部|段|阶|课|教|招|毕)",
    "初中": r"(?!生|部|段|阶|课|教|招|毕)",
}
_CHECK = {kind: re.compile(after) for kind, after in _AFTER.items()}
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}[中小幼]")
_COUNTING = re.compile(r"(?:学|校|园|侨中|职中|民中|等|所|个|这|共|首批|其中|、|，|和|[\d一二三四五六七八九十])$")


def find_short_schools(page: Page) -> None:
    """Write every school that the text names by a number and one letter of its kind."""
    for match in _SHORT.finditer(page.text):
        number, kind = match["number"], match["kind"]
        start, end = match.span()
        if not page.free(start, end) or not _CHECK[kind].match(page.text, end):
            continue
        edge = left_edge(page, start, most=10)
        begin = edge.start
        if _NUMBERED.fullmatch(page.text, begin, start):
            # 二小三小: two schools whose mark was lost.
            begin = start
        if begin == start and page.text[start - 2 : start] in ("城区", "县城") and page.free(start - 2, start):
            begin = start - 2
        prefix = page.text[begin:start]
        if not _plausible(page, prefix, number, kind, start, end):
            continue
        confidence = 0.9 if prefix else 0.75
        page.add(EntityKind.SCHOOL, begin, end, "school-short", confidence=confidence, attributes={"ending": kind})


def _plausible(page: Page, prefix: str, number: str, kind: str, start: int, end: int) -> bool:
    """Whether number and letter name a school here, and do not count or grade something."""
    text = page.text
    if text[end : end + 1] == "”" and (kind == "校" or (not prefix and text[start - 1 : start] == "“")):
        # “四小”建设, “永昌三校”: a coined phrase.
        return False
    if kind == "校" and (not prefix or len(prefix) < 2 or _COUNTING.search(prefix) or number.isdigit()):
        return False
    if number.isdigit() and (
        kind not in ("中", "小", "幼", "初中", "中学") or text[max(0, start - 1) : start] in ".-—年月第"
    ):
        return False
    if prefix and (_COUNTING.search(prefix) or prefix.endswith("一县")):
        return False
    if prefix == "县" and text[max(0, start - 3) : start - 1] in ("其余", "其他", "一个"):
        return False
    listed = text[start - 1 : start] in ("、", "和") and page.named_before(start - 1, EntityKind.SCHOOL)
    if kind in ("高", "初", "职", "高中", "初中", "完") and not prefix and not listed:
        return False
    if (
        kind in ("高", "初")
        and text[end : end + 1] not in "、，。；：）和与及等迁新改扩建学教食宿校"
        and text[end : end + 1]
    ):
        return False
    if not prefix:
        before = text[max(0, start - 1) : start]
        # Without a place before it, it must stand where a name can: at a clause's start, in a list, after a stop word.
        return not before or not re.match(r"[\d第全初高大]", before)
    if prefix == "新" and kind in ("中", "小", "幼") and not number.startswith("第"):
        # 新四中: the new building of the old school.
        return not page.text.startswith("全会", end)
    if len(prefix) == 1 and prefix not in "县市区州省旗镇乡":
        # 万二中: one letter of a place's name, if the text says it more than once.
        return text.count(prefix + text[start:end]) > 1
    return True

"""Schools that a list names together: 秀水乡、白马乡两所中心学校; 梅林、古田等22所公办幼儿园."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.edge import left_edge
from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_listed_schools"]

_COUNT = r"(?:\d+|[一二三四五六七八九十两]+)"
_MEASURE = r"(?:所|处|家|个?镇乡?|个?乡镇?|个?街道|个|校|县|区|市)"
_HEAD = re.compile(
    rf"(?P<items>[\u4e00-\u9fff]{{2,12}}(?:[、和][\u4e00-\u9fff]{{2,12}}){{0,15}})(?P<rest>等?)(?P<count>{_COUNT})"
    r"(?P<measure>"
    + _MEASURE
    + r")(?P<built>新建|新改扩建|在建)?(?P<generic>(?:乡镇|公办|民办|普惠性?|农村|城区|单设|住宅|小区|楼盘|片区)*)"
    r"(?P<head>(?:配套|九年一贯制|寄宿制|中心寄宿制|中心|特殊教育|民族|职业)?(?:教学点|校点|中心幼儿园|幼儿园|中心小学|小学|中心校|中心学校|初级中学|高级中学|完全中学|完全小学|初中|中学|学校|中心园|完小|高中|单设初中))"
    r"(?!生|长|教师)"
)
_STRETCH = re.compile(r"[\u4e00-\u9fff\d、]+")
"""What a list with its count is made of."""
_ANCHOR = re.compile(rf"[\d一二三四五六七八九十两]{_MEASURE}")
_NAMED_BEFORE = re.compile(
    r".*(?:[小中]学|学校|园|[初高]中|[一二三四五六七八九十][中小幼]|完小|中心校)(?:和|与|及|以及)(?=..)"
)
_SEPARATOR = re.compile(r"(、|(?<=[镇乡村道])和(?=..))")
_COUNTED_PLACES = re.compile(r"[一二三四五六七八九十两几各\d][县区市镇乡州]|等地|等乡镇|片区[一二三四五六七八九十两]")
_PLACE_END = re.compile(r"(?:镇|乡|街道|村|社区|县|区|市)$")


def find_listed_schools(page: Page) -> None:
    """Write one school for each item of a list of places with a counted kind of school behind it."""
    for match in _counted(page.text):
        names = _items(page, match)
        if not names:
            continue
        head = _kind_word(match)
        measure = match["measure"].removeprefix("个")
        unit = measure[0] if measure in ("镇", "乡", "镇乡", "乡镇", "县", "区", "市") else ""
        unit = "街道" if measure == "街道" else unit
        for start, end, item in names:
            if not page.free(start, end):
                continue
            place = item if not unit or _PLACE_END.search(item) else item + unit
            page.add(
                EntityKind.SCHOOL,
                start,
                match.end(),
                "school-list",
                name=place + head,
                confidence=0.85,
                taking=False,
                attributes={"ending": match["head"], "item": f"{start}-{end}"}
                | ({"built": "建设"} if match["built"] else {}),
            )
        page.take(match.start("head"), match.end())


def _counted(text: str) -> Iterator[re.Match[str]]:
    """Every list with a count and a kind; sought only in stretches that hold such a count, since few do."""
    for stretch in _STRETCH.finditer(text):
        if _ANCHOR.search(text, *stretch.span()):
            # What follows the stretch is looked at too, but only two characters of it.
            yield from _HEAD.finditer(text, stretch.start(), stretch.end() + 2)


def _items(page: Page, match: re.Match[str]) -> list[tuple[int, int, str]]:
    """The items of the list that are places; none if any item is more than a place."""
    found: list[tuple[int, int, str]] = []
    # 第五小学和|城东、城西两所初中: what stands before is no item.
    named = _NAMED_BEFORE.match(match["items"])
    at = match.start("items") + (named.end() if named else 0)
    items = match["items"][named.end() :] if named else match["items"]
    if (match["head"] == "学校" and (match["rest"] or "等" in match["items"])) or _COUNTED_PLACES.search(
        match["items"]
    ):
        # …等26所学校 and 三县五区702所学校 count schools of places; they name none.
        return []
    if not _SEPARATOR.search(items) and not match["rest"] and match["count"] not in ("一", "1"):
        # 高州8所小学 counts the schools of one place.
        return []
    for index, piece in enumerate(_SEPARATOR.split(items)):
        start, end = at, at + len(piece)
        at = end
        end -= piece.endswith("等")
        if _SEPARATOR.fullmatch(piece):
            continue
        if index == 0:
            # 绿欧东方花城 has no town's name: it is whole where its clause begins with it.
            whole = match["head"].startswith("配套") and not "\u4e00" <= page.text[start - 1 : start] <= "\u9fff"
            start = start if whole else _first_item(page, start, end)
        else:
            regions = page.touching(EntityKind.REGION, start, end)
            if any(m.start != start for m in regions):
                start = max([m.start for m in regions if m.end == end], default=start)
        item = page.text[start:end]
        if not 2 <= len(item) <= 6 or not page.free(start, end) or not _is_place(page, end, item, match):
            return []
        found.append((start, end, item))
    return found


def _first_item(page: Page, start: int, end: int) -> int:
    """Where the first item really begins: after the verb before it, or at its region."""
    starts = [s for s, _ in page.region_ends.get(end, []) if s >= start]
    if starts:
        return max(starts)
    return max(start, left_edge(page, end, most=8).start)


def _is_place(page: Page, end: int, item: str, match: re.Match[str]) -> bool:
    """Whether an item can be a place: known, marked as one, or a short name in a list of two or more."""
    if end in page.region_ends or _PLACE_END.search(item):
        return True
    several = "、" in match["items"] or "和" in match["items"]
    generic = page.knowledge.words("school_generic")
    # 武夷花园 is no school's name where its kindergarten is named by it.
    unfit = r"[小中学校局的了所个]" if match["head"].startswith("配套") else r"[小中学园校局的了所个]"
    if match["head"] in ("教学点", "校点"):
        several = several or bool(match["rest"])
    return several and item not in generic and len(item) <= 5 and not re.search(unfit, item)


def _kind_word(match: re.Match[str]) -> str:
    """The kind as it stands in each name: 中心园 is 中心幼儿园, 单设 and 公办 fall away."""
    head = match["head"].replace("单设", "")
    return "中心幼儿园" if head == "中心园" else head

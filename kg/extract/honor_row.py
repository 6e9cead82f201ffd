"""Titles by their place: whatever stands behind 被评为, and the further items of a row that holds a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.honor_head import is_levelled
from kg.extract.page import Page
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["RowTitle", "find_row_titles", "is_chosen", "parted", "share_levels"]

_ROW = (
    r"(?P<verb>{award_verb})(?:了|其为|为|成)?"
    r"(?P<row>(?:[^，。；：！？（）\n]|（[^（）]{1,12}）){3,160}?)(?=[，。；：！？（\n]|$)"
)
"""A verb of giving and the words behind it up to the end of the clause."""
_ITEM = re.compile(
    r"(?:“[^“”]{1,30}”|（[^（）]{1,12}）|(?<!以)(?!和谐)[^、“”（）和及]|和(?=谐)|及(?=格)|(?<=普)及|[“”（）])+"
)
"""One item between 、, 和 and 及; a mark in quotation marks or brackets parts nothing."""
_IS_ROW = re.compile(r"(?:现为|现是|还是|也是|更是|系|是|为)(?P<row>[^，。；：！？（）\n]{6,120}?)(?=[，。；！？\n]|$)")
_COUNTED = re.compile(r"^(?:\d+|[一二两三四五六七八九十]+)余?(?:个|名|所|位|项|件|篇|次)|\d")
_END = re.compile(r"等(?:\d+余?[个项]|多项|多个|各级|荣誉|称号|一系列|$).*$|(?:荣誉)?(?:称号|殊荣)(?:\d+[个项次])?$")
"""What follows the titles of a row: 等荣誉称号, 称号."""
_DATED = re.compile(r"（[^（）]{1,12}）$")
_SCHOOL = re.compile(r"(?:校区|分校|校|园|中学|小学|高中|学校)”?$")
"""A name that ends so and only bears a place may be a school's own."""
_NAMELIKE = re.compile(r"实验|试验|和谐|阳光|健康|创新|安全|希望之星|智慧|安全|卓越|红旗|一级|二级|三级")
"""Praise that schools bear in their names."""
_PASSIVE = re.compile(r"被[^，。；：]{1,24}$")
"""Before 授予: who is named stands before it too, so that a title follows."""
_SPLIT = 14
"""The part of a title before a 、 inside it has at most so many characters."""
_LEVEL_ALONE = re.compile(r"级$|^[全省市县区州]?[国省市县区州]?$|[获评为得奖]|\d")
"""A level by itself, which is a title's of a list of levels (省级、市级骨干教师), or words of another kind."""
_BETWEEN = re.compile(r"”?(?:（[^（）]{1,12}）)?[、和及]“?")
_ROW_RULES = frozenset({"row-title", "held-title", "called-title", "chained-title"})
_JOINT = re.compile("和|及|与|以及")
_LEAST, _MOST = 4, 32
"""A title in a row has so many characters."""


@dataclass(frozen=True, slots=True)
class RowTitle:
    """One title in the text; how sure it is follows from what stands beside it."""

    start: int
    end: int
    rule: str
    confidence: float


def find_row_titles(page: Page) -> Iterator[RowTitle]:
    """Every title that is no honor yet and stands behind a verb of naming, or in a row with an honor.

    Behind 被评为, 荣获 any item is one that ends as titles do and praises or bears its level; behind other verbs
    (命名为, 入选) both must be so, for they also name schools and tell kinds; a row that holds an honor needs no more.
    """
    yield from _held_titles(page)
    calls = page.knowledge.words("call_verb")
    for match in page.knowledge.pattern(_ROW).finditer(page.text):
        items = _with_split_title(page, list(_items(page, *match.span("row"))))
        titles = [(number, *item) for number, item in enumerate(items) if _may_be_title(page, *item)]
        if not titles:
            continue
        called = match["verb"] in calls or (
            match["verb"] == "授予" and bool(_PASSIVE.search(page.text, max(0, match.start() - 26), match.start()))
        )
        held = any(page.touching(EntityKind.HONOR, start, end) for start, end in items)
        for number, start, end in titles:
            if not page.free(start, end):
                continue
            levelled, praised = is_levelled(page, start, end), _praises(page, start, end)
            if held and (praised or (levelled and not _SCHOOL.search(page.text, start, end))):
                yield RowTitle(start, end, "row-title", 0.75)
            elif called and (praised or (levelled and number == 0)):
                yield RowTitle(start, end, "called-title", 0.75)
            elif levelled and is_chosen(page, start, end) and match["verb"].endswith(("为", "入选")):
                yield RowTitle(start, end, "called-title", 0.7)


def _held_titles(page: Page) -> Iterator[RowTitle]:
    """Every title of a row that tells what a school is, if all items bear a level and praise.

    现为省文明学校、市绿色学校 are two.
    """
    for match in _IS_ROW.finditer(page.text):
        items = list(_items(page, *match.span("row")))
        if len(items) > 1 and all(
            _may_be_title(page, *item) and is_levelled(page, *item) and is_chosen(page, *item) for item in items
        ):
            yield from (RowTitle(*item, "held-title", 0.75) for item in items if page.free(*item))


def _items(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of a row's items, without dates and the words behind the last."""
    row = _END.sub("", page.text[start:end])
    for piece in _ITEM.finditer(row):
        bare = _DATED.sub("", piece[0])
        yield start + piece.start(), start + piece.start() + len(bare)


def _may_be_title(page: Page, start: int, end: int) -> bool:
    """Whether words have the length and the ending of a title and count nothing."""
    name = page.text[start:end].strip("“”")
    if name.endswith(("校区", "分校")) or not _LEAST <= len(name) <= _MOST or "的" in name or _COUNTED.match(name):
        return False
    return bool(page.knowledge.pattern("(?:{honor_tail}|{honor_head})$").search(name))


def _praises(page: Page, start: int, end: int) -> bool:
    """Whether words hold praise, a trial, or a kind that is chosen for: 先进…, …实验…."""
    return bool(page.knowledge.pattern("{honor_quality}").search(page.text, start, end))


def is_chosen(page: Page, start: int, end: int) -> bool:
    """Whether words praise as no school's own name does: 首批…实验学校, and not 石门县实验学校."""
    if not _SCHOOL.search(page.text, start, end):
        return _praises(page, start, end)
    return bool(page.knowledge.pattern("{honor_quality}").search(_NAMELIKE.sub("", page.text[start:end])))


def _with_split_title(page: Page, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The items with the first two as one where a 、 stands inside a title: 全国青少年校园篮球、足球特色学校."""
    if len(items) < 2:
        return items
    (start, first), (second, end) = items[:2]
    whole = (
        first - start <= _SPLIT
        and page.text[first] == "、"
        and page.free(start, end)
        and is_levelled(page, start, first)
        and not _may_be_title(page, start, first)
        and _may_be_title(page, second, end)
        and not is_levelled(page, second, end)
        and not _LEVEL_ALONE.search(page.text, start, first)
    )
    return [(start, end), *items[2:]] if whole else items


def parted(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of two titles that 和 joins, each with its level; the whole span if it is one title.

    海南省…实验学校和海南省…示范学校 are two.
    """
    for joint in _JOINT.finditer(page.text, start, end):
        first, second = joint.start(), joint.end()
        if first - start >= _LEAST and is_levelled(page, second, end) and _may_be_title(page, start, first):
            return [(start, first), (second, end)]
    return [(start, end)]


def share_levels(page: Page) -> None:
    """Give each title of a row that tells no level that of the one before it: 泉州市示范小学、绿色学校.

    So 绿色学校 of the city is kept apart from 绿色学校 of its district.
    """
    before: Mention | None = None
    for index in sorted(
        (i for i, m in enumerate(page.mentions) if m.kind is EntityKind.HONOR), key=lambda i: page.mentions[i].start
    ):
        honor = page.mentions[index]
        level = before.attributes.get("level") if before is not None else None
        told = "level" in honor.attributes or honor.rule not in _ROW_RULES
        if level and before is not None and not told and _BETWEEN.fullmatch(page.text, before.end, honor.start):
            honor = replace(honor, attributes={**honor.attributes, "level": level})
            page.mentions[index] = honor
        before = honor

"""Schools whose kind only the last of a list says: 第三、第四小学; 城关一、二、三小; 大店镇、板泉镇中心小学."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.edge import left_edge
from kg.extract.page import Page
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["find_elided_schools"]

_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_NUMBERED = re.compile(rf"(?P<lead>第?){_NUMBER}(?P<kind>.{{1,8}})")
_JOIN = r"(?:[、和与]|以?及)"
_ORDINALS = re.compile(
    rf"(?:第{_NUMBER}{_JOIN}(?:第(?={_NUMBER}))?)(?:(?:第?){_NUMBER}{_JOIN}(?:第(?={_NUMBER}))?){{0,12}}$"
)
_NUMERALS = re.compile(rf"(?:[一二三四五六七八九十]{{1,2}}{_JOIN}){{1,12}}$")
_ITEM = re.compile(rf"第?{_NUMBER}")
_PURE = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,2})?(?:中心|初级|高级|完全|实验|民族|九年一贯制|九年制|寄宿制|公办|希望)*"
    r"(?:小学|中学|学校|幼儿园|初中|高中|中心校|中心园|完小)"
)
_TOWN = re.compile(
    r"(?<=[、和与及，。；：\n])[\u4e00-\u9fff]{2,4}[镇乡]$|(?<=[、和与及，。；：\n])[\u4e00-\u9fff]{2,4}街道$"
)
_MARKED = ("镇", "乡", "街道", "苏木")
_JOINS = ("、", "和", "与", "及")
_STAGE = re.compile(r"(?:中心小学|中心幼儿园|幼儿园|小学|中学|初中)$")
_WORKED = re.compile(r"(?:(?<![面针])对|新建|改建|扩建|迁建|改造|维修)了?$")
_OF_SUCH_TOWNS = re.compile(rf"等(?P<unit>乡镇|镇乡|镇|乡|街道)(?P<kind>{_PURE.pattern})(?![生长])")
_LAST = re.compile(
    rf"(?<=[、和与及])(?P<last>{_NUMBER}(?P<kind>(?:中心|初级|高级|完全|实验)?(?:小学|中学|幼儿园|学校))(?![生长]))"
)
_JOINED = re.compile(rf"{_JOIN}$")
_LIST = 60
"""So far to the left of the last name a list of numbers is looked for."""


def find_elided_schools(page: Page) -> None:
    """Write the schools of a list of which only the last says what they are."""
    _spelt(page)
    for school in page.of_kind(EntityKind.SCHOOL):
        if school.attributes.get("item") or school.rule not in ("school-ending", "school-short"):
            continue
        if not _numbered(page, school):
            _of_towns(page, school)
            _worked_on(page, school)
    for match in _OF_SUCH_TOWNS.finditer(page.text):
        places = _places_before(page, match.start())
        if places and page.free(*match.span()):
            for start, end in places:
                town = page.text[start:end]
                name = (
                    town
                    + ("" if town.endswith(_MARKED) or match["unit"] in ("乡镇", "镇乡") else match["unit"])
                    + match["kind"]
                )
                _add(page, start, end, name, {"ending": match["kind"][-2:]})
            page.take(match.start("unit"), match.end())


def _spelt(page: Page) -> None:
    """Write the last of 第三、四、五小学, which by itself is no name."""
    for match in _LAST.finditer(page.text):
        start, end = match.span("last")
        if page.free(start, end) and _ORDINALS.search(page.text, max(0, start - _LIST), start):
            page.add(
                EntityKind.SCHOOL,
                start,
                end,
                "school-ending",
                name="第" + match["last"],
                confidence=0.85,
                attributes={"ending": match["kind"]},
            )


def _numbered(page: Page, school: Mention) -> bool:
    """Whether a school is the last of a list of numbers; its fellows are written."""
    text = page.text
    last = _NUMBERED.fullmatch(text, school.start, school.end)
    if last is None:
        return False
    least = max(0, text.rfind("\n", 0, school.start) + 1, school.start - _LIST)
    listed = (_ORDINALS if last["kind"][0] not in "中小幼" or last["lead"] else _NUMERALS).search(
        text, least, school.start
    )
    if listed is None or not page.free(listed.start(), school.start):
        return False
    edge = left_edge(page, listed.start(), most=12)
    prefix = text[edge.start : listed.start()]
    ordinal = text[listed.start()] == "第"
    before = text[max(0, listed.start() - 2) : listed.start()]
    joined = before[-1:] in _JOINS and page.named_before(listed.start() - 1, EntityKind.SCHOOL)
    if not ordinal and not prefix and not joined and before not in ("县城", "城区"):
        # 一、二小…: the first may be the number of a heading.
        return False
    first = _ITEM.match(text, listed.start())
    assert first is not None, "a list begins with a number"
    shared = {"item": f"{edge.start}-{first.end()}"} if prefix else {}
    for number in _ITEM.finditer(text, listed.start(), listed.end()):
        name = prefix + _ordinal(number[0], last["kind"], ordinal=ordinal) + last["kind"]
        start = edge.start if number.start() == first.start() else number.start()
        _add(page, start, number.end(), name, {"ending": school.attributes.get("ending", "")} | shared)
    if prefix or (ordinal and not last["lead"]):
        own = text[school.start : school.end - len(last["kind"])]
        _rename(page, school, prefix + _ordinal(own, last["kind"], ordinal=ordinal) + last["kind"], shared)
    return True


def _ordinal(number: str, kind: str, *, ordinal: bool) -> str:
    """A number as it stands in its school's name: 第四 behind 第三、四小学, 四 before 中 and 小."""
    return number if number.startswith("第") or not ordinal or len(kind) == 1 else f"第{number}"


def _of_towns(page: Page, school: Mention) -> None:
    """Write the schools of the towns before a town's school: 坊前镇、大店镇、|板泉镇中心小学."""
    text = page.text
    town = next((end for end in range(school.end - 2, school.start + 1, -1) if _names(page, school.start, end)), 0)
    if not town or not _PURE.fullmatch(text, town, school.end):
        return
    kind, found = text[town : school.end], _places_before(page, school.start, joined=True)
    marked = [text[s:e].endswith(_MARKED) for s, e in found]
    if not found or (
        not all(marked) and (any(marked) or len(found) < 2 or text[school.start : town].endswith(_MARKED))
    ):
        return
    if all(marked) and not text[school.start : town].endswith(_MARKED):
        return
    for start, end in found:
        _add(page, start, end, text[start:end] + kind, {"ending": school.attributes.get("ending", "")})


def _worked_on(page: Page, school: Mention) -> None:
    """Write the schools of the towns that a list of works names before a school: 对甲镇、乙镇、丙幼儿园进行了改造."""
    kind = _STAGE.search(page.text, school.start, school.end)
    found = _places_before(page, school.start, joined=True) if kind else []
    if kind is None or len(found) < 2 or not all(page.text[s:e].endswith(_MARKED) for s, e in found):
        return
    if _WORKED.search(page.text, max(0, found[-1][0] - 6), found[-1][0]):
        for start, end in found:
            _add(page, start, end, page.text[start:end] + kind[0], {"ending": kind[0]})


def _places_before(page: Page, at: int, *, joined: bool = False) -> list[tuple[int, int]]:
    """The places of the list that ends at a character, or right before it with the mark that joins one more."""
    text = page.text
    found: list[tuple[int, int]] = []
    while True:
        mark = _JOINED.search(text, max(0, at - 2), at) if joined else None
        if joined and mark is None:
            return found
        end = mark.start() if mark else at
        starts = [s for s, _ in page.region_ends.get(end, ()) if page.free(s, end)]
        unlisted = _TOWN.search(text, max(0, end - 7), end)
        start = min(starts) if starts else unlisted.start() if unlisted else -1
        if start < 0 or not page.free(start, end):
            return found
        found.append((start, end))
        at, joined = start, True


def _names(page: Page, start: int, end: int) -> bool:
    """Whether a known place, or a word that ends as towns do, stands at a span."""
    known = any(s == start for s, _ in page.region_ends.get(end, ()))
    return known or (3 <= end - start <= 5 and page.text[end - 1] in "镇乡")


def _add(page: Page, start: int, end: int, name: str, attributes: dict[str, str]) -> None:
    """Write a school whose kind another one of the list says."""
    if page.free(start, end):
        page.add(EntityKind.SCHOOL, start, end, "school-elided", name=name, confidence=0.85, attributes=attributes)


def _rename(page: Page, school: Mention, name: str, attributes: dict[str, str]) -> None:
    """Give the last of a list the name that the words before the first one complete."""
    index = page.mentions.index(school)
    page.mentions[index] = replace(school, name=name, attributes={**school.attributes, **attributes})

"""Works at schools: a building behind the school's name, a verb before the list, or the state it is in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.page import Page
from kg.extract.work_around import COUNT, counted_work_before, heads_line, speaks_of_works, state_after, verb_before
from kg.extract.work_name import Told, is_work, told_behind, told_besides, told_later, told_of_all, told_shared
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["Work", "find_works"]

_THIS_SCHOOL = re.compile(r"该校区?|该园|(?<=[，。；\n])其后续的")
_AND_OTHER = re.compile(
    r"(?:、|和|及|与)(?=[\u4e00-\u9fff]{2,5}(?:扩建|改造|新建|迁建|重建|维修|改建))[\u4e00-\u9fff]{2,5}?(?=改扩建|扩建|改造|新建|迁建|重建|维修|改建)"
)
_REACH = 400
"""该校 stands for a school at most so many characters before it."""
_SEPARATOR = re.compile(
    r"(?:（[^（）]{1,10}）)?(?:[及和](?:附属)?幼儿园)?(?:、|，|；|和|与|及|以及)(?:(?:总?投资)?[\d.]+[万亿]余?元的|原)?"
)
_REST = re.compile(
    rf"等?(?:{COUNT}余?(?:所|个|处|家|校|园|栋|幢|座)(?:[\u4e00-\u9fff]{{0,10}}?(?:学校|中小学|小学|中学|初中|高中|幼儿园|新校|项目)(?:（园）)?)?|校|学校)?"
)
_PLAIN = re.compile(
    r"(?:（[一二三四\d]{1,2}期）)?(?P<work>建设)?(?P<kind>项目|工程|建设项目)"
    r"(?=[，。：；、）\n]|$|已|正|主体|完[成工]|将|如期|全面|顺利|稳步|加快|有序|进展|进入|现场|稳步|[开动竣]工|封顶|于|预计|尚)"
)
"""西城小学项目，…: the work is the school itself."""
_UNREAD = re.compile(r"、(?:[^，。；、：\n]{2,14}、){1,2}")
_OF_WORKS = re.compile(
    r"(?:、(?:“[^“”]{2,10}”|[^，。；、“”\n]{2,10}?)){0,3}等(?:\d+|[一二三四五六七八九十]+)?个?[\u4e00-\u9fff]{0,4}?(?:项目|工程)"
)
_IN_BRACKETS = re.compile(
    r"）等?(?:(?:先后|全部)?(?:实施|进行|予以|完成)了?)?(?P<work>建设|新建|改扩建|扩建|[异易]地[迁新重]建|迁建|重建|(?:维修)?改造|维修加固|整体搬迁)"
    r"(?P<kind>(?:项目|工程)?)"
)
_BRACKET_OPENS = re.compile(r"(?:”|[个所处](?:[\u4e00-\u9fff]{0,6}(?:学校|项目))?)（$")
"""“三校两园”（甲小学、乙中学）建设: the list stands in brackets behind what it counts."""


@dataclass(frozen=True, slots=True)
class Work:
    """One work at one school: 综合楼, 改扩建, or 建设 where only the school is named."""

    school: Mention
    what: str
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Item:
    """A school of a list, and the work right behind its name."""

    school: Mention
    own: Told | None


def find_works(page: Page) -> Iterator[Work]:
    """Every work at a named school that the text says is planned, under way or done."""
    for items in _lists(page):
        yield from _works_of(page, items)


def _with_anaphors(page: Page) -> list[Mention]:
    """The schools of the page and the words that stand for one (该校综合楼已完工), each under that school's name."""
    schools = page.of_kind(EntityKind.SCHOOL)
    starts = [school.start for school in schools]
    found = list(schools)
    for match in _THIS_SCHOOL.finditer(page.text):
        before = bisect_left(starts, match.start())
        last = schools[before - 1] if before else None
        if last is not None and match.start() - last.end < _REACH and page.free(*match.span()):
            stands_for = {"stands_for": f"{last.start}-{last.end}-{last.name}"}
            found.append(replace(last, start=match.start(), end=match.end(), attributes=stands_for))
    return sorted(found, key=lambda m: (m.start, m.end))


def _lists(page: Page) -> Iterator[list[_Item]]:
    """The schools of the page in lists: only list marks, or a work and a list mark, stand between two of one list."""
    items: list[_Item] = []
    for school in _with_anaphors(page):
        if items:
            last = items[-1]
            at = last.own.stop if last.own else last.school.end
            if page.text[at : school.start] == "（" and page.text[school.end : school.end + 1] == "）":
                # 第十二初级中学（莲溪中学）、…: its other name.
                continue
            if not (school.start < at or _SEPARATOR.fullmatch(page.text, at, school.start)) and not (
                _UNREAD.fullmatch(page.text, at, school.start)
                and _OF_WORKS.search(page.text, school.end, school.end + 60)
            ):
                yield items
                items = []
        own = told_behind(page, school.end)
        if own is not None and _of_another(page, school, own):
            # 甲学校实施的乙学校操场重建项目: the work is the second one's.
            own = None
        if items and own is None and page.text[school.start - 1] == "；":
            # 援建A科技楼；B与C结对: what stands behind ； without a work of its own is another statement.
            yield items
            items = []
        items.append(_Item(school, own))
    if items:
        yield items


def _of_another(page: Page, school: Mention, own: Told) -> bool:
    """Whether the words behind a school name another one behind 的, whose work it is."""
    inside = page.touching(EntityKind.SCHOOL, school.end, own.stop) if own.stop > school.end else []
    return any(m.start > school.end and page.text[m.start - 1] == "的" for m in inside)


def _works_of(page: Page, items: list[_Item]) -> Iterator[Work]:
    """The works of one list: each school's own, or the one that the whole list shares."""
    text = page.text
    last = items[-1]
    at = last.own.stop if last.own else last.school.end
    rest = _REST.match(text, at)
    after = rest.end() if rest else at
    before = verb_before(page, items[0].school.start, after) or items[0].school.attributes.get("built")
    shared = told_shared(page, after) if after > at and last.own is None else None
    # A、B改扩建 is done at both; in 新建A、B综合楼 the building is B's, and A is built itself.
    only_last = last.own if len(items) > 1 and not any(i.own for i in items[:-1]) else None
    if shared is None and last.own is None:
        shared = told_of_all(page, after)
    if shared is None and only_last is not None and (only_last.working or before is None):
        shared = only_last
    if shared is None and last.own is None:
        # A、B和少年宫扩建: the last one is no school.
        other = _AND_OTHER.match(text, at)
        shared = told_shared(page, other.end()) if other else None
        shared = shared if is_work(shared) else None
    if shared is not None:
        for item in items:
            # 甲小学扩建、乙小学等6所小学操场建设: who has a work of its own does not share the last one's.
            mine = item.own if shared is not only_last and item.own is not None else shared
            yield Work(item.school, mine.name, mine.end, "shared-work" if mine is shared else "work-at-school")
        return
    # In 新建A、B和C改扩建 the verb before the list tells of A and B.
    given = [None] * len(items) if before else _following_works(text, items)
    if before is None and _BRACKET_OPENS.search(text, max(0, items[0].school.start - 14), items[0].school.start):
        around = _IN_BRACKETS.match(text, after)
        before = around["work"] + around["kind"] if around else None
    before = counted_work_before(page, items[0].school.start) or before
    state = state_after(page, after)
    if "stands_for" in items[0].school.attributes and not (before or state or shared or is_work(last.own)):
        # 该校食堂 alone is a place, no work.
        return
    plain_of_all = _PLAIN.match(text, last.school.end) if last.own is None else None
    works = bool(_OF_WORKS.match(text, at))
    for item, next_own in zip(items, given, strict=True):
        own = item.own
        if own is None and next_own is not None:
            yield Work(item.school, next_own.name, next_own.end, "shared-work")
        elif own is not None:
            if own.worked or before or speaks_of_works(page, item.school.start):
                yield Work(item.school, own.name, own.end, "done-at-school" if own.verbal else "work-at-school")
                if item is last and not own.worked:
                    for told in told_besides(page, own.stop, _same_subject(page, own.stop)):
                        yield Work(item.school, told.name, told.end, "work-besides")
        elif plain := plain_of_all:
            end = plain.end() if item is last else item.school.end
            yield Work(item.school, "建设" + plain["kind"].removeprefix("建设"), end, "school-project")
        elif works:
            yield Work(item.school, "建设", item.school.end, "listed-project")
        elif before is not None:
            yield Work(item.school, before, item.school.end, "built-school")
        elif state:
            later = told_later(page, item.school.end, text.find("。", item.school.end)) if item is last else None
            yield Work(item.school, later.name if later else "建设", item.school.end, "school-in-state")
        elif heads_line(page, item.school):
            yield Work(item.school, "建设", item.school.end, "school-as-heading")


def _same_subject(page: Page, at: int) -> int:
    """How far a sentence goes on about one school: to its end or ；, or to the next school."""
    sentence = page.sentence_at(at)
    end = sentence.end if sentence else at
    stop = page.text.find("；", at, end)
    end = stop if stop >= 0 else end
    return min([end, *(m.start for m in page.touching(EntityKind.SCHOOL, at, end) if m.start >= at)])


def _following_works(text: str, items: list[_Item]) -> list[Told | None]:
    """For each school the work done at the next one of the list that has one: A、B旱厕改造和C食堂改扩建."""
    found: list[Told | None] = []
    following: Told | None = None
    for item in reversed(items):
        if item.own is not None:
            closes = text[item.own.stop : item.own.stop + 1] in ("和", "及", "与")
            following = item.own if closes and is_work(item.own) else None
        found.append(following)
    return found[::-1]

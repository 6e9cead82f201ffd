"""Works at schools: a building behind the school's name, a verb before the list, or the state it is in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.page import Page
from kg.extract.work_around import COUNT, heads_line, state_after, verb_before
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["Work", "find_works"]

_THIS_SCHOOL = re.compile(r"该校区?|该园|(?<=[，。；\n])其后续的")
_AND_OTHER = re.compile(
    r"(?:、|和|及|与)(?=[\u4e00-\u9fff]{2,5}(?:扩建|改造|新建|迁建|重建|维修|改建))[\u4e00-\u9fff]{2,5}?(?=改扩建|扩建|改造|新建|迁建|重建|维修|改建)"
)
_REACH = 400
"""该校 stands for a school at most so many characters before it."""
_SEPARATOR = re.compile(r"(?:（[^（）]{1,10}）)?(?:[及和](?:附属)?幼儿园)?(?:、|，|；|和|与|及|以及)原?")
_REST = re.compile(
    rf"等?(?:{COUNT}余?(?:所|个|处|家|校|园)(?:[\u4e00-\u9fff]{{0,10}}?(?:学校|中小学|小学|中学|幼儿园|新校|项目)(?:（园）)?)?|校|学校)?"
)
_BRACKETED = ("新（改、扩）建", "新（改）扩建", "新（改扩）建", "改（扩）建")
_NO_FILLER = (
    r"[一二三四五六七八九十两\d]|移交|使用|拥有|共有|已|正在|即将|全部|内装|合用|共用|进入|进行|调研|在|被|由|举行|旧址|原址|逐[渐步]"
    r"|[^，。；：、]{0,3}(?:集团|联盟|共同体|文化|队伍|品牌|特色|课程|学科|专业|师德|作风|制度|党建|支部|班子|体系|机制|内涵|团队)"
)
"""What opens no part of a work's name behind a school: 食堂 in 学校在食堂 is no work."""
_NOUN = rf"(?:{'|'.join(_BRACKETED)}|{{work_noun}})"
_FILLER = rf"(?:(?!{_NO_FILLER})(?:(?!正在|进入|即将|项目(?!建设))[^，。；：、和与及等（）\s]){{1,5}}?)?"
"""Up to five characters may stand between the school and the noun (标准田径运动场), but no list mark."""
_BEHIND = (
    r"(?:（[^（）]{2,12}）)?(?:[^，。；：、（）]{0,14}的|：)?(?:“[^“”]{2,8}”)?"
    rf"(?P<work>(?:[一二三四](?:、[一二三四])*期)?{_FILLER}{_NOUN}(?:{_FILLER}{_NOUN})?"
    rf"(?:[、及和]{_NOUN})*)(?P<kind>(?:建设)?(?:项目|工程)?)"
)
_DEALT = rf"(?:先后|分别|全部|已|均|都)*(?:进行|实施)了?(?:全面|整体|逐步)?(?P<work>{_NOUN})(?P<kind>(?:项目|工程)?)"
"""对甲小学、乙小学进行校舍维修: the work behind a verb, done at all schools of the list."""
_DOING = rf"(?:（[^（）]{{2,12}}）)?(?P<verb>扩建|新建|改造|维修|建设|改建)(?P<work>{_NOUN})"
_PLAIN = re.compile(
    r"(?P<work>建设)?(?P<kind>项目|工程|建设项目)"
    r"(?=[，。：；、）\n]|$|已|正|主体|完[成工]|将|如期|全面|顺利|稳步|加快|有序|[开动竣]工|封顶|于|预计|尚)"
)
"""西城小学项目，…: the work is the school itself."""
_UNREAD = re.compile(r"、(?:[^，。；、：\n]{2,14}、){1,2}")
_OF_WORKS = re.compile(r"等(?:\d+|[一二三四五六七八九十]+)?个?[\u4e00-\u9fff]{0,4}?(?:项目|工程)")
_IN_BRACKETS = re.compile(r"）等?(?P<work>建设|改扩建|扩建|迁建|改造)(?P<kind>(?:项目|工程)?)")
_BRACKET_OPENS = re.compile(r"(?:”|[个所处](?:[\u4e00-\u9fff]{0,6}(?:学校|项目))?)（$")
"""“三校两园”（甲小学、乙中学）建设: the list stands in brackets behind what it counts."""
_WORKING = re.compile(
    r"(?:改造|维修|改扩建|扩建|改建|迁建|重建|新建|扩容|加固|修缮|提质|搬迁|装修|建设)(?:项目|工程)?$"
)
_LEAD = re.compile(
    r"^(?:的|要|将|已|正在|完成|启动|实施|进行|开展|推进|开工|动工|全面|正式|无偿|捐资|捐建|援建|兴建|迁入|搬入|新建的(?=.)|了)+"
)
_TELLS = re.compile(r"开工|动工|启动|正在|将|已|推进")
_INNER_VERB = re.compile(r"(?:得到|进行|实施|予以)了?(?=.)")
"""A verb between a building and its work: 校舍进行维修, 危房得到改造."""
_STAGE = re.compile(r"(?:土石?方(?:开挖|回填)?|场平|主体(?:工程|结构)?)(?:施工|建设)?$")
"""How far a work has come, behind its name: 综合楼主体施工 is the work 综合楼."""


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
    own: re.Match[str] | None


def find_works(page: Page) -> Iterator[Work]:
    """Every work at a named school that the text says is planned, under way or done."""
    behind, doing = page.knowledge.pattern(_BEHIND), page.knowledge.pattern(_DOING)
    for items in _lists(page, behind):
        yield from _works_of(page, items, behind, doing)


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


def _lists(page: Page, behind: re.Pattern[str]) -> Iterator[list[_Item]]:
    """The schools of the page in lists: only list marks, or a work and a list mark, stand between two of one list."""
    items: list[_Item] = []
    for school in _with_anaphors(page):
        if items:
            last = items[-1]
            at = last.own.end() if last.own else last.school.end
            if not (school.start < at or _SEPARATOR.fullmatch(page.text, at, school.start)) and not (
                _UNREAD.fullmatch(page.text, at, school.start)
                and _OF_WORKS.search(page.text, school.end, school.end + 60)
            ):
                yield items
                items = []
        own = behind.match(page.text, school.end)
        if items and own is None and page.text[school.start - 1] == "；":
            # 援建A科技楼；B与C结对: what stands behind ； without a work of its own is another statement.
            yield items
            items = []
        items.append(_Item(school, own))
    if items:
        yield items


def _works_of(page: Page, items: list[_Item], behind: re.Pattern[str], doing: re.Pattern[str]) -> Iterator[Work]:
    """The works of one list: each school's own, or the one that the whole list shares."""
    text = page.text
    last = items[-1]
    at = last.own.end() if last.own else last.school.end
    rest = _REST.match(text, at)
    after = rest.end() if rest else at
    before = verb_before(page, items[0].school.start, after) or items[0].school.attributes.get("built")
    shared = behind.match(text, after) if after > at and last.own is None else None
    # A、B改扩建 is done at both; in 新建A、B综合楼 the building is B's, and A is built itself.
    only_last = last.own if len(items) > 1 and not any(i.own for i in items[:-1]) else None
    if shared is None and last.own is None:
        dealt = page.knowledge.pattern(_DEALT).match(text, after)
        shared = dealt if dealt and _is_worked_on(dealt) else None
    if shared is None and only_last is not None and (_WORKING.search(only_last["work"]) or before is None):
        shared = only_last
    if shared is None and last.own is None:
        # A、B和少年宫扩建: the last one is no school.
        other = _AND_OTHER.match(text, at)
        shared = behind.match(text, other.end()) if other else None
        shared = shared if shared and _is_worked_on(shared) else None
    if shared is not None:
        for item in items:
            # 甲小学扩建、乙小学等6所小学操场建设: who has a work of its own does not share the last one's.
            mine = item.own if shared is not only_last and item.own is not None else shared
            yield Work(item.school, _what(mine), _end(mine), "shared-work" if mine is shared else "work-at-school")
        return
    # In 新建A、B和C改扩建 the verb before the list tells of A and B.
    given = [None] * len(items) if before else _following_works(text, items)
    if before is None and _BRACKET_OPENS.search(text, max(0, items[0].school.start - 14), items[0].school.start):
        around = _IN_BRACKETS.match(text, after)
        before = around["work"] + around["kind"] if around else None
    state = state_after(page, after)
    if "stands_for" in items[0].school.attributes and not (before or state or shared or _is_worked_on(last.own)):
        # 该校食堂 alone is a place, no work.
        return
    works = bool(_OF_WORKS.match(text, at))
    for item, next_own in zip(items, given, strict=True):
        own = item.own
        if own is None and next_own is not None:
            yield Work(item.school, _what(next_own), _end(next_own), "shared-work")
            continue
        verb = doing.match(text, item.school.end) if own is None or item is last else None
        if verb is not None:
            # 新建综合楼 is 综合楼新建; 改造提升工程 is a name in its own order.
            named = verb["work"].endswith(("工程", "项目"))
            what = verb["verb"] + verb["work"] if named else verb["work"] + verb["verb"]
            yield Work(item.school, what, verb.end(), "done-at-school")
        elif own is not None:
            yield Work(item.school, _what(own), _end(own), "work-at-school")
        elif plain := _PLAIN.match(text, item.school.end):
            yield Work(
                item.school, plain[0] if plain["work"] else "建设" + plain["kind"], plain.end(), "school-project"
            )
        elif works:
            yield Work(item.school, "建设", item.school.end, "listed-project")
        elif before is not None:
            yield Work(item.school, before, item.school.end, "built-school")
        elif state:
            yield Work(item.school, "建设", item.school.end, "school-in-state")
        elif heads_line(page, item.school):
            yield Work(item.school, "建设", item.school.end, "school-as-heading")


def _following_works(text: str, items: list[_Item]) -> list[re.Match[str] | None]:
    """For each school the work done at the next one of the list that has one: A、B旱厕改造和C食堂改扩建."""
    found: list[re.Match[str] | None] = []
    following: re.Match[str] | None = None
    for item in reversed(items):
        if item.own is not None:
            closes = text[item.own.end() : item.own.end() + 1] in ("和", "及", "与")
            following = item.own if closes and _is_worked_on(item.own) else None
        found.append(following)
    return found[::-1]


def _is_worked_on(own: re.Match[str] | None) -> bool:
    """Whether the words behind a school name what is done, and not only what is there."""
    return own is not None and bool(_WORKING.search(own["work"] + own["kind"]))


def _end(match: re.Match[str]) -> int:
    """Where the work's name ends: the stage behind it (主体建设已完成) says how far it is."""
    lead = _LEAD.match(match["work"])
    if lead and not match["kind"] and _TELLS.search(lead[0]):
        # 城西小学|开工建设: the verb tells how far it is and is no part of the name.
        return match.start("work")
    stage = None if match["kind"] else _STAGE.search(match["work"])
    return match.start("work") + stage.start() if stage else match.end()


def _what(match: re.Match[str]) -> str:
    """The work as it stands in a project's name, without the verbs before it."""
    work = match["work"] if match["work"] not in _BRACKETED else "改扩建"
    work = _INNER_VERB.sub("", _LEAD.sub("", work))
    return (_STAGE.sub("", work) or "建设") + match["kind"]

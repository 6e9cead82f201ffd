"""Projects: works at schools, named schemes, and works of other kinds that deliver facilities."""

from __future__ import annotations

import re

from kg.extract.apply import rule_matches
from kg.extract.edge import left_edge
from kg.extract.page import Page
from kg.knowledge.lexicon import alternation
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["find_projects", "find_schemes"]

_SEPARATOR = re.compile(r"(?:、|，|；|和|与|及|以及|;)")
_REST = r"(?:等)?(?:[\d一二三四五六七八九十两]+(?:所|个|处|校|家|园|所学校|个项目)?(?:学校|中小学|中小学校|幼儿园|公办幼儿园|小学|中学|学校（园）|乡镇)?(?:的)?)?"
_BETWEEN = r"(?:的|新建的?|新校|校园|校区|，?(?:由|因)[^，。；]{2,14})?"
_BUILD = re.compile(
    r"(?P<verb>新（改、扩）建|新改扩建|新（?改）?（?扩）?建|异地新建|异地迁建|改扩建|新建|改建|扩建|迁建|重建|筹建|援建|续建|建成|建好|建设|扩容|改造|维修|修缮|启用|开工|开工建设|动工建设|共建|新开办|建成投用|竣工)"
    r"(?:了|投用)?(?:[\u4e00-\u9fff]{0,4}?)$"
)
_DONE = re.compile(
    r"(?P<rest>[^。；\n]{0,14}?)(?P<done>投入使用|投用|竣工|完工|建成|落成|启用|封顶|开工|动工|破土动工|交付|开园|开学|首届新生|首批学生|主体|在建|暂缓|完成前期|前期手续|选址|在走程序|施工|立项|进入内装|收尾|开办|开工建设|迎来)"
)
_STATUS_HEAD = re.compile(
    r"(?:已?完工|在建|未开工|未动工|续建|新建|竣工验收?|收尾|前期|暂缓|基本完工|已交付(?:使用)?|已投用|建成|竣工|开工|扩建|改扩建|完工项目|续建项目|新建项目|未开工项目|在建项目)"
    r"(?:项目|工程)?(?:\d+|[一二三四五六七八九十两]+)?(?:个|所|处)?(?:项目)?(?:，|：|:|——)?(?:其中)?(?:有|即|包括|为)?$"
)
_TAIL_PROJECT = re.compile(r"(?:（[^（）]{2,10}）)?(?:建设)?(?:项目|工程)?(?:建设)?")


_DOING = re.compile(r"(?:改造|维修|改扩建|扩建|改建|迁建|重建|新建|扩容|加固|修缮|提质|搬迁|装修|建设)$")


def find_schemes(page: Page) -> None:
    """Write every funding or building scheme that many regions carry out, by any of its names."""
    concepts = page.knowledge.concepts[EntityKind.PROJECT]
    for start, end, word in page.knowledge.concept_matcher(EntityKind.PROJECT).find(page.text):
        if page.free(start, end):
            page.add(EntityKind.PROJECT, start, end, "known-scheme", confidence=0.9,
                     attributes={"concept": concepts[word].name})


def find_projects(page: Page) -> None:
    """Write the works at schools that the text says are built, and what the rules for other works find."""
    work = re.compile(
        rf"(?P<lead>{_BETWEEN}|“[^“”]{{2,8}}”)(?P<work>(?:[\u4e00-\u9fff]{{0,6}}?{alternation(page.knowledge.lexicons['work_noun'])})+"
        rf"(?:[、及和](?:{alternation(page.knowledge.lexicons['work_noun'])}))*)(?P<kind>(?:建设)?(?:项目|工程)?)"
    )
    for group in school_lists(page):
        _project_of_list(page, group, work)
    for rule, match in rule_matches(page, EntityKind.PROJECT):
        start, end = match.span("name")
        if rule.grow:
            start = left_edge(page, match.start("name"), most=16).start
        if page.free(start, end) and end - start >= 4 and page.text[start:end] not in page.knowledge.words("project_not"):
            page.add(EntityKind.PROJECT, start, end, rule.id, confidence=rule.confidence)


def school_lists(page: Page) -> list[list[Mention]]:
    """The schools of the page in groups: those that only list marks divide stand in one group."""
    groups: list[list[Mention]] = []
    for school in page.of_kind(EntityKind.SCHOOL):
        if groups:
            last = groups[-1][-1]
            if school.start < last.end or (
                school.start > last.end and _SEPARATOR.fullmatch(page.text, last.end, school.start)
            ):
                groups[-1].append(school)
                continue
        groups.append([school])
    return groups


def _project_of_list(page: Page, group: list[Mention], work: re.Pattern[str]) -> None:
    """Projects of a list of schools: each school's own work, or the work that the whole list shares."""
    text = page.text
    own: dict[int, re.Match[str]] = {}
    for index, school in enumerate(group):
        match = work.match(text, school.end)
        if match:
            own[index] = match
    last = group[-1]
    rest = re.compile(_REST).match(text, last.end)
    shared = work.match(text, rest.end()) if rest and rest.end() > last.end else None
    before = _verb_before(page, group[0].start)
    if shared is None and len(group) - 1 in own and len(own) == 1 and len(group) > 1:
        # A、B改扩建 is done at both; in 新建A、B综合楼 the building is B's, and A is built itself.
        candidate = own[len(group) - 1]
        if _DOING.search(candidate["work"]) or before is None:
            shared = candidate
    if shared is not None:
        for school in group:
            _add(page, school, shared["work"] + shared["kind"], "shared-work", shared.end())
        return
    after = _done_after(page, rest.end() if rest else last.end)
    for index, school in enumerate(group):
        if index in own:
            _add(page, school, own[index]["work"] + own[index]["kind"], "work-at-school", own[index].end())
        elif before is not None:
            _add(page, school, before, "built-school", school.end)
        elif after:
            _add(page, school, "建设", "school-in-state", school.end)


def _verb_before(page: Page, start: int) -> str | None:
    """The work that a verb before the list says is done: 新建, 改扩建, else 建设; None if no such verb is there."""
    sentence = page.sentence_at(start)
    left = page.text[max(sentence.start if sentence else 0, start - 16) : start]
    clause = re.split(r"[，。；\n]", left)[-1]
    match = _BUILD.search(clause)
    if match:
        verb = match["verb"]
        if verb in ("改扩建", "扩建", "改建", "迁建", "重建", "扩容", "改造", "维修", "修缮", "异地新建", "异地迁建"):
            return verb
        return "改扩建" if "扩" in verb else "建设"
    return "建设" if _STATUS_HEAD.search(clause) or _STATUS_HEAD.search(left) else None


def _done_after(page: Page, end: int) -> bool:
    """Whether the words right behind the list say how far its building is."""
    match = _DONE.match(page.text, end)
    return bool(match) and not re.search(r"[教课比竞荣获评办举]", match["rest"])


def _add(page: Page, school: Mention, work: str, rule: str, end: int) -> None:
    """Write one project of a school; its span runs from the school's name to the end of the work."""
    work = work.lstrip("的")
    name = school.name + work
    page.add(
        EntityKind.PROJECT, school.start, max(school.end, end), rule, name=name, confidence=0.8, taking=False,
        attributes={"school": f"{school.start}-{school.end}-{school.name}", "work": work},
    )



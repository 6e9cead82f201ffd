"""Projects: named schemes, works at schools, and works of other kinds that deliver facilities."""

from __future__ import annotations

import re

from kg.extract.apply import rule_matches
from kg.extract.edge import left_edge
from kg.extract.known_name import known_names, may_end_a_school
from kg.extract.page import Page
from kg.extract.work import Work, find_works
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["find_clear_schemes", "find_projects", "find_schemes", "without_doubled"]

_ONE_OF_A_KIND = re.compile("特殊教育学校|特教学校|职业教育中心|职教中心")


def find_clear_schemes(page: Page) -> None:
    """Write the known schemes that take no word from a school's name: before schools are read."""
    _find_known(page, sure=True)


def find_schemes(page: Page) -> None:
    """Write every funding or building scheme that many regions carry out, by any of its names."""
    _find_known(page, sure=False)


def _find_known(page: Page, *, sure: bool) -> None:
    concepts = page.knowledge.concepts[EntityKind.PROJECT]
    for start, end, word in known_names(page, EntityKind.PROJECT):
        if page.free(start, end) and not _of_one(page, start) and not (sure and may_end_a_school(page.text, start)):
            page.add(
                EntityKind.PROJECT,
                start,
                end,
                "known-scheme",
                confidence=0.9,
                attributes={"concept": concepts[word].key},
            )


def _of_one(page: Page, start: int) -> bool:
    """Whether a scheme's first words are the one school of their kind in a place: 推进县|特殊教育学校建设."""
    place = page.text[start - 1 : start] in ("县", "市", "区", "州", "旗") or start in page.region_ends
    return place and bool(_ONE_OF_A_KIND.match(page.text, start))


def find_projects(page: Page) -> None:
    """Write the works at schools that the text says are built, and what the rules for other works find."""
    for work in find_works(page):
        _add(page, work)
    refused = page.knowledge.words("project_not")
    for rule, match in rule_matches(page, EntityKind.PROJECT):
        start, end = match.span("name")
        if rule.grow:
            start = left_edge(page, start, most=16).start
        if any(m.start <= start and end <= m.end for m in page.touching(EntityKind.PROJECT, start, end)):
            # 县职高实训基地: the base is the school's work.
            continue
        if page.free(start, end) and end - start >= 4 and page.text[start:end] not in refused:
            page.add(EntityKind.PROJECT, start, end, rule.id, confidence=rule.confidence)


def without_doubled(page: Page) -> list[Mention]:
    """The mentions but for schemes that are the words of one school's work: 教师周转宿舍 in 甲小学教师周转宿舍."""
    return [m for m in page.mentions if m.rule != "known-scheme" or not _told_of_a_school(page, m)]


def _told_of_a_school(page: Page, scheme: Mention) -> bool:
    """Whether a scheme's words stand in the span of a work, behind the school's name."""
    around = (m for m in page.touching(EntityKind.PROJECT, scheme.start, scheme.end) if "school" in m.attributes)
    return any(int(m.attributes["school"].split("-")[1]) <= scheme.start and scheme.end <= m.end for m in around)


def _add(page: Page, work: Work) -> None:
    """Write one project of a school; its span runs from the school's name to the end of the work."""
    school = work.school
    page.add(
        EntityKind.PROJECT,
        school.start,
        max(school.end, work.end),
        work.rule,
        name=school.name + work.what,
        confidence=0.8,
        taking=False,
        attributes={
            "school": school.attributes.get("stands_for") or f"{school.start}-{school.end}-{school.name}",
            "work": work.what,
        },
    )

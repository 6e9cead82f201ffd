"""What the region builds, runs and applies: projects, programs and papers with year and status."""

from __future__ import annotations

import re

from kg.model.facts import Mention, Relation
from kg.model.names import EntityKind, FactKind
from kg.relate.place import home_region
from kg.relate.scene import Scene
from kg.relate.status import given_up, status_of
from kg.relate.work_figures import work_figures
from kg.relate.work_status import work_status
from kg.relate.year import of_long_plan, year_of

__all__ = ["relate_documents", "relate_programs", "relate_projects"]

_SERVES = re.compile(r"(?:受益学校为|受益学校有|项目学校为|涉及|覆盖|惠及|有|为|对|在|包括|即)$")


def _span(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The clause of a span as its evidence: from the clause's start to its end, never beyond the sentence."""
    sentence = scene.sentence_at(start)
    if sentence is None:
        return start, end
    clause_start, clause_end = scene.clause_at(start, sentence)
    return clause_start, max(clause_end, end)


def relate_projects(scene: Scene) -> list[Relation]:
    """One relation for each mention of a project: with its school, the document's region, year, status and figures."""
    relations: list[Relation] = []
    if not scene.of_kind(EntityKind.PROJECT):
        return relations
    home = home_region(scene)
    named = ((index, scene.mentions[index]) for index in scene.of_kind(EntityKind.SCHOOL))
    schools = {f"{school.start}-{school.end}-{school.name}": index for index, school in named}
    for index in scene.of_kind(EntityKind.PROJECT):
        project = scene.mentions[index]
        sentence = scene.sentence_at(project.start)
        if sentence is None:
            continue
        ends = {"project": index}
        school = schools.get(project.attributes.get("school", ""))
        if school is not None:
            ends["school"] = school
        if home is not None:
            ends["region"] = home
        dating = year_of(scene, project.start, project.end, sentence)
        progress, dating = work_status(scene, project, sentence, dating)
        if progress.given_up:
            continue
        start, end = _span(scene, project.start, project.end)
        told = dating.attributes() | progress.attributes()
        figures = told | work_figures(scene, index, sentence, dating.year)
        rule, sure = project.rule, project.confidence
        relations.append(
            Relation(FactKind.PROJECT, ends, dating.year, progress.status, start, end, rule, sure, figures)
        )
        if school is None:
            for served in _served(scene, project, sentence.end):
                mention = scene.mentions[served]
                also, _ = work_status(scene, mention, sentence, dating)
                relations.append(
                    Relation(
                        FactKind.PROJECT,
                        ends | {"school": served},
                        dating.year,
                        also.status,
                        start,
                        max(end, mention.end),
                        "school-of-scheme",
                        0.7,
                        dating.attributes() | also.attributes(),
                    )
                )
    return relations


def _served(scene: Scene, scheme: Mention, end: int) -> list[int]:
    """The schools that a scheme serves: those of its sentence behind 受益学校为, 有, 对, 在 …, in one list."""
    schools = scene.within(scheme.end, end, EntityKind.SCHOOL)
    if not schools or scene.mentions[schools[0]].start - scheme.end > 60:
        return []
    lead = scene.text[scheme.end : scene.mentions[schools[0]].start]
    if "；" in lead or not _SERVES.search(lead):
        return []
    return scene.groups(schools)[0]


def relate_programs(scene: Scene) -> list[Relation]:
    """One relation for each mention of a program: the document's region runs it, when, and how far along."""
    return _said(scene, EntityKind.PROGRAM, FactKind.PROGRAM, "program")


def relate_documents(scene: Scene) -> list[Relation]:
    """One relation for each paper that the text names: the document's region issues or applies it."""
    return _said(scene, EntityKind.DOCUMENT, FactKind.DOCUMENT, "document")


def _said(scene: Scene, kind: EntityKind, fact: FactKind, role: str) -> list[Relation]:
    """One relation between the document's region and each mention of a kind."""
    home = home_region(scene)
    relations: list[Relation] = []
    for index in scene.of_kind(kind):
        mention = scene.mentions[index]
        sentence = scene.sentence_at(mention.start)
        if sentence is None:
            continue
        if kind is EntityKind.PROGRAM and given_up(scene, mention.start, mention.end, sentence):
            continue
        ends = {role: index} | ({"region": home} if home is not None else {})
        # A year inside a program's name is the program's; one inside a paper's title is not that of its use.
        named = mention.end if kind is EntityKind.PROGRAM else mention.start + 1
        dating = year_of(scene, mention.start, named, sentence)
        if kind is EntityKind.DOCUMENT:
            dating = of_long_plan(scene, sentence, dating)
        progress = status_of(scene, mention.start, sentence, dating.year)
        start, end = _span(scene, mention.start, mention.end)
        rule, sure, told = mention.rule, mention.confidence, dating.attributes() | progress.attributes()
        relations.append(Relation(fact, ends, dating.year, progress.status, start, end, rule, sure, told))
    return relations

"""Which named schools pilot, join or are an example of a program."""

from __future__ import annotations

import re

from kg.model.facts import Relation
from kg.model.names import EntityKind, FactKind
from kg.relate.scene import Scene
from kg.relate.when import status_of, year_of

__all__ = ["relate_participation"]

_BREAK = re.compile(r"[；。\n]|[一二三四五六七八九十]是")
FAR = 70
"""A school and a program further apart than so many characters are not taken together, tuned on the gold at hand."""


def relate_participation(scene: Scene) -> list[Relation]:
    """A relation for each program and each school that one stretch of a sentence puts together.

    Schools that the stretch says are built, or are given an honor, take no part by that.
    """
    busy = _busy_schools(scene)
    relations: list[Relation] = []
    for index, program in enumerate(scene.mentions):
        sentence = scene.sentence_at(program.start)
        if program.kind is not EntityKind.PROGRAM or sentence is None:
            continue
        for school in scene.within(sentence.start, sentence.end, EntityKind.SCHOOL):
            mention = scene.mentions[school]
            low, high = min(program.end, mention.end), max(program.start, mention.start)
            if school in busy or high - low > FAR or _BREAK.search(scene.text, low, high):
                continue
            year = year_of(scene, program.start, program.end, sentence)
            relations.append(
                Relation(
                    FactKind.PARTICIPATION, {"program": index, "school": school}, year,
                    status_of(scene, program.start, program.end, sentence, year),
                    min(program.start, mention.start), max(program.end, mention.end), "same-stretch", 0.6,
                )
            )
    return relations


def _busy_schools(scene: Scene) -> set[int]:
    """The schools that stand in a project or receive an honor in their own clause."""
    projects = {m.attributes.get("school", "") for m in scene.mentions if m.kind is EntityKind.PROJECT}
    busy = {
        i for i, m in enumerate(scene.mentions)
        if m.kind is EntityKind.SCHOOL and f"{m.start}-{m.end}-{m.name}" in projects
    }
    for honor in scene.mentions:
        sentence = scene.sentence_at(honor.start) if honor.kind is EntityKind.HONOR else None
        if sentence is None:
            continue
        start, _ = scene.clause_at(honor.start, sentence)
        busy.update(scene.within(start, honor.start, EntityKind.SCHOOL))
    return busy

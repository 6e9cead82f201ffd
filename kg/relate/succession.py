"""What became of schools: renamed, merged, absorbed, closed; the old one and the new one stay two, linked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.knowledge.links import FIRST_SCHOOL, LinkRule
from kg.model.document import Sentence
from kg.model.facts import Relation
from kg.model.names import EntityKind, FactKind, Status
from kg.relate.scene import Scene
from kg.relate.status import status_of
from kg.relate.year import year_of

__all__ = ["relate_successions"]


def relate_successions(scene: Scene) -> list[Relation]:
    """A relation for each former school and each one that it became; without successor where it was closed.

    The rules read each sentence with its schools' names replaced by one character each, so that they need not know
    how a name looks. Of two rules that tell of the same former school in one sentence the earlier one stands.
    """
    relations: list[Relation] = []
    if not scene.of_kind(EntityKind.SCHOOL):
        return relations
    for sentence in scene.sentences_with({need for rule in scene.knowledge.links for need in rule.needs}):
        text = scene.text[sentence.start : sentence.end]
        rules = [rule for rule in scene.knowledge.links if any(need in text for need in rule.needs)]
        schools = scene.outermost(sentence.start, sentence.end, EntityKind.SCHOOL) if rules else []
        told: set[int] = set()
        for rule in rules if schools else ():
            for match, places in _matches(scene, rule, schools, sentence):
                former = [i for i in _schools(match, "former", schools) if i not in told]
                successors = _schools(match, "successor", schools)
                told.update(former)
                relations.extend(_relations(scene, rule, sentence, (former, successors), places))
    return relations


def _matches(
    scene: Scene, rule: LinkRule, schools: list[int], sentence: Sentence
) -> Iterator[tuple[re.Match[str], tuple[int, int]]]:
    """Where a rule's pattern matches the masked sentence, and the span of the clean text that it covers."""
    masked, places = _masked(scene, schools, sentence)
    for match in rule.pattern.finditer(masked):
        yield match, (places[match.start()], places[match.end()])


def _masked(scene: Scene, schools: list[int], sentence: Sentence) -> tuple[str, list[int]]:
    """The sentence with each school as one private character, and the place of each of its characters in the text."""
    parts: list[str] = []
    places: list[int] = []
    at = sentence.start
    for number, index in enumerate(schools):
        school = scene.mentions[index]
        parts.append(scene.text[at : school.start] + chr(ord(FIRST_SCHOOL) + number))
        places.extend([*range(at, school.start), school.start])
        at = school.end
    parts.append(scene.text[at : sentence.end])
    places.extend(range(at, sentence.end + 1))
    return "".join(parts), places


def _schools(match: re.Match[str], group: str, schools: list[int]) -> list[int]:
    """The mentions behind the private characters of a group; none if the rule has no such group."""
    words = (match[group] if group in match.re.groupindex else "") or ""
    return [schools[ord(c) - ord(FIRST_SCHOOL)] for c in words if FIRST_SCHOOL <= c < "\uf900"]


def _relations(
    scene: Scene, rule: LinkRule, sentence: Sentence, ends: tuple[list[int], list[int]], places: tuple[int, int]
) -> Iterator[Relation]:
    """One relation for each pair of a former and a succeeding school, or for each former one alone."""
    former, successors = ends
    told = {"how": rule.how}
    year: int | None = None
    status: Status | None = Status.COMPLETED
    if rule.dated:
        dating = year_of(scene, *places, sentence)
        progress = status_of(scene, places[0], sentence, dating.year)
        year, status = dating.year, progress.status
        told |= dating.attributes() | progress.attributes()
    for old in former:
        for new in [i for i in successors if i != old] or ([] if successors else [-1]):
            pair = {"former": old} | ({"successor": new} if new >= 0 else {})
            yield Relation(FactKind.SUCCESSION, pair, year, status, *places, rule.id, rule.confidence, told)

"""One document's prediction against its gold: what is right, missed, wrong, and neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.evaluate.annotations import Annotation, Claim, Thing
from kg.evaluate.matching import match

__all__ = ["Judged", "Part", "Verdict", "Yield", "judge"]


class Part(StrEnum):
    """What is judged."""

    ENTITIES = "entities"
    FACTS = "facts"


class Verdict(StrEnum):
    """How it compares with the gold."""

    RIGHT = "right"
    MISSED = "missed"
    WRONG = "wrong"
    FREE = "free"
    """The gold calls it optional: neither asked for nor punished."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One line of the score: a gold item found or missed, or a predicted item that is wrong."""

    doc: str
    part: Part
    kind: str
    verdict: Verdict
    label: str
    year_right: bool | None = None
    """Of a right fact: whether a year of the gold was given; None if the gold has none."""
    status_right: bool | None = None


@dataclass(frozen=True, slots=True)
class Yield:
    """What became of one predicted item: the rule that found it, and whether it was right."""

    part: Part
    rule: str
    verdict: Verdict


def judge(gold: Annotation, predicted: Annotation) -> tuple[list[Judged], list[Yield]]:
    """The lines of the score for one document, and what became of each predicted item.

    An entity is right when its type and one of its names agree; a fact when its type and every end that the gold
    names agree. Facts of the gold that differ only in year or status are asked for once.
    """
    pairs = match(gold.things, predicted.things)
    entities = _judge_things(gold, predicted, pairs)
    facts = _judge_claims(gold, predicted, pairs)
    return entities[0] + facts[0], entities[1] + facts[1]


def _judge_things(
    gold: Annotation, predicted: Annotation, pairs: Mapping[str, str]
) -> tuple[list[Judged], list[Yield]]:
    gold_of = {pairs[thing.id]: thing for thing in gold.things if thing.id in pairs}
    judged = [
        Judged(gold.doc, Part.ENTITIES, thing.kind, verdict, thing.name)
        for thing in gold.things
        if not thing.optional
        for verdict in [Verdict.RIGHT if thing.id in pairs else Verdict.MISSED]
    ]
    # a second predicted entity for the same gold thing is a duplicate: it counts as wrong
    judged += [
        Judged(gold.doc, Part.ENTITIES, thing.kind, Verdict.WRONG, thing.name)
        for thing in predicted.things
        if thing.id not in gold_of
    ]
    yields = [Yield(Part.ENTITIES, thing.rule, _verdict(gold_of.get(thing.id))) for thing in predicted.things]
    return judged, yields


def _verdict(gold: Thing | None) -> Verdict:
    if gold is None:
        return Verdict.WRONG
    return Verdict.FREE if gold.optional else Verdict.RIGHT


def _judge_claims(
    gold: Annotation, predicted: Annotation, pairs: Mapping[str, str]
) -> tuple[list[Judged], list[Yield]]:
    optional_ids = {thing.id for thing in gold.things if thing.optional}
    verdicts: dict[int, Verdict] = {}
    judged: list[Judged] = []
    for same in _groups(gold.claims):
        claim = same[0]
        hits = [number for number, other in enumerate(predicted.claims) if _agrees(claim, other, pairs)]
        optional = all(c.optional for c in same) or any(i in optional_ids for _, i in claim.ends)
        for number in hits:
            if verdicts.get(number) is not Verdict.RIGHT:
                verdicts[number] = Verdict.FREE if optional else Verdict.RIGHT
        if not optional:
            judged.append(_judge_group(gold, same, [predicted.claims[number] for number in hits]))
    free = {pairs[i] for i in optional_ids if i in pairs}
    for number, claim in enumerate(predicted.claims):
        if any(i in free for _, i in claim.ends):
            verdicts.setdefault(number, Verdict.FREE)
    left = [claim for number, claim in enumerate(predicted.claims) if number not in verdicts]
    names = {thing.id: thing.name for thing in predicted.things}
    judged += [
        Judged(gold.doc, Part.FACTS, same[0].kind, Verdict.WRONG, _label(same[0], names)) for same in _groups(left)
    ]
    yields = [
        Yield(Part.FACTS, claim.rule, verdicts.get(number, Verdict.WRONG))
        for number, claim in enumerate(predicted.claims)
    ]
    return judged, yields


def _agrees(gold: Claim, predicted: Claim, pairs: Mapping[str, str]) -> bool:
    """Whether the kind and every end that the gold names agree; the prediction may name more."""
    ends = dict(predicted.ends)
    return gold.kind == predicted.kind and all(i in pairs and ends.get(role) == pairs[i] for role, i in gold.ends)


def _judge_group(gold: Annotation, same: list[Claim], hits: list[Claim]) -> Judged:
    """The verdict on facts of the gold with the same ends; year and status are right if any of them is met."""
    label = _label(same[0], {thing.id: thing.name for thing in gold.things})
    if not hits:
        return Judged(gold.doc, Part.FACTS, same[0].kind, Verdict.MISSED, label)
    years = {c.year for c in same if c.year is not None}
    statuses = {c.status for c in same if c.status is not None}
    return Judged(
        gold.doc,
        Part.FACTS,
        same[0].kind,
        Verdict.RIGHT,
        label,
        bool(years & {c.year for c in hits}) if years else None,
        bool(statuses & {c.status for c in hits}) if statuses else None,
    )


def _groups(claims: tuple[Claim, ...] | list[Claim]) -> Iterator[list[Claim]]:
    """Claims of the same kind with the same ends, in the order in which each first occurs."""
    groups: dict[tuple[str, tuple[tuple[str, str], ...]], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.kind, claim.ends].append(claim)
    yield from groups.values()


def _label(claim: Claim, names: Mapping[str, str]) -> str:
    return " / ".join(names.get(i, "?") for _, i in claim.ends)

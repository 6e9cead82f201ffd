"""What is wrong, by kind: what was missed because an end was, what has a wrong boundary, type, year or status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.evaluate.annotations import Annotation, Claim, Thing
from kg.evaluate.judge import Part, Verdict, judge
from kg.evaluate.matching import match, same_name

__all__ = ["ErrorKind", "Mistake", "error_lines", "mistakes", "tallied"]


class ErrorKind(StrEnum):
    """What sort of mistake it is."""

    NOT_FOUND = "not found"
    """An entity of the gold of which nothing was found."""
    BOUNDARY = "wrong boundary"
    """A name that was found too long or too short."""
    TYPE = "wrong type"
    """The right name as another kind of thing."""
    TWICE = "found twice"
    """A second entity for one thing of the gold."""
    NOT_IN_GOLD = "not in the gold"
    END_MISSED = "an end was missed"
    """A fact of the gold one of whose ends was not found."""
    NOT_RELATED = "ends found, not related"
    END_WRONG = "an end is wrong"
    """A fact about an entity that the gold does not know."""
    RELATED = "ends right, not so related"
    YEAR = "wrong year"
    STATUS = "wrong status"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in one document."""

    doc: str
    part: Part
    kind: str
    """Kind of the entity or the fact."""
    error: ErrorKind
    label: str
    """The names that it is about."""

    def record(self) -> dict[str, str]:
        """The mistake as one JSON object."""
        return {
            "doc": self.doc, "part": self.part.value, "type": self.kind, "error": self.error.value, "label": self.label,
        }  # fmt: skip


def mistakes(gold: Annotation, predicted: Annotation) -> Iterator[Mistake]:
    """Every mistake of one document, entities first; optional items of the gold are none."""
    pairs = match(gold.things, predicted.things)
    yield from _entity_mistakes(gold, predicted, pairs)
    judged, _ = judge(gold, predicted)
    known = {thing.id for thing in gold.things if thing.id in pairs}
    asked = {(claim.kind, _label(claim, gold.things)): claim for claim in gold.claims}
    right = set(pairs.values())
    stated = {(claim.kind, _label(claim, predicted.things)): claim for claim in predicted.claims}
    for line in judged:
        if line.part is not Part.FACTS:
            continue
        if line.verdict is Verdict.MISSED:
            claim = asked[line.kind, line.label]
            whole = all(id in known for _, id in claim.ends)
            error = ErrorKind.NOT_RELATED if whole else ErrorKind.END_MISSED
            yield Mistake(line.doc, line.part, line.kind, error, line.label)
        elif line.verdict is Verdict.WRONG:
            claim = stated[line.kind, line.label]
            whole = all(id in right for _, id in claim.ends)
            yield Mistake(
                line.doc, line.part, line.kind, ErrorKind.RELATED if whole else ErrorKind.END_WRONG, line.label
            )
        if line.year_right is False:
            yield Mistake(line.doc, line.part, line.kind, ErrorKind.YEAR, line.label)
        if line.status_right is False:
            yield Mistake(line.doc, line.part, line.kind, ErrorKind.STATUS, line.label)


def _entity_mistakes(gold: Annotation, predicted: Annotation, pairs: Mapping[str, str]) -> Iterator[Mistake]:
    """What was missed, with what was found instead; what was found wrongly, with what it should have been."""
    used = set(pairs.values())
    spare = [thing for thing in predicted.things if thing.id not in used]
    missed = [thing for thing in gold.things if thing.id not in pairs and not thing.optional]
    for thing in missed:
        error = _instead(thing, spare, ErrorKind.NOT_FOUND)
        yield Mistake(gold.doc, Part.ENTITIES, thing.kind, error, thing.name)
    for thing in spare:
        error = _instead(thing, missed, ErrorKind.NOT_IN_GOLD)
        if error is ErrorKind.NOT_IN_GOLD and any(
            other.kind == thing.kind and _names(other) & _names(thing) for other in gold.things
        ):
            error = ErrorKind.TWICE
        yield Mistake(predicted.doc, Part.ENTITIES, thing.kind, error, thing.name)


def _instead(thing: Thing, others: Iterable[Thing], otherwise: ErrorKind) -> ErrorKind:
    """How a missed or wrong entity compares with those of the other side that match nothing."""
    names = _names(thing)
    for other in others:
        if names & _names(other):
            return ErrorKind.TYPE
    for other in others:
        if other.kind == thing.kind and any(a in b or b in a for a in names for b in _names(other)):
            return ErrorKind.BOUNDARY
    return otherwise


def _names(thing: Thing) -> set[str]:
    return {name for name in map(same_name, (thing.name, *thing.accept)) if len(name) >= 2}


def _label(claim: Claim, things: Iterable[Thing]) -> str:
    names = {thing.id: thing.name for thing in things}
    return " / ".join(names.get(id, "?") for _, id in claim.ends)


def tallied(found: Iterable[Mistake]) -> dict[str, dict[str, dict[str, int]]]:
    """How many mistakes: by part, by sort of mistake, by kind of entity or fact; all sorted."""
    counts = Counter((m.part.value, m.error.value, m.kind) for m in found)
    out: dict[str, dict[str, dict[str, int]]] = {}
    for (part, error, kind), number in sorted(counts.items()):
        out.setdefault(part, {}).setdefault(error, {})[kind] = number
    return out


def error_lines(found: Iterable[Mistake]) -> Iterator[str]:
    """A table of the mistakes by sort, the most frequent first."""
    yield f"{'errors':36}{'n':>5}  of which"
    for part, sorts in tallied(found).items():
        for error, kinds in sorted(sorts.items(), key=lambda item: (-sum(item[1].values()), item[0])):
            most = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
            told = ", ".join(f"{kind} {number}" for kind, number in most)
            yield f"  {part:9}{error:25}{sum(kinds.values()):5}  {told}"

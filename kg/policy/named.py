"""Names in the words of other facts: a report can speak of a thing without a fact of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model.graph import GraphFigure, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import FactKind, Status
from kg.policy.claims import Claim
from kg.text.names import plain_name

__all__ = ["Said", "said_by_document", "saying"]

_LEAST = 4
"""Characters of a name that is looked for."""
_PLACES = frozenset({FactKind.LOCATION, FactKind.WITHIN, FactKind.SUCCESSION})


@dataclass(frozen=True, slots=True)
class Said:
    """The words behind a fact or a figure, in simplified characters without marks."""

    words: str
    of: Statement | GraphFigure
    evidence: StatementEvidence

    @property
    def year(self) -> int | None:
        """Of which year it is told."""
        return self.of.year

    @property
    def status(self) -> Status | None:
        """How far along."""
        return self.of.status


def said_by_document(graph: KnowledgeGraph) -> Mapping[str, tuple[Said, ...]]:
    """All words behind facts and figures, by report and place; what only tells where something lies is left out."""
    found: dict[str, list[Said]] = {}
    told: list[Statement | GraphFigure] = [s for s in graph.statements if s.kind not in _PLACES]
    for of in (*told, *graph.figures):
        for evidence in of.evidence:
            found.setdefault(evidence.document, []).append(Said(plain_name(evidence.quote), of, evidence))
    return {key: tuple(sorted(found[key], key=_place)) for key in sorted(found)}


def _place(said: Said) -> tuple[int, int, str]:
    return (said.evidence.start, said.evidence.end, said.of.key)


def saying(promise: Claim, said: Sequence[Said]) -> Iterator[Said]:
    """Those whose words hold what the plan calls the thing; short names are not looked for.

    What is promised of a school is told only by facts of that school; the thing's own facts are judged elsewhere.
    """
    names = {name for name in (plain_name(promise.name), plain_name(promise.thing.name)) if len(name) >= _LEAST}
    for one in said:
        ends = set(one.of.ends.values()) if isinstance(one.of, Statement) else {one.of.about}
        if promise.thing.key in ends or (promise.of and promise.of not in ends):
            continue
        if any(name in one.words for name in names):
            yield one

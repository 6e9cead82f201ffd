"""What each fact of a document rests on: the rules of its ends, their distance, its year, repairs in its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from kg.model.document import Repair, SegmentedDocument
from kg.model.facts import Entity, Mention, Relation
from kg.model.grounds import Grounds

__all__ = ["GroundFinder"]

NEAR = 12
"""Ends so many characters apart stand in one breath."""
MARKED = 0.5
"""A repair below this confidence was only marked: the damage still stands in the text."""
_INHERITED = frozenset(
    {"date-of-document", "plan-heading", "review-heading", "year-in-heading", "year-in-opening", "year-in-title"}
)
"""Rules by which a sentence inherits its year (`Context.year_rule`); any other found it in the words around."""


class GroundFinder:
    """Looks up what the relations of one document rest on."""

    def __init__(
        self,
        document: SegmentedDocument,
        mentions: Sequence[Mention],
        entities: Sequence[Entity],
        entity_of: Mapping[int, str],
    ) -> None:
        self._document, self._mentions = document, mentions
        self._ends = {entity.id: _end(entity) for entity in entities}
        self._entity_of = entity_of
        self._repairs = sorted((r for r in document.repairs if r.confidence < 1.0), key=lambda r: r.start)
        self._starts = [repair.start for repair in self._repairs]
        self._sentences = [sentence.start for sentence in document.sentences]

    def of(self, relation: Relation, start: int, end: int) -> Grounds:
        """What a relation rests on; `start` and `end` are its evidence in the raw text."""
        ends = tuple([self._ends[self._entity_of[index]] for index in relation.ends.values()])
        rule = relation.attributes.get("year_rule", "")
        year = "none" if relation.year is None else "inherited" if rule in _INHERITED else "said"
        return Grounds(ends, self._gap(relation), year, self._repair(start, end))

    def _gap(self, relation: Relation) -> str:
        """How far apart the two ends stand that are no region: a region holds over its whole report."""
        named = [self._mentions[i] for role, i in relation.ends.items() if role not in ("region", "in")]
        if len(named) < 2:
            return "none"
        spans = sorted((mention.start, mention.end) for mention in named)
        if spans[1][0] <= spans[0][1]:
            return "none"
        (_, left), (right, _) = spans[0], spans[-1]
        if bisect_left(self._sentences, left) != bisect_left(self._sentences, right):
            return "apart"
        return "near" if right - left <= NEAR else "far"

    def _repair(self, start: int, end: int) -> float:
        """The confidence of the least sure repair in a span of the raw text."""
        if not self._repairs:
            return 1.0
        inside: list[Repair] = self._repairs[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return min((max(repair.confidence, MARKED) for repair in inside), default=1.0)


def _end(entity: Entity) -> tuple[str, str, str]:
    """The kind of an entity, the rule that is surest of it, and how often it is named."""
    if len(entity.evidence) == 1:
        return entity.kind.value, entity.evidence[0].rule, "once"
    best = max(entity.evidence, key=lambda e: (e.confidence, -e.start, e.rule), default=None)
    return entity.kind.value, best.rule if best else "", "often" if best else "once"

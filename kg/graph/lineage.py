"""Rows about texts that two reports share: a node for each passage, and the short cut between the reports."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from kg.graph.iri import Namespaces
from kg.graph.literals import decimal, integer, text
from kg.graph.turtle import Row
from kg.model.evidence import StatementEvidence
from kg.model.lineage import Direction, SharedText

__all__ = ["shared_rows"]


def shared_rows(shared: Iterable[SharedText], names: Namespaces, *, written: Container[str] = ()) -> Iterator[Row]:
    """Each shared text with its two places, quoted as evidence is; `written` are quotations that stand there already.

    They belong to no report alone, so they stand where all reports meet.
    """
    for one in shared:
        node = names.entity(one.key)
        places = [names.quotation(names.span(side)) for side in one.evidence]
        yield node, "a", "ek:SharedText"
        yield node, "ek:sharedKind", text(one.kind.value)
        yield node, "ek:similarity", decimal(one.similarity)
        yield from ((node, "ek:sharedPassage", place) for place in places)
        if one.direction is not Direction.UNKNOWN:
            yield node, "ek:directionBy", text(one.direction.value)
            yield node, "ek:earlierPassage", places[0]
            yield node, "ek:laterPassage", places[1]
        reports = [names.entity(side.document) for side in one.evidence]
        yield reports[0], "ek:textSharedWith", reports[1]
        yield reports[1], "ek:textSharedWith", reports[0]
        for place, side, report in zip(places, one.evidence, reports, strict=True):
            if place not in written:
                yield from _quotation(place, side, report)


def _quotation(place: str, side: StatementEvidence, report: str) -> Iterator[Row]:
    yield place, "a", "oa:SpecificResource"
    yield place, "oa:hasSelector", f"{place}-place"
    yield place, "oa:hasSelector", f"{place}-words"
    yield place, "oa:hasSource", report
    yield f"{place}-place", "a", "oa:TextPositionSelector"
    yield f"{place}-place", "oa:start", integer(side.start)
    yield f"{place}-place", "oa:end", integer(side.end)
    yield f"{place}-words", "a", "oa:TextQuoteSelector"
    yield f"{place}-words", "oa:exact", text(side.quote)

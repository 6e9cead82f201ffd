"""How many reports say something by themselves: what is copied from one into another is one source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model.evidence import StatementEvidence
from kg.model.graph import GraphFigure, KnowledgeGraph, Statement
from kg.model.lineage import SharedText

__all__ = ["several_sources", "sources"]

MOST = 0.5
"""Share of an evidence that stands in a passage, from which it is copied with it."""

Copies = Mapping[str, list[tuple[StatementEvidence, StatementEvidence]]]
"""By document: its passages that stand in another one, each with that."""


def sources(graph: KnowledgeGraph) -> Mapping[str, int]:
    """Key of each statement and figure to the number of independent reports behind it.

    Reports whose words for it are one shared text count once.
    """
    every: tuple[Statement | GraphFigure, ...] = (*graph.statements, *graph.figures)
    return {one.key: 1 for one in every} | several_sources(graph)


def several_sources(graph: KnowledgeGraph) -> dict[str, int]:
    """`sources` of all that several reports say; what one alone says has one."""
    copies = _copies(graph.shared_texts)
    every: tuple[Statement | GraphFigure, ...] = (*graph.statements, *graph.figures)
    said = (one for one in every if len({e.document for e in one.evidence}) > 1)
    return {one.key: _independent(one.evidence, copies) for one in said}


def _copies(shared: Iterable[SharedText]) -> Copies:
    found: dict[str, list[tuple[StatementEvidence, StatementEvidence]]] = {}
    for text in shared:
        found.setdefault(text.first.document, []).append((text.first, text.second))
        found.setdefault(text.second.document, []).append((text.second, text.first))
    return found


def _independent(evidence: Iterable[StatementEvidence], copies: Copies) -> int:
    """The number of groups of documents that are not joined by a passage on which both stand."""
    by_document: dict[str, list[StatementEvidence]] = {}
    for one in evidence:
        by_document.setdefault(one.document, []).append(one)
    group = {document: document for document in by_document}
    for document in by_document if len(by_document) > 1 else ():
        for here, there in copies.get(document, ()):
            others = by_document.get(there.document, ())
            if any(_within(e, here) for e in by_document[document]) and any(_within(e, there) for e in others):
                old, new = group[document], group[there.document]
                group = {key: new if label == old else label for key, label in group.items()}
    return len(set(group.values()))


def _within(evidence: StatementEvidence, passage: StatementEvidence) -> bool:
    both = min(evidence.end, passage.end) - max(evidence.start, passage.start)
    return both > 0 and both >= MOST * (evidence.end - evidence.start)

"""Facts and figures that people took back: whole, or what one report says of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from kg.curate.entries import Entry, label, of
from kg.curate.facts import facts_meant
from kg.curate.find import MissingError, Things, find_document
from kg.curate.ledger import Ledger
from kg.model.curation import Action
from kg.model.graph import GraphFigure, KnowledgeGraph, Statement, StatementEvidence

__all__ = ["retracted"]


def retracted(ledger: Ledger, graph: KnowledgeGraph, things: Things, standing: Mapping[str, Entry]) -> KnowledgeGraph:
    """The graph without what is retracted: a whole fact or figure, or what one report says of it.

    `standing` are the keys of facts that other entries add or confirm: where both are said, neither is applied.
    """
    whole: set[str] = set()
    partly: dict[str, set[str]] = defaultdict(set)
    for entry in of(ledger.entries, Action.RETRACT):
        try:
            said = facts_meant(entry.fact, graph, things, ledger)
            document = find_document(entry.fact.document, graph.documents) if entry.fact.document else ""
        except MissingError as why:
            ledger.refuse(entry, str(why))
            continue
        if against := next((standing[one.key] for one in said if one.key in standing), None):
            ledger.refuse(entry, f"与之矛盾，都不采用 / contradicted by {label(against)}: none is applied")
            ledger.refuse(against, f"与之矛盾，都不采用 / contradicted by {label(entry)}: none is applied")
            continue
        for one in said:
            if document:
                partly[one.key].add(document)
            else:
                whole.add(one.key)
        keys = [one.key for one in said]
        ledger.applied(entry, [*keys, *(thing for one in said for thing in _spoken_of(one))], keys)
    return _without(graph, whole, partly)


def _spoken_of(said: Statement | GraphFigure) -> tuple[str, ...]:
    """The keys of the things of which a fact or a figure tells."""
    return tuple(said.ends.values()) if isinstance(said, Statement) else (said.region, said.about)


def _without(graph: KnowledgeGraph, whole: set[str], partly: Mapping[str, set[str]]) -> KnowledgeGraph:
    """The graph without some facts and figures, and without what some reports say of others."""

    def left(said: Statement | GraphFigure) -> tuple[StatementEvidence, ...]:
        if said.key in whole:
            return ()
        return tuple(e for e in said.evidence if e.document not in partly.get(said.key, ()))

    if not whole and not partly:
        return graph
    figures = [replace(f, evidence=said) for f in graph.figures if (said := left(f))]
    keys = {figure.key for figure in figures}
    return replace(
        graph,
        statements=tuple(replace(s, evidence=said) for s in graph.statements if (said := left(s))),
        figures=tuple(replace(f, part_of=f.part_of if f.part_of in keys else "") for f in figures),
        identities=tuple(i for i in graph.identities if keys.issuperset(i.figures)),
    )

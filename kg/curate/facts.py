"""The facts that an entry names, by their keys or by what they say."""

from __future__ import annotations

from dataclasses import replace

from kg.curate.entries import FactRef, Ref
from kg.curate.find import MissingError, Things, find_document, keys_told
from kg.curate.ledger import Ledger
from kg.model.graph import GraphFigure, KnowledgeGraph, Statement

__all__ = ["end_meant", "facts_meant"]


def facts_meant(
    ref: FactRef, graph: KnowledgeGraph, things: Things, ledger: Ledger
) -> list[Statement] | list[GraphFigure]:
    """The statements that an entry names, all of one year and the same ends, or the figure; raises `MissingError`.

    Several differ in status only: what is told as planned and as done is one matter.
    """
    if ref.key:
        keys = keys_told(ref.key)
        found = [s for s in graph.statements if s.key in keys]
        figures = [f for f in graph.figures if f.key in keys]
        if not found and figures:
            return figures
    else:
        ends = {role: end_meant(end, things, graph, ledger) for role, end in ref.ends}
        found = [
            s
            for s in graph.statements
            if s.kind is ref.kind
            and all(s.ends.get(role) == key for role, key in ends.items())
            and (ref.year is None or s.year == ref.year)
            and (ref.status is None or s.status is ref.status)
        ]
    if ref.document:
        document = find_document(ref.document, graph.documents)
        found = [s for s in found if any(e.document == document for e in s.evidence)]
    if not found:
        raise MissingError(f"图中没有这条事实 / no such fact in the graph{_other_years(ref, graph, things, ledger)}")
    if len({(s.year, tuple(sorted(s.ends.items()))) for s in found}) > 1:
        listed = ", ".join(f"{s.key} ({s.year or '–'})" for s in found[:3])
        raise MissingError(f"可能是几条，请写明各端和年份 / could be several, give all ends and the year: {listed}")
    return found


def _other_years(ref: FactRef, graph: KnowledgeGraph, things: Things, ledger: Ledger) -> str:
    """In which years the graph tells a fact that it does not tell for the year asked, for the end of a message."""
    if ref.key or (ref.year is None and ref.status is None):
        return ""
    try:
        found = facts_meant(replace(ref, year=None, status=None), graph, things, ledger)
    except MissingError:
        return ""
    told = sorted({f"{one.year or '–'} {one.status.value if one.status else '–'}" for one in found})
    return f"；有的是 / but there is: {', '.join(told)}"


def end_meant(ref: Ref, things: Things, graph: KnowledgeGraph, ledger: Ledger) -> str:
    """The key of the entity at an end; one that was merged away is what it became."""
    for key in keys_told(ref.key) if ref.key else ():
        if key in ledger.moved:
            return ledger.moved[key]
    return things.find(ref, graph.documents).key

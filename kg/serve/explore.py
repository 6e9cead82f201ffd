"""The explorer over a store: a page of its best connected part, and what stands around a thing, on demand."""

from __future__ import annotations

import json

from pyoxigraph import Store

from kg.export.page import served_page
from kg.export.page.choose import Limits, Whole, choose
from kg.export.page.data import page_data, page_evidence
from kg.export.page.groups import group_things
from kg.export.page.layout import arrange
from kg.graph.neighbours import around, links, sizes
from kg.graph.reading import read_back, read_part

__all__ = ["SERVED", "explorer", "neighbourhood"]

SERVED = Limits(3_000, 10_000, 3_000)
"""Of the page: what it lacks comes when it is wanted, so it need not hold as much as a file, and is there sooner."""
MOST_THINGS, MOST_FACTS = 800, 4_000
"""Of one neighbourhood: so many marks are drawn at once."""


def explorer(store: Store, limits: Limits = SERVED) -> bytes:
    """The page: all of a graph that fits, else its best connected part.

    Raises `GraphError` where the store holds no graph of this program.
    """
    size = sizes(store)
    if limits.hold(*size):
        return served_page(read_back(sorted(store, key=str)).graph, None)
    all_ = links(store)
    chosen = choose(all_.kinds, all_.facts, all_.figures, all_.reporting, limits)
    reports = all_.reports
    del all_
    read = read_part(store, things=chosen.entities, facts=chosen.facts, figures=chosen.figures, documents=reports)
    held = {entity.key for entity in read.graph.entities}
    return served_page(read.graph, Whole(*size, _keys(chosen.incomplete, read.base_iri) & held))


def neighbourhood(store: Store, iri: str, hops: int) -> bytes:
    """What is so many steps around a thing or a fact, as JSON: `data` and `evidence`, rows as those of the page.

    Raises `GraphError` as `explorer`.
    """
    near = around(store, iri, hops=hops, most_things=MOST_THINGS, most_facts=MOST_FACTS)
    read = read_part(store, things=near.things, facts=near.facts, figures=near.figures)
    graph = read.graph
    groups = group_things(graph)
    # What came along to tell where things lie was not looked at: the graph may tell more of it.
    unseen = {entity.key for entity in graph.entities} - _keys(near.things, read.base_iri)
    whole = Whole(*sizes(store), _keys(near.incomplete, read.base_iri) | unseen)
    told = {"data": page_data(graph, groups, arrange(graph, groups), whole), "evidence": page_evidence(graph, groups)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _keys(iris: frozenset[str], base: str) -> frozenset[str]:
    return frozenset(iri.removeprefix(base) for iri in iris)

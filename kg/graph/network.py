"""The graph for NetworkX: entities are nodes, statements are edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from kg.graph.communities import Place, communities
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement
from kg.model.names import FACT_ENDS

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["to_network"]

Scalar: TypeAlias = str | int | float


def to_network(graph: KnowledgeGraph) -> nx.MultiDiGraph:
    """A `networkx.MultiDiGraph`: nodes by `GraphEntity.key`, edges by `Statement.key`.

    An edge leads from the first end of its kind in `FACT_ENDS` to each other end: a school's project that lies in a
    region gives project → school and project → region, with the same attributes but `role`. A statement with one end
    only (a program that no region is named for) has no edge: its key stands in `graph.graph["without_edge"]`.

    Attributes are strings and numbers, and absent where nothing is known, so that every NetworkX writer takes them.
    Nodes: label kind level region aliases concept statements community community_role (see `kg.graph.communities`), and
    the entity's own attributes. Edges: kind role year
    status quote document start end rule confidence evidences, and the statement's own attributes.
    """
    import networkx as nx

    network = nx.MultiDiGraph(name="cn-edu-kg")
    counts = Counter(key for statement in graph.statements for key in statement.ends.values())
    places = communities(graph)
    for entity in graph.entities:
        network.add_node(entity.key, **_node(entity, counts[entity.key], places[entity.key]))
    without: list[str] = []
    for statement in graph.statements:
        first, *others = [role for role in FACT_ENDS[statement.kind] if role in statement.ends] or [""]
        attributes = _edge(statement)
        for role in others:
            ends = statement.ends[first], statement.ends[role]
            network.add_edge(*ends, key=statement.key, **(attributes | {"role": role}))
        if not others:
            without.append(statement.key)
    network.graph["without_edge"] = " ".join(without)
    return network


def _node(entity: GraphEntity, statements: int, place: Place) -> Mapping[str, Scalar]:
    known: dict[str, Scalar] = {
        **entity.attributes,
        "label": entity.name,
        "kind": entity.kind.value,
        "aliases": "；".join(entity.aliases),
        "region": entity.region,
        "concept": entity.concept,
        "level": "" if entity.level is None else entity.level.word,
    }
    counted = {"statements": statements, "community": place.community, "community_role": place.role.value}
    return {name: value for name, value in known.items() if value != ""} | counted


def _edge(statement: Statement) -> dict[str, Scalar]:
    """What every edge of a statement says; the quote is that of its first evidence."""
    best = statement.evidence[0]
    known: dict[str, Scalar] = {
        **statement.attributes,
        "kind": statement.kind.value,
        "quote": best.quote,
        "document": best.document,
        "start": best.start,
        "end": best.end,
        "rule": best.rule,
        "confidence": best.confidence,
        "evidences": len(statement.evidence),
    }
    if statement.year is not None:
        known["year"] = statement.year
    if statement.status is not None:
        known["status"] = statement.status.value
    return known

"""What has to be sent: the named graphs whose content the server has not confirmed yet."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from kg.graph.iri import Namespaces
from kg.graph.rdf import to_graphs
from kg.model.graph import KnowledgeGraph

__all__ = ["DEFAULT", "Part", "Plan", "plan"]

DEFAULT = ""
"""In the place of an IRI: the graph of the store that has no name."""


@dataclass(frozen=True, slots=True)
class Part:
    """One named graph."""

    iri: str
    """Its name, or `DEFAULT`."""
    title: str
    """For people: the title of the report."""
    turtle: bytes

    @property
    def sha256(self) -> str:
        """By which a confirmed content is known again."""
        return hashlib.sha256(self.turtle).hexdigest()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done on a server."""

    send: tuple[Part, ...]
    """In the order of sending: the reports, at last what they share."""
    kept: tuple[Part, ...]
    """Confirmed before with the same content."""
    stale: tuple[str, ...]
    """Names of graphs that were sent before and are no longer in the graph: reports that were taken out."""


def plan(graph: KnowledgeGraph, *, base_iri: str, confirmed: Mapping[str, str], default_graph: bool = False) -> Plan:
    """What to send, of a graph of which the server has `confirmed` some (name of a graph to the sha256 of its Turtle).

    What all reports share goes into a graph that bears the IRI of the data set, so that nothing of others on the server
    is replaced; with `default_graph` into the one without a name.
    """
    names = Namespaces(base_iri)
    shared = DEFAULT if default_graph else names.iri("dataset")
    parts = []
    for key, turtle in to_graphs(graph, base_iri=base_iri):
        if key:
            info = graph.documents[key]
            parts.append(Part(names.iri(key), info.title or info.source.stem, turtle.encode()))
        else:
            parts.append(Part(shared, "各报告共有的部分 / what all reports share", turtle.encode()))
    send = tuple(part for part in parts if confirmed.get(part.iri) != part.sha256)
    kept = tuple(part for part in parts if confirmed.get(part.iri) == part.sha256)
    return Plan(send, kept, tuple(sorted(confirmed.keys() - {part.iri for part in parts})))

"""A graph read back from its RDF: what was written gives the same value, and that the same bytes again.

What the triples do not carry is absent: where each entity is named (`GraphEntity.mentions`) and why names were taken
for one thing (`KnowledgeGraph.decisions`); both stand in `identity.jsonl`. Of a file's path its name is left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, parse

from kg.errors import GraphError
from kg.graph.iri import BASE_IRI
from kg.graph.reading.curations import curations_told
from kg.graph.reading.documents import documents_told, versions_told
from kg.graph.reading.entities import entities_told
from kg.graph.reading.figures import figures_told, identities_told
from kg.graph.reading.lineage import shared_told
from kg.graph.reading.statements import statements_told
from kg.graph.reading.told import Told
from kg.graph.store import ENGINE, damaged, engine_triples
from kg.graph.vocabulary import term
from kg.model.graph import KnowledgeGraph

__all__ = ["ReadBack", "read_back", "read_file"]


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A graph, and the base under which its things were named."""

    graph: KnowledgeGraph
    base_iri: str


def read_file(path: Path) -> ReadBack:
    """The graph of a Turtle file, or of a folder: the database of `kg build --store`, else the folder's `graph.ttl`.

    Raises `GraphError` that names place and cure.
    """
    if path.is_dir() and (path / ENGINE).is_dir():
        return read_back(engine_triples(path / ENGINE))
    path = path / "graph.ttl" if path.is_dir() else path
    with damaged(path):
        return read_back(parse(path=str(path), format=RdfFormat.TURTLE))


def read_back(triples: Iterable[Triple | Quad]) -> ReadBack:
    """The graph that the triples of `kg.graph.rdf.to_triples` tell, in any order.

    Raises `GraphError` where they tell no graph of this program, or a node of it is not whole.
    """
    told = Told(triples)
    base = _base(told)
    keys = {iri: iri[len(base) :] for iri in told if iri.startswith(base)}
    graph = KnowledgeGraph(
        entities=tuple(entities_told(told, keys)),
        statements=tuple(statements_told(told, keys)),
        documents=documents_told(told, keys),
        figures=tuple(figures_told(told, keys)),
        identities=tuple(identities_told(told, keys)),
        read_by=versions_told(told, keys),
        curations=tuple(curations_told(told, keys)),
        shared_texts=tuple(shared_told(told, keys)),
    )
    return ReadBack(graph, base)


def _base(told: Told) -> str:
    """Where the things of the graph are named, as its own description says."""
    spaces = {space for iri in told for space in told.words(iri, term("void:uriSpace"))}
    if len(spaces) != 1:
        raise GraphError(
            "不是 kg build 写出的图：没有 void:uriSpace / no graph that kg build wrote: it has no void:uriSpace "
            f"({BASE_IRI})"
        )
    return spaces.pop()

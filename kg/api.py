"""What a Python user calls: `kg.build(paths)` and what it gives."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model.graph import KnowledgeGraph, RunReport

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.pipeline import Progress

__all__ = ["Build", "build"]


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build: the graph as plain values, the report, and the ways out of both."""

    graph: KnowledgeGraph
    report: RunReport
    base_iri: str

    def rdf(self) -> rdflib.Graph:
        """The graph as RDF, in the terms of `ontology/edu.ttl`."""
        from kg.graph.rdf import to_rdf

        return to_rdf(self.graph, base_iri=self.base_iri)

    def network(self) -> networkx.MultiDiGraph:
        """The graph for networkx: a node for each entity, an edge for each statement between two entities."""
        from kg.graph.network import to_network

        return to_network(self.graph)

    def save(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """The files written into `folder`: RDF, the page, three tables and the report; each whole or not at all."""
        from kg.export import write_exports

        return write_exports(self.graph, self.report, Path(folder), base_iri=self.base_iri)


def build(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    jobs: int | None = None,
    base_iri: str | None = None,
    progress: Progress | None = None,
    fields: Mapping[str, str] | None = None,
    input_format: str = "",
) -> Build:
    """The knowledge graph of files and folders (read recursively), archives and JSON Lines.

    A file that cannot be read does not stop the others: see `.report.failures`. Every IRI of the graph begins with
    `base_iri`, unless told otherwise with `kg.graph.iri.BASE_IRI`. `fields` names keys of JSON Lines:
    `{"text": "正文", "title": "标题"}`, besides them `date`, `url`, `publisher` and `region`. `-` is standard input, of
    the kind `input_format` or what it looks like. With `jobs` above 1 (or None and much text) processes are started;
    a script then needs the usual `if __name__ == "__main__":`. Raises `KgError`.
    """
    from kg.graph.iri import BASE_IRI, Namespaces
    from kg.pipeline import Reading
    from kg.pipeline import build as build_graph
    from kg.read import Fields

    base = base_iri or BASE_IRI
    Namespaces(base)  # a base that cannot be one is told before the work, not after
    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    reading = Reading(Fields.of(fields or {}), input_format)
    graph, report = build_graph([Path(path) for path in given], jobs=jobs, progress=progress, reading=reading)
    return Build(graph, report, base)

"""The graph in the other forms of RDF: N-Triples, and N-Quads and TriG with a named graph for each report."""

from __future__ import annotations

from pyoxigraph import RdfFormat, parse, serialize

from kg.graph.rdf import to_trig, to_triples
from kg.model.graph import KnowledgeGraph

__all__ = ["ntriples_files", "quads_files", "trig_files"]


def ntriples_files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:
    """`graph.nt`: a triple a line, the lines sorted."""
    written = serialize(to_triples(graph, base_iri=base_iri), format=RdfFormat.N_TRIPLES)
    return {"graph.nt": _sorted(written or b"")}


def quads_files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:
    """`graph.nq`: a triple with its report a line, the lines sorted; what all reports share has none."""
    quads = parse(to_trig(graph, base_iri=base_iri).encode(), format=RdfFormat.TRIG)
    return {"graph.nq": _sorted(serialize(quads, format=RdfFormat.N_QUADS) or b"")}


def trig_files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:
    """`graph.trig`: the same for people."""
    return {"graph.trig": to_trig(graph, base_iri=base_iri).encode()}


def _sorted(lines: bytes) -> bytes:
    return b"".join(sorted(lines.splitlines(keepends=True)))

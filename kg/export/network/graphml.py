"""The graph as GraphML: yEd, Cytoscape, igraph, Gephi, NetworkX."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from kg.export.network.model import Edge, Node, Value, network_of, types_of
from kg.model.graph import KnowledgeGraph

__all__ = ["files"]

_TYPES = {str: "string", int: "long", float: "double"}


def files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:  # noqa: ARG001 — all forms are called alike
    """`graph.graphml`: entities are nodes, what a fact says of two of them is an edge with year, status and quote."""
    return {"graph.graphml": "".join(_lines(graph)).encode()}


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    network = network_of(graph)
    node_types = types_of(network.nodes) | {"label": str}
    edge_types = types_of(network.edges) | {"label": str}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for letter, domain, types in (("n", "node", node_types), ("e", "edge", edge_types)):
        for name, kind in types.items():
            yield (
                f'  <key id={quoteattr(f"{letter}-{name}")} for="{domain}" attr.name={quoteattr(name)} '
                f'attr.type="{_TYPES[kind]}"/>\n'
            )
    yield '  <key id="g-without_edge" for="graph" attr.name="without_edge" attr.type="string"/>\n'
    yield '  <graph id="cn-edu-kg" edgedefault="directed">\n'
    yield f'    <data key="g-without_edge">{escape(network.without_edge)}</data>\n'
    for node in network.nodes:
        yield f"    <node id={quoteattr(node.id)}>\n{_data('n', node)}    </node>\n"
    for edge in network.edges:
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f"    <edge id={quoteattr(edge.id)} {ends}>\n{_data('e', edge)}    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _data(letter: str, thing: Node | Edge) -> str:
    told: Mapping[str, Value] = {"label": thing.label, **dict(sorted(thing.values.items()))}
    return "".join(
        f"      <data key={quoteattr(f'{letter}-{name}')}>{escape(str(value))}</data>\n" for name, value in told.items()
    )

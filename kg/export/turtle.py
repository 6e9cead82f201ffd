"""The graph as `graph.ttl`."""

from __future__ import annotations

from kg.graph.rdf import to_turtle
from kg.model.graph import KnowledgeGraph

__all__ = ["files", "graph_turtle"]

HEAD = """\
# 中国教育工作报告知识图谱 / Knowledge graph of China's education work reports
# 词表 / vocabulary: ontology/edu.ttl    约束 / shapes: ontology/shapes.ttl    提问 / ask: kg query --list

"""


def graph_turtle(graph: KnowledgeGraph, *, base_iri: str) -> bytes:
    """The whole graph as sorted Turtle; raises `GraphError` when it breaks a promise, `UsageError` for a bad base."""
    return (HEAD + to_turtle(graph, base_iri=base_iri)).encode()


def files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:
    """The one file of the form `turtle`."""
    return {"graph.ttl": graph_turtle(graph, base_iri=base_iri)}

"""A large graph in the shapes of the seeds: many regions, each with reports and things of its own, over years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg.model.graph import KnowledgeGraph, Statement
from tests.benchmarks.big_graph import big_graph

__all__ = ["edges_of", "large_graph"]

YEARS = range(-4, 5)
"""A fact is told again for so many years before and after, until there are enough."""


def large_graph(copies: int, edges: int, source: Path) -> KnowledgeGraph:
    """The graph of a file so many times, its facts told for further years until there are that many edges.

    16 copies of the seeds' graph are 10,000 entities.
    """
    graph = big_graph(copies, source)
    documents = {
        key: replace(info, region=f"{info.region}{number}" if (number := _number(info.source.path)) else info.region,
                     region_code="" if number else info.region_code)
        for key, info in graph.documents.items()
    }  # fmt: skip
    statements = list(graph.statements)
    more = edges - edges_of(statements)
    for statement in _other_years(graph.statements):
        if more <= 0:
            break
        statements.append(statement)
        more -= edges_of([statement])
    return replace(graph, statements=tuple(sorted(statements, key=lambda s: s.key)), documents=documents)


def edges_of(statements: list[Statement]) -> int:
    """As many lines as a network of the statements has."""
    return sum(max(0, len(statement.ends) - 1) for statement in statements)


def _number(path: str) -> str:
    head = path.split("-", 1)[0]
    return head if head.isdigit() else ""


def _other_years(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    for shift in YEARS:
        for statement in statements:
            if shift and statement.year:
                yield replace(statement, key=f"{statement.key}-{shift}", year=statement.year + shift)

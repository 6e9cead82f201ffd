"""What a Python user does with several graphs: compare two, make one of many."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeAlias

from kg.api.calls import load
from kg.api.graph import Graph
from kg.api.made import Merge
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.compare import Difference

__all__ = ["diff", "merge"]

GraphOrPath: TypeAlias = Graph | str | os.PathLike[str]
"""A graph, or what `kg.load` takes: a graph file, a folder of outputs, a store."""


def diff(old: GraphOrPath, new: GraphOrPath) -> Difference:
    """What `new` gained, lost and changed against `old`, report by report: false where nothing differs, as words with
    `str`, as values in `documents`, `entities` and `fields`.

    Raises `GraphError` for a path where there is no graph or a damaged one.

    >>> import kg
    >>> print(kg.diff("exports", kg.load("exports")))
    两个图谱相同 / the graphs are the same
    >>> one = kg.build("seeds/000_e470ba86af01da5e.txt", jobs=1)
    >>> [document.state for document in kg.diff(one, "exports").documents if not document.before]
    ['added', 'added', 'added', 'added']
    """
    from kg.compare import compare

    before, after = _graph(old), _graph(new)
    return compare(before.values, after.values, bases=(before.base_iri, after.base_iri))


def merge(*graphs: GraphOrPath, base_iri: str | None = None) -> Merge:
    """The graphs as one, in which the same things keep their IRIs, and all names, facts, quotes and reports stay.

    Neither the order of the graphs nor one that is given twice changes anything. Where they differ, the choice is told
    in `.conflicts`. Who is who is not decided anew: build all reports together for that. `base_iri` is what every IRI
    begins with; it must be told where the graphs have several.

    Raises `UsageError` for several bases or no graph at all, `GraphError` for a path where there is no graph or a
    damaged one, and where one key stands for different things.

    >>> import kg
    >>> one = kg.build("seeds/000_e470ba86af01da5e.txt", jobs=1)
    >>> kg.diff("exports", kg.merge("exports", "exports")).documents
    ()
    >>> len(kg.merge(one, "exports").documents())
    5
    """
    from kg.combine import common_base
    from kg.combine import merge as merged
    from kg.graph.iri import Namespaces

    if not graphs:
        raise UsageError("没有图谱可合并 / no graph to merge")
    if base_iri:
        Namespaces(base_iri)  # a base that cannot be one is told before the work, not after
    opened = [_graph(one) for one in graphs]
    base = common_base((graph.base_iri for graph in opened), base_iri)
    result = merged([graph.values for graph in opened])
    return Merge(result.graph, base, result.conflicts)


def _graph(one: GraphOrPath) -> Graph:
    """The graph as its file tells it: a build holds what no file does, and does not hold what only the concepts say."""
    if not isinstance(one, Graph):
        return load(one)
    from kg.graph.rdf import to_triples
    from kg.graph.reading import read_back

    return Graph(read_back(to_triples(one.values, base_iri=one.base_iri)).graph, one.base_iri)

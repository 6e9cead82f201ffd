"""Graphs that no one planned for: every view opens on each, and nothing of it is taken for a part of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.graph.rdf import to_triples
from kg.graph.reading import read_back
from kg.model.graph import GraphEntity, KnowledgeGraph
from kg.model.names import EntityKind
from tests.graph.small_graph import small_graph
from tests.page.conftest import written
from tests.page.opened import Opened

Open = Callable[..., Opened]
VIEWS = ("network", "timeline", "table", "programs", "honors", "findings")


def named(name: str) -> KnowledgeGraph:
    """The small graph, all things of one kind under this name and each with one more such name."""
    graph = small_graph()
    entities = (
        replace(e, name=name, aliases=(name + "号",)) if e.kind is not EntityKind.REGION else e for e in graph.entities
    )
    return replace(graph, entities=tuple(entities))


def regions(most: int) -> KnowledgeGraph:
    """As much of the small graph as one region, or no report, tells."""
    graph = small_graph()
    documents = dict(list(graph.documents.items())[:most])
    kept = [s for s in graph.statements if all(e.document in documents for e in s.evidence)]
    return replace(graph, documents=documents, statements=tuple(kept), figures=(), shared_texts=())


def without_years() -> KnowledgeGraph:
    graph = small_graph()
    statements = tuple(replace(s, year=None) for s in graph.statements)
    documents = {key: replace(info, review_years=(), plan_years=()) for key, info in graph.documents.items()}
    return replace(graph, statements=statements, documents=documents, figures=())


GRAPHS: dict[str, Callable[[], KnowledgeGraph]] = {
    "markup": lambda: named("<img src=x onerror=alert(1)></script><script>alert(2)</script>\"'&amp;{{7*7}}"),
    "right to left": lambda: named("\u202eمدرسة\u202c עברית\u200f"),
    "controls": lambda: named("校\x00\x07\x1b\x85\n\t\ufeff名"),
    "500 characters": lambda: named("很长的名称" * 100),
    "one character": lambda: named("校"),
    "no facts": lambda: replace(small_graph(), statements=(), figures=()),
    "no region": lambda: regions(0),
    "one region": lambda: regions(1),
    "no year": without_years,
    "one thing": lambda: KnowledgeGraph((GraphEntity("school/a", EntityKind.SCHOOL, "校", (), "", None, ""),), (), {}),
    "traditional": lambda: named("縣芙蓉學校體藝樓"),
    "read back": lambda: read_back(to_triples(small_graph())).graph,
    "nothing": lambda: KnowledgeGraph((), (), {}),
}


@pytest.mark.parametrize("odd", GRAPHS)
def test_every_view_opens(open_page: Open, tmp_path: Path, odd: str) -> None:
    opened = open_page(written(GRAPHS[odd](), tmp_path / "odd.html"))
    for view in VIEWS:
        opened.page.evaluate("(view) => explorer.store.set({ view })", view)
        opened.settle()
        assert opened.page.locator("#view *").count() > 0
        assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    for key in opened.page.evaluate("explorer.graph.entities.slice(0, 3).map((one) => one.key)"):
        opened.page.evaluate("(key) => explorer.store.set({ view: 'network', focus: key, selected: key })", key)
        opened.settle()
        assert opened.page.locator("#panel").is_visible()
    assert opened.page.locator("img, script[src], iframe").count() == 0

"""The pages that the tests open in a browser without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.export.page import page
from kg.graph.reading import read_file
from kg.model.graph import KnowledgeGraph
from tests.graph.small_graph import small_graph
from tests.page.opened import Opened

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def small_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the small graph of tests/graph, which has all kinds and hostile names."""
    return written(small_graph(), tmp_path_factory.mktemp("page") / "small.html")


@pytest.fixture(scope="session")
def seeds_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the graph in exports/."""
    graph = read_file(ROOT / "exports" / "graph.ttl").graph
    return written(graph, tmp_path_factory.mktemp("page") / "seeds.html")


def written(graph: KnowledgeGraph, path: Path) -> Path:
    path.write_bytes(page(graph))
    return path


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Opens a page; at the end nothing may have gone wrong in any that was opened, nor been fetched."""
    opened: list[Opened] = []

    def opens(file: Path, fragment: str = "", *, size: tuple[int, int] = (1400, 900)) -> Opened:
        opened.append(Opened(browser, file, fragment, size))
        return opened[-1]

    yield opens
    for one in opened:
        one.finish()

"""The page as a file: nothing is fetched, nothing that a report says is run, equal graphs give equal bytes."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest

from kg.export.page import page
from kg.model.graph import KnowledgeGraph
from tests.graph.small_graph import small_graph

EMPTY = KnowledgeGraph((), (), {})


class Parsed(HTMLParser):
    """All tags of a page, and the text of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.inside.append((*self.tags[-1], data))


@pytest.fixture(scope="module")
def text() -> str:
    return page(small_graph()).decode("utf-8")


@pytest.fixture(scope="module")
def parsed(text: str) -> Parsed:
    return Parsed(text)


def test_nothing_is_fetched_from_anywhere(parsed: Parsed) -> None:
    for tag, attributes in parsed.tags:
        assert not {"src", "href", "srcset", "data", "action", "integrity"} & attributes.keys(), (tag, attributes)
        assert tag not in ("link", "iframe", "object", "embed", "base", "form", "img")
    for tag, _, content in parsed.inside:
        if tag == "style":
            assert "url(" not in content and "@import" not in content


def test_names_add_no_element_to_the_page(parsed: Parsed) -> None:
    harmless = Parsed(page(EMPTY).decode())
    assert [tag for tag, _ in parsed.tags] == [tag for tag, _ in harmless.tags]
    assert not [a for _, attributes in parsed.tags for a in attributes if a.startswith("on")]


def test_a_title_is_escaped() -> None:
    hostile = "</title><script>alert(1)</script>{{7*7}}"
    plain, told = (Parsed(page(small_graph(), title=title).decode()) for title in ("标题", hostile))
    assert [tag for tag, _ in plain.tags] == [tag for tag, _ in told.tags]
    assert hostile in page(small_graph(), title=hostile).decode().replace("&lt;", "<").replace("&gt;", ">")


def test_the_policy_allows_these_very_scripts_and_no_others(parsed: Parsed) -> None:
    (policy,) = [
        a["content"] for t, a in parsed.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy is not None and "default-src 'none'" in policy and "unsafe" not in policy
    hashes = set(re.findall(r"'sha256-([^']+)'", policy))
    run = [c for tag, a, c in parsed.inside if tag == "style" or a.get("type") is None]
    assert {b64encode(hashlib.sha256(c.encode()).digest()).decode() for c in run} == hashes


def test_the_library_keeps_its_licence(text: str) -> None:
    assert "vis.js is dual licensed under both" in text and "@copyright" in text


def test_the_data_come_back_whole(parsed: Parsed) -> None:
    graph = small_graph()
    data = {a["id"]: json.loads(c) for _, a, c in parsed.inside if a.get("type") == "application/json"}
    assert [row[0] for row in data["data"]["entities"]] == [e.key for e in graph.entities]
    assert [row[0] for row in data["data"]["facts"]] == [s.key for s in graph.statements]
    assert len(data["data"]["documents"]) == len(graph.documents)
    quotes = [[row[3] for row in rows] for rows in data["evidence"]["facts"]]
    assert quotes == [[e.quote.encode("utf-8", "replace").decode() for e in s.evidence] for s in graph.statements]


@pytest.mark.parametrize("graph", [EMPTY, small_graph()], ids=["empty", "small"])
def test_the_same_graph_gives_the_same_bytes(graph: KnowledgeGraph) -> None:
    assert page(graph) == page(graph)


def test_a_page_is_small(text: str, parsed: Parsed) -> None:
    """The library alone is 469 kB; the rest holds all views, filters, search and help, in two languages."""
    library = max((content for tag, _, content in parsed.inside if tag == "script"), key=len)
    assert "vis.js" in library[:400]
    assert len(text.encode()) - len(library.encode()) < 300_000

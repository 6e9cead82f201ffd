"""The explorer as `kg serve` has it: whole where the graph is small, else a part that asks this server for more."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page
from pyoxigraph import Store

from kg.graph.neighbours import around
from kg.graph.rdf import to_store, to_turtle
from kg.graph.reading import read_file, read_part
from kg.model.graph import KnowledgeGraph
from kg.serve.explore import SERVED, explorer
from tests.conftest import ROOT
from tests.page.large import large_graph
from tests.serve.conftest import BASE, Canary, Server, serving

SEEDS = ROOT / "exports" / "graph.ttl"
COPIES = 8
REGION = "region/360704"
READY = "body[data-view]"
"""What the page shows when its script has run."""
ROOMY = {"most_things": 10_000, "most_facts": 100_000}


@pytest.fixture(scope="module")
def seeds_graph() -> KnowledgeGraph:
    return read_file(SEEDS).graph


@pytest.fixture(scope="module")
def store(seeds_graph: KnowledgeGraph) -> Store:
    return to_store(seeds_graph)


@pytest.fixture(scope="module")
def big() -> KnowledgeGraph:
    """More than goes on a served page: 5,000 entities."""
    graph = large_graph(COPIES, 0, SEEDS)
    assert len(graph.entities) > 1.5 * SERVED.entities
    return graph


@pytest.fixture(scope="module")
def large(big: KnowledgeGraph, canary: Canary, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path = tmp_path_factory.mktemp("large") / "graph.ttl"
    path.write_text(to_turtle(big), "utf-8")
    with serving(path) as running:
        yield running
    assert canary.heard == []


class Visit:
    """A page in a browser, with all that it asked and all that went wrong."""

    def __init__(self, browser: Browser, server: Server, path: str) -> None:
        self.here = f"http://127.0.0.1:{server.port}"
        self.page: Page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
        self.page.set_default_timeout(20_000)
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.open(path)

    def open(self, path: str) -> None:
        self.page.goto(self.here + path, timeout=120_000)
        if path.startswith("/explore"):
            self.page.wait_for_selector(READY)

    def until(self, expression: str, arg: object = None) -> None:
        """Asks again and again: the page's policy forbids the browser to do that by itself."""
        end = time.monotonic() + 20
        while not self.page.evaluate(expression, arg):
            assert time.monotonic() < end, expression
            time.sleep(0.05)

    def data_asked(self) -> list[str]:
        return [url.removeprefix(self.here) for url in self.asked if "/explore/" in url]

    def facts_of(self, key: str) -> list[str]:
        """Keys of the facts of a thing that are loaded."""
        found: list[str] = self.page.evaluate(
            "(key) => (explorer.graph.byKey.get(key)?.facts ?? []).map((fact) => fact.key).sort()", key
        )
        return found

    def loaded(self) -> None:
        self.page.wait_for_selector("#whole[aria-busy=false]")


@pytest.fixture
def visit(browser: Browser, large: Server) -> Iterator[Visit]:
    """The explorer of the large graph; it may have asked nobody but its server, and no error may have come."""
    visit = Visit(browser, large, "/explore")
    yield visit
    visit.page.close()
    assert visit.errors == []
    assert [url for url in visit.asked if not url.startswith(visit.here + "/")] == []


def away(visit: Visit, graph: KnowledgeGraph) -> str:
    """A thing with facts that is not on the page."""
    here = set(visit.page.evaluate("explorer.graph.entities.map((one) => one.key)"))
    named = {key for statement in graph.statements for key in statement.ends.values()}
    return min(named - here)


def facts_about(graph: KnowledgeGraph, key: str) -> list[str]:
    return sorted(s.key for s in graph.statements if key in s.ends.values())


def test_the_facts_around_a_thing_are_those_of_the_whole(seeds_graph: KnowledgeGraph, store: Store) -> None:
    by_key = {statement.key: statement for statement in seeds_graph.statements}
    for key in (REGION, *sorted({k for s in seeds_graph.statements for k in s.ends.values()})[::40]):
        near = around(store, BASE + key, hops=1, **ROOMY)
        part = read_part(store, things=near.things, facts=near.facts, figures=near.figures).graph
        assert [s.key for s in part.statements] == facts_about(seeds_graph, key)
        assert all(by_key[s.key] == s for s in part.statements)
        assert BASE + key not in near.incomplete


@pytest.mark.parametrize("hops", [1, 2, 3])
def test_each_step_leads_as_far_as_facts_do(seeds_graph: KnowledgeGraph, store: Store, hops: int) -> None:
    met = {REGION}
    for _ in range(hops):
        met |= {end for s in seeds_graph.statements if met & set(s.ends.values()) for end in s.ends.values()}
    assert around(store, BASE + REGION, hops=hops, **ROOMY).things == {BASE + key for key in met}


def test_a_neighbourhood_has_its_limit_and_says_where_more_is_told(store: Store) -> None:
    few = around(store, BASE + REGION, hops=3, most_things=20, most_facts=9)
    assert (len(few.things), len(few.facts)) == (20, 9)
    assert BASE + REGION in few.things & few.incomplete
    assert few == around(store, BASE + REGION, hops=3, most_things=20, most_facts=9)


def test_from_a_fact_only_what_it_names_comes(seeds_graph: KnowledgeGraph, store: Store) -> None:
    fact = next(s for s in seeds_graph.statements if len(s.ends) > 1)
    near = around(store, BASE + fact.key, hops=1, **ROOMY)
    assert near.facts == {BASE + fact.key}
    assert near.things == {BASE + key for key in fact.ends.values()}


def test_a_part_of_a_store_is_the_same_each_time(big: KnowledgeGraph) -> None:
    shuffled, plain = Store(), to_store(big)
    shuffled.extend(sorted(plain, key=lambda quad: hash(str(quad))))
    assert explorer(plain) == explorer(shuffled)


def test_a_small_graph_is_on_the_page_whole(server: Server, seeds_graph: KnowledgeGraph) -> None:
    reply = server.get("/explore", accept="text/html")
    assert (reply.status, reply.media) == (200, "text/html")
    data = json.loads(re.findall(r'<script type="application/json" id="data">(.*?)</script>', reply.text, re.DOTALL)[0])
    assert data["whole"] is None
    assert {row[0] for row in data["facts"]} == {s.key for s in seeds_graph.statements}
    assert len(data["entities"]) == len(seeds_graph.entities) + 1  # the school with the hostile name


def test_only_this_page_may_ask_and_only_its_server(server: Server) -> None:
    reply = server.get("/explore")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', reply.text)
    assert "connect-src &#39;self&#39;" in policy and "unsafe" not in policy and "default-src &#39;none&#39;" in policy
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    assert "default-src 'self'" in server.get("/").headers["content-security-policy"]


def rows(server: Server, key: str, hops: object = 1) -> Any:
    return server.get(f"/explore/around?key={quote(key, safe='')}&hops={hops}")


def test_around_answers_with_the_rows_of_the_page(large: Server, big: KnowledgeGraph) -> None:
    told = rows(large, f"{REGION}-3").json()
    facts = {row[0]: quotes for row, quotes in zip(told["data"]["facts"], told["evidence"]["facts"], strict=True)}
    assert sorted(facts) == facts_about(big, f"{REGION}-3")
    quotes = {s.key: {e.quote for e in s.evidence} for s in big.statements}
    assert all(row[3] in quotes[key] for key, told in facts.items() for row in told)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("key=school/none&hops=1", 404), ("key=&hops=1", 404), ("hops=2", 404), ("key=dataset", 404),
        (f"key={REGION}&hops=4", 400), (f"key={REGION}&hops=x", 400), ("key=%3Cb%3E", 404), ("key=%00", 404),
    ],
)  # fmt: skip
def test_what_is_not_there_or_not_meant_is_refused_in_words(large: Server, path: str, status: int) -> None:
    reply = large.get(f"/explore/around?{path}")
    assert (reply.status, reply.media) == (status, "text/plain")
    assert "/" in reply.text


def test_find_answers_with_keys(large: Server) -> None:
    told = large.get(f"/explore/find?q={quote('赣县区3')}").json()["kinds"]
    assert {key: told[0][key] for key in ("kind", "count")} == {"kind": "Region", "count": 1}
    assert told[0]["hits"][0]["key"] == f"{REGION}-3"
    assert large.get("/explore/find").json() == {"kinds": []}


def test_the_page_says_how_much_of_the_graph_it_holds(visit: Visit, big: KnowledgeGraph) -> None:
    words = visit.page.inner_text("#whole")
    assert f"/ {len(big.entities):,} 个实体" in words and f"/ {len(big.statements):,} 条事实" in words
    assert visit.data_asked() == []
    assert visit.page.evaluate("explorer.graph.documents.length") == len(big.documents)


def test_a_thing_that_is_not_on_the_page_comes_with_its_facts_and_their_words(
    visit: Visit, big: KnowledgeGraph
) -> None:
    key = away(visit, big)
    assert visit.facts_of(key) == []
    visit.page.evaluate("(key) => explorer.store.set({ focus: key, selected: key })", key)
    visit.page.wait_for_selector("#panel blockquote")
    assert visit.facts_of(key) == facts_about(big, key)
    assert len(visit.data_asked()) == 1
    name = next(e.name for e in big.entities if e.key == key)
    assert name in visit.page.inner_text("#panel-title")
    quotes = {e.quote for s in big.statements if key in s.ends.values() for e in s.evidence}
    assert visit.page.locator("#panel blockquote").first.inner_text() in quotes
    marks = visit.page.evaluate("explorer.seen.network.scene().marks.map((one) => one.entity.key)")
    ends = {end for s in big.statements if key in s.ends.values() for end in s.ends.values()}
    assert set(marks) == ends


def test_nothing_is_asked_for_twice(visit: Visit, big: KnowledgeGraph) -> None:
    key = away(visit, big)
    for _ in range(2):
        visit.page.evaluate("(key) => explorer.store.set({ focus: key, selected: key })", key)
        visit.page.wait_for_selector("#panel blockquote")
        visit.page.evaluate("explorer.store.set({ focus: '', selected: '' })")
    assert len(visit.data_asked()) == 1
    before = len(visit.page.evaluate("explorer.graph.facts"))
    visit.page.evaluate("(key) => explorer.store.set({ focus: key, hops: 2 })", key)
    visit.until("(before) => explorer.graph.facts.length > before", before)
    assert [url.rpartition("=")[2] for url in visit.data_asked()] == ["1", "2"]


def test_search_finds_what_is_only_at_the_server(visit: Visit, big: KnowledgeGraph) -> None:
    key = away(visit, big)
    name = next(e.name for e in big.entities if e.key == key)
    visit.page.fill("#search", name)
    visit.page.wait_for_selector(".hit.far")
    assert visit.page.locator(".hit.far .name").first.inner_text() == name
    visit.page.locator(".hit.far").first.click()
    visit.page.wait_for_selector("#panel blockquote")
    assert visit.page.inner_text("#panel-title") == name
    visit.page.fill("#search", name)
    assert visit.page.locator(".hit:not(.far) .name").first.inner_text() == name


def test_a_shared_address_of_a_fact_that_is_not_on_the_page_opens(browser: Browser, visit: Visit, large: Server,
                                                                  big: KnowledgeGraph) -> None:  # fmt: skip
    fact = facts_about(big, away(visit, big))[0]
    other = Visit(browser, large, f"/explore#fact={quote(fact, safe='')}")
    other.page.wait_for_selector("#panel blockquote")
    other.page.close()
    assert other.errors == []


def test_filters_and_views_work_on_what_came_later(visit: Visit, big: KnowledgeGraph) -> None:
    key = away(visit, big)
    kind = next(e.kind.value for e in big.entities if e.key == key)
    visit.page.evaluate("(key) => explorer.store.set({ selected: key })", key)
    visit.page.wait_for_selector("#panel blockquote")
    visit.page.evaluate("(kind) => explorer.store.set({ kinds: [kind], view: 'table' })", kind)
    shown = visit.page.evaluate("(key) => explorer.passing.entities.has(explorer.graph.byKey.get(key))", key)
    assert shown
    assert visit.page.locator("#view *").count() > 10


def test_a_server_that_does_not_answer_is_told_in_words_and_can_be_tried_again(
    visit: Visit, big: KnowledgeGraph
) -> None:
    key = away(visit, big)
    visit.page.route("**/explore/around*", lambda route: route.fulfill(status=503, body="太忙 / too busy"))
    visit.page.evaluate("(key) => explorer.store.set({ selected: key })", key)
    visit.page.wait_for_selector("#try-again")
    assert "太忙" in visit.page.inner_text("#whole")
    visit.page.unroute("**/explore/around*")
    visit.page.click("#try-again")
    visit.page.wait_for_selector("#panel blockquote")
    assert "太忙" not in visit.page.inner_text("#whole")
    visit.errors[:] = [error for error in visit.errors if "503" not in error]


def test_a_thing_has_its_page_and_its_place_in_the_explorer_and_each_leads_to_the_other(visit: Visit) -> None:
    key = f"{REGION}-3"
    visit.open(f"/id/{key}")
    visit.page.click("a[href^='/explore#']")
    visit.page.wait_for_selector("#own-page")
    assert visit.page.evaluate("[explorer.store.state.focus, explorer.store.state.selected]") == [key, key]
    visit.loaded()
    visit.page.click("#own-page")
    visit.page.wait_for_url(f"**/id/{key}")


def test_the_start_page_leads_to_the_explorer_first(visit: Visit) -> None:
    visit.open("/")
    first = visit.page.locator("main a").first
    assert first.get_attribute("href") == "/explore"
    box = first.bounding_box()
    assert box and box["height"] > 100
    first.click()
    visit.page.wait_for_selector(READY)


def test_a_large_graph_opens_within_a_small_multiple_of_a_small_one(
    browser: Browser, server: Server, large: Server
) -> None:
    """Once made, pages are opened at about the same speed: what is sent is bounded, however large the graph is."""

    def opened(at: Server) -> float:
        Visit(browser, at, "/explore").page.close()  # the first visit has the page made
        begin = time.perf_counter()
        Visit(browser, at, "/explore").page.close()
        return time.perf_counter() - begin

    assert opened(large) < 6 * opened(server) + 1
    small, page = (len(at.get("/explore").body) for at in (server, large))
    assert page < 6 * small


def test_the_interface_tells_the_new_addresses(server: Server) -> None:
    paths = server.get("/openapi.json").json()["paths"]
    assert {"/explore", "/explore/around", "/explore/find"} <= paths.keys()
    assert [p["name"] for p in paths["/explore/around"]["get"]["parameters"]] == ["key", "hops"]


def test_a_store_of_other_triples_says_so(tmp_path: Path) -> None:
    path = tmp_path / "other.ttl"
    path.write_text("<urn:a> <urn:b> <urn:c> .")
    with serving(path) as other:
        reply = other.get("/explore", accept="text/html")
    assert reply.status == 500
    assert "kg build" in reply.text

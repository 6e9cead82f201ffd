"""The pages as people and browsers meet them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page
from pyoxigraph import BlankNode, RdfFormat, parse

from kg.graph.questions import list_queries
from tests.serve.conftest import BASE, HOSTILE, Canary, Server

HTML = "text/html"
REGION = "region/360704"


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_start_page_asks_every_shipped_question(server: Server) -> None:
    page = Tags(server.get("/").text)
    actions = {attributes["action"] for tag, attributes in page.tags if tag == "form"}
    assert actions == {"/search"} | {f"/questions/{asked.name}" for asked in list_queries()}
    names = [attributes["name"] for tag, attributes in page.tags if tag == "input"]
    assert names == ["q"] + [slot.name for asked in list_queries() for slot in asked.parameters]


@pytest.mark.parametrize("name", [asked.name for asked in list_queries()])
def test_every_question_has_a_page_and_a_file(server: Server, name: str) -> None:
    page = server.get(f"/questions/{name}")
    file = server.get(f"/questions/{name}.csv")
    assert (page.status, file.status, file.media) == (200, 200, "text/csv")
    assert f'filename="{name}.csv"' in file.headers["content-disposition"]
    assert "<table>" in page.text


def test_parameters_are_bound_as_values(server: Server) -> None:
    every = server.get("/questions/programs-of-region.csv").text.splitlines()
    some = server.get(f"/questions/programs-of-region.csv?region_name={quote('赣县区')}&year=").text.splitlines()
    none = server.get(f"/questions/programs-of-region.csv?region_name={quote(chr(34) + '} #')}").text.splitlines()
    assert 1 == len(none) < len(some) < len(every)
    wrong = server.get("/questions/programs-of-region?year=abc")
    assert wrong.status == 400
    assert "整数" in wrong.text
    assert server.get("/questions/programs-of-region?nothing=1").status == 400
    assert server.get("/questions/none-such").status == 404


def test_a_thing_has_a_page_with_facts_years_statuses_quotes_and_links(server: Server) -> None:
    reply = server.get(f"/id/{REGION}", accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert (reply.status, reply.media, reply.headers["vary"]) == (200, HTML, "Accept")
    page = Tags(reply.text)
    assert "赣县区" in page.text
    assert [tag for tag, _ in page.tags].count("blockquote") > 20
    assert re.search(r"2019\s+计划", page.text)
    assert re.search(r"2018\s+已完成", page.text)
    links = [str(a["href"]) for tag, a in page.tags if tag == "a" and str(a.get("href", "")).startswith("/id/")]
    for prefix in ("/id/school/", "/id/honor/", "/id/event/"):
        (first, *_) = [link for link in links if link.startswith(prefix)]
        assert server.get(first, accept=HTML).status == 200


def test_every_step_from_a_fact_to_its_report_is_a_page(server: Server) -> None:
    at = next(iter(re.findall(r"/id/event/awar-[a-z0-9]+", server.get(f"/id/{REGION}.html").text)))
    for step in ("evidence", "quotation", "doc"):
        page = server.get(at, accept=HTML)
        assert page.status == 200
        at = next(iter(re.findall(rf'href="(/id/{step}/[^"]+)"', page.text)))
    assert ".txt" in server.get(at, accept=HTML).text


@pytest.mark.parametrize(
    ("suffix", "accept", "form"),
    [
        (".ttl", "", RdfFormat.TURTLE), (".jsonld", "", RdfFormat.JSON_LD), (".nt", HTML, RdfFormat.N_TRIPLES),
        ("", "text/turtle", RdfFormat.TURTLE), ("", "application/ld+json", RdfFormat.JSON_LD),
        ("", "text/html;q=0.3, application/n-triples", RdfFormat.N_TRIPLES),
    ],
)  # fmt: skip
def test_a_thing_comes_as_triples_by_suffix_and_by_accept(
    server: Server, suffix: str, accept: str, form: RdfFormat
) -> None:
    reply = server.get(f"/id/{REGION}{suffix}", accept=accept)
    triples = {quad.triple for quad in parse(reply.body, format=form)}
    wanted = {q.triple for q in parse(server.get(f"/id/{REGION}.ttl").body, format=RdfFormat.TURTLE)}
    assert triples == wanted
    assert any(t.subject.value == BASE + REGION for t in triples)  # type: ignore[union-attr]
    assert any(t.predicate.value.endswith("#exact") for t in triples)


def test_json_ld_of_a_thing_begins_with_its_context_and_the_thing_itself(server: Server) -> None:
    told = server.get(f"/id/{REGION}.jsonld").json()
    assert told["@context"]["@base"] == BASE
    first = told["@graph"][0]
    assert (first["id"], first["type"], first["name"]["zh"]) == (REGION, "Region", "赣县区")


def test_a_thing_beside_a_node_without_a_name_is_json_ld_all_the_same(server: Server) -> None:
    reply = server.get("/id/school/odd%25E5.jsonld")
    quads = list(parse(reply.body, format=RdfFormat.JSON_LD))
    assert {type(quad.object) for quad in quads} >= {BlankNode}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (quote("/id/school/学校"), "写汉字的"), (quote("/id/school/学校.html"), "写汉字的"),
        ("/id/school/%E6%A0%A1", "写编码的"), ("/id/school/%25E6%25A0%25A1", "写编码的"), ("/id/school/odd%25E5", "怪"),
    ],
)  # fmt: skip
def test_an_iri_with_chinese_has_its_page_however_it_is_spelled(server: Server, path: str, name: str) -> None:
    reply = server.get(path, accept=HTML)
    page = Tags(reply.text)
    assert reply.status == 200
    assert name in page.text
    (turtle,) = [str(a["href"]) for tag, a in page.tags if tag == "link" and a.get("type") == "text/turtle"]
    assert server.get(turtle).status == 200


def test_what_is_not_there_is_404_for_people_and_for_programs(server: Server) -> None:
    for path in ("/id/school/none", "/id/school/none.ttl", "/id/", "/id/%3Cb%3E", "/nothing", "/static/none.js"):
        for accept in (HTML, "text/turtle"):
            reply = server.get(path, accept=accept)
            assert reply.status == 404, path
            assert reply.media == (HTML if accept == HTML and path[-3:] != "ttl" else "text/plain"), path
            assert reply.media == "text/plain" or "<b>" not in reply.text
    assert server.get("/static/../app.py").status == 404
    assert server.get("/static/%2e%2e/app.py").status == 404
    assert server.get(f"/id/{REGION}", accept="image/png").status == 406


def test_hostile_names_are_text(server: Server) -> None:
    reply = server.get("/id/school/hostile", accept=HTML)
    page = Tags(reply.text)
    assert HOSTILE in page.text
    assert not [tag for tag, _ in page.tags if tag in ("script", "img")]
    assert not [a for _, a in page.tags if str(a.get("href", "")).startswith("javascript")]
    asked = Tags(server.get(f"/questions/school-profile?name={quote(HOSTILE)}").text)
    assert not [tag for tag, _ in asked.tags if tag == "script"]
    assert not [a for _, a in asked.tags if any(name.startswith("on") for name in a)]


@pytest.mark.parametrize("path", ["/", "/editor", "/sparql", "/health", "/id/" + REGION, "/nothing"])
def test_every_answer_forbids_what_lies_elsewhere(server: Server, path: str) -> None:
    headers = server.get(path, accept=HTML).headers
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
    for word in headers["content-security-policy"].replace(";", " ").split():
        assert not word.startswith("http") and word != "*"


@pytest.fixture(scope="module")
def visit(browser: Browser, server: Server, canary: Canary) -> Iterator[tuple[Page, list[str], list[str]]]:
    """A page of a browser, the addresses that it asked, and the errors that it told."""
    page = browser.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("dialog", lambda dialog: errors.append("dialog") or dialog.dismiss())
    yield page, asked, errors
    page.close()


def test_the_editor_works_and_asks_nobody_else(visit: tuple[Page, list[str], list[str]], server: Server) -> None:
    page, asked, errors = visit
    here = f"http://127.0.0.1:{server.port}/"
    page.goto(f"{here}editor?question=reports")
    page.wait_for_selector(".yasqe .CodeMirror")
    assert "SELECT" in page.inner_text(".yasqe .CodeMirror-code")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table tbody tr", timeout=15_000)
    page.click(".CodeMirror-lines")
    page.keyboard.type("PREFIX foaf: ?sch a sch")
    page.keyboard.press("Control+Space")
    page.wait_for_timeout(300)
    assert any(url == here + "sparql" for url in asked)
    assert [url for url in asked if not url.startswith((here, "data:", "blob:"))] == []
    assert errors == []


def test_pages_run_in_a_browser_without_a_script_of_the_data(
    visit: tuple[Page, list[str], list[str]], server: Server
) -> None:
    page, asked, errors = visit
    here = f"http://127.0.0.1:{server.port}"
    for path in ("/", "/id/school/hostile", f"/id/{REGION}", "/search?q=script"):
        page.goto(here + path)
    page.goto(here + "/")
    page.click("form[action='/questions/programs-of-region'] button:not(.second)")
    page.wait_for_selector("table tbody tr")
    assert page.url.startswith(f"{here}/questions/programs-of-region?")
    assert [url for url in asked if not url.startswith((here, "data:", "blob:"))] == []
    assert errors == []

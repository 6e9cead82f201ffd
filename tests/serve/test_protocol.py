"""The cases of the W3C's SPARQL 1.1 Protocol tests that a read-only service of one graph can have, and negotiation."""

from __future__ import annotations

import csv
import http.client
import io
import json
import xml.etree.ElementTree as ElementTree
from urllib.parse import urlencode

import pytest
from pyoxigraph import RdfFormat, parse

from tests.serve.conftest import Server

FORM = "application/x-www-form-urlencoded"
SELECT = "SELECT ?s { ?s a ek:School } ORDER BY ?s LIMIT 3"
CONSTRUCT = "CONSTRUCT { ?s a ek:School } WHERE { ?s a ek:School } LIMIT 3"
ASK = urlencode({"query": "ASK {}"})
XML = "{http://www.w3.org/2005/sparql-results#}"


def test_query_get(server: Server) -> None:
    reply = server.get(f"/sparql?{ASK}")
    assert (reply.status, reply.media) == (200, "application/sparql-results+json")
    assert reply.json()["boolean"] is True


def test_query_post_form(server: Server) -> None:
    reply = server.send("POST", "/sparql", body=ASK.encode(), content_type=FORM)
    assert (reply.status, reply.json()["boolean"]) == (200, True)


def test_query_post_direct(server: Server) -> None:
    reply = server.post("ASK {}", content_type="application/sparql-query; charset=UTF-8")
    assert (reply.status, reply.json()["boolean"]) == (200, True)


def test_chinese_words_arrive_in_every_way(server: Server) -> None:
    text = 'SELECT ("县一中" AS ?name) {}'
    form = urlencode({"query": text}).encode()
    for reply in (server.ask(text), server.post(text), server.send("POST", "/sparql", body=form, content_type=FORM)):
        assert reply.json()["results"]["bindings"] == [{"name": {"type": "literal", "value": "县一中"}}]


def test_a_form_with_bare_chinese_is_read_as_curl_sends_it(server: Server) -> None:
    reply = server.send("POST", "/sparql", body='query=SELECT ("县" AS ?x) {}'.encode(), content_type=FORM)
    assert (reply.status, reply.json()["results"]["bindings"][0]["x"]["value"]) == (200, "县")


@pytest.mark.parametrize("path", ["/", "/health", "/sparql", f"/sparql?{ASK}", "/id/region/360704", "/search?q=gx"])
def test_head_tells_what_get_would_and_sends_nothing(server: Server, path: str) -> None:
    head, get = server.send("HEAD", path), server.get(path)
    assert (head.status, head.media, head.body) == (get.status, get.media, b"")
    assert head.headers["vary"] == get.headers["vary"] == "Accept"


def test_no_other_origin_is_let_in(server: Server) -> None:
    reply = server.send("OPTIONS", "/sparql", origin="http://evil.example", access_control_request_method="POST")
    assert reply.status == 405
    assert not [name for name in reply.headers if name.lower().startswith("access-control")]


def test_accept_may_come_in_several_headers(server: Server) -> None:
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=40)
    line.putrequest("GET", f"/sparql?{ASK}")
    line.putheader("Accept", "text/html")
    line.putheader("Accept", "text/csv;q=0.9")
    line.endheaders()
    assert line.getresponse().headers["content-type"] == "text/csv; charset=utf-8"
    line.close()


@pytest.mark.parametrize("length", [17_000, 200_000, 900_000])
def test_an_address_that_is_too_long_is_refused_in_words(server: Server, length: int) -> None:
    reply = server.get(f"/sparql?{ASK}%23" + "x" * length)
    assert (reply.status, reply.media) == (413, "text/plain")


@pytest.mark.parametrize(
    ("method", "path", "content_type", "body", "status"),
    [
        pytest.param("PUT", f"/sparql?{ASK}", "", b"", 405, id="bad_query_method"),
        pytest.param("DELETE", f"/sparql?{ASK}", "", b"", 405, id="bad_query_method-delete"),
        pytest.param("GET", f"/sparql?{ASK}&{ASK}", "", b"", 400, id="bad_multiple_queries"),
        pytest.param("POST", "/sparql", FORM, f"{ASK}&{ASK}".encode(), 400, id="bad_multiple_queries-form"),
        pytest.param("POST", "/sparql", "text/plain", b"ASK {}", 415, id="bad_query_wrong_media_type"),
        pytest.param("POST", "/sparql", "", ASK.encode(), 415, id="bad_query_missing_form_type"),
        pytest.param("POST", "/sparql", "", b"ASK {}", 415, id="bad_query_missing_direct_type"),
        pytest.param("POST", "/sparql", "application/sparql-query; charset=UTF-16", "ASK {}".encode("utf-16"), 415,
                     id="bad_query_non_utf8"),
        pytest.param("POST", "/sparql", "application/sparql-query", "ASK {}".encode("utf-16"), 400,
                     id="bad_query_non_utf8-unsaid"),
        pytest.param("GET", "/sparql?query=%FF", "", b"", 400, id="bad_query_non_utf8-get"),
        pytest.param("GET", "/sparql?query=ASK%20%7B", "", b"", 400, id="bad_query_syntax"),
        pytest.param("GET", "/sparql?query=", "", b"", 400, id="bad_query_empty"),
        pytest.param("GET", "/sparql?other=1", "", b"", 400, id="bad_query_missing"),
        pytest.param("POST", "/sparql", FORM, b"", 400, id="bad_query_missing-form"),
        pytest.param("POST", "/sparql", FORM, b"update=CLEAR%20ALL", 400, id="update_post_form"),
        pytest.param("POST", "/sparql", "application/sparql-update", b"CLEAR ALL", 415, id="update_post_direct"),
        pytest.param("GET", f"/sparql?{ASK}&default-graph-uri=http%3A%2F%2Fexample.org%2F", "", b"", 400,
                     id="query_dataset_default_graph"),
        pytest.param("POST", "/sparql?named-graph-uri=http%3A%2F%2Fexample.org%2F", "application/sparql-query",
                     b"ASK {}", 400, id="query_dataset_named_graphs_post"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_in_one_line(
    server: Server, method: str, path: str, content_type: str, body: bytes, status: int
) -> None:
    headers = {"content_type": content_type} if content_type else {}
    reply = server.send(method, path, body=body or None, **headers)
    assert (reply.status, reply.media) == (status, "text/plain")
    assert len(reply.text.strip().splitlines()) == 1
    assert "Traceback" not in reply.text


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.8", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("image/png, text/*;q=0.1", "text/csv"),
        ("application/sparql-results+json;q=0, */*;q=0.5", "application/sparql-results+xml"),
        ("text/csv;q=often, text/tab-separated-values;q=0.001", "text/tab-separated-values"),
    ],
)
def test_rows_come_in_the_form_that_is_accepted(server: Server, accept: str, media: str) -> None:
    reply = server.ask(SELECT, accept=accept)
    assert (reply.status, reply.media) == (200, media)
    wanted = [row["s"]["value"] for row in server.ask(SELECT).json()["results"]["bindings"]]
    assert len(wanted) == 3
    if "json" in media:
        found = [row["s"]["value"] for row in reply.json()["results"]["bindings"]]
    elif "xml" in media:
        found = [uri.text for uri in ElementTree.fromstring(reply.body).iter(f"{XML}uri")]
    elif media == "text/csv":
        found = [row[0] for row in csv.reader(io.StringIO(reply.text))][1:]
    else:
        found = [line.strip("<>") for line in reply.text.splitlines()[1:]]
    assert found == wanted


@pytest.mark.parametrize(
    ("accept", "media", "form"),
    [
        ("*/*", "text/turtle", RdfFormat.TURTLE),
        ("text/turtle", "text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
    ],
)
@pytest.mark.parametrize("text", [CONSTRUCT, "DESCRIBE <https://w3id.org/cn-edu-kg/id/region/360704>"])
def test_triples_come_in_the_form_that_is_accepted(
    server: Server, text: str, accept: str, media: str, form: RdfFormat
) -> None:
    reply = server.ask(text, accept=accept)
    assert (reply.status, reply.media) == (200, media)
    as_triples = {quad.triple for quad in parse(reply.body, format=form)}
    plain = server.ask(text, accept="application/n-triples").body
    assert as_triples == {quad.triple for quad in parse(plain, format=RdfFormat.N_TRIPLES)}
    assert as_triples


@pytest.mark.parametrize(
    ("text", "accept"), [(SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), (SELECT, "image/png"), ("ASK {}", "a/b")]
)
def test_a_form_that_an_answer_cannot_have_is_406(server: Server, text: str, accept: str) -> None:
    assert server.ask(text, accept=accept).status == 406


@pytest.mark.parametrize(("accept", "form"), [("*/*", RdfFormat.TURTLE), ("application/ld+json", RdfFormat.JSON_LD)])
def test_without_a_question_the_service_describes_itself(server: Server, accept: str, form: RdfFormat) -> None:
    reply = server.get("/sparql", accept=accept)
    told = {quad.predicate.value.rpartition("#")[2]: str(quad.object) for quad in parse(reply.body, format=form)}
    assert told["endpoint"] == f"<http://127.0.0.1:{server.port}/sparql>"
    assert told["supportedLanguage"].endswith("#SPARQL11Query>")


def test_a_browser_without_a_question_is_led_to_the_editor(server: Server) -> None:
    reply = server.get("/sparql", accept="text/html,*/*;q=0.8")
    assert (reply.status, reply.headers["location"]) == (303, "/editor")


def test_health_and_interface_are_described(server: Server) -> None:
    told = server.get("/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert {"/sparql", "/id/{key}", "/health"} <= told["paths"].keys()
    for path, ways in told["paths"].items():
        if "{" not in path and "get" in ways:
            assert str(server.get(path).status) in ways["get"]["responses"]
    operations = [way["operationId"] for ways in told["paths"].values() for way in ways.values()]
    assert len(operations) == len(set(operations)) > 25
    assert json.dumps(told)

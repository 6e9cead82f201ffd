"""Questions that mean harm: each ends in one clear line within the limit, and the next question is answered."""

from __future__ import annotations

import time

import pytest

from tests.serve.conftest import LIMIT, Canary, Server

SLACK = 6.0
"""Seconds: the machine may be busy."""
CALL = "SERVICE <@/> { ?x ?y ?z }"
ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"

REFUSED = {
    "service silent": "SELECT * { SERVICE SILENT <@/> { ?a ?b ?c } }",
    "service by a variable": "SELECT * { VALUES ?at { <@/> } SERVICE ?at { ?a ?b ?c } }",
    "service by a value that is computed": "SELECT * { BIND(IRI('@/') AS ?at) SERVICE ?at { ?a ?b ?c } }",
    "service in capitals and small letters": "SELECT * { sErViCe <@/> { ?a ?b ?c } }",
    "service behind a comment": "SELECT * { SERVICE#x\n<@/> { ?a ?b ?c } }",
    "service behind a vertical tab": "SELECT * { SERVICE\x0b<@/> { ?a ?b ?c } }",
    "service behind a byte order mark": f"\ufeffSELECT * {{ {CALL} }}",
    "service by a prefix": "PREFIX s: <@/> SELECT * { SERVICE s:x { ?a ?b ?c } }",
    "service spelled with an escape": "SELECT * { \\u0053ERVICE <@/> { ?a ?b ?c } }",
    "service in wide letters": "SELECT * { ＳＥＲＶＩＣＥ <@/> { ?a ?b ?c } }",
    "service with a zero byte in it": "SELECT * { SER\x00VICE <@/> { ?a ?b ?c } }",
    "service deep in a subquery": f"SELECT * {{ {{ SELECT * {{ OPTIONAL {{ {CALL} }} }} }} }}",
    "service in exists": f"ASK {{ FILTER NOT EXISTS {{ {CALL} }} }}",
    "service in minus": f"SELECT * {{ ?a ?b ?c MINUS {{ {CALL} }} }}",
    "service in a graph": f"SELECT * {{ GRAPH ?g {{ {CALL} }} }}",
    "service in having": f"SELECT (COUNT(?a) AS ?n) {{ ?a ?b ?c }} GROUP BY ?b HAVING (EXISTS {{ {CALL} }})",
    "service in order by": f"SELECT * {{ ?a ?b ?c }} ORDER BY (EXISTS {{ {CALL} }})",
    "service in group by": f"SELECT ?e {{ ?a ?b ?c }} GROUP BY (EXISTS {{ {CALL} }} AS ?e)",
    "service in a column": f"SELECT (EXISTS {{ {CALL} }} AS ?e) {{}}",
    "service in bind": f"SELECT * {{ BIND(EXISTS {{ {CALL} }} AS ?e) }}",
    "service in construct": f"CONSTRUCT {{ ?x ?y ?z }} WHERE {{ {CALL} }}",
    "service in describe": f"DESCRIBE ?x {{ {CALL} }}",
    "service behind a comment that ends at a carriage return": f"SELECT * {{ # \r {CALL}\n }}",
    "service in what only the parser takes for a string":
        'SELECT * { { ?s ?p "\\u0022, " } SERVICE <@/> { ?a ?b " "} } #"\n',
    "service behind an iri that looks like a comment": f"SELECT * {{ ?a <http://x/#> ?c . {CALL} #>\n }}",
    "service behind what looks like an iri": f"SELECT * {{ ?a ?b ?c FILTER(?a <?b && ?c> ?d) {CALL} }}",
    "from": "SELECT * FROM <@/data.ttl> { ?a ?b ?c }",
    "from named": "SELECT * FROM NAMED <@/data.ttl> { GRAPH ?g { ?a ?b ?c } }",
    "from a file": "SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }",
    "from in ask": "ASK FROM <@/> { ?a ?b ?c }",
    "from in construct": "CONSTRUCT FROM <@/> WHERE { ?a ?b ?c }",
    "from in describe": "DESCRIBE <@/> FROM <@/>",
    "two in one": "ASK {} ; LOAD <@/data.ttl>",
    "a function from elsewhere": "SELECT (<@/function>(1) AS ?x) {}",
    "braces": "SELECT * " + "{" * 2000 + "?a ?b ?c" + "}" * 2000,
    "parentheses": "ASK { FILTER(" + "(" * 2000 + "1" + ")" * 2000 + ") }",
    "signs": "ASK { FILTER(" + "!" * 7000 + "1) }",
    "subqueries": "SELECT * { " + "{ SELECT * { " * 60 + "?a ?b ?c" + " } }" * 60 + " }",
    "calls in calls": "SELECT (" + "COALESCE(" * 62 + "1" + ")" * 62 + " AS ?x) {}",
    "parts without end": "SELECT * { " + " ".join(f"?s ?p{i} ?o{i} ." for i in range(400)) + " }",
    "a limit that no number holds": "SELECT * { ?a ?b ?c } LIMIT 99999999999999999999999999",
    "a limit below nothing": "SELECT * { ?a ?b ?c } LIMIT -1",
    "nothing": "", "a comment": "# only", "a quote": "'", "faces": "\U0001f600" * 100,
}  # fmt: skip
TOO_LONG = {"a long question": "ASK { " + "?a ?b ?c . " * 2000 + "}", "a megabyte of braces": "{" * 1024 * 1024}
CHANGES = ["LOAD <@/data.ttl>", "LOAD SILENT <@/> INTO GRAPH <x:>", "INSERT DATA { <@/a> <@/b> <@/c> }",
           "DELETE WHERE { ?a ?b ?c }", "WITH <x:> DELETE { ?a ?b ?c } WHERE { ?a ?b ?c }", "CLEAR ALL",
           "DROP SILENT ALL", "MOVE DEFAULT TO <x:>", "COPY <x:> TO DEFAULT", "ADD <x:> TO DEFAULT",
           "CREATE GRAPH <x:>", "#\nINSERT DATA { <x:> <x:> <x:> }",
           "PREFIX x: <x:#> #>\nINSERT { ?a ?b ?c } WHERE { ?a ?b ?c }"]  # fmt: skip
HARMLESS = {
    "a pattern that makes other engines try for ever":
        "SELECT * { BIND('" + "a" * 5000 + "' AS ?x) FILTER(REGEX(?x, '(a+)+(a+)+(a+)+b')) }",
    "a pattern of many gigabytes": "ASK { FILTER(REGEX('a', '((a{1,1000}){1,1000}){1,1000}')) }",
    "places that no number holds": "SELECT (SUBSTR('abc', -9223372036854775808, 9223372036854775807) AS ?x) {}",
    "an offset beyond all": "SELECT * { ?a ?b ?c } OFFSET 18446744073709551615",
    "a division by nothing": "SELECT (1/0 AS ?x) {}",
    "the word in a long string": "SELECT * { ?a ?b '''x\\''' . SERVICE <@/> { ?a ?b ''' } #''' }",
    "a thing elsewhere": "DESCRIBE <@/>",
}  # fmt: skip
ENDLESS = {
    "a path of any length": "SELECT (COUNT(*) AS ?n) { ?a (!<x:>|^!<x:>)+ ?b . ?c (!<x:>|^!<x:>)+ ?d }",
    "an order of all pairs": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY RAND() LIMIT 1",
    "a string that doubles": "SELECT ?x40 { BIND('aaaaaaaaaaaaaaaa' AS ?x0) "
        + " ".join(f"BIND(CONCAT(?x{i},?x{i}) AS ?x{i + 1})" for i in range(40)) + " }",
    "a string of all pairs": "SELECT (GROUP_CONCAT(CONCAT(STR(?a),STR(?f))) AS ?x) { ?a ?b ?c . ?d ?e ?f }",
    "a product of values": "SELECT (COUNT(*) AS ?n) { "
        + " ".join(f"VALUES ?v{i} {{ {'1 ' * 60}}}" for i in range(10)) + " }",
    "a large limit": f"SELECT * {{ {ALL} }} LIMIT 999999999",
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_reach_out_or_go_too_deep_is_refused(server: Server, canary: Canary, case: str) -> None:
    _refused(server, canary, REFUSED[case], 400)


@pytest.mark.parametrize("case", TOO_LONG)
def test_what_is_too_long_is_refused(server: Server, canary: Canary, case: str) -> None:
    _refused(server, canary, TOO_LONG[case], 413)


@pytest.mark.parametrize("text", CHANGES)
def test_whoever_would_change_the_graph_hears_that_it_is_only_read(server: Server, canary: Canary, text: str) -> None:
    assert "只能提问" in _refused(server, canary, text, 400)


def _refused(server: Server, canary: Canary, text: str, status: int) -> str:
    """What is said; no worker was lost over it, and the canary heard nothing."""
    pids = server.pids()
    reply = server.post(text.replace("@", canary.address))
    assert (reply.status, reply.media) == (status, "text/plain"), reply.text[:200]
    assert len(reply.text.strip().splitlines()) == 1
    assert server.pids() == pids
    assert canary.heard == []
    return reply.text


@pytest.mark.parametrize("case", HARMLESS)
def test_what_only_looks_like_harm_is_answered(server: Server, canary: Canary, case: str) -> None:
    assert server.post(HARMLESS[case].replace("@", canary.address)).status == 200
    assert canary.heard == []


@pytest.mark.parametrize("case", ENDLESS)
def test_what_would_not_end_is_stopped_in_time_and_the_next_is_answered(server: Server, case: str) -> None:
    start = time.monotonic()
    reply = server.post(ENDLESS[case])
    assert (reply.status, reply.media) == (503, "text/plain"), reply.text[:200]
    assert time.monotonic() - start < LIMIT + SLACK
    assert reply.headers["retry-after"] == "1"
    assert server.ask("ASK {}").status == 200


def test_describe_all_is_answered_with_its_cure(server: Server) -> None:
    assert "变量名" in server.post("DESCRIBE * { ?a ?b ?c } LIMIT 1").text

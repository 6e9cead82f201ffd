"""Questions: what is answered, what is refused, and that a bad one costs a line and not the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, Store

from kg.errors import GraphError, QueryError, UsageError
from kg.graph.gate import MAX_BYTES, depth, operators
from kg.graph.query import Kind, ask
from kg.graph.questions import find_query
from kg.graph.rdf import to_triples
from kg.graph.store import open_graph
from kg.graph.turtle import write_turtle
from tests.graph.small_graph import BASE, small_graph


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.extend(Quad(*triple) for triple in to_triples(small_graph()))
    return store


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    path.write_text(write_turtle(to_triples(small_graph()), base_iri=BASE), encoding="utf-8")
    return path


def test_a_file_holds_what_was_written(file: Path, store: Store) -> None:
    assert set(open_graph(file)) == set(store)
    assert len(open_graph(file.parent)) == len(store)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"no\.ttl.*kg build"):
        open_graph(tmp_path / "no.ttl")


@pytest.mark.parametrize("content", [b"@prefix ek: <https://", b"<a> <b> .", b'<a:b> <a:b> "\xff" .', b"\x00\x01"])
def test_a_damaged_file_says_so_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"\n" + content)
    with pytest.raises(GraphError, match=r"graph\.ttl.*damaged") as error:
        open_graph(path)
    assert "\n" not in str(error.value)


def test_select_gives_rows_with_gaps(store: Store) -> None:
    answer = ask(
        store, "SELECT ?n ?l { ?s a ek:Region ; skos:prefLabel ?n . OPTIONAL { ?s ek:nothing ?l } } ORDER BY ?n LIMIT 1"
    )
    assert (answer.kind, answer.variables) == (Kind.ROWS, ("n", "l"))
    assert answer.rows == ((Literal("中方县", language="zh"), None),)


def test_ask_gives_a_truth(store: Store) -> None:
    assert ask(store, "ASK { ?s a ek:School }").truth is True
    assert ask(store, "ASK { ?s a ek:Planet }") == type(ask(store, "ASK {}"))(Kind.TRUTH, truth=False)


def test_construct_and_describe_give_triples(store: Store) -> None:
    made = ask(store, "CONSTRUCT { ?s ek:named ?n } WHERE { ?s a ek:Region ; skos:prefLabel ?n }")
    assert (made.kind, len(made.triples)) == (Kind.TRIPLES, 4)
    assert ask(store, f"DESCRIBE <{BASE}region/431221>").triples


def test_known_prefixes_need_no_declaration_and_can_be_declared_anew(store: Store) -> None:
    assert ask(store, "ASK { ?s a ek:School }").truth
    assert not ask(store, "PREFIX ek: <https://example.org/> ASK { ?s a ek:School }").truth


REFUSED = {
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }": "SERVICE",
    "SELECT * { SERVICE SILENT ?x { ?s ?p ?o } }": "SERVICE",
    "SELECT * { { OPTIONAL { SELECT * { sErViCe <http://127.0.0.1:9/> {} } } } }": "SERVICE",
    "SELECT * { FILTER EXISTS { SERVICE <http://127.0.0.1:9/> {} } }": "SERVICE|not a SPARQL",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }": "write the character itself",
    "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }": "FROM",
    "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }": "FROM",
    "ASK FROM <http://127.0.0.1:9/> { ?s ?p ?o }": "FROM",
    "DESCRIBE ?s FROM <http://127.0.0.1:9/> WHERE { ?s ?p ?o }": "FROM",
    "CONSTRUCT { ?s ?p ?o } FROM <http://127.0.0.1:9/> WHERE { ?s ?p ?o }": "FROM",
    "INSERT DATA { <a:a> <a:b> <a:c> }": "not change",
    "PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }": "not change",
    "DROP ALL": "not change",
    "LOAD <http://127.0.0.1:9/>": "not change",
    "CLEAR DEFAULT": "not change",
    "": "not a SPARQL",
    "SELEKT ?x": "not a SPARQL",
    "SELECT * { ?s unknown:p ?o }": "unknown",
    "SELECT * { ?s ?p ?o": "not a SPARQL",
    "SELECT * { " + "# 字" * MAX_BYTES: "longer",
    "SELECT * {" + "{" * 100 + "}" * 100 + "}": "nested",
    "SELECT * { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }": "nested",
    'SELECT * { FILTER("}}}}" = ' + '("}" = ' * 100 + "1" + ")" * 100 + ") }": "nested",
    "SELECT * { FILTER(" + "!" * 5000 + "true) }": "operators",
    "SELECT * { FILTER(" + "1+" * 5000 + "1) }": "operators",
    "SELECT * { ?s " + "a/" * 5000 + "a ?o }": "operators",
    "SELECT * { {} " + "UNION {}" * 1500 + " }": "deep",
}


@pytest.mark.parametrize("text", REFUSED, ids=[text[:60] for text in REFUSED])
def test_what_is_refused_is_refused_in_one_line(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match=REFUSED[text]) as error:
        ask(store, text)
    assert "\n" not in str(error.value)


def test_the_longest_question_that_is_let_through_does_not_take_the_process_down() -> None:
    code = """
from pyoxigraph import Store
from kg.graph.query import ask
for text in ("SELECT * { FILTER(" + "!" * 500 + "true) }", "SELECT * { FILTER(" + "1+" * 500 + "1) }",
             "SELECT * " + "{" * 60 + "}" * 60, "ASK { FILTER(" + "(" * 60 + "1" + ")" * 60 + ") }"):
    try:
        ask(Store(), text)
    except Exception as error:
        print(type(error).__name__)
print("alive")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "alive" and done.returncode == 0


@pytest.mark.parametrize(
    ("text", "deep"),
    [("", 0), ("{}", 1), ("{()[]}", 2), ('"{{{" {', 1), ("# {{{\n{", 1), ("<http://a/{b> {", 2), ('"""a"{"b""" {', 1),
     ("'\\'{' {", 1), ("?a < ?b && ?c > {", 1)],
)  # fmt: skip
def test_only_brackets_that_open_something_count(text: str, deep: int) -> None:
    assert depth(text) == deep


def test_signs_within_iris_and_strings_are_no_operators() -> None:
    assert operators('PREFIX a: <http://a/b-c+d> ASK { FILTER(?a = "1+1=2" && ?b != 3) } # a+b') == 5


def test_a_question_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"no-such.*honors-by-year"):
        find_query("no-such")
    with pytest.raises(UsageError, match=r"did you mean: honors-of-region\b"):
        find_query("honors-of-regio")


@pytest.mark.parametrize(
    ("text", "told"),
    [("SELECT * {\n ?s a ek:School\n ?s ?p ?o }", "line 3, column 2, at “\\?s"),
     ("SELECT * { ?s a ek:School", "too early; .*a bracket is not closed"),
     ("SELECT COUNT(?s) { ?s ?p ?o }", "column 8.*look for a missing sign"),
     ("SELECT * { ?s a foo:X }", "write: PREFIX foo: .*ek, ")],
)  # fmt: skip
def test_a_question_that_cannot_be_read_is_told_with_the_place_and_a_cure(store: Store, text: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        ask(store, text)

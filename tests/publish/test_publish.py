"""`kg publish` against a real graph store, and against one that breaks in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

from kg.export.turtle import graph_turtle
from kg.graph.iri import BASE_IRI
from kg.graph.rdf import to_graphs, to_triples
from kg.graph.reading import read_file
from kg.graph.vocabulary import ek
from tests.conftest import Run
from tests.graph.small_graph import DOC_C, small_graph
from tests.publish.servers import ask, flaky, graph_store, oxigraph

GRAPHS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    program = oxigraph()
    assert program, "pip install oxigraph: it is among the requirements of the tests"
    with graph_store(program) as url:
        yield url


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "graph.ttl"
    path.write_bytes(graph_turtle(small_graph(), base_iri=BASE_IRI))
    return path


def test_the_named_graphs_together_are_the_whole_graph() -> None:
    found = {
        triple.triple for _, turtle in to_graphs(small_graph()) for triple in parse(turtle, format=RdfFormat.TURTLE)
    }
    assert found == set(to_triples(small_graph()))


def test_what_another_report_says_does_not_change_the_graph_of_a_report() -> None:
    small = small_graph()
    less = replace(
        small,
        statements=tuple(s for s in small.statements if all(e.document != DOC_C for e in s.evidence)),
        documents={key: info for key, info in small.documents.items() if key != DOC_C},
        figures=(),
        identities=(),
    )
    more = dict(to_graphs(replace(small, figures=(), identities=())))
    assert all(more[key] == turtle for key, turtle in to_graphs(less) if key)


def test_a_real_store_holds_the_graph_triple_by_triple(kg: Run, server: str, root: Path, tmp_path: Path) -> None:
    back, exported = read_file(root / "exports"), tmp_path / "graph.ttl"
    exported.write_bytes(graph_turtle(back.graph, base_iri=back.base_iri))
    done = kg("publish", f"{server}/store", "--graph", exported)
    assert done.returncode == 0, done.stderr
    documents = back.graph.documents
    lines = ask(server, GRAPHS).splitlines()
    assert len(lines) == len(documents) + 1
    assert {line.split(",")[0] for line in lines} == {BASE_IRI + key for key in documents} | {BASE_IRI + "dataset"}
    whole = Store()
    whole.bulk_load(path=str(exported), format=RdfFormat.TURTLE)
    distinct = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }"
    assert int(ask(server, distinct)) == len(whole)
    assert ask(server, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == "0", "the default graph is left alone"
    again = kg("publish", f"{server}/store", "--graph", exported)
    assert "sent 0" in again.stdout and f"confirmed before {len(documents) + 1}" in again.stdout
    assert ask(server, GRAPHS).splitlines() == lines


def test_the_shared_part_goes_into_the_default_graph_if_asked(kg: Run, server: str, graph: Path) -> None:
    done = kg("publish", f"{server}/store", "--graph", graph, "--default-graph")
    assert done.returncode == 0, done.stderr
    assert int(ask(server, "SELECT (COUNT(*) AS ?n) { ?s a " + str(ek("School")) + " }")) >= 5


def test_a_report_that_was_taken_out_is_deleted_only_if_asked(kg: Run, server: str, graph: Path) -> None:
    put = ("publish", f"{server}/store", "--graph", graph)
    assert kg(*put).returncode == 0
    small = small_graph()
    less = replace(
        small,
        statements=tuple(s for s in small.statements if all(e.document != DOC_C for e in s.evidence)),
        documents={key: info for key, info in small.documents.items() if key != DOC_C},
        figures=(),
        identities=(),
    )
    graph.write_bytes(graph_turtle(less, base_iri=BASE_IRI))
    there = f"ASK {{ GRAPH <{BASE_IRI}{DOC_C}> {{ ?s ?p ?o }} }}"
    counted = there.replace("ASK", "SELECT (COUNT(*) AS ?n)")
    done = kg(*put)
    assert done.returncode == 0 and "no longer here: --prune" in done.stdout
    assert int(ask(server, counted)) > 0
    done = kg(*put, "--prune")
    assert done.returncode == 0 and f"deleted  <{BASE_IRI}{DOC_C}>" in done.stdout
    assert ask(server, counted) == "0"
    assert "deleted" not in kg(*put, "--prune").stdout


def test_a_dry_run_tells_what_would_be_sent_and_asks_no_server(kg: Run, graph: Path) -> None:
    with flaky() as server:
        done = kg("publish", server.url, "--graph", graph, "--dry-run")
        assert done.returncode == 0 and done.stdout.count("to send") == 4
        assert not server.seen
    assert [path.name for path in graph.parent.iterdir()] == ["graph.ttl"]


def test_after_a_break_only_what_was_not_confirmed_is_sent(kg: Run, graph: Path) -> None:
    with flaky(after=2) as server:
        put = ("publish", server.url, "--graph", graph)
        done = kg(*put, "--retries", "0")
        assert done.returncode == 1 and done.stderr.count("\n") == 1 and "connection broke" in done.stderr
        confirmed = set(server.graphs)
        assert len(confirmed) == 2
        server.after, before = 10**9, len(server.seen)
        assert kg(*put).returncode == 0
        sent = {name for _, name in server.seen[before:]}
        assert len(sent) == 2 and not sent & confirmed and len(server.graphs) == 4
        server.graphs.clear()
        assert kg(*put, "--again").returncode == 0 and len(server.graphs) == 4


def test_only_the_report_that_changed_is_sent_again_with_what_all_share(kg: Run, graph: Path) -> None:
    small = small_graph()
    with flaky() as server:
        put = ("publish", server.url, "--graph", graph)
        assert kg(*put).returncode == 0
        (changed,) = [s for s in small.statements if s.key == "fact/project-zijing-done"]
        later = replace(changed, year=2027)
        new = replace(small, statements=tuple(later if s is changed else s for s in small.statements))
        graph.write_bytes(graph_turtle(new, base_iri=BASE_IRI))
        before = len(server.seen)
        assert kg(*put).returncode == 0
        assert {name for _, name in server.seen[before:]} == {BASE_IRI + DOC_C, BASE_IRI + "dataset"}


def test_a_break_that_mends_itself_is_told_on_stderr_only(kg: Run, graph: Path) -> None:
    with flaky(answers=[500, "drop"]) as server:
        done = kg("publish", server.url, "--graph", graph, "--quiet")
        assert done.returncode == 0 and not done.stdout and done.stderr.count("trying again") == 2
        assert len(server.graphs) == 4


def test_wrong_addresses_and_lost_graphs_are_one_line(kg: Run, graph: Path) -> None:
    done = kg("publish", "http://a:secret@127.0.0.1/", "--graph", graph)
    assert done.returncode == 2 and "secret" not in done.stderr and done.stderr.count("\n") == 1
    done = kg("publish", "http://127.0.0.1:1/", "--graph", graph.parent / "none.ttl")
    assert done.returncode == 1 and "run kg build first" in done.stderr

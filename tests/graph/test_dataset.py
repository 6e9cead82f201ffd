"""The graph describes itself truly: its counts are those that a question finds, its sources are its reports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse

from kg.graph.dataset import triples_of
from kg.graph.iri import ONTOLOGY
from kg.graph.rdf import to_store, to_turtle
from kg.graph.reading import read_file
from kg.graph.vocabulary import CLASS_OF_FACT, PREFIXES
from kg.model.graph import KnowledgeGraph
from tests.graph.small_graph import BASE, DOC_A, small_graph

NAMES = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
EMPTY = KnowledgeGraph((), (), {})
STATEMENTS = " ".join([*CLASS_OF_FACT.values(), "ek:Figure"])


def answers(store: Store, pattern: str) -> list[tuple[str, ...]]:
    answer = store.query(NAMES + pattern)
    return [tuple(value.value for value in row) for row in answer]  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def seeds_graph(root: Path) -> KnowledgeGraph:
    return read_file(root / "exports" / "graph.ttl").graph


@pytest.fixture(params=["small", "empty", "seeds"])
def graph(request: pytest.FixtureRequest, seeds_graph: KnowledgeGraph) -> KnowledgeGraph:
    return {"small": small_graph(), "empty": EMPTY, "seeds": seeds_graph}[request.param]


def test_the_number_of_triples_is_that_of_the_file_itself(graph: KnowledgeGraph) -> None:
    store = to_store(graph)
    assert answers(store, "SELECT ?n { ?d a void:Dataset ; void:triples ?n }") == [(str(len(store)),)]


def test_the_counts_are_those_that_a_question_finds(graph: KnowledgeGraph) -> None:
    store = to_store(graph)
    told = dict(answers(store, "SELECT ?c ?n { ?d void:classPartition ?p . ?p void:class ?c ; void:entities ?n }"))
    found = dict(answers(store, "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c"))
    said = answers(store, f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a ?c VALUES ?c {{ {STATEMENTS} }} }}")
    ours = {kind: number for kind, number in found.items() if kind.startswith(ONTOLOGY)}
    if said != [("0",)]:
        ours[ONTOLOGY + "Statement"] = said[0][0]
    assert told == ours
    assert answers(store, "SELECT ?n { ?d a void:Dataset ; void:entities ?n }") == [(str(len(graph.entities)),)]


def test_the_sources_are_the_reports_and_the_places_and_years_are_theirs() -> None:
    store = to_store(small_graph())
    assert {s for (s,) in answers(store, "SELECT ?s { ?d a void:Dataset ; dct:source ?s }")} == {
        BASE + key for key in small_graph().documents
    }
    spatial = answers(store, "SELECT DISTINCT ?r { ?d a void:Dataset ; dct:spatial ?r }")
    assert sorted(spatial) == sorted(answers(store, "SELECT DISTINCT ?r { ?x a ek:Report ; ek:inRegion ?r }"))
    years = answers(store, "SELECT ?y { ?d a void:Dataset ; dct:temporal ?y }")
    assert sorted(years) == sorted(answers(store, "SELECT ?y { ?y a ek:Year }"))


@pytest.mark.parametrize("word", ["dct:title", "dct:description", "dct:rights", "dcat:keyword"])
def test_it_is_described_in_chinese_and_english(word: str) -> None:
    told = answers(to_store(EMPTY), f"SELECT DISTINCT (LANG(?w) AS ?l) {{ ?d a void:Dataset ; {word} ?w }}")
    assert sorted(told) == [("en",), ("zh",)]


def test_version_license_language_and_shapes_are_told() -> None:
    store = to_store(replace(small_graph(), read_by={DOC_A: "0.0.9"}), version="0.1.0")
    assert sorted(answers(store, "SELECT ?v { ?d a dcat:Dataset ; dcat:version ?v }")) == [("0.0.9",), ("0.1.0",)]
    told = "SELECT ?l ?g { ?d a dcat:Dataset ; dct:license ?l ; dct:language ?g ; dct:conformsTo ?s }"
    assert answers(store, told) == [
        ("https://spdx.org/licenses/MIT", "http://id.loc.gov/vocabulary/iso639-1/zh"),
    ]


def test_blocks_are_counted_as_a_parser_counts_them() -> None:
    turtle = to_turtle(small_graph())
    head, blank, rest = turtle.partition("\n\n")
    blocks = [part + "\n" for part in rest.split("\n\n") if not part.startswith("#")]
    assert blank and len(blocks) > 200
    several = [b for b in blocks if "\n    a " in b]
    for block in several:
        triples = set(parse(f"{head}\n{block}".encode(), format=RdfFormat.TURTLE))
        assert triples_of(block) == len(triples), block
    assert all(isinstance(t.subject, NamedNode) for t in triples)

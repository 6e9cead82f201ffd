"""A graph that was written can be read back: the same value, and the same bytes when it is written again."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, parse

from kg.errors import GraphError
from kg.export.turtle import graph_turtle
from kg.graph.iri import BASE_IRI
from kg.graph.rdf import to_triples
from kg.graph.reading import read_back, read_file
from kg.graph.vocabulary import ek, term
from kg.model.document import DocumentInfo
from kg.model.graph import KnowledgeGraph
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph


def without_path(info: DocumentInfo) -> DocumentInfo:
    return replace(info, source=replace(info.source, path=info.source.path.rsplit("/", 1)[-1]))


def test_the_exported_graph_gives_its_own_bytes_again(root: Path) -> None:
    written = root / "exports" / "graph.ttl"
    back = read_file(written)
    assert graph_turtle(back.graph, base_iri=back.base_iri) == written.read_bytes()
    assert read_file(written.parent) == back


def test_the_small_graph_with_its_hostile_names_gives_its_own_bytes_again() -> None:
    written = graph_turtle(small_graph(), base_iri="https://example.org/id/")
    back = read_back(parse(written, format=RdfFormat.TURTLE))
    assert back.base_iri == "https://example.org/id/"
    assert graph_turtle(back.graph, base_iri=back.base_iri) == written


def test_statements_figures_and_documents_come_back_as_they_were() -> None:
    graph = small_graph()
    back = read_back(to_triples(graph)).graph
    assert [s.key for s in back.statements] == sorted(s.key for s in graph.statements)
    told = {s.key: s for s in back.statements}
    for statement in graph.statements:
        again = told[statement.key]
        assert (again.kind, again.ends, again.year, again.status) == (
            statement.kind, statement.ends, statement.year, statement.status,
        )  # fmt: skip
        assert len(again.evidence) == len(statement.evidence)
    assert {f.key: f.value for f in back.figures} == {f.key: f.value for f in graph.figures}
    assert {i.key: i.figures for i in back.identities}.keys() == {i.key for i in graph.identities}
    assert {k: d.title for k, d in back.documents.items()} == {
        k: d.title or d.source.stem for k, d in graph.documents.items()
    }


def test_the_order_of_the_triples_does_not_matter() -> None:
    triples = list(to_triples(small_graph()))
    random.Random(4).shuffle(triples)
    back = read_back(triples)
    assert graph_turtle(back.graph, base_iri=BASE_IRI) == graph_turtle(small_graph(), base_iri=BASE_IRI)


def test_the_versions_that_read_the_documents_stay() -> None:
    graph = replace(small_graph(), read_by={small.DOC_A: "0.0.9", small.DOC_B: "0.1.0", small.DOC_C: "0.1.0"})
    back = read_back(to_triples(graph)).graph
    assert back.read_by == graph.read_by
    runs = {t.object for t in to_triples(graph) if t.predicate == term("prov:wasGeneratedBy")}
    assert len(runs) == 2


def test_a_file_that_is_no_graph_of_ours_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<urn:ex:a> <urn:ex:b> <urn:ex:c> .", encoding="utf-8")
    with pytest.raises(GraphError, match="no graph that kg build wrote"):
        read_file(tmp_path / "a.ttl")
    (tmp_path / "b.ttl").write_text("<urn:ex:a> <urn:ex:b", encoding="utf-8")
    with pytest.raises(GraphError, match=r"b\.ttl:1.*run kg build again"):
        read_file(tmp_path / "b.ttl")
    with pytest.raises(GraphError, match="run kg build first"):
        read_file(tmp_path / "none.ttl")


@pytest.mark.parametrize("lost", ["oa:exact", "oa:start", "oa:hasSource"])
def test_evidence_that_lost_a_part_is_named(lost: str) -> None:
    with pytest.raises(GraphError, match="evidence is not whole"):
        read_back(t for t in to_triples(small_graph()) if t.predicate != term(lost))


def test_a_name_or_a_year_that_is_lost_is_named() -> None:
    triples = list(to_triples(small_graph()))
    with pytest.raises(GraphError, match="has no Chinese name"):
        read_back(t for t in triples if t.predicate != term("skos:prefLabel"))
    wrong = [replace_object(t) if t.predicate == ek("inYear") else t for t in triples]
    with pytest.raises(GraphError, match="no year"):
        read_back(wrong)


def replace_object(triple: Triple) -> Triple:
    return Triple(triple.subject, triple.predicate, ek("notAYear"))


def test_an_empty_graph_comes_back_empty() -> None:
    assert read_back(to_triples(KnowledgeGraph((), (), {}))).graph == KnowledgeGraph((), (), {})


def test_the_path_of_a_file_is_only_its_name() -> None:
    graph = small_graph()
    back = read_back(to_triples(graph)).graph
    assert {k: d.source.path for k, d in back.documents.items()} == {
        k: without_path(d).source.path for k, d in graph.documents.items()
    }

"""The other forms of RDF hold the triples of graph.ttl; in two of them every report has a graph of its own."""

from __future__ import annotations

import pytest
import rdflib
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, parse

from kg.export.rdf_files import ntriples_files, quads_files, trig_files
from kg.graph.iri import BASE_IRI
from kg.graph.rdf import to_triples
from kg.graph.reading import read_back
from kg.graph.vocabulary import term
from tests.graph.small_graph import small_graph

QUADS = [(quads_files, RdfFormat.N_QUADS), (trig_files, RdfFormat.TRIG)]


def test_ntriples_are_the_triples_a_sorted_line_each() -> None:
    (written,) = ntriples_files(small_graph(), base_iri=BASE_IRI).values()
    assert {quad.triple for quad in parse(written, format=RdfFormat.N_TRIPLES)} == set(to_triples(small_graph()))
    assert written.splitlines() == sorted(written.splitlines())
    assert len(rdflib.Graph().parse(data=written, format="nt")) == len(written.splitlines())


@pytest.mark.parametrize(("files", "form"), QUADS, ids=["nquads", "trig"])
def test_all_graphs_together_hold_the_triples_and_each_reports_evidence_is_its_own(files, form) -> None:  # type: ignore[no-untyped-def]
    (written,) = files(small_graph(), base_iri=BASE_IRI).values()
    quads = list(parse(written, format=form))
    assert {quad.triple for quad in quads} == set(to_triples(small_graph()))
    reports = {BASE_IRI + key for key in small_graph().documents}
    assert {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)} == reports
    # A passage that two reports share belongs to neither alone: it may be quoted where all meet.
    met = {quad.object for quad in quads if quad.predicate == term("ek:sharedPassage")}
    for quad in quads:
        if quad.predicate == term("oa:hasSource") and not (quad.subject in met and quad.graph_name == DefaultGraph()):
            assert quad.graph_name == quad.object
        if quad.predicate == term("skos:prefLabel"):
            assert quad.graph_name == DefaultGraph()


@pytest.mark.parametrize(("files", "form"), QUADS, ids=["nquads", "trig"])
def test_the_graph_can_be_read_back_from_them(files, form) -> None:  # type: ignore[no-untyped-def]
    (written,) = files(small_graph(), base_iri=BASE_IRI).values()
    assert read_back(parse(written, format=form)) == read_back(to_triples(small_graph()))


def test_both_forms_say_the_same_and_rdflib_reads_them() -> None:
    (trig,), (quads,) = (f(small_graph(), base_iri=BASE_IRI).values() for f in (trig_files, quads_files))
    assert set(parse(trig, format=RdfFormat.TRIG)) == set(parse(quads, format=RdfFormat.N_QUADS))
    dataset = rdflib.Dataset()
    dataset.parse(data=trig.decode(), format="trig")
    assert len(list(dataset.quads())) == len(quads.splitlines())

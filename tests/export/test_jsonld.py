"""JSON-LD says the same triples, to two readers that fetch nothing, and is plain to those who read it as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.parser import InputSource

from kg.export.jsonld import context, files, nodes
from kg.graph.iri import BASE_IRI
from kg.graph.prefixes import PREFIXES
from kg.graph.rdf import to_rdf, to_triples
from kg.graph.reading import read_back, read_file
from kg.knowledge.folder import ontology_folder
from tests.graph import small_graph as small
from tests.graph.small_graph import HOSTILE, small_graph

BASES = [BASE_IRI, "https://example.org/a/b/", "https://example.org/x#", "urn:example:kg/"]


def written(base: str = BASE_IRI) -> bytes:
    return files(small_graph(), base_iri=base)["graph.jsonld"]


def by_id() -> dict[str, dict[str, Any]]:
    return {node["id"]: node for node in json.loads(written())["@graph"]}


@pytest.mark.parametrize("base", BASES)
def test_pyoxigraph_reads_the_same_triples(base: str) -> None:
    read = {quad.triple for quad in parse(written(base), format=RdfFormat.JSON_LD)}
    assert read == set(to_triples(small_graph(), base_iri=base))


@pytest.mark.parametrize("base", BASES)
def test_rdflib_reads_the_same_triples_and_fetches_nothing(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(*_: object, **__: object) -> InputSource:
        raise AssertionError("a context was fetched")

    monkeypatch.setattr("rdflib.plugins.shared.jsonld.context.source_to_json", fetch)
    read = rdflib.Graph().parse(data=written(base).decode(), format="json-ld")
    assert set(read) == set(to_rdf(small_graph(), base_iri=base))


def test_the_graph_can_be_read_back_from_it() -> None:
    read = parse(written(), format=RdfFormat.JSON_LD)
    assert read_back(quad.triple for quad in read) == read_back(to_triples(small_graph()))


def test_a_person_who_knows_no_rdf_finds_names_and_facts() -> None:
    told = by_id()
    school = told[small.FURONG]
    assert school["name"] == {"zh": "中方县芙蓉学校"} and sorted(school["alias"]["zh"]) == ["县芙蓉学校", "芙蓉学校"]
    assert "School" in school["type"] and school["hasHonor"] == small.QINGLIAN
    award = told["fact/award-furong"]
    assert (award["honor"], award["recipient"], award["inYear"]) == (small.QINGLIAN, small.FURONG, "year/2023")
    assert award["status"] == "completed"
    assert told["fact/project-zijing-planned"]["seats"] == 1080
    assert told["year/2023"]["yearNumber"] == 2023


def test_hostile_names_survive() -> None:
    assert {node["name"]["zh"] for node in by_id().values() if node["id"].startswith("person/hostile")} == set(HOSTILE)


def test_the_context_file_is_the_context_of_the_graph() -> None:
    assert json.loads(files(small_graph(), base_iri=BASE_IRI)["context.jsonld"]) == {"@context": context(BASE_IRI)}
    assert json.loads(written())["@context"] == context(BASE_IRI)
    assert not [told for told in context(BASE_IRI).values() if isinstance(told, dict) and "@context" in told]


def test_what_only_links_in_the_seeds_graph_does_so_by_a_term_and_without_wrapping() -> None:
    read = read_file(Path(__file__).parents[2] / "exports/graph.ttl")
    told = [
        (name, isinstance(value, dict) and "id" in value)
        for node in nodes(to_triples(read.graph, base_iri=read.base_iri), context(read.base_iri))
        for name, value in node.items()
    ]
    loose = {name for name, link in told if link} - {name for name, link in told if not link}
    assert loose == set(), "add these to ontology/jsonld_terms.json"


def test_a_prefix_is_only_used_where_the_context_declares_it() -> None:
    assert {prefix: context(BASE_IRI).get(prefix) for prefix in PREFIXES} == PREFIXES
    terms = json.loads((ontology_folder() / "jsonld_terms.json").read_text())
    assert list(terms) == sorted(terms) and not terms.keys() & PREFIXES.keys()
    prefixes = [told["@id"].partition(":")[0] for told in terms.values() if isinstance(told, dict)]
    assert set(prefixes) <= PREFIXES.keys()

"""IRIs are a base and an ASCII path, and nothing else gets in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.errors import GraphError, UsageError
from kg.graph.iri import BASE_IRI, Namespaces
from kg.model.graph import Statement, StatementEvidence
from kg.model.names import FactKind


@pytest.mark.parametrize(
    "base",
    [BASE_IRI, "http://localhost:8000/", "https://example.org/a/b#", "urn:example:", "urn:cn-edu:id/"],
)
def test_a_base_ends_where_a_key_can_begin(base: str) -> None:
    assert Namespaces(base).entity("school/a").value == base + "school/a"


@pytest.mark.parametrize(
    "base",
    ["", "https://example.org/id", "https://", "javascript:alert(1)", "file:///etc/", "https://例.cn/", "https://a/ b/",
     "https://a/><script>/", "https://a/\n/", "https://a/#/", "https://u@a/"],
)  # fmt: skip
def test_a_base_that_could_break_a_file_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="--base-iri"):
        Namespaces(base)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/",
        "school/",
        "/school",
        "school//a",
        "a/../b",
        "学校/a",
        "a b",
        "a>b",
        'a"b',
        "a\\b",
        "a\nb",
        "a#b",
        "a%2f",
    ],
)
def test_a_key_that_is_no_ascii_path_is_refused(key: str) -> None:
    with pytest.raises(GraphError):
        Namespaces().entity(key)


@given(st.text())
def test_every_key_gives_a_valid_iri_or_an_error(key: str) -> None:
    names = Namespaces()
    try:
        iri = names.entity(key)
    except GraphError:
        return
    assert iri == NamedNode(BASE_IRI + key)
    assert re.fullmatch(r"[!-~]+", iri.value)


def evidence(start: int, end: int, rule: str = "r", document: str = "doc/f56b786812aef5cb") -> StatementEvidence:
    return StatementEvidence(document, start, end, "…", rule, 1.0)


def statement(key: str) -> Statement:
    return Statement(key, FactKind.AWARD, {}, None, None, ())


def test_two_spans_two_documents_two_rules_and_two_statements_have_different_evidence() -> None:
    names, said = Namespaces(), statement("fact/a")
    nodes = [
        names.evidence(said, evidence(1, 23)),
        names.evidence(said, evidence(12, 3)),
        names.evidence(said, evidence(1, 23, "other")),
        names.evidence(said, evidence(1, 23, document="doc/f56b786812aef5cc")),
        names.evidence(statement("fact/b"), evidence(1, 23)),
    ]
    assert len(set(nodes)) == len(nodes)


def test_one_span_has_one_quotation_whoever_quotes_it() -> None:
    names = Namespaces()
    assert names.quotation(evidence(1, 2, "a")) == names.quotation(evidence(1, 2, "b"))
    assert names.quotation(evidence(1, 2)) != names.quotation(evidence(1, 2), "words")

"""IRIs are a base and an ASCII path, and nothing else gets in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.errors import GraphError, UsageError
from kg.graph.iri import BASE_IRI, Namespaces
from kg.model.graph import StatementEvidence


@pytest.mark.parametrize(
    "base",
    [BASE_IRI, "http://localhost:8000/", "https://example.org/a/b#", "urn:example:", "urn:cn-edu:id/"],
)
def test_a_base_ends_where_a_key_can_begin(base: str) -> None:
    names = Namespaces(base)
    assert names.iri("school/a") == base + "school/a"
    assert names.entity("school/a") == "school:a"
    assert names.prefixes["school"] == base + "school/"


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
        name = names.entity(key)
    except GraphError:
        return
    assert NamedNode(names.iri(key)).value == BASE_IRI + key
    assert re.fullmatch(r"[!-~]+", name)
    prefix, _, local = name.partition(":")
    assert name == f"<{BASE_IRI}{key}>" or names.prefixes[prefix] + local == BASE_IRI + key


def evidence(start: int, end: int, document: str = "doc/f56b786812aef5cb") -> StatementEvidence:
    return StatementEvidence(document, start, end, "…", "r", 1.0)


def test_two_spans_two_documents_two_rules_and_two_statements_have_different_evidence() -> None:
    names = Namespaces()
    span = names.span(evidence(1, 23))
    nodes = [
        names.evidence("fact/a", span, "r"),
        names.evidence("fact/a", names.span(evidence(12, 3)), "r"),
        names.evidence("fact/a", span, "other"),
        names.evidence("fact/a", names.span(evidence(1, 23, "doc/f56b786812aef5cc")), "r"),
        names.evidence("fact/b", span, "r"),
    ]
    assert len(set(nodes)) == len(nodes)


@pytest.mark.parametrize("document", ["school/a", "doc/a/b", "doc"])
def test_a_span_lies_in_a_document(document: str) -> None:
    with pytest.raises(GraphError, match="no key of a document"):
        Namespaces().span(evidence(1, 2, document))

"""What can be set in a question is a value, and stays one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.graph.query import ask
from kg.graph.questions import ShippedQuery, fill, find_query, list_queries, parameters_of
from kg.graph.rdf import to_store
from tests.graph.small_graph import small_graph

STORE = to_store(small_graph())
OPEN = [query for query in list_queries() if query.parameters]
YEAR = "SELECT * {\n  VALUES ?year { UNDEF }  # --set year=2023 年份 / year\n  ?y ek:yearNumber ?year\n}"
WORDS = "SELECT * {\n  VALUES ?name { UNDEF }  # --set name=一中 名称 / name\n  ?thing skos:prefLabel ?name\n}"


def test_what_is_not_set_is_anything_and_what_is_set_is_that() -> None:
    assert len(ask(STORE, YEAR).rows) > 2
    (row,) = ask(STORE, fill(YEAR, {"year": "2023"})).rows
    assert {str(term.value) for term in row if term} == {"2023", "https://w3id.org/cn-edu-kg/id/year/2023"}
    assert not ask(STORE, fill(YEAR, {"year": "1871"})).rows


@given(st.text(max_size=40))
def test_whatever_words_are_set_the_question_stays_the_same(words: str) -> None:
    filled = fill(WORDS, {"name": words})
    assert filled.startswith("SELECT * {\n  VALUES ?name { ") and filled.endswith(WORDS.partition("UNDEF ")[2])
    assert len(filled.splitlines()) >= 4
    assert all(row for row in ask(STORE, filled).rows)


@pytest.mark.parametrize("words", ['" } ?s ?p ?o #', "\\", "'", "}\n?s ?p ?o", "\u2028", '"@zh } {'])
def test_words_that_would_end_the_value_do_not(words: str) -> None:
    assert not ask(STORE, fill(WORDS, {"name": words})).rows


@pytest.mark.parametrize("value", ["x", "2023 }", "", "２０２３", "1e3", "1" * 30])
def test_a_number_is_a_number(value: str) -> None:
    with pytest.raises(UsageError, match="a whole number like 2023 is wanted"):
        fill(YEAR, {"year": value})


def test_an_unknown_parameter_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="it has: year"):
        fill(YEAR, {"yeer": "2023"})
    with pytest.raises(UsageError, match="none"):
        fill("SELECT * {}", {"year": "2023"})


@pytest.mark.parametrize("query", OPEN, ids=lambda query: query.name)
def test_every_parameter_of_a_shipped_question_can_be_set_to_its_example(query: ShippedQuery) -> None:
    whole = ask(STORE, query.text)
    filled = ask(STORE, fill(query.text, {slot.name: slot.example for slot in query.parameters}))
    assert filled.variables == whole.variables


def test_every_slot_is_a_parameter() -> None:
    for query in list_queries():
        assert len(parameters_of(query.text)) == query.text.count("--set"), query.name
        assert len(re.findall("UNDEF", query.text)) <= len(query.parameters), query.name


def test_there_are_at_least_twenty_five() -> None:
    assert len(list_queries()) >= 25
    assert find_query("programs-of-region").parameters[1].whole

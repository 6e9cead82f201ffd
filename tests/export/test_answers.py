"""Answers as tables, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, Store, Triple, parse_query_results

from kg.errors import UsageError
from kg.export.answers import FORMATS, write_answer
from kg.graph.query import Kind, Result, ask
from kg.graph.vocabulary import ek, term

ROWS = Result(
    Kind.ROWS,
    ("name", "n"),
    (
        (Literal("中方\n小学", language="zh"), Literal("3", datatype=term("xsd:integer"))),
        (Literal("=1+1"), None),
        (Literal("\x1b[31m\u202e"), NamedNode("https://w3id.org/cn-edu-kg/ns#School")),
    ),
)


def test_a_table_is_for_people() -> None:
    lines = write_answer(ROWS, "table", width=60).splitlines()
    assert lines[0].split() == ["name", "n"]
    assert lines[2].split() == ["中方", "小学", "3"]
    assert lines[-1] == "3 行 / rows"
    assert any("ek:School" in line for line in lines)


def test_a_table_does_not_let_words_steer_the_terminal() -> None:
    text = write_answer(ROWS, "table")
    assert "\x1b" not in text and "\u202e" not in text
    assert "\\x1b[31m\\u202e" in text


def test_a_long_cell_is_folded_to_the_terminal_and_whole_in_a_file() -> None:
    long = Result(Kind.ROWS, ("quote",), ((Literal("字" * 200),),))
    assert "字" * 200 in write_answer(long, "table")
    folded = write_answer(long, "table", width=40).splitlines()
    assert max(line.count("字") for line in folded) <= 20
    assert "".join(folded).count("字") == 200


def test_csv_is_safe_and_has_a_head() -> None:
    rows = list(csv.reader(io.StringIO(write_answer(ROWS, "csv"), newline="")))
    assert rows[0] == ["name", "n"]
    assert rows[1:3] == [["中方\n小学", "3"], ["'=1+1", ""]]


def test_json_is_what_the_standard_says() -> None:
    text = write_answer(ROWS, "json")
    read = parse_query_results(text.encode(), format=QueryResultsFormat.JSON)
    assert tuple(tuple(row) for row in read) == ROWS.rows  # type: ignore[union-attr]
    assert json.loads(text)["results"]["bindings"][0]["name"] == {
        "type": "literal",
        "value": "中方\n小学",
        "xml:lang": "zh",
    }


@pytest.mark.parametrize(
    ("form", "text"),
    [("table", "是 / yes\n"), ("csv", "truth\r\ntrue\r\n"), ("json", '{\n  "head": {},\n  "boolean": true\n}\n')],
)
def test_a_truth_in_each_form(form: str, text: str) -> None:
    assert write_answer(ask(Store(), "ASK {}"), form) == text


def test_triples_are_turtle_or_rows() -> None:
    triple = Triple(NamedNode("https://a.b/c"), term("rdf:type"), term("ek:School"))
    answer = Result(Kind.TRIPLES, triples=(triple,))
    assert "<https://a.b/c>\n    a ek:School .\n" in write_answer(answer, "table")
    assert write_answer(answer, "csv").splitlines()[0] == "subject,predicate,object"
    assert json.loads(write_answer(answer, "json"))["results"]["bindings"][0]["subject"]["value"] == "https://a.b/c"


def test_blank_nodes_that_a_question_makes_are_shown() -> None:
    answer = ask(Store(), "CONSTRUCT { [] a ek:School } WHERE {}")
    for form in FORMATS:
        assert "School" in write_answer(answer, form)
    within = Result(Kind.TRIPLES, triples=(Triple(NamedNode("https://a.b/c"), term("rdf:type"), BlankNode()),))
    assert "https://a.b/c" in write_answer(within, "table")


def test_turtle_is_short_under_the_base() -> None:
    answer = Result(Kind.TRIPLES, triples=(Triple(NamedNode("https://a.b/school/c"), term("rdf:type"), ek("School")),))
    assert "school:c\n    a ek:School .\n" in write_answer(answer, "turtle", base_iri="https://a.b/")


def test_another_form_is_refused() -> None:
    with pytest.raises(UsageError, match="xml"):
        write_answer(ROWS, "xml")

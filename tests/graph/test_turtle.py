"""Turtle that both parsers read back as it was meant, sorted, and the same every time."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize
from rdflib.compare import isomorphic

from kg.errors import GraphError
from kg.graph import literals
from kg.graph.iri import BASE_IRI
from kg.graph.prefixes import PREFIXES
from kg.graph.rdf import to_rdf, to_triples
from kg.graph.turtle import write_rows, write_turtle
from kg.graph.vocabulary import ek, term
from tests.graph.small_graph import small_graph


def chinese(words: str) -> Literal:
    return Literal(words, language="zh")


SCHOOL = NamedNode(BASE_IRI + "school/1")
XSD = PREFIXES["xsd"]


def written(triples: list[Triple]) -> str:
    return write_turtle(triples, base_iri=BASE_IRI)


def read(turtle: str) -> set[Triple]:
    return {quad.triple for quad in parse(turtle.encode(), format=RdfFormat.TURTLE)}


def test_the_small_graph_comes_back_whole_from_both_parsers() -> None:
    triples = list(to_triples(small_graph()))
    turtle = written(triples)
    assert read(turtle) == set(triples)
    assert isomorphic(rdflib.Graph().parse(data=turtle, format="turtle"), to_rdf(small_graph()))


def test_the_order_of_the_triples_does_not_matter() -> None:
    triples = list(to_triples(small_graph()))
    turtle = written(triples)
    for seed in range(3):
        random.Random(seed).shuffle(triples)
        assert written(triples + triples[:9]) == turtle


def test_it_is_sorted_and_names_need_no_escapes() -> None:
    turtle = written(list(to_triples(small_graph())))
    subjects = re.findall(r"^([a-z]+:\S+|<\S+>)$", turtle, re.MULTILINE)
    in_full = [s[1:-1] if s[0] == "<" else BASE_IRI + s.replace(":", "/", 1) for s in subjects if s[:3] != "ek:"]
    assert in_full == sorted(in_full) and len(in_full) > 100
    assert "\\/" not in turtle
    assert re.findall(r"^# ---- (\S+)$", turtle, re.MULTILINE).count("school") == 1


def test_a_predicate_has_a_line_and_so_has_each_of_several_values() -> None:
    names = [Triple(SCHOOL, term("skos:altLabel"), chinese(name)) for name in ("二", "一")]
    turtle = written([Triple(SCHOOL, ek("count"), Literal(3)), Triple(SCHOOL, term("rdf:type"), ek("School")), *names])
    assert turtle.endswith(
        'school:1\n    a ek:School ;\n    ek:count 3 ;\n    skos:altLabel\n        "一"@zh ,\n        "二"@zh .\n'
    )


def test_only_the_prefixes_in_use_are_declared() -> None:
    turtle = written([Triple(SCHOOL, term("rdf:type"), ek("School"))])
    assert re.findall(r"@prefix (\w+):", turtle) == ["ek", "school"]


def test_marks_that_turn_the_direction_of_reading_are_escaped() -> None:
    turtle = written([Triple(SCHOOL, term("skos:prefLabel"), chinese("\u202e一中\u2066"))])
    assert '"\\u202E一中\\u2066"@zh' in turtle


def test_a_blank_node_is_refused() -> None:
    with pytest.raises(GraphError, match="IRI"):
        written([Triple(BlankNode(), term("rdf:type"), ek("School"))])


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LOCALS = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9._~-]{0,8}", fullmatch=True)
IRIS = st.builds(
    lambda space, local: NamedNode(space + local),
    st.sampled_from(
        [BASE_IRI + "school/", BASE_IRI + "time/", BASE_IRI + "a/b/", BASE_IRI, PREFIXES["ek"], "http://e/"]
    ),
    LOCALS,
)
LITERALS = st.one_of(
    WORDS.map(Literal),
    WORDS.map(chinese),
    st.integers().map(Literal),
    st.booleans().map(Literal),
    st.builds(
        lambda t, d: Literal(t, datatype=NamedNode(XSD + d)),
        WORDS,
        st.sampled_from(["integer", "decimal", "boolean", "x"]),
    ),
)
WRITTEN = st.one_of(
    WORDS.map(literals.text),
    WORDS.map(literals.chinese),
    WORDS.map(literals.date),
    st.floats(0, 1).map(literals.decimal),
    st.integers(0).map(literals.integer),
    st.text("0123456789.-+e٣", max_size=6).map(lambda t: literals.number(t, whole=False)),
    st.text("0123456789.-+e٣", max_size=6).map(lambda t: literals.number(t, whole=True)),
)
TRIPLES = st.lists(st.builds(Triple, IRIS, IRIS, st.one_of(IRIS, LITERALS)), max_size=8)


@given(TRIPLES)
@example([Triple(SCHOOL, ek("a"), Literal("\x00\x0b\ufffe\U000e0001\\u0041\r\n\"'''"))])
@example([Triple(SCHOOL, ek("a"), Literal("007", datatype=NamedNode(XSD + "integer")))])
@settings(max_examples=200, deadline=None)
def test_whatever_is_written_is_read_back_by_both_parsers(triples: list[Triple]) -> None:
    turtle = written(triples)
    assert read(turtle) == set(triples)
    plain = serialize(set(triples), format=RdfFormat.N_TRIPLES)
    assert plain is not None
    expected = rdflib.Graph().parse(data=plain, format="nt")
    assert set(rdflib.Graph().parse(data=turtle, format="turtle")) == set(expected)


def test_a_hundred_thousand_triples_take_seconds_not_minutes(tmp_path: Path) -> None:
    things = [NamedNode(f"{BASE_IRI}school/{n}") for n in range(10_000)]
    triples = [Triple(s, ek(f"p{n}"), chinese(f"名称{n}")) for s in things for n in range(10)]
    begin = time.process_time()
    turtle = written(triples)
    assert time.process_time() - begin < 15
    assert turtle.count("\n    ek:p") == 100_000


@given(st.lists(WRITTEN, min_size=1, max_size=6))
@settings(max_examples=200, deadline=None)
def test_every_literal_that_the_code_writes_is_one_that_both_parsers_read(words: list[str]) -> None:
    rows = [("ek:a", "ek:b", word) for word in words]
    turtle = write_rows(rows, base_iri=BASE_IRI, prefixes=PREFIXES)
    assert len(read(turtle)) == len(set(words)) == len(rdflib.Graph().parse(data=turtle, format="turtle"))


@given(WORDS)
def test_words_come_back_as_they_were(words: str) -> None:
    (triple,) = read(write_rows([("ek:a", "ek:b", literals.text(words))], base_iri=BASE_IRI, prefixes=PREFIXES))
    assert triple.object == Literal(words)


def test_a_lone_surrogate_becomes_the_sign_for_what_is_no_character() -> None:
    assert literals.text("\ud800一") == '"\\uFFFD一"'

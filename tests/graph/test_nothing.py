"""An answer without rows says what to change in the question."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pyoxigraph import Store

from kg.graph.iri import BASE_IRI
from kg.graph.nothing import why_nothing
from kg.graph.questions import find_query
from kg.graph.rdf import to_store
from tests.graph.small_graph import small_graph


@pytest.fixture(scope="module")
def store() -> Store:
    return to_store(small_graph())


CASES: list[tuple[str, Mapping[str, str], list[str]]] = [
    ("programs-of-region", {"region_name": "方县", "year": "2023"}, ["region_name=方县: 2 行 / rows; ", " 中方县"]),
    ("programs-of-region", {"region_name": "中方县", "year": "1999"}, ["--set year=1999: 4 行"]),
    ("projects-planned", {"year": "1999"}, ["--set year=1999: 1 行"]),
]


@pytest.mark.parametrize(("name", "settings", "told"), CASES)
def test_what_was_set_is_told_with_what_there_is_without_it(
    store: Store, name: str, settings: Mapping[str, str], told: list[str]
) -> None:
    (line,) = why_nothing(store, find_query(name).text, settings, base_iri=BASE_IRI)
    assert all(words in line for words in told)


def test_a_word_that_the_vocabulary_does_not_have_is_told_with_the_nearest(store: Store) -> None:
    (line,) = why_nothing(store, "SELECT * { ?s a ek:Schools ; ek:inRegion ?r }", {}, base_iri=BASE_IRI)
    assert "ek:Schools; " in line and line.endswith("ek:School")


def test_of_what_no_report_tells_that_is_told(store: Store) -> None:
    (line,) = why_nothing(store, "SELECT * { ?s a ek:School ; a ek:Region }", {}, base_iri=BASE_IRI)
    assert "tell nothing" in line

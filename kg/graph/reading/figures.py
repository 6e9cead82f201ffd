"""Figures and the identities between them read back from RDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import permutations

from kg.errors import GraphError
from kg.graph.reading.documents import year_of
from kg.graph.reading.statements import evidence_told, status_told
from kg.graph.reading.told import Told
from kg.graph.vocabulary import CLASS_OF_IDENTITY, DIRECTIONS, ek, term
from kg.model.figures import IdentityKind
from kg.model.graph import GraphFigure, GraphIdentity
from kg.text.keys import figure_key

__all__ = ["figures_told", "identities_told"]

_A, _LABEL = term("rdf:type"), term("skos:prefLabel")
_CHANGE = {term(name): change for change, name in DIRECTIONS.items()}
_KIND = {term(name): kind for kind, name in CLASS_OF_IDENTITY.items()}
MOST_ORDERS = 7
"""Up to so many members the order in which the text gave them is found again by the key; of more it is that of keys."""


def figures_told(told: Told, keys: Mapping[str, str]) -> Iterator[GraphFigure]:
    """All figures, sorted by key."""
    for iri, key in sorted(keys.items(), key=lambda item: item[1]):
        if ek("Figure") in told.nodes(iri, _A):
            yield _figure(told, iri, key, keys)


def _figure(told: Told, iri: str, key: str, keys: Mapping[str, str]) -> GraphFigure:
    direction = told.node(iri, ek("direction"))
    upper = told.word(iri, ek("upper"))
    return GraphFigure(
        key=key,
        what=_label(told, iri, "dct:subject"),
        qualifiers=tuple(told.words(iri, ek("qualifier"))),
        value=_number(told.word(iri, term("sdmx-measure:obsValue"))),
        upper=_number(upper) if upper else None,
        unit=_label(told, iri, "sdmx-attribute:unitMeasure"),
        approximate=told.word(iri, ek("approximate")) == "true",
        change=_CHANGE.get(direction) if direction else None,
        region=_key(told, iri, "sdmx-dimension:refArea", keys),
        about=_key(told, iri, "ek:about", keys),
        year=year_of(told.node(iri, term("sdmx-dimension:refPeriod"))),
        status=status_told(told, iri),
        part_of=_key(told, iri, "ek:partOf", keys),
        evidence=evidence_told(told, iri, keys),
    )


def _label(told: Told, iri: str, name: str) -> str:
    node = told.node(iri, term(name))
    return told.word(node.value, _LABEL, language="zh") if node else ""


def _key(told: Told, iri: str, name: str, keys: Mapping[str, str]) -> str:
    node = told.node(iri, term(name))
    return keys.get(node.value, "") if node else ""


def _number(words: str) -> Decimal:
    """The number as the figures hold it, without the zeros that Turtle asks for."""
    if not words:
        raise GraphError("数据没有数值 / a figure has no value (sdmx-measure:obsValue)")
    number = Decimal(words)
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()


def identities_told(told: Told, keys: Mapping[str, str]) -> Iterator[GraphIdentity]:
    """All identities, sorted by key."""
    for iri, key in sorted(keys.items(), key=lambda item: item[1]):
        kind = next((_KIND[node] for node in told.nodes(iri, _A) if node in _KIND), None)
        if kind is None:
            continue
        given = [keys[node.value] for node in told.nodes(iri, ek("given")) if node.value in keys]
        derived = _key(told, iri, "ek:derived", keys)
        computed, holds = _number(told.word(iri, ek("computed"))), told.word(iri, ek("holds")) == "true"
        yield GraphIdentity(key, kind, _members(key, kind, given, derived), computed, holds)


def _members(key: str, kind: IdentityKind, given: list[str], derived: str) -> tuple[str, ...]:
    """The members in the order of `Identity.figures`: the key is made from it, so it tells which order was theirs."""
    orders = permutations(given) if len(given) <= MOST_ORDERS else iter([tuple(given)])
    first = tuple(given)
    for order in orders:
        members = (derived, *order) if kind is IdentityKind.SUM else (*order, derived)
        if figure_key("identity", (kind, *members)) == key:
            return members
    return (derived, *first) if kind is IdentityKind.SUM else (*first, derived)

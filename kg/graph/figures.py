"""Triples about figures: each an observation of the RDF Data Cube, and the identities between them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg.graph.iri import Namespaces
from kg.graph.literals import chinese, english, exact, truth
from kg.graph.vocabulary import CLASS_OF_IDENTITY, DIRECTIONS, STATUSES, ek, term
from kg.model.figures import IdentityKind
from kg.model.graph import GraphFigure, GraphIdentity
from kg.text.keys import named_key

__all__ = ["cube_triples", "figure_triples", "identity_triples"]

_A, _LABEL = term("rdf:type"), term("skos:prefLabel")


def cube_triples(figures: Iterable[GraphFigure], names: Namespaces) -> Iterator[Triple]:
    """The data set that all figures belong to, and the nodes that they share: what is counted, and in which measure."""
    figures = list(figures)
    if not figures:
        return
    cube = _cube(names)
    yield Triple(cube, _A, term("qb:DataSet"))
    yield Triple(cube, term("dct:title"), chinese("报告中的数据"))
    yield Triple(cube, term("dct:title"), english("Figures of the reports"))
    yield Triple(cube, term("qb:structure"), ek("FigureStructure"))
    for what in sorted({figure.what for figure in figures}):
        yield Triple(_indicator(what, names), _A, ek("Indicator"))
        yield Triple(_indicator(what, names), _LABEL, chinese(what))
    for unit in sorted({figure.unit for figure in figures}):
        yield Triple(_unit(unit, names), _A, ek("Unit"))
        yield Triple(_unit(unit, names), _LABEL, chinese(unit))


def figure_triples(figure: GraphFigure, names: Namespaces, *, known: Container[str]) -> Iterator[Triple]:
    """One figure: what, how much, in which measure, where, when, how far along, and of what it is a part.

    `known` are the keys of all entities and figures: what the graph does not describe is not pointed at.
    """
    node = names.entity(figure.key)
    yield Triple(node, _A, ek("Figure"))
    yield Triple(node, _A, term("qb:Observation"))
    yield Triple(node, term("qb:dataSet"), _cube(names))
    yield Triple(node, term("dct:subject"), _indicator(figure.what, names))
    for qualifier in figure.qualifiers:
        yield Triple(node, ek("qualifier"), chinese(qualifier))
    yield Triple(node, term("sdmx-measure:obsValue"), exact(figure.value))
    if figure.upper is not None:
        yield Triple(node, ek("upper"), exact(figure.upper))
    yield Triple(node, term("sdmx-attribute:unitMeasure"), _unit(figure.unit, names))
    if figure.approximate:
        yield Triple(node, ek("approximate"), truth(True))
    if figure.change is not None:
        yield Triple(node, ek("direction"), DIRECTIONS[figure.change])
    if figure.region in known:
        yield Triple(node, term("sdmx-dimension:refArea"), names.entity(figure.region))
    if figure.about in known:
        yield Triple(node, ek("about"), names.entity(figure.about))
    if figure.year is not None:
        yield Triple(node, term("sdmx-dimension:refPeriod"), names.year(figure.year))
    if figure.status is not None:
        yield Triple(node, ek("status"), STATUSES[figure.status])
    if figure.part_of in known:
        yield Triple(node, ek("partOf"), names.entity(figure.part_of))


def identity_triples(identity: GraphIdentity, names: Namespaces) -> Iterator[Triple]:
    """One identity: the figures from which it starts, the one that follows from them, and whether it does."""
    node = names.entity(identity.key)
    whole, *rest = identity.figures
    given, derived = (rest, whole) if identity.kind is IdentityKind.SUM else (identity.figures[:-1], rest[-1])
    yield Triple(node, _A, ek("Identity"))
    yield Triple(node, _A, CLASS_OF_IDENTITY[identity.kind])
    for key in given:
        yield Triple(node, ek("given"), names.entity(key))
    yield Triple(node, ek("derived"), names.entity(derived))
    yield Triple(node, ek("computed"), exact(identity.computed))
    yield Triple(node, ek("holds"), truth(identity.holds))


def _cube(names: Namespaces) -> NamedNode:
    return names.entity("figures")


def _indicator(what: str, names: Namespaces) -> NamedNode:
    return names.entity(named_key("indicator", "", what))


def _unit(unit: str, names: Namespaces) -> NamedNode:
    return names.entity(named_key("unit", "", unit))

"""Figures as Turtle: each an observation of the RDF Data Cube, and the identities between them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache

from kg.graph.evidence import said_blocks
from kg.graph.iri import Namespaces
from kg.graph.literals import chinese, english, exact, integer, text, truth
from kg.graph.turtle import Row
from kg.graph.vocabulary import CLASS_OF_IDENTITY, DIRECTIONS, STATUSES
from kg.model.graph import GraphFigure, GraphIdentity
from kg.text.keys import named_key

__all__ = ["cube_rows", "figure_blocks", "identity_rows"]

_CUBES = {
    (True, True): ("figures", "ek:FigureStructure"),
    (False, True): ("figures/without-area", "ek:FigureStructureWithoutArea"),
    (True, False): ("figures/without-year", "ek:FigureStructureWithoutYear"),
    (False, False): ("figures/without-area-and-year", "ek:FigureStructureWithoutAreaAndYear"),
}
"""Whether area and year are known, to data set and structure: an observation has all dimensions of its structure."""
_TITLES = {
    "figures": ("报告中的数据", "Figures of the reports"),
    "figures/without-area": ("报告中没有说明地区的数据", "Figures whose area the reports leave open"),
    "figures/without-year": ("报告中没有说明年份的数据", "Figures whose year the reports leave open"),
    "figures/without-area-and-year": (
        "报告中没有说明地区和年份的数据",
        "Figures whose area and year the reports leave open",
    ),
}
_LINKS = (("sdmx-dimension:refArea", "region"), ("ek:about", "about"), ("ek:partOf", "part_of"))


def cube_rows(figures: Iterable[GraphFigure], names: Namespaces, *, known: Container[str]) -> Iterator[Row]:
    """The data sets that the figures belong to, and the nodes that they share: what is counted, and in which measure.

    `known` are the keys of all entities, as of `figure_blocks`.
    """
    figures = list(figures)
    for key, structure in sorted({_cube(figure, known) for figure in figures}):
        cube = names.entity(key)
        yield cube, "a", "qb:DataSet"
        yield cube, "dct:title", chinese(_TITLES[key][0])
        yield cube, "dct:title", english(_TITLES[key][1])
        yield cube, "qb:structure", structure
    for what in sorted({figure.what for figure in figures}):
        yield _indicator(what, names), "a", "ek:Indicator"
        yield _indicator(what, names), "skos:prefLabel", chinese(what)
    for unit in sorted({figure.unit for figure in figures}):
        yield _unit(unit, names), "a", "ek:Unit"
        yield _unit(unit, names), "skos:prefLabel", chinese(unit)


def figure_blocks(
    figure: GraphFigure,
    names: Namespaces,
    runs: Mapping[str, str],
    *,
    known: Container[str],
    curated: Iterable[str] = (),
    sources: int | None = None,
) -> Iterator[tuple[str, str]]:
    """One figure as a node, and what is said of it: what, how much, in which measure, where, when, how far along, of
    what it is a part, and its evidence.

    `known` are the keys of all entities and figures: what the graph does not describe is not pointed at. `curated`
    are the keys of the curations by which it is so, `sources` the number of independent reports.
    """
    pairs = [
        ("a", "ek:Figure"),
        ("a", "qb:Observation"),
        ("qb:dataSet", names.entity(_cube(figure, known)[0])),
        ("ek:variant", text(figure.key.rpartition("/")[2])),
        ("ek:indicator", _indicator(figure.what, names)),
        ("dct:subject", _indicator(figure.what, names)),
        ("sdmx-measure:obsValue", exact(figure.value)),
        ("sdmx-attribute:unitMeasure", _unit(figure.unit, names)),
    ]
    pairs += [("ek:qualifier", chinese(qualifier)) for qualifier in figure.qualifiers]
    if sources is not None:
        pairs.append(("ek:sources", integer(sources)))
    if figure.upper is not None:
        pairs.append(("ek:upper", exact(figure.upper)))
    if figure.approximate:
        pairs.append(("ek:approximate", truth(True)))
    if figure.change is not None:
        pairs.append(("ek:direction", DIRECTIONS[figure.change]))
    for predicate, key in _LINKS:
        if (other := getattr(figure, key)) in known:
            pairs.append((predicate, names.entity(other)))
    if figure.year is not None:
        pairs.append(("sdmx-dimension:refPeriod", names.year(figure.year)))
    if figure.status is not None:
        pairs.append(("ek:status", STATUSES[figure.status]))
    pairs += [("ek:curated", names.entity(key)) for key in curated]
    return said_blocks(figure, pairs, names, runs)


def identity_rows(identity: GraphIdentity, names: Namespaces) -> Iterator[Row]:
    """One identity: the figures from which it starts, the one that follows from them, and whether it does."""
    node = names.entity(identity.key)
    yield node, "a", "ek:Identity"
    yield node, "a", CLASS_OF_IDENTITY[identity.kind]
    for key in identity.given:
        yield node, "ek:given", names.entity(key)
    yield node, "ek:derived", names.entity(identity.derived)
    yield node, "ek:computed", exact(identity.computed)
    yield node, "ek:holds", truth(identity.holds)


def _cube(figure: GraphFigure, known: Container[str]) -> tuple[str, str]:
    """Key of the data set of a figure, and its structure."""
    return _CUBES[figure.region in known, figure.year is not None]


def _indicator(what: str, names: Namespaces) -> str:
    return names.entity(_shared_key("indicator", what))


def _unit(unit: str, names: Namespaces) -> str:
    return names.entity(_shared_key("unit", unit))


@lru_cache(maxsize=1 << 14)
def _shared_key(folder: str, name: str) -> str:
    """The key of what many figures have in common."""
    return named_key(folder, "", name)

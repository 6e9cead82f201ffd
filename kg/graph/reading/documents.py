"""Reports read back from RDF."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import NamedNode

from kg.errors import GraphError
from kg.graph.reading.told import Told
from kg.graph.vocabulary import LEVELS, ek, term
from kg.model.document import DocumentInfo, SourceFile

__all__ = ["documents_told", "versions_told", "year_of"]

_LEVEL = {term(name): level for level, name in LEVELS.items()}


def documents_told(told: Told, keys: Mapping[str, str]) -> dict[str, DocumentInfo]:
    """Document key to what the report says of itself, sorted by key."""
    reports = {key: iri for iri, key in keys.items() if ek("Report") in told.nodes(iri, term("rdf:type"))}
    return {key: _document(told, reports[key]) for key in sorted(reports)}


def _document(told: Told, iri: str) -> DocumentInfo:
    region = told.node(iri, ek("inRegion"))
    level = told.node(iri, ek("level"))
    size = told.word(iri, term("dcat:byteSize"))
    return DocumentInfo(
        source=SourceFile(
            path=told.word(iri, ek("fileName")),
            sha256=told.word(iri, term("dct:identifier")).removeprefix("sha256:"),
            media_type=told.word(iri, term("dct:format")),
            encoding=told.word(iri, ek("encoding")),
            size=int(size) if size.isdecimal() else 0,
        ),
        title=told.word(iri, term("dct:title"), language="zh"),
        issuer=told.word(iri, ek("issuer")),
        region=told.word(region.value, term("skos:prefLabel"), language="zh") if region else "",
        region_code=told.word(region.value, ek("divisionCode")) if region else "",
        region_level=_LEVEL.get(level) if level else None,
        region_why=told.word(iri, ek("regionReason")),
        date=told.word(iri, term("dct:issued")),
        review_years=_years(told, iri, ek("reviews")),
        plan_years=_years(told, iri, ek("plans")),
        language=told.word(iri, term("dct:language")),
        years_rule=told.word(iri, ek("yearRule")),
        url=told.word(iri, term("dct:source")),
    )


def _years(told: Told, iri: str, predicate: NamedNode) -> tuple[int, ...]:
    return tuple(sorted(year for node in told.nodes(iri, predicate) if (year := year_of(node)) is not None))


def year_of(node: NamedNode | None) -> int | None:
    """The number of a year's node; raises `GraphError` for a node that is none.

    >>> year_of(NamedNode("https://example.org/id/year/2023"))
    2023
    """
    if node is None:
        return None
    number = node.value.rpartition("/")[2]
    if not number.isdecimal():
        raise GraphError(f"不是年份 / no year: {node.value}")
    return int(number)


def versions_told(told: Told, keys: Mapping[str, str]) -> dict[str, str]:
    """Document key to the version of this package that read it, sorted by key."""
    found = {
        keys[report.value]: told.word(iri, ek("version"))
        for iri in keys
        if term("prov:Activity") in told.nodes(iri, term("rdf:type"))
        for report in told.nodes(iri, term("prov:used"))
        if report.value in keys
    }
    return dict(sorted(found.items()))

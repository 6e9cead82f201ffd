"""Rows about the reports themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.graph.iri import Namespaces
from kg.graph.literals import chinese, date, integer, text
from kg.graph.turtle import Row
from kg.graph.vocabulary import LEVELS
from kg.model.document import DocumentInfo
from kg.model.graph import GraphEntity, KnowledgeGraph
from kg.model.names import EntityKind

__all__ = ["document_rows", "issuers_by_name", "region_by_code"]


def document_rows(
    key: str, info: DocumentInfo, names: Namespaces, *, regions: Mapping[str, str], issuers: Mapping[str, str]
) -> Iterator[Row]:
    """What is known of one report: its title, issuer, region, years, language, and the sha256 of its file.

    `regions` leads from division code to entity key, `issuers` from name to entity key. Of the file only its name
    is told, not the folder it lay in: the same file gives the same bytes wherever it is kept.
    """
    node = names.entity(key)
    yield node, "a", "ek:Report"
    yield node, "dct:title", chinese(info.title or info.source.stem)
    yield node, "dct:identifier", text(f"sha256:{info.source.sha256}")
    yield node, "dct:language", text(info.language)
    yield node, "ek:fileName", text(info.source.path.rsplit("/", 1)[-1])
    yield node, "dct:format", text(info.source.media_type)
    yield node, "dcat:byteSize", integer(info.source.size)
    if info.source.encoding:
        yield node, "ek:encoding", text(info.source.encoding)
    if info.years_rule:
        yield node, "ek:yearRule", text(info.years_rule)
    if info.issuer:
        yield node, "ek:issuer", chinese(info.issuer)
    if info.issuer in issuers:
        yield node, "dct:publisher", names.entity(issuers[info.issuer])
    if info.date:
        yield node, "dct:issued", date(info.date)
    if info.url:
        yield node, "dct:source", text(info.url)
    if info.region_code in regions:
        yield node, "ek:inRegion", names.entity(regions[info.region_code])
    if info.region_level is not None:
        yield node, "ek:level", LEVELS[info.region_level]
    if info.region_why:
        yield node, "ek:regionReason", text(info.region_why)
    for year in info.review_years:
        yield node, "ek:reviews", names.year(year)
    for year in info.plan_years:
        yield node, "ek:plans", names.year(year)


def region_by_code(entities: Iterable[GraphEntity]) -> dict[str, str]:
    """Division code to the key of the region that has it."""
    return {e.attributes["code"]: e.key for e in entities if e.kind is EntityKind.REGION and e.attributes.get("code")}


def issuers_by_name(graph: KnowledgeGraph) -> dict[str, str]:
    """Name to key of the bodies that issued a report; a name that two bodies have leads to neither."""
    wanted = {info.issuer for info in graph.documents.values() if info.issuer}
    found: dict[str, list[str]] = {}
    for entity in graph.entities:
        if entity.kind is EntityKind.ORGANIZATION and entity.name in wanted:
            found.setdefault(entity.name, []).append(entity.key)
    return {name: keys[0] for name, keys in found.items() if len(keys) == 1}

"""Triples about the reports themselves, and about the work that read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Triple

from kg.graph.iri import ONTOLOGY, SHAPES, Namespaces
from kg.graph.literals import chinese, date, english, integer, text
from kg.graph.vocabulary import LEVELS, ek, term
from kg.model.document import DocumentInfo
from kg.model.graph import GraphEntity, KnowledgeGraph
from kg.model.names import EntityKind

__all__ = ["dataset_triples", "document_triples", "issuers_by_name", "region_by_code", "run_triples"]

_A = term("rdf:type")


def document_triples(
    key: str, info: DocumentInfo, names: Namespaces, *, regions: Mapping[str, str], issuers: Mapping[str, str]
) -> Iterator[Triple]:
    """What is known of one report: its title, issuer, region, years, language, and the sha256 of its file.

    `regions` leads from division code to entity key, `issuers` from name to entity key. Of the file only its name
    is told, not the folder it lay in: the same file gives the same bytes wherever it is kept.
    """
    node = names.entity(key)
    yield Triple(node, _A, ek("Report"))
    yield Triple(node, term("dct:title"), chinese(info.title or info.source.stem))
    yield Triple(node, term("dct:identifier"), text(f"sha256:{info.source.sha256}"))
    yield Triple(node, term("dct:language"), text(info.language))
    yield Triple(node, ek("fileName"), text(info.source.path.rsplit("/", 1)[-1]))
    yield Triple(node, term("dct:format"), text(info.source.media_type))
    yield Triple(node, term("dcat:byteSize"), integer(info.source.size))
    if info.source.encoding:
        yield Triple(node, ek("encoding"), text(info.source.encoding))
    if info.years_rule:
        yield Triple(node, ek("yearRule"), text(info.years_rule))
    if info.issuer:
        yield Triple(node, ek("issuer"), chinese(info.issuer))
    if info.issuer in issuers:
        yield Triple(node, term("dct:publisher"), names.entity(issuers[info.issuer]))
    if info.date:
        yield Triple(node, term("dct:issued"), date(info.date))
    if info.url:
        yield Triple(node, term("dct:source"), text(info.url))
    if info.region_code in regions:
        yield Triple(node, ek("inRegion"), names.entity(regions[info.region_code]))
    if info.region_level is not None:
        yield Triple(node, ek("level"), LEVELS[info.region_level])
    if info.region_why:
        yield Triple(node, ek("regionReason"), text(info.region_why))
    for year in info.review_years:
        yield Triple(node, ek("reviews"), names.year(year))
    for year in info.plan_years:
        yield Triple(node, ek("plans"), names.year(year))


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


def run_triples(document: str, version: str, names: Namespaces) -> Iterator[Triple]:
    """The work that read a document: which version of this package; without a clock."""
    run: NamedNode = names.run(version)
    yield Triple(run, _A, term("prov:Activity"))
    yield Triple(run, ek("version"), text(version))
    yield Triple(run, term("prov:used"), names.entity(document))


def dataset_triples(versions: Iterable[str], names: Namespaces) -> Iterator[Triple]:
    """What the whole file is, for catalogues."""
    node = names.dataset
    yield Triple(node, _A, term("void:Dataset"))
    yield Triple(node, _A, term("dcat:Dataset"))
    yield Triple(node, term("dct:title"), chinese("中国教育工作报告知识图谱"))
    yield Triple(node, term("dct:title"), english("Knowledge graph of China's education work reports"))
    yield Triple(node, term("dct:conformsTo"), NamedNode(SHAPES))
    yield Triple(node, term("void:uriSpace"), text(names.base))
    yield Triple(node, term("void:vocabulary"), NamedNode(ONTOLOGY))
    yield from (Triple(node, term("prov:wasGeneratedBy"), names.run(version)) for version in versions)

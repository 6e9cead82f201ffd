"""The whole graph as RDF: a stream of triples for files and stores, an `rdflib.Graph` for Python users."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Triple

from kg.errors import GraphError
from kg.graph.documents import dataset_triples, document_triples, issuers_by_name, region_by_code, run_triples
from kg.graph.entities import concept_triples, entity_triples, year_triples
from kg.graph.figures import cube_triples, figure_triples, identity_triples
from kg.graph.iri import BASE_IRI, Namespaces
from kg.graph.ontology import vocabulary_words
from kg.graph.schemes import scheme_triples, used_concepts
from kg.graph.statements import evidence_triples, shortcut_triples, statement_triples
from kg.model.graph import KnowledgeGraph, Statement
from kg.model.names import FACT_ENDS

if TYPE_CHECKING:
    import rdflib

__all__ = ["to_rdf", "to_triples"]


def to_triples(graph: KnowledgeGraph, *, base_iri: str = BASE_IRI, version: str | None = None) -> Iterator[Triple]:
    """All triples of a graph, in no promised order; the same triple can come twice.

    The IRIs of the result are `base_iri` and a key; `version` is that of the program that read the documents, None
    for the installed one. Raises `UsageError` when `base_iri` cannot be a base, and
    `GraphError` when a statement speaks of an entity or a document that the graph does not hold, has a role that its
    kind does not know, or stands without evidence.
    """
    check(graph)
    names = Namespaces(base_iri)
    version = version or package_version()
    runs = {key: names.run(graph.read_by.get(key, version)) for key in graph.documents}
    regions, issuers = region_by_code(graph.entities), issuers_by_name(graph)
    reporting = set(issuers.values())
    years = {s.year for s in graph.statements if s.year is not None}
    years |= {f.year for f in graph.figures if f.year is not None}
    for info in graph.documents.values():
        years.update(info.review_years, info.plan_years)
    yield from vocabulary_words()
    yield from dataset_triples(set(graph.read_by.values()) or {version}, names)
    for key in graph.documents:
        yield from run_triples(key, graph.read_by.get(key, version), names)
    for key, info in graph.documents.items():
        yield from document_triples(key, info, names, regions=regions, issuers=issuers)
    yield from year_triples(years, names)
    known = {entity.key for entity in graph.entities}
    used = used_concepts(known | {entity.concept for entity in graph.entities})
    called = {entity.key: (entity.name, *entity.aliases) for entity in graph.entities}
    yield from scheme_triples(used, names, known=called)
    yield from concept_triples(graph.entities, names, described=known | set(used))
    for entity in graph.entities:
        yield from entity_triples(entity, names, known=known, reports=entity.key in reporting)
    for statement in graph.statements:
        yield from statement_triples(statement, names)
        yield from evidence_triples(statement, names, runs)
        yield from shortcut_triples(statement, names)

    yield from cube_triples(graph.figures, names)
    known |= {figure.key for figure in graph.figures}
    for figure in graph.figures:
        yield from figure_triples(figure, names, known=known)
        yield from evidence_triples(figure, names, runs)
    for identity in graph.identities:
        yield from identity_triples(identity, names)


def package_version() -> str:
    """The version of this package as it is installed: `kg` itself stands above and cannot be asked."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("cn-edu-kg")
    except PackageNotFoundError:
        return "unknown"


def check(graph: KnowledgeGraph) -> None:
    """Nothing; raises `GraphError` at the first statement that is not whole: a bug of an earlier stage."""
    entities = {entity.key for entity in graph.entities}
    for statement in graph.statements:
        if problem := _problem(statement, graph, entities):
            raise GraphError(f"{statement.key}: {problem}")


def _problem(statement: Statement, graph: KnowledgeGraph, entities: set[str]) -> str:
    if statement.key in entities:
        return "键也是一个实体的键 / the key is that of an entity, too"
    if unknown := [role for role in statement.ends if role not in FACT_ENDS[statement.kind]]:
        return f"没有这样的角色 / {statement.kind.value} has no role {unknown[0]!r}"
    if missing := [key for key in statement.ends.values() if key not in entities]:
        return f"图中没有这个实体 / no such entity in the graph: {missing[0]}"
    if not statement.evidence:
        return "没有证据 / no evidence"
    if missing := [e.document for e in statement.evidence if e.document not in graph.documents]:
        return f"图中没有这份文件 / no such document in the graph: {missing[0]}"
    return ""


def to_rdf(graph: KnowledgeGraph, *, base_iri: str = BASE_IRI, version: str | None = None) -> rdflib.Graph:
    """An `rdflib.Graph` with the same triples, its namespaces bound, for work in Python."""
    import rdflib

    from kg.graph.vocabulary import PREFIXES

    result = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        result.bind(prefix, namespace)
    result.addN((*_as_rdflib(triple), result) for triple in to_triples(graph, base_iri=base_iri, version=version))
    return result


def _as_rdflib(triple: Triple) -> tuple[rdflib.URIRef, rdflib.URIRef, rdflib.URIRef | rdflib.Literal]:
    import rdflib
    from pyoxigraph import Literal, NamedNode

    subject, predicate, value = triple
    assert isinstance(subject, NamedNode)
    if isinstance(value, Literal):
        datatype = None if value.language else rdflib.URIRef(value.datatype.value)
        if datatype == rdflib.XSD.string:
            datatype = None
        words = rdflib.Literal(value.value, lang=value.language, datatype=datatype)
        return rdflib.URIRef(subject.value), rdflib.URIRef(predicate.value), words
    assert isinstance(value, NamedNode)
    return rdflib.URIRef(subject.value), rdflib.URIRef(predicate.value), rdflib.URIRef(value.value)

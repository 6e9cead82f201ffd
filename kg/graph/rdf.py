"""The whole graph as RDF. It is made once, as Turtle; stores and `rdflib.Graph` read it from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store, Triple, parse

from kg.errors import GraphError
from kg.graph.curations import curated_by, curation_rows
from kg.graph.dataset import count_rows, dataset_rows
from kg.graph.documents import document_rows, issuers_by_name, region_by_code
from kg.graph.entities import concept_rows, entity_rows, year_rows
from kg.graph.figures import cube_rows, figure_blocks, identity_rows
from kg.graph.iri import BASE_IRI, Namespaces
from kg.graph.lineage import shared_rows
from kg.graph.literals import integer
from kg.graph.ontology import vocabulary_rows
from kg.graph.runs import rule_rows, run_rows
from kg.graph.schemes import scheme_rows, used_concepts
from kg.graph.statements import shortcut_rows, statement_blocks
from kg.graph.turtle import Row, body, head, write_rows
from kg.model.graph import GraphFigure, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import FACT_ENDS
from kg.text.sources import several_sources

if TYPE_CHECKING:
    import rdflib

__all__ = ["to_graphs", "to_rdf", "to_store", "to_trig", "to_triples", "to_turtle"]


def to_turtle(graph: KnowledgeGraph, *, base_iri: str = BASE_IRI, version: str | None = None) -> str:
    """A graph as sorted Turtle; equal graphs give equal text.

    The IRIs of the result are `base_iri` and a key; `version` is that of the program that read the documents of which
    the graph does not tell it, None for the installed one. Raises `UsageError` when `base_iri` cannot be a base, and
    `GraphError` when a statement speaks of an entity or a document that the graph does not hold, has a role that its
    kind does not know, or stands without evidence.
    """
    check(graph)
    names, version = Namespaces(base_iri), version or package_version()
    rows, blocks = _counted(graph, names, version)
    return write_rows(rows, base_iri=base_iri, prefixes=names.prefixes, blocks=blocks)


def to_triples(graph: KnowledgeGraph, *, base_iri: str = BASE_IRI, version: str | None = None) -> Iterator[Triple]:
    """All triples of a graph, each once, in the order of `to_turtle`."""
    turtle = to_turtle(graph, base_iri=base_iri, version=version)
    return (quad.triple for quad in parse(turtle.encode(), format=RdfFormat.TURTLE))


def to_store(graph: KnowledgeGraph, *, base_iri: str = BASE_IRI, version: str | None = None) -> Store:
    """A store in memory with all triples of a graph, ready for SPARQL."""
    store = Store()
    store.bulk_load(to_turtle(graph, base_iri=base_iri, version=version).encode(), format=RdfFormat.TURTLE)
    return store


def to_trig(graph: KnowledgeGraph, *, base_iri: str = BASE_IRI, version: str | None = None) -> str:
    """A graph as sorted TriG: what a report says, with its evidence, in a named graph that bears the report's IRI, and
    what all share (things, concepts, years, short cuts) in the default graph.

    Together the graphs hold the triples of `to_turtle`.
    """
    check(graph)
    names, version = Namespaces(base_iri), version or package_version()
    parts = body(_shared(graph, names, version), base_iri=base_iri)
    for key, theirs in _by_report(graph):
        said = body((), base_iri=base_iri, blocks=dict(_blocks(theirs, names, version)))
        parts.append(f"{names.entity(key)} {{\n\n" + "\n".join(said) + "}\n")
    return "\n".join([head(names.prefixes), *parts])


def to_graphs(
    graph: KnowledgeGraph, *, base_iri: str = BASE_IRI, version: str | None = None
) -> Iterator[tuple[str, str]]:
    """The named graphs of `to_trig`, each the key of its report and a Turtle document; at last, with an empty key,
    what all share.

    The document of a report depends only on what it says: another report does not change its bytes.
    """
    check(graph)
    version = version or package_version()
    for key, theirs in _by_report(graph):
        names = Namespaces(base_iri)
        said = body((), base_iri=base_iri, blocks=dict(_blocks(theirs, names, version)))
        yield key, "\n".join([head(names.prefixes), *said])
    names = Namespaces(base_iri)
    shared = body(_shared(graph, names, version), base_iri=base_iri)
    yield "", "\n".join([head(names.prefixes), *shared])


def _by_report(graph: KnowledgeGraph) -> Iterator[tuple[str, KnowledgeGraph]]:
    """Key of each report, and the graph with only what it says, and only the evidence that it gives."""
    statements: dict[str, list[Statement]] = {key: [] for key in graph.documents}
    figures: dict[str, list[GraphFigure]] = {key: [] for key in graph.documents}
    for statement in graph.statements:
        for key, said in _evidence_by_report(statement.evidence).items():
            statements[key].append(replace(statement, evidence=said))
    for figure in graph.figures:
        for key, said in _evidence_by_report(figure.evidence).items():
            figures[key].append(replace(figure, evidence=said))
    for key in graph.documents:
        yield key, replace(graph, statements=tuple(statements[key]), figures=tuple(figures[key]))


def _evidence_by_report(evidence: tuple[StatementEvidence, ...]) -> dict[str, tuple[StatementEvidence, ...]]:
    reports = {one.document for one in evidence}
    if len(reports) == 1:
        return {reports.pop(): evidence}
    return {key: tuple(one for one in evidence if one.document == key) for key in sorted(reports)}


def _counted(graph: KnowledgeGraph, names: Namespaces, version: str) -> tuple[list[Row], dict[str, str]]:
    """All that is said in rows, each once, how much there is included, and the blocks."""
    blocks = dict(_blocks(graph, names, version, sources=several_sources(graph)))
    # Not a set: rows about one subject lie side by side in memory, and are gathered by subject a fifth faster.
    every = chain(_rows(graph, names, version), shared_rows(graph.shared_texts, names, written=blocks))
    rows = list(dict.fromkeys(every))
    rows.extend(list(count_rows(rows, blocks, names, entities=len(graph.entities))))
    return rows, blocks


def _shared(graph: KnowledgeGraph, names: Namespaces, version: str) -> list[Row]:
    """What belongs to no report alone: all rows, and how many sources a statement has."""
    rows = _counted(graph, names, version)[0]
    return [*rows, *((names.entity(key), "ek:sources", integer(n)) for key, n in several_sources(graph).items())]


def _blocks(
    graph: KnowledgeGraph, names: Namespaces, version: str, *, sources: Mapping[str, int] | None = None
) -> Iterator[tuple[str, str]]:
    """The subjects of which all is said in one place: statements, figures, and their evidence.

    `sources` are left out where a block is to depend on one report only.
    """
    told = sources or {}
    runs = {key: names.run(graph.read_by.get(key, version)) for key in graph.documents}
    known = {entity.key for entity in graph.entities} | {figure.key for figure in graph.figures}
    curated = curated_by(graph.curations)
    for statement in graph.statements:
        by = curated.get(statement.key, ())
        yield from statement_blocks(statement, names, runs, curated=by, sources=told.get(statement.key))
    for figure in graph.figures:
        by = curated.get(figure.key, ())
        yield from figure_blocks(figure, names, runs, known=known, curated=by, sources=told.get(figure.key))


def _rows(graph: KnowledgeGraph, names: Namespaces, version: str) -> Iterator[Row]:
    """All other triples, in no promised order; the same one can come twice."""
    regions, issuers = region_by_code(graph.entities), issuers_by_name(graph)
    reporting = set(issuers.values())
    yield from vocabulary_rows()
    versions = {graph.read_by.get(key, version) for key in graph.documents} or {version}
    years = _years(graph)
    yield from rule_rows(graph, {key: graph.read_by.get(key, version) for key in graph.documents}, names)
    yield from dataset_rows(graph, names, versions=versions, regions=regions, years=years)
    for key, info in graph.documents.items():
        yield from run_rows(key, graph.read_by.get(key, version), names)
        yield from document_rows(key, info, names, regions=regions, issuers=issuers)
    yield from year_rows(years, names)
    known = {entity.key for entity in graph.entities}
    concepts = {entity.concept for entity in graph.entities}
    used = used_concepts(known | concepts)
    called = {entity.key: (entity.name, *entity.aliases) for entity in graph.entities}
    yield from scheme_rows(used, names, known=called)
    yield from concept_rows(graph.entities, names, described=known | set(used))
    for entity in graph.entities:
        yield from entity_rows(entity, names, known=known, concepts=concepts, reports=entity.key in reporting)
    # Statements and figures are blocks, and say it there.
    told_in_rows = known.union(graph.documents, (identity.key for identity in graph.identities))
    for curation in graph.curations:
        yield from curation_rows(curation, names)
        corrected = [subject for subject in curation.subjects if subject in told_in_rows]
        yield from ((names.entity(subject), "ek:curated", names.entity(curation.key)) for subject in corrected)
    for statement in graph.statements:
        yield from shortcut_rows(statement, names)
    yield from cube_rows(graph.figures, names, known=known)
    for identity in graph.identities:
        yield from identity_rows(identity, names)


def _years(graph: KnowledgeGraph) -> set[int]:
    """All years of which anything is said."""
    said = {s.year for s in graph.statements} | {f.year for f in graph.figures}
    years = {year for year in said if year is not None}
    return years.union(*((*info.review_years, *info.plan_years) for info in graph.documents.values()))


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

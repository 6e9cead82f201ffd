"""What a finished graph says of one thing: its statements, read back from a store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.vocabulary import CHANGES, CLASS_OF_FACT, STATUSES, ek, role_property, term
from kg.model.names import FACT_ENDS, FactKind, Status

__all__ = ["Said", "ToldEvidence", "fact_at", "facts_about", "label_of"]

_KIND = {term(name): kind for kind, name in CLASS_OF_FACT.items()}
_STATUS = {term(name): status for status, name in STATUSES.items()}
_CHANGE = {term(name): how for how, name in CHANGES.items()}


@dataclass(frozen=True, slots=True)
class ToldEvidence:
    """The words behind a statement, with the file in which they stand."""

    file: str
    start: int
    quote: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of the graph about a thing."""

    iri: str
    kind: FactKind
    ends: tuple[tuple[str, str, str], ...]
    """(role, IRI, name) of everything that the statement connects, in the order of its roles."""
    year: int | None
    status: Status | None
    change: str
    """Of a succession: what happened; else empty."""
    evidence: tuple[ToldEvidence, ...]
    """The surest first."""


def facts_about(store: Store, iri: str) -> list[Said]:
    """All statements in which a thing plays a role, sorted by kind, year and IRI."""
    node = NamedNode(iri)
    subjects = {q.subject for q in store.quads_for_pattern(None, None, node, None) if isinstance(q.subject, NamedNode)}
    found = [said for subject in subjects for said in _statement(store, subject)]
    return sorted(found, key=lambda s: (list(FactKind).index(s.kind), s.year or 0, s.iri))


def fact_at(store: Store, iri: str) -> Said | None:
    """The statement that an IRI names; None if it names something else."""
    return next(_statement(store, NamedNode(iri)), None)


def label_of(store: Store, iri: str) -> str:
    """The Chinese name of a thing, the title of a report; the IRI's last part where the graph has none."""
    for predicate in (term("skos:prefLabel"), term("dct:title")):
        for quad in store.quads_for_pattern(NamedNode(iri), predicate, None, None):
            if isinstance(quad.object, Literal) and quad.object.language == "zh":
                return quad.object.value
    return iri.rpartition("/")[2]


def _statement(store: Store, node: NamedNode) -> Iterator[Said]:
    """The statement at a node; nothing if the node is none."""
    kinds = [_KIND[o] for o in _objects(store, node, term("rdf:type")) if isinstance(o, NamedNode) and o in _KIND]
    for kind in kinds[:1]:
        ends = [
            (role, o.value, label_of(store, o.value))
            for role in FACT_ENDS[kind]
            for o in _objects(store, node, term(role_property(kind, role)))
            if isinstance(o, NamedNode)
        ]
        years = [o.value.rpartition("/")[2] for o in _objects(store, node, ek("inYear")) if isinstance(o, NamedNode)]
        statuses = [_STATUS[o] for o in _objects(store, node, ek("status")) if isinstance(o, NamedNode)]
        changes = [_CHANGE[o] for o in _objects(store, node, ek("change")) if isinstance(o, NamedNode)]
        evidence = [_evidence(store, o) for o in _objects(store, node, ek("hasEvidence")) if isinstance(o, NamedNode)]
        yield Said(
            node.value, kind, tuple(ends),
            int(years[0]) if years else None, statuses[0] if statuses else None, changes[0] if changes else "",
            tuple(sorted(evidence, key=lambda e: (-e.confidence, e.file, e.start))),
        )  # fmt: skip


def _evidence(store: Store, node: NamedNode) -> ToldEvidence:
    """The words that an evidence points at."""
    quotation = _one(store, node, term("oa:hasTarget"))
    start, quote = "0", ""
    for selector in _objects(store, quotation, term("oa:hasSelector")):
        if isinstance(selector, NamedNode):
            start = _value(store, selector, term("oa:start")) or start
            quote = _value(store, selector, term("oa:exact")) or quote
    document = _one(store, quotation, term("oa:hasSource"))
    return ToldEvidence(
        _value(store, document, ek("fileName")), int(start), quote,
        _value(store, node, ek("rule")), float(_value(store, node, ek("confidence")) or 0),
    )  # fmt: skip


def _objects(store: Store, node: NamedNode, predicate: NamedNode) -> list[object]:
    return [quad.object for quad in store.quads_for_pattern(node, predicate, None, None)]


def _one(store: Store, node: NamedNode, predicate: NamedNode) -> NamedNode:
    """The node at the end of a property; the node itself where the graph is damaged."""
    return next((o for o in _objects(store, node, predicate) if isinstance(o, NamedNode)), node)


def _value(store: Store, node: NamedNode, predicate: NamedNode) -> str:
    return next((o.value for o in _objects(store, node, predicate) if isinstance(o, Literal)), "")

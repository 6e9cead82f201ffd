"""Statements and their evidence read back from RDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode

from kg.errors import GraphError
from kg.graph.reading.documents import year_of
from kg.graph.reading.told import Told
from kg.graph.statements import LINKS, NUMBERS, WORDS
from kg.graph.vocabulary import CHANGES, CLASS_OF_FACT, STATUSES, ek, role_property, term
from kg.model.graph import Statement, StatementEvidence
from kg.model.names import FACT_ENDS, FactKind, Status

__all__ = ["evidence_told", "quotation_told", "statements_told", "status_told"]

_KIND = {term(name): kind for kind, name in CLASS_OF_FACT.items()}
_STATUS = {term(name): status for status, name in STATUSES.items()}
_CHANGE = {term(name): how for how, name in CHANGES.items()}
_A = term("rdf:type")


def statements_told(told: Told, keys: Mapping[str, str]) -> Iterator[Statement]:
    """All statements, sorted by key."""
    for iri, key in sorted(keys.items(), key=lambda item: item[1]):
        for node in told.nodes(iri, _A):
            if node in _KIND:
                yield _statement(told, iri, key, _KIND[node], keys)


def _statement(told: Told, iri: str, key: str, kind: FactKind, keys: Mapping[str, str]) -> Statement:
    filled = {role: told.node(iri, term(role_property(kind, role))) for role in FACT_ENDS[kind]}
    return Statement(
        key=key,
        kind=kind,
        ends={role: keys[node.value] for role, node in filled.items() if node and node.value in keys},
        year=year_of(told.node(iri, ek("inYear"))),
        status=status_told(told, iri),
        evidence=evidence_told(told, iri, keys),
        attributes=dict(sorted(_attributes(told, iri, keys).items())),
    )


def status_told(told: Told, iri: str) -> Status | None:
    """How far along the thing at a node is."""
    node = told.node(iri, ek("status"))
    return _STATUS.get(node) if node else None


def _attributes(told: Told, iri: str, keys: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for name in NUMBERS:
        if value := told.word(iri, ek(name)):
            found[name] = value.removesuffix(".0")
    for name in ("begin", "finish"):
        if value := told.word(iri, ek(name)):
            found[name] = value
    for name, predicate in WORDS.items():
        if value := told.word(iri, term(predicate)):
            found[name] = value
    for name, predicate in LINKS.items():
        if (node := told.node(iri, term(predicate))) and node.value in keys:
            found[name] = keys[node.value]
    if (change := told.node(iri, ek("change"))) in _CHANGE:
        found["how"] = _CHANGE[change]
    for note in told.words(iri, term("skos:note")):
        name, _, value = note.partition(": ")
        found[name] = value
    return found


def evidence_told(told: Told, iri: str, keys: Mapping[str, str]) -> tuple[StatementEvidence, ...]:
    """The evidence of a statement or a figure, by document and place; raises `GraphError` where one is not whole."""
    found = [_evidence(told, node, keys) for node in told.nodes(iri, ek("hasEvidence"))]
    return tuple(sorted(found, key=lambda e: (e.document, e.start, e.end, e.rule)))


def _evidence(told: Told, node: NamedNode, keys: Mapping[str, str]) -> StatementEvidence:
    quotation = told.node(node.value, term("oa:hasTarget"))
    place = quotation_told(told, quotation or node, keys)
    confidence = float(told.word(node.value, ek("confidence")) or 0)
    return StatementEvidence(*place, told.word(node.value, ek("rule")), confidence)


def quotation_told(told: Told, quotation: NamedNode, keys: Mapping[str, str]) -> tuple[str, int, int, str]:
    """Document, start, end and words of a span of a report; raises `GraphError` where it is not whole."""
    source = told.node(quotation.value, term("oa:hasSource"))
    selectors = told.nodes(quotation.value, term("oa:hasSelector"))
    start, end, quote = (
        next((word for s in selectors for word in told.words(s.value, term(name))), None)
        for name in ("oa:start", "oa:end", "oa:exact")
    )
    if source is None or source.value not in keys or start is None or end is None or quote is None:
        raise GraphError(f"证据不完整 / the evidence is not whole: {quotation.value}")
    return keys[source.value], int(start), int(end), quote

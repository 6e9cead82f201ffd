"""Triples about what reports say: one node for each statement, its evidence, and the short cuts that follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.iri import Namespaces
from kg.graph.literals import date, decimal, integer, number, text
from kg.graph.vocabulary import CHANGES, CLASS_OF_FACT, SHORTCUTS, STATUSES, ek, role_property, term
from kg.model.graph import GraphFigure, Statement, StatementEvidence
from kg.model.names import FACT_ENDS, FactKind, Status

__all__ = ["LINKS", "NUMBERS", "WORDS", "evidence_triples", "holds", "shortcut_triples", "statement_triples"]

_A, _NOTE = term("rdf:type"), term("skos:note")
_BODY, _TARGET, _SOURCE = term("oa:hasBody"), term("oa:hasTarget"), term("oa:hasSource")
_SELECTOR, _START, _END, _EXACT = term("oa:hasSelector"), term("oa:start"), term("oa:end"), term("oa:exact")
_ANNOTATION, _RESOURCE = term("oa:Annotation"), term("oa:SpecificResource")
_POSITION, _QUOTE, _GENERATED = (
    term("oa:TextPositionSelector"),
    term("oa:TextQuoteSelector"),
    term("prov:wasGeneratedBy"),
)
_EVIDENCE, _HAS_EVIDENCE, _RULE, _CONFIDENCE = ek("Evidence"), ek("hasEvidence"), ek("rule"), ek("confidence")
_IN_YEAR, _STATUS = ek("inYear"), ek("status")
NUMBERS = {
    "count": term("xsd:integer"),
    "seats": term("xsd:integer"),
    "amount": term("xsd:decimal"),
    "area": term("xsd:decimal"),
}
"""Attributes of a fact that are numbers."""
WORDS = {
    "year_rule": ek("yearRule"),
    "status_rule": ek("statusRule"),
    "period": ek("period"),
    "state": ek("awardState"),
    "issuer": ek("issuerName"),
}
"""Attributes of a fact that are words."""
LINKS = {"issuer_id": ek("conferredBy")}
"""Attributes of a fact that are keys of entities."""
_ROLES = {kind: {role: role_property(kind, role) for role in roles} for kind, roles in FACT_ENDS.items()}


def statement_triples(statement: Statement, names: Namespaces) -> Iterator[Triple]:
    """One statement as a node: class, who and what, year and status where they are known, figures."""
    node = names.entity(statement.key)
    yield Triple(node, _A, CLASS_OF_FACT[statement.kind])
    for role, key in statement.ends.items():
        yield Triple(node, _ROLES[statement.kind][role], names.entity(key))
    if statement.year is not None:
        yield Triple(node, _IN_YEAR, names.year(statement.year))
    if statement.status is not None:
        yield Triple(node, _STATUS, STATUSES[statement.status])
    for name, value in statement.attributes.items():
        if name in LINKS:
            yield Triple(node, LINKS[name], names.entity(value))
        else:
            yield Triple(node, *_attribute(name, value))


def _attribute(name: str, value: str) -> tuple[NamedNode, NamedNode | Literal]:
    """A figure, a date, a word or a term as what it is; an attribute that the vocabulary does not know as a note."""
    if name in NUMBERS:
        return ek(name), number(value, datatype=NUMBERS[name])
    if name == "how" and value in CHANGES:
        return ek("change"), CHANGES[value]
    if name in ("begin", "finish"):
        return ek(name), date(value)
    if name in WORDS:
        return WORDS[name], text(value)
    return _NOTE, text(f"{name}: {value}")


def evidence_triples(
    statement: Statement | GraphFigure, names: Namespaces, runs: Mapping[str, NamedNode]
) -> Iterator[Triple]:
    """Why the graph says it: for each evidence an annotation of the exact words in their document.

    The quotation is a node of its own: several statements can stand on the same words. Of two evidences by the same
    rule at the same place the surer one stands.
    """
    node = names.entity(statement.key)
    surest = {names.evidence(statement, e): e for e in sorted(statement.evidence, key=lambda e: e.confidence)}
    for reason, evidence in surest.items():
        quotation = names.quotation(evidence)
        yield Triple(node, _HAS_EVIDENCE, reason)
        yield Triple(reason, _A, _ANNOTATION)
        yield Triple(reason, _A, _EVIDENCE)
        yield Triple(reason, _BODY, node)
        yield Triple(reason, _TARGET, quotation)
        yield Triple(reason, _RULE, text(evidence.rule))
        yield Triple(reason, _CONFIDENCE, decimal(evidence.confidence))
        yield Triple(reason, _GENERATED, runs[evidence.document])
        yield from _quotation_triples(evidence, quotation, names)


def _quotation_triples(evidence: StatementEvidence, quotation: NamedNode, names: Namespaces) -> Iterator[Triple]:
    """The words and their place: characters of the decoded file, half-open."""
    place, words = names.quotation(evidence, "place"), names.quotation(evidence, "words")
    yield Triple(quotation, _A, _RESOURCE)
    yield Triple(quotation, _SOURCE, names.entity(evidence.document))
    yield Triple(quotation, _SELECTOR, place)
    yield Triple(quotation, _SELECTOR, words)
    yield Triple(place, _A, _POSITION)
    yield Triple(place, _START, integer(evidence.start))
    yield Triple(place, _END, integer(evidence.end))
    yield Triple(words, _A, _QUOTE)
    yield Triple(words, _EXACT, text(evidence.quote))


def shortcut_triples(statement: Statement, names: Namespaces) -> Iterator[Triple]:
    """The one-hop edges that follow from a statement, for people and for drawing; never the source of truth."""
    if not holds(statement):
        return
    ends: Mapping[str, str] = statement.ends
    for left, right, shortcut in SHORTCUTS[statement.kind]:
        if left in ends and right in ends:
            yield Triple(names.entity(ends[left]), shortcut, names.entity(ends[right]))


def holds(statement: Statement) -> bool:
    """True unless it is only planned: a title that is aimed at is not yet held, a plan is not yet carried out.

    A project is one as soon as it is planned; a school with a second name has succeeded none.
    """
    if statement.attributes.get("how") == "second-name":
        return False
    return statement.status is not Status.PLANNED or statement.kind is FactKind.PROJECT

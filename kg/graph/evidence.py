"""Why the graph says something, as Turtle: the words of a report, their place, and who read them by which rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.graph.iri import Namespaces
from kg.graph.literals import decimal, text
from kg.graph.turtle import block
from kg.model.graph import GraphFigure, Statement, StatementEvidence

__all__ = ["said_blocks"]


def said_blocks(
    said: Statement | GraphFigure, pairs: list[tuple[str, str]], names: Namespaces, runs: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """A node with what is said of it, and for each evidence an annotation of the exact words in their document.

    The words are a node of their own: several statements can stand on the same. Of two evidences by the same rule at
    the same place the surer one stands. `runs` leads from a document to the work that read it.
    """
    node = names.entity(said.key)
    for evidence in sorted(said.evidence, key=lambda e: e.confidence):
        span = names.span(evidence)
        reason, quotation = names.evidence(said.key, span, evidence.rule), names.quotation(span)
        pairs.append(("ek:hasEvidence", reason))
        yield reason, _reason(reason, node, quotation, evidence, runs[evidence.document])
        yield quotation, _quotation(quotation, evidence, names.entity(evidence.document))
    yield node, block(node, pairs)


def _reason(reason: str, node: str, quotation: str, evidence: StatementEvidence, run: str) -> str:
    """By which rule the words say it, and how sure that is."""
    return f"""\
{reason}
    a ek:Evidence , oa:Annotation ;
    ek:confidence {decimal(evidence.confidence)} ;
    ek:rule {text(evidence.rule)} ;
    oa:hasBody {node} ;
    oa:hasTarget {quotation} ;
    prov:wasGeneratedBy {run} .
"""


def _quotation(quotation: str, evidence: StatementEvidence, document: str) -> str:
    """A span of a report with its place, in characters of the decoded file, half-open, and its words."""
    return f"""\
{quotation}
    a oa:SpecificResource ;
    oa:hasSelector
        {quotation}-place ,
        {quotation}-words ;
    oa:hasSource {document} .

{quotation}-place
    a oa:TextPositionSelector ;
    oa:end {evidence.end} ;
    oa:start {evidence.start} .

{quotation}-words
    a oa:TextQuoteSelector ;
    oa:exact {text(evidence.quote)} .
"""

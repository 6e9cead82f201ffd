"""The facts and figures of all documents as one graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.assemble.figures import assemble_figures
from kg.model.facts import DocumentFacts, Fact
from kg.model.graph import KnowledgeGraph, Resolution, Statement, StatementEvidence
from kg.text.keys import document_key, statement_key
from kg.text.links import linked

__all__ = ["assemble"]


def assemble(facts: Sequence[DocumentFacts], resolution: Resolution) -> KnowledgeGraph:
    """One statement for equal facts, with the evidence of each document; everything sorted by key."""
    found: dict[str, list[tuple[str, Fact, dict[str, str]]]] = defaultdict(list)
    documents = {}
    for document in facts:
        key = document_key(document.info.source.sha256)
        documents[key] = document.info
        for fact in document.facts:
            ends = {role: resolution.entity_of[key, entity] for role, entity in fact.ends.items()}
            if old := resolution.former.get((key, fact.ends.get("successor", ""), fact.attributes.get("was", ""))):
                ends = {"former": old, **ends}
                fact = replace(fact, attributes={k: v for k, v in fact.attributes.items() if k != "was"})
            if len(set(ends.values())) < len(ends):
                continue
            parts = [*(f"{r}={e}" for r, e in sorted(ends.items())), str(fact.year or ""), fact.status or ""]
            found[statement_key(fact.kind, parts)].append((key, _linked(key, fact, resolution), ends))
    statements = [_statement(key, group) for key, group in sorted(found.items())]
    documents = dict(sorted(documents.items()))
    counted = assemble_figures(facts, resolution)
    return KnowledgeGraph(resolution.entities, tuple(statements), documents, resolution.decisions, *counted)


def _linked(document: str, fact: Fact, resolution: Resolution) -> Fact:
    """A fact whose attributes that name entities of its document (`issuer_id`) name those over all documents."""
    return replace(fact, attributes=linked(fact.attributes, lambda id: resolution.entity_of.get((document, id))))


def _statement(key: str, group: list[tuple[str, Fact, dict[str, str]]]) -> Statement:
    """One statement from equal facts; where their figures differ, the surest evidence's figure stands."""
    ordered = sorted(group, key=lambda g: (-g[1].evidence.confidence, g[0], g[1].evidence.start, g[1].evidence.end))
    attributes: dict[str, str] = {}
    for _, fact, _ in ordered:
        for field, value in fact.attributes.items():
            attributes.setdefault(field, value)
    evidence = {
        StatementEvidence(d, f.evidence.start, f.evidence.end, f.evidence.quote, f.evidence.rule, f.evidence.confidence)
        for d, f, _ in group
    }
    _, first, ends = ordered[0]
    return Statement(
        key,
        first.kind,
        ends,
        first.year,
        first.status,
        tuple(sorted(evidence, key=lambda e: (e.document, e.start, e.end, e.rule))),
        dict(sorted(attributes.items())),
    )

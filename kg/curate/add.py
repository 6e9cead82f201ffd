"""Facts that people added, each with words of a report on which it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.curate.entries import Entry, Ref, of
from kg.curate.facts import end_meant
from kg.curate.find import MissingError, Things, find_document
from kg.curate.ledger import Ledger
from kg.curate.retype import keyed, retyped
from kg.model.curation import Action
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import FACT_ENDS, EntityKind
from kg.resolve.school_key import expand
from kg.text.keys import named_key

__all__ = ["Addition", "TextOf", "additions"]

TextOf = Callable[[str], str]
"""Document key to the raw text of the report."""
RULE = "curation"
"""The rule of evidence that a person gave."""
_FOLDERS = {kind: kind.value.lower() for kind in EntityKind} | {EntityKind.DOCUMENT: "policy"}


@dataclass(frozen=True, slots=True)
class Addition:
    """What an entry adds."""

    statement: Statement
    made: tuple[GraphEntity, ...]
    """The things that the graph did not have."""


def additions(ledger: Ledger, graph: KnowledgeGraph, things: Things, text_of: TextOf) -> dict[Entry, Addition]:
    """For each add entry its statement, and the things that it makes; entries whose words stand nowhere are refused."""
    found = {}
    for entry in of(ledger.entries, Action.ADD):
        try:
            found[entry] = _addition(entry, graph, things, ledger, text_of)
        except MissingError as why:
            ledger.refuse(entry, str(why))
    return found


def _addition(entry: Entry, graph: KnowledgeGraph, things: Things, ledger: Ledger, text_of: TextOf) -> Addition:
    assert entry.source is not None and entry.fact.kind is not None
    document = find_document(entry.source.file, graph.documents)
    start = text_of(document).find(entry.source.quote)
    if start < 0:
        raise MissingError(f"这份报告的原文没有这段文字 / the raw text of {entry.source.file} has no such words")
    end = start + len(entry.source.quote)
    ends, made = _ends(entry, graph, things, ledger)
    kinds = {entity.key: entity.kind for entity in (*graph.entities, *made)}
    evidence = StatementEvidence(document, start, end, entry.source.quote, RULE, 1.0)
    fact, kind = entry.fact, entry.fact.kind
    statement = keyed(Statement("", kind, ends, fact.year, fact.status, (evidence,), dict(entry.attributes)))
    if [(s.kind, s.ends) for s in retyped(statement, kinds)] != [(kind, ends)]:
        raise MissingError(f"这类事实的端不能是这些类型 / a fact of kind {kind.value} cannot have such ends")
    return Addition(statement, made)


def _ends(
    entry: Entry, graph: KnowledgeGraph, things: Things, ledger: Ledger
) -> tuple[dict[str, str], tuple[GraphEntity, ...]]:
    """The keys of the ends of an added fact, in the order of their roles, and the things made for them."""
    assert entry.fact.kind is not None
    told, ends, made = dict(entry.fact.ends), {}, []
    for role in FACT_ENDS[entry.fact.kind]:
        if role not in told:
            continue
        try:
            ends[role] = end_meant(told[role], things, graph, ledger)
        except MissingError:
            if not told[role].new:
                raise
            made.append(_new(told[role], things))
            ends[role] = made[-1].key
    return ends, tuple(made)


def _new(ref: Ref, things: Things) -> GraphEntity:
    """A thing that only a person named, with the key that a report of its region would give it."""
    assert ref.kind is not None
    home = next(
        (e for e in things.by_key.values() if e.kind is EntityKind.REGION and things.is_called(e, ref.region)), None
    )
    if ref.region and home is None:
        raise MissingError(f"图中没有这个地区 / no such region in the graph: {ref.region}")
    code = home.attributes.get("code", "") if home else ""
    form = expand(ref.name.removeprefix(home.name)) if home and ref.kind is EntityKind.SCHOOL else ref.name
    key = named_key(_FOLDERS[ref.kind], code[:6], form)
    return GraphEntity(key, ref.kind, ref.name, (), "", None, home.key if home else "")

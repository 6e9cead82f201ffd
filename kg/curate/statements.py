"""Entries about what is said: statements of corrected kinds, retracted ones, added ones, those found right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.curate.add import TextOf, additions
from kg.curate.confirm import confirm, confirmations
from kg.curate.entries import of
from kg.curate.find import Things
from kg.curate.ledger import Ledger
from kg.curate.retract import retracted
from kg.curate.retype import keyed, retyped
from kg.model.curation import Action
from kg.model.graph import KnowledgeGraph, Statement

__all__ = ["curate_statements"]


def curate_statements(ledger: Ledger, graph: KnowledgeGraph, text_of: TextOf) -> KnowledgeGraph:
    """The graph after type (of the statements), retract, add and confirm, with what was applied as `curations`."""
    graph = _with_types(ledger, graph)
    things = Things(graph.entities, _named_in(graph))
    added = additions(ledger, graph, things, text_of)
    confirmed = confirmations(ledger, graph, things, frozenset(_keys(graph)))
    standing = {addition.statement.key: entry for entry, addition in added.items()}
    standing |= {key: entry for entry, keys in confirmed.items() for key in keys}
    graph = retracted(ledger, graph, things, standing)
    entities = {e.key: e for e in graph.entities}
    statements = list(graph.statements)
    for entry, addition in added.items():
        if entry not in ledger.problems:
            entities = {**{thing.key: thing for thing in addition.made}, **entities}
            statements.append(addition.statement)
            ledger.applied(entry, [addition.statement.key, *(thing.key for thing in addition.made)])
    told = together(statements)
    whole = replace(graph, entities=tuple(e for _, e in sorted(entities.items())), statements=told)
    ledger.present = frozenset(_keys(whole))
    confirm(ledger, confirmed)
    return replace(whole, curations=ledger.curations())


def _keys(graph: KnowledgeGraph) -> Iterator[str]:
    """The keys of all that a graph holds."""
    for part in (graph.entities, graph.statements, graph.figures, graph.identities):
        yield from (one.key for one in part)
    yield from graph.documents


def _named_in(graph: KnowledgeGraph) -> dict[str, set[str]]:
    """Entity key to the keys of the reports that name it or say something of it."""
    found: dict[str, set[str]] = {entity.key: {m.document for m in entity.mentions} for entity in graph.entities}
    for statement in graph.statements:
        for key in statement.ends.values():
            found[key].update(evidence.document for evidence in statement.evidence)
    return found


def together(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements by key, those of one key as one with all their evidence."""
    found: dict[str, Statement] = {}
    for statement in statements:
        if other := found.get(statement.key):
            evidence = sorted(
                {*other.evidence, *statement.evidence}, key=lambda e: (e.document, e.start, e.end, e.rule)
            )
            attributes = dict(sorted({**statement.attributes, **other.attributes}.items()))
            statement = replace(other, evidence=tuple(evidence), attributes=attributes)
        found[statement.key] = statement
    return tuple(found[key] for key in sorted(found))


def _with_types(ledger: Ledger, graph: KnowledgeGraph) -> KnowledgeGraph:
    """The statements as the corrected kinds allow them; one that no kind of fact allows goes, and is told."""
    kinds = {entity.key: entity.kind for entity in graph.entities}
    retyping = {
        ledger.now(key): entry for entry in of(list(ledger.changed), Action.TYPE) for key in ledger.changed[entry][0]
    }
    if not retyping:
        return graph
    statements = []
    for statement in graph.statements:
        entry = next((retyping[key] for key in statement.ends.values() if key in retyping), None)
        if entry is None:
            statements.append(statement)
            continue
        again = [keyed(new) for new in retyped(statement, kinds)]
        statements += again
        ledger.applied(entry, [s.key for s in again], {statement.key})
    return replace(graph, statements=together(statements))

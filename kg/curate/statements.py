"""Entries about what is said: statements of corrected kinds, retracted ones, added ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kg.curate.entries import Entry, FactRef, Ref, label, of
from kg.curate.find import MissingError, Things, find_document, keys_told
from kg.curate.ledger import Ledger
from kg.curate.retype import retyped
from kg.model.curation import Action
from kg.model.graph import GraphEntity, GraphFigure, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import FACT_ENDS, EntityKind
from kg.resolve.school_key import expand
from kg.text.keys import named_key, statement_key

__all__ = ["curate_statements"]

TextOf = Callable[[str], str]
"""Document key to the raw text of the report."""
RULE = "curation"
"""The rule of evidence that a person gave."""


def curate_statements(ledger: Ledger, graph: KnowledgeGraph, text_of: TextOf) -> KnowledgeGraph:
    """The graph after type (of the statements), retract and add, with what was applied as `curations`."""
    graph = _with_types(ledger, graph)
    additions = _additions(ledger, graph, text_of)
    graph = _retracted(ledger, graph, additions)
    entities = {e.key: e for e in graph.entities}
    statements = list(graph.statements)
    for entry, (statement, made) in additions.items():
        if entry not in ledger.problems:
            entities = {**{e.key: e for e in made}, **entities}
            statements.append(statement)
            ledger.applied(entry, [statement.key, *(e.key for e in made)])
    told = together(statements)
    ledger.present = frozenset([*entities, *(s.key for s in told), *(f.key for f in graph.figures)])
    entity_list = tuple(entity for _, entity in sorted(entities.items()))
    return replace(graph, entities=entity_list, statements=told, curations=ledger.curations())


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


def keyed(statement: Statement) -> Statement:
    """A statement with the key that follows from its kind, ends, year and status."""
    parts = [*(f"{r}={e}" for r, e in sorted(statement.ends.items())), str(statement.year or "")]
    return replace(statement, key=statement_key(statement.kind, [*parts, statement.status or ""]))


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


# --- retract --------------------------------------------------------------------------------------------------------


def _retracted(
    ledger: Ledger, graph: KnowledgeGraph, additions: Mapping[Entry, tuple[Statement, tuple[GraphEntity, ...]]]
) -> KnowledgeGraph:
    """The graph without what is retracted: a whole fact or figure, or what one report says of it."""
    things = Things(graph.entities)
    added = {statement.key: entry for entry, (statement, _) in additions.items()}
    whole: set[str] = set()
    partly: dict[str, set[str]] = defaultdict(set)
    for entry in of(ledger.entries, Action.RETRACT):
        try:
            said = _meant(entry.fact, graph, things, ledger)
            document = find_document(entry.fact.document, graph.documents) if entry.fact.document else ""
        except MissingError as why:
            ledger.refuse(entry, str(why))
            continue
        if against := next((added[s.key] for s in said if s.key in added), None):
            ledger.refuse(entry, f"与之矛盾，都不采用 / contradicted by {label(against)}: none is applied")
            ledger.refuse(against, f"与之矛盾，都不采用 / contradicted by {label(entry)}: none is applied")
            continue
        for one in said:
            if document:
                partly[one.key].add(document)
            else:
                whole.add(one.key)
        ledger.applied(entry, [s.key for s in said], [s.key for s in said])
    return _without(graph, whole, partly)


def _meant(ref: FactRef, graph: KnowledgeGraph, things: Things, ledger: Ledger) -> list[Statement] | list[GraphFigure]:
    """The statements that are meant: of one year and status if these are given; raises `MissingError`."""
    if ref.key:
        keys = keys_told(ref.key)
        found = [s for s in graph.statements if s.key in keys]
        figures = [f for f in graph.figures if f.key in keys]
        if not found and figures:
            return figures
    else:
        ends = {role: _end(end, things, graph, ledger) for role, end in ref.ends}
        found = [
            s
            for s in graph.statements
            if s.kind is ref.kind
            and all(s.ends.get(role) == key for role, key in ends.items())
            and (ref.year is None or s.year == ref.year)
            and (ref.status is None or s.status is ref.status)
        ]
    if ref.document:
        document = find_document(ref.document, graph.documents)
        found = [s for s in found if any(e.document == document for e in s.evidence)]
    if not found:
        raise MissingError("图中没有这条事实 / no such fact in the graph")
    if len({(s.year, tuple(sorted(s.ends.items()))) for s in found}) > 1:
        listed = ", ".join(f"{s.key} ({s.year or '–'})" for s in found[:3])
        raise MissingError(f"可能是几条，请写明各端和年份 / could be several, give all ends and the year: {listed}")
    return found


def _without(graph: KnowledgeGraph, whole: set[str], partly: Mapping[str, set[str]]) -> KnowledgeGraph:
    """The graph without some facts and figures, and without what some reports say of others."""

    def left(said: Statement | GraphFigure) -> tuple[StatementEvidence, ...]:
        if said.key in whole:
            return ()
        return tuple(e for e in said.evidence if e.document not in partly.get(said.key, ()))

    if not whole and not partly:
        return graph
    figures = [replace(f, evidence=said) for f in graph.figures if (said := left(f))]
    keys = {figure.key for figure in figures}
    return replace(
        graph,
        statements=tuple(replace(s, evidence=said) for s in graph.statements if (said := left(s))),
        figures=tuple(replace(f, part_of=f.part_of if f.part_of in keys else "") for f in figures),
        identities=tuple(i for i in graph.identities if keys.issuperset(i.figures)),
    )


# --- add ------------------------------------------------------------------------------------------------------------

_FOLDERS = {kind: kind.value.lower() for kind in EntityKind} | {EntityKind.DOCUMENT: "policy"}


def _additions(
    ledger: Ledger, graph: KnowledgeGraph, text_of: TextOf
) -> dict[Entry, tuple[Statement, tuple[GraphEntity, ...]]]:
    """For each add entry its statement, and the things that it makes; entries whose words stand nowhere are refused."""
    things = Things(graph.entities)
    found = {}
    for entry in of(ledger.entries, Action.ADD):
        try:
            found[entry] = _addition(entry, graph, things, ledger, text_of)
        except MissingError as why:
            ledger.refuse(entry, str(why))
    return found


def _addition(
    entry: Entry, graph: KnowledgeGraph, things: Things, ledger: Ledger, text_of: TextOf
) -> tuple[Statement, tuple[GraphEntity, ...]]:
    assert entry.source is not None and entry.fact.kind is not None
    document = find_document(entry.source.file, graph.documents)
    start = text_of(document).find(entry.source.quote)
    if start < 0:
        raise MissingError(f"这份报告的原文没有这段文字 / the raw text of {entry.source.file} has no such words")
    end = start + len(entry.source.quote)
    made: list[GraphEntity] = []
    ends: dict[str, str] = {}
    kinds = {entity.key: entity.kind for entity in graph.entities}
    for role in FACT_ENDS[entry.fact.kind]:
        if ref := dict(entry.fact.ends).get(role):
            try:
                ends[role] = _end(ref, things, graph, ledger)
            except MissingError:
                if not ref.new or ref.kind is None:
                    raise
                made.append(_new(ref, things))
                ends[role] = made[-1].key
                kinds[made[-1].key] = ref.kind
    evidence = StatementEvidence(document, start, end, entry.source.quote, RULE, 1.0)
    fact, told = entry.fact, dict(entry.attributes)
    assert fact.kind is not None
    statement = keyed(Statement("", fact.kind, ends, fact.year, fact.status, (evidence,), told))
    if [(s.kind, s.ends) for s in retyped(statement, kinds)] != [(fact.kind, ends)]:
        raise MissingError(f"这类事实的端不能是这些类型 / a fact of kind {fact.kind.value} cannot have such ends")
    return statement, tuple(made)


def _end(ref: Ref, things: Things, graph: KnowledgeGraph, ledger: Ledger) -> str:
    """The key of the entity at an end; one that was merged away is what it became."""
    for key in keys_told(ref.key) if ref.key else ():
        if key in ledger.moved:
            return ledger.moved[key]
    return things.find(ref, graph.documents).key


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

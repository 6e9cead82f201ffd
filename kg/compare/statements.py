"""What a report says in the old graph and in the new one, and which of it is one thing said differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.compare.model import Changed, Field, Item
from kg.model.graph import GraphEntity, GraphFigure, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import FACT_ENDS

__all__ = ["Said", "paired", "said_by"]


@dataclass(frozen=True, slots=True)
class Said:
    """A fact or a figure as one report tells it, ready to be compared."""

    item: Item
    alike: Hashable
    """What stays when it is said differently: kind and ends; of a figure what is counted, in which measure, where."""
    fields: Mapping[str, str]
    """Everything else that it says, in words."""


def said_by(graph: KnowledgeGraph, follow: Callable[[str], str]) -> dict[str, list[Said]]:
    """Key of each report to what it says, in the order of keys; `follow` gives the key by which a thing is compared."""
    names = {entity.key: entity for entity in graph.entities}
    figures = {figure.key: figure for figure in graph.figures}
    found: dict[str, list[Said]] = defaultdict(list)
    for statement in graph.statements:
        for document, evidence in _by_document(statement.evidence).items():
            found[document].append(_statement(statement, evidence, names, follow))
    for figure in graph.figures:
        for document, evidence in _by_document(figure.evidence).items():
            found[document].append(_figure(figure, evidence, names, figures, follow))
    return found


def _by_document(evidence: Iterable[StatementEvidence]) -> dict[str, list[StatementEvidence]]:
    found: dict[str, list[StatementEvidence]] = defaultdict(list)
    for one in evidence:
        found[one.document].append(one)
    return found


def _name(key: str, names: Mapping[str, GraphEntity]) -> str:
    return names[key].name if key in names else key


def _statement(
    statement: Statement,
    evidence: Sequence[StatementEvidence],
    names: Mapping[str, GraphEntity],
    follow: Callable[[str], str],
) -> Said:
    roles = [role for role in FACT_ENDS[statement.kind] if role in statement.ends]
    status = statement.status.value if statement.status is not None else ""
    item = Item(
        statement.key, statement.kind.value, tuple(_name(statement.ends[role], names) for role in roles),
        statement.year, status, _surest(evidence),
    )  # fmt: skip
    alike = statement.kind, tuple((role, follow(statement.ends[role])) for role in roles)
    attributes = {k: follow(v) if k.endswith("_id") else v for k, v in sorted(statement.attributes.items())}
    return Said(item, alike, {"year": _year(statement.year), "status": status, **attributes, **_proof(evidence)})


def _figure(
    figure: GraphFigure,
    evidence: Sequence[StatementEvidence],
    names: Mapping[str, GraphEntity],
    figures: Mapping[str, GraphFigure],
    follow: Callable[[str], str],
) -> Said:
    status = figure.status.value if figure.status is not None else ""
    place = [_name(key, names) for key in (figure.region, figure.about) if key]
    whole = figures.get(figure.part_of)
    item = Item(figure.key, "figure", (*place, _counted(figure)), figure.year, status, _surest(evidence))
    qualifiers = tuple(sorted(figure.qualifiers))
    alike = "figure", figure.what, qualifiers, figure.unit, figure.change, follow(figure.region), follow(figure.about)
    said = {
        "what": figure.what,
        "year": _year(figure.year),
        "status": status,
        "value": str(figure.value) if figure.upper is None else f"{figure.value}–{figure.upper}",
        "approximate": "约" if figure.approximate else "",
        "part_of": _counted(whole) if whole else "",
    }
    return Said(item, alike, {**said, **_proof(evidence)})


def _counted(figure: GraphFigure) -> str:
    """A figure in words: what, what narrows it, and how much."""
    narrowed = f"（{'、'.join(sorted(figure.qualifiers))}）" if figure.qualifiers else ""
    value = f"{figure.value:f}" + (f"–{figure.upper:f}" if figure.upper is not None else "")
    change = {"increase": "+", "decrease": "-"}.get(figure.change or "", "")
    return f"{figure.what}{narrowed} {'约' if figure.approximate else ''}{change}{value}{figure.unit}"


def _year(year: int | None) -> str:
    return "" if year is None else str(year)


def _surest(evidence: Sequence[StatementEvidence]) -> str:
    return min(evidence, key=lambda e: (-e.confidence, e.start, e.end)).quote


def _proof(evidence: Sequence[StatementEvidence]) -> dict[str, str]:
    """Quote, place, rule and confidence of what a report says, each as one string."""
    ordered = sorted(evidence, key=lambda e: (e.start, e.end, e.rule))
    return {
        "quote": " … ".join(dict.fromkeys(e.quote for e in ordered)),
        "place": "、".join(f"{e.start}:{e.end}" for e in ordered),
        "rule": "、".join(e.rule for e in ordered),
        "confidence": "、".join(f"{e.confidence:g}" for e in ordered),
    }


def paired(
    old: Sequence[Said], new: Sequence[Said], *, moved: bool
) -> tuple[tuple[Item, ...], tuple[Item, ...], tuple[Changed, ...]]:
    """What is gained, what is lost, and what is said differently.

    First what agrees by key, then what is alike, nearest first: by year, status and quote, by year, by quote, at last
    whatever is alike. With `moved` the report has another content, and places are not compared.
    """
    left, right = list(old), list(new)
    pairs: list[tuple[Said, Said]] = []
    steps: tuple[Callable[[Said], Hashable], ...] = (
        lambda said: said.item.key,
        lambda said: (said.alike, said.item.year, said.item.status, said.item.quote),
        lambda said: (said.alike, said.item.year, said.item.status),
        lambda said: (said.alike, said.item.year),
        lambda said: (said.alike, said.item.quote),
        lambda said: said.alike,
    )
    for step in steps:
        waiting: dict[Hashable, list[Said]] = defaultdict(list)
        for said in right:
            waiting[step(said)].append(said)
        rest = []
        for said in left:
            there = waiting[step(said)]
            pairs.append((said, there.pop(0))) if there else rest.append(said)
        left, right = rest, [said for there in waiting.values() for said in there]
    skipped = {"place"} if moved else set()
    changed = [Changed(a.item, b.item, _fields(a, b, skipped)) for a, b in pairs]
    return (
        tuple(sorted((said.item for said in right), key=_order)),
        tuple(sorted((said.item for said in left), key=_order)),
        tuple(sorted((c for c in changed if c.fields), key=lambda c: _order(c.before))),
    )


def _order(item: Item) -> tuple[bool, str, tuple[str, ...], int, str]:
    return item.kind == "figure", item.kind, item.ends, item.year or 0, item.key


def _fields(a: Said, b: Said, skipped: set[str]) -> tuple[Field, ...]:
    names = dict.fromkeys((*a.fields, *b.fields))
    told = (Field(name, a.fields.get(name, ""), b.fields.get(name, "")) for name in names if name not in skipped)
    return tuple(field for field in told if field.before != field.after)

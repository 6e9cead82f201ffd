"""Which part of the graph the page shows, and how it hangs together: nodes, lines, and the groups they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.document import DocumentInfo
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement
from kg.model.names import FACT_ENDS, EntityKind

__all__ = ["LONE", "MAX_LINES", "MAX_NODES", "SHARED", "View", "choose"]

MAX_NODES = 3_000
MAX_LINES = 6_000
"""A browser without a graphics card still draws this many straight lines several times a second."""
SHARED = ""
"""The group of what the reports of several regions name."""
LONE = "~"
"""The group of what no statement names and that belongs to no region of a report."""


@dataclass(frozen=True, slots=True)
class View:
    """What is drawn: the best connected entities, and a line between any two that a statement joins."""

    entities: tuple[GraphEntity, ...]
    statements: tuple[Statement, ...]
    """Those that name an entity of the view."""
    lines: tuple[tuple[str, str], ...]
    degree: dict[str, int]
    """Statements that name the entity, over the whole graph."""
    group: dict[str, str]
    """Entity key to its group: a region by its code or name, `SHARED`, or `LONE`."""
    hub: dict[str, str]
    """Group to the key of the region that it is the group of."""
    names: dict[str, tuple[str, str]]
    """Group to its name in Chinese and English; a region has its own name only."""
    left_out: tuple[int, int]
    """Entities and lines that are in the graph and not on the page."""


def choose(graph: KnowledgeGraph, *, max_nodes: int = MAX_NODES, max_lines: int = MAX_LINES) -> View:
    """The view of a graph: all of it where it is small enough, else what most statements speak of."""
    degree = Counter(key for s in graph.statements for key in s.ends.values())
    ranked = sorted(graph.entities, key=lambda e: (-degree[e.key], e.key))
    shown = {entity.key for entity in ranked[:max_nodes]}
    statements = tuple(s for s in graph.statements if not shown.isdisjoint(s.ends.values()))
    weights = Counter(line for s in statements for line in _lines(s) if shown.issuperset(line))
    lines = sorted(weights, key=lambda line: (-weights[line], line))
    hubs = _hubs(graph)
    group = _groups(graph, hubs)
    return View(
        entities=tuple(e for e in graph.entities if e.key in shown),
        statements=statements,
        lines=tuple(sorted(lines[:max_lines])),
        degree=dict(degree),
        group={key: group[key] for key in sorted(shown)},
        hub={name: key for name, key in hubs.items() if key in shown},
        names=_names(graph),
        left_out=(len(graph.entities) - len(shown), max(0, len(lines) - max_lines)),
    )


def _lines(statement: Statement) -> Iterable[tuple[str, str]]:
    """From the first end of a statement to each other, the smaller key first: two things have one line at most."""
    first, *others = [statement.ends[role] for role in FACT_ENDS[statement.kind] if role in statement.ends] or [""]
    return [(min(first, other), max(first, other)) for other in others if other != first]


def _groups(graph: KnowledgeGraph, hubs: Mapping[str, str]) -> dict[str, str]:
    """Each entity's group: the region whose reports name it, `SHARED` when reports of several do.

    What no statement names stands with the region it belongs to, and a reporting region in its own group.
    """
    home = {key: _home(info) for key, info in graph.documents.items()}
    of_hub = {key: group for group, key in hubs.items()}
    named: dict[str, set[str]] = {}
    for statement in graph.statements:
        homes = {home[e.document] for e in statement.evidence if e.document in home}
        for key in statement.ends.values():
            named.setdefault(key, set()).update(homes)
    groups = {}
    for entity in graph.entities:
        homes = named.get(entity.key) or {of_hub.get(entity.region, LONE)}
        groups[entity.key] = of_hub.get(entity.key) or (next(iter(homes)) if len(homes) == 1 else SHARED)
    return groups


def _home(info: DocumentInfo) -> str:
    """What tells the region of a report from all others: its code, for names repeat; else what the report has."""
    return info.region_code or info.region or info.title or info.source.stem


def _names(graph: KnowledgeGraph) -> dict[str, tuple[str, str]]:
    """What each group is called on the picture."""
    regions = {_home(i): (i.region or i.title or i.source.stem, "") for i in graph.documents.values()}
    return regions | {SHARED: ("多地共有", "shared"), LONE: ("只提到，没有事实", "named only")}


def _hubs(graph: KnowledgeGraph) -> dict[str, str]:
    """Group to the key of the region that it is the group of, found by its code or its name."""
    regions = [e for e in graph.entities if e.kind is EntityKind.REGION]
    by_code = {e.attributes["code"]: e.key for e in regions if e.attributes.get("code")}
    by_name = {e.name: e.key for e in reversed(regions)}
    found: dict[str, str] = {}
    for info in graph.documents.values():
        key = by_code.get(info.region_code) or (by_name.get(info.region) if not info.region_code else None)
        if key:
            found.setdefault(_home(info), key)
    return found

"""A page holds so much and no more: the best connected part of a larger graph, and how much is left out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind

__all__ = ["FILE", "Chosen", "Limits", "Whole", "choose", "part_of"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a page holds; reports are never left out."""

    entities: int
    facts: int
    figures: int

    def hold(self, entities: int, facts: int, figures: int) -> bool:
        """Whether a graph of this size fits as it is."""
        return entities <= self.entities and facts <= self.facts and figures <= self.figures


FILE = Limits(12_000, 40_000, 12_000)
"""Of one file: 10,000 entities with 30,000 lines are some 14 MB, which a browser opens in a second or two."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The graph from which a page holds a part."""

    entities: int
    facts: int
    figures: int
    incomplete: frozenset[str] = frozenset()
    """Keys of the entities of the part of which the graph tells more than the part."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes on the page, by key."""

    entities: frozenset[str]
    facts: frozenset[str]
    figures: frozenset[str]
    incomplete: frozenset[str]


def choose(
    kinds: Mapping[str, EntityKind],
    facts: Mapping[str, Sequence[str]],
    figures: Mapping[str, str],
    reporting: frozenset[str],
    limits: Limits,
) -> Chosen:
    """The regions of reports, then all regions, then what most facts name, while there is room; facts and figures only
    of what is on the page, those of the first things first.

    `kinds` tells the kind of each entity, `facts` what each fact names, `figures` what each figure is about, and
    `reporting` which regions have reports. Keys decide between equals, so equal graphs give equal parts.

    >>> kinds = {"a": EntityKind.SCHOOL, "b": EntityKind.SCHOOL, "r": EntityKind.REGION}
    >>> some = choose(kinds, {"1": ("a", "r"), "2": ("b", "r"), "3": ("b",)}, {}, frozenset(), Limits(2, 9, 9))
    >>> sorted(some.entities), sorted(some.facts), sorted(some.incomplete)
    (['b', 'r'], ['2', '3'], ['r'])
    """
    degree = Counter(key for ends in facts.values() for key in set(ends))

    def order(key: str) -> tuple[int, int, str]:
        region = 0 if key in reporting else 1 if kinds[key] is EntityKind.REGION else 2
        return region, -degree[key], key

    rank = {key: n for n, key in enumerate(sorted(kinds, key=order)[: limits.entities])}
    fits = [key for key, ends in facts.items() if ends and all(end in rank for end in ends)]
    fits.sort(key=lambda key: (max(rank[end] for end in facts[key]), key))
    told = sorted((key for key, about in figures.items() if about in rank), key=lambda key: (rank[figures[key]], key))
    kept, numbers = frozenset(fits[: limits.facts]), frozenset(told[: limits.figures])
    lost = {end for key, ends in facts.items() if key not in kept for end in ends}
    lost |= {about for key, about in figures.items() if key not in numbers}
    return Chosen(frozenset(rank), kept, numbers, frozenset(lost & rank.keys()))


def part_of(graph: KnowledgeGraph, limits: Limits = FILE) -> tuple[KnowledgeGraph, Whole | None]:
    """The graph as it is and None where it fits on a page, else its best connected part and how large the whole is."""
    size = len(graph.entities), len(graph.statements), len(graph.figures)
    if limits.hold(*size):
        return graph, None
    chosen = choose(
        {e.key: e.kind for e in graph.entities},
        {s.key: tuple(s.ends.values()) for s in graph.statements},
        {f.key: f.about or f.region for f in graph.figures},
        _reporting(graph),
        limits,
    )
    part = replace(
        graph,
        entities=tuple(e for e in graph.entities if e.key in chosen.entities),
        statements=tuple(s for s in graph.statements if s.key in chosen.facts),
        figures=tuple(f for f in graph.figures if f.key in chosen.figures),
        identities=(),
        decisions=(),
    )
    return part, Whole(*size, chosen.incomplete)


def _reporting(graph: KnowledgeGraph) -> frozenset[str]:
    codes = {info.region_code for info in graph.documents.values() if info.region_code}
    names = {info.region for info in graph.documents.values() if info.region and not info.region_code}
    regions = (e for e in graph.entities if e.kind is EntityKind.REGION)
    return frozenset(e.key for e in regions if e.attributes.get("code") in codes or e.name in names)

"""Where everything stands: a disc for each group, in it a circle for each kind, in it a cell for each name."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kg.export.page.groups import SHARED, Groups
from kg.export.page.kinds import LOOKS
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind

__all__ = ["Circle", "Layout", "arrange"]

Point: TypeAlias = tuple[int, int]

CELL_WIDTH, CELL_HEIGHT = 180, 64
"""Room for a mark and some ten Chinese characters beneath it, in the page's units."""
CLUSTER_GAP, GROUP_GAP = 30, 200
"""Between two circles of one group, and between two groups."""
CORE = 150
"""Radius kept free for the region in the middle of its disc."""
TURNS = 24
"""Directions tried for each circle."""
FLATNESS = 1.3
"""How much further up and down is than left and right: screens are wide."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A place with a radius."""

    x: int
    y: int
    radius: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Places in whole units, so that equal graphs give equal bytes on every machine."""

    places: Mapping[str, Point]
    """Entity key to its place."""
    clusters: Mapping[tuple[str, EntityKind], Circle]
    """Group and kind to the circle in which these entities stand; the region of the group stands in no circle."""
    discs: Mapping[str, Circle]
    """Group to its disc."""


def arrange(graph: KnowledgeGraph, groups: Groups) -> Layout:
    """A place for each entity, a circle for each kind of a group, and a disc for each group, none over another.

    Groups that share more statements stand nearer to each other; in a circle, what more statements speak of stands
    nearer to the middle.
    """
    degree = Counter(key for s in graph.statements for key in s.ends.values())
    hubs = {group.id: group.hub for group in groups.groups}
    members: dict[str, dict[EntityKind, list[str]]] = {group.id: {} for group in groups.groups}
    for entity in sorted(graph.entities, key=lambda e: (-degree[e.key], e.key)):
        group = groups.of[entity.key]
        if hubs[group] != entity.key:
            members[group].setdefault(entity.kind, []).append(entity.key)
    order = list(LOOKS)
    cells = {
        (group, kind): _cells(len(kinds[kind]))
        for group, kinds in members.items()
        for kind in sorted(kinds, key=order.index)
    }
    radius = {cluster: _radius(points) for cluster, points in cells.items()}
    inner = {group: _around(group, radius) for group in members}
    size = {
        group: max([CORE, *(math.ceil(math.hypot(x, y)) + radius[c] for c, (x, y) in inner[group].items())])
        + CLUSTER_GAP
        for group in members
    }
    centres = _pack(sorted(members), size, _directions(graph, groups))
    places: dict[str, Point] = {hub: centres[group] for group, hub in hubs.items() if hub}
    clusters: dict[tuple[str, EntityKind], Circle] = {}
    for (group, kind), points in cells.items():
        (gx, gy), (x, y) = centres[group], inner[group][group, kind]
        clusters[group, kind] = Circle(gx + x, gy + y, radius[group, kind])
        keys = members[group][kind]
        places |= {key: (gx + x + px, gy + y + py) for key, (px, py) in zip(keys, points, strict=True)}
    return Layout(places, clusters, {group: Circle(*centres[group], size[group]) for group in sorted(members)})


def _cells(count: int) -> list[Point]:
    """The `count` cells of a staggered grid that lie nearest to its middle, the nearest first."""
    reach = math.isqrt(count) + 2
    found = []
    for row in range(-2 * reach, 2 * reach + 1):
        for column in range(-reach, reach + 1):
            x, y = column * CELL_WIDTH + (CELL_WIDTH // 2 if row % 2 else 0), row * CELL_HEIGHT
            found.append((x * x + y * y, y, x))
    return [(x, y) for _, y, x in sorted(found)[:count]]


def _radius(points: Sequence[Point]) -> int:
    return max(math.isqrt(x * x + y * y) for x, y in points) + CELL_WIDTH // 2


def _around(group: str, radius: Mapping[tuple[str, EntityKind], int]) -> dict[tuple[str, EntityKind], Point]:
    """The circles of a group around its middle, in the order of the kinds."""
    clusters = [cluster for cluster in radius if cluster[0] == group]
    placed: dict[tuple[str, EntityKind], Point] = {}
    taken = [((0, 0), CORE)]
    for n, cluster in enumerate(clusters):
        place = _nearest_free(2 * math.pi * n / len(clusters) - math.pi / 2, radius[cluster], taken, CLUSTER_GAP, 1.0)
        placed[cluster] = place
        taken.append((place, radius[cluster]))
    return placed


def _pack(
    names: Sequence[str], radius: Mapping[str, int], directions: Mapping[str, tuple[float, float]]
) -> dict[str, Point]:
    """Discs side by side without touching, each from the middle towards where its ties pull it."""
    if not names:
        return {}
    middle = SHARED if SHARED in radius else max(names, key=lambda n: (radius[n], n))
    placed: dict[str, Point] = {middle: (0, 0)}
    ox, oy = directions[middle]
    taken = [((0, 0), radius[middle])]
    for name in sorted(names, key=lambda n: (math.dist(directions[n], (ox, oy)), n)):
        if name not in placed:
            angle = math.atan2(directions[name][1] - oy, directions[name][0] - ox)
            placed[name] = _nearest_free(angle, radius[name], taken, GROUP_GAP, FLATNESS)
            taken.append((placed[name], radius[name]))
    return placed


def _nearest_free(angle: float, radius: int, taken: Sequence[tuple[Point, int]], gap: int, flatness: float) -> Point:
    """The first free place on the way out, in the direction that leads there soonest; near `angle` where equal."""
    best: tuple[float, Point] | None = None
    for turn in range(-TURNS // 2, TURNS // 2 + 1):
        towards = angle + turn * 2 * math.pi / TURNS
        x, y = math.cos(towards), math.sin(towards)
        reach = _first_gap(x, y, [(at, radius + size + gap) for at, size in taken])
        cost = round(reach * math.hypot(x, y * flatness) * (1 + abs(turn) * 0.02), 3)
        if best is None or cost < best[0]:
            best = (cost, (round(reach * x), round(reach * y)))
    assert best is not None
    return best[1]


def _first_gap(x: float, y: float, taken: list[tuple[Point, int]]) -> float:
    """How far to go from the origin in a direction until no circle covers the place."""
    covered = []
    for (cx, cy), radius in taken:
        along = x * cx + y * cy
        half = radius * radius - (cx * cx + cy * cy - along * along)
        if half > 0:
            covered.append((along - math.sqrt(half), along + math.sqrt(half)))
    reach = 0.0
    for begin, end in sorted(covered):
        if begin <= reach < end:
            reach = end
    return reach + 1


def _directions(graph: KnowledgeGraph, groups: Groups) -> dict[str, tuple[float, float]]:
    """Where each group lies seen from the others: a force layout of the groups alone, from a fixed start."""
    import igraph

    names = sorted(group.id for group in groups.groups)
    if not names:
        return {}
    index = {name: n for n, name in enumerate(names)}
    ties: Counter[tuple[int, int]] = Counter()
    for statement in graph.statements:
        met = sorted({index[groups.of[key]] for key in statement.ends.values()})
        ties.update((a, b) for n, a in enumerate(met) for b in met[n + 1 :])
    drawn = igraph.Graph(n=len(names), edges=sorted(ties))
    igraph.set_random_number_generator(random.Random(0))
    start = [
        (math.cos(2 * math.pi * n / len(names)), math.sin(2 * math.pi * n / len(names))) for n in range(len(names))
    ]
    weights = [1 + math.log(ties[edge]) for edge in sorted(ties)]
    layout = drawn.layout_fruchterman_reingold(weights=weights or None, seed=start, niter=300, grid=False)
    return {name: (round(x, 3), round(y, 3)) for name, (x, y) in zip(names, layout.coords, strict=True)}

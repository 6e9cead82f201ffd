"""Where everything stands: a disc for each group, in it a circle for each kind, in it a cell for each name."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.export.page.groups import SHARED, Groups
from kg.export.page.kinds import LOOKS
from kg.export.page.packing import Point, Taken, cells, enclosing, nearest_free, pack, radius_of
from kg.export.page.shared import WINDOW, Middle, most_shared
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind

__all__ = ["Circle", "Layout", "arrange"]

CLUSTER_GAP, GROUP_GAP = 30, 200
"""Between two circles of one group, and between two groups."""
CORE = 150
"""Radius kept free for the region in the middle of its circles."""
TITLE = 48
"""Pixels between discs in the usual window, for the name of a region and what is told of it."""
FLATNESS = 1.3
"""How much further up and down is than left and right: screens are wide."""
PASSES = 5
"""How often all is packed anew around a middle whose size follows from the size of the whole."""

Cluster = tuple[str, EntityKind]


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
    clusters: Mapping[Cluster, Circle]
    """Group and kind to the circle in which these entities stand; the region of the group stands in no circle, nor
    do the things in `stars`."""
    discs: Mapping[str, Circle]
    """Group to its disc; that of `SHARED` has the middle's half height for a radius."""
    hubs: Mapping[str, Point]
    """Group to where its region stands, in the midst of its circles."""
    areas: Mapping[str, Circle]
    """Area to its disc, which holds those of its groups and areas."""
    stars: tuple[str, ...]
    """Keys of the most shared things, which the middle shows by name."""
    middle: Middle


def arrange(graph: KnowledgeGraph, groups: Groups) -> Layout:
    """A place for each entity, a circle for each kind of a group, and a disc for each group, none over another.

    What several regions share stands in the middle. Groups that share more statements stand nearer to each other; in a
    circle, what more statements speak of stands nearer to the middle.
    """
    stars = most_shared(graph, groups)
    members = _members(graph, groups, stars)
    inside = {cluster: cells(len(keys)) for cluster, keys in members.items()}
    radius = {cluster: radius_of(points) for cluster, points in inside.items()}
    own = {group.id: [c for c in radius if c[0] == group.id] for group in groups.groups}
    inner = {group: _around(clusters, radius) for group, clusters in own.items() if group != SHARED}
    around = {
        group: enclosing([((0, 0), CORE), *((at, radius[c]) for c, at in placed.items())])
        for group, placed in inner.items()
    }
    size = {group: reach + CLUSTER_GAP for group, (_, reach) in around.items()}
    shared = {cluster: radius[cluster] for cluster in own.get(SHARED, [])}
    centres, areas, middle = _whole(graph, groups, size, len(stars), list(shared.values()))
    discs = {group: Circle(*centres[group], size[group]) for group in size}
    if SHARED in own:
        discs[SHARED] = Circle(0, 0, middle.half_height)
        inner[SHARED] = dict(zip(shared, middle.circles, strict=True))
    # Where the region itself stands: its circles lie around it, but not evenly, so it is not quite the disc's middle.
    hubs = {group: (discs[group].x - x, discs[group].y - y) for group, ((x, y), _) in around.items()}
    hubs |= {SHARED: (0, 0)} if SHARED in own else {}
    places = {group.hub: hubs[group.id] for group in groups.groups if group.hub}
    places |= dict(zip(stars, middle.stars, strict=True))
    clusters = {
        c: Circle(hubs[c[0]][0] + inner[c[0]][c][0], hubs[c[0]][1] + inner[c[0]][c][1], radius[c]) for c in members
    }
    for c, keys in members.items():
        places |= {key: (clusters[c].x + x, clusters[c].y + y) for key, (x, y) in zip(keys, inside[c], strict=True)}
    return Layout(places, clusters, dict(sorted(discs.items())), hubs, areas, stars, middle)


def _members(graph: KnowledgeGraph, groups: Groups, stars: Sequence[str]) -> dict[Cluster, list[str]]:
    """The entities of each circle, those first of which more statements speak; circles in the order of the kinds."""
    degree = Counter(key for s in graph.statements for key in s.ends.values())
    apart = {*stars, *(group.hub for group in groups.groups)}
    found: dict[Cluster, list[str]] = {}
    for entity in sorted(graph.entities, key=lambda e: (-degree[e.key], e.key)):
        if entity.key not in apart:
            found.setdefault((groups.of[entity.key], entity.kind), []).append(entity.key)
    order = {kind: n for n, kind in enumerate(LOOKS)}
    rank = {group.id: n for n, group in enumerate(groups.groups)}
    return dict(sorted(found.items(), key=lambda item: (rank[item[0][0]], order[item[0][1]])))


def _around(clusters: Sequence[Cluster], radius: Mapping[Cluster, int]) -> dict[Cluster, Point]:
    """The circles of a group around its middle, in the order of the kinds."""
    placed: dict[Cluster, Point] = {}
    taken: Taken = [((0, 0), CORE)]
    for n, cluster in enumerate(clusters):
        angle = 2 * math.pi * n / len(clusters) - math.pi / 2
        placed[cluster] = nearest_free(angle, radius[cluster], taken, CLUSTER_GAP, 1.0)
        taken.append((placed[cluster], radius[cluster]))
    return placed


def _whole(
    graph: KnowledgeGraph, groups: Groups, size: Mapping[str, int], stars: int, circles: Sequence[int]
) -> tuple[dict[str, Point], dict[str, Circle], Middle]:
    """The middles of all groups, the discs of areas, and the middle of the picture."""
    directions = _directions(graph, groups)
    held: dict[str, list[str]] = {}
    for group in size:
        held.setdefault(groups.area_of.get(group, ""), []).append(group)
    parents = {area.id: area.parent for area in groups.areas}
    within: dict[str, dict[str, Point]] = {}
    radius = dict(size)
    for area in (area.id for area in reversed(groups.areas)):
        inside = held.get(area, [])
        directions[area] = _mean([directions[one] for one in inside])
        placed = _packed(inside, radius, directions, 1.0, [], directions[area])
        (x, y), radius[area] = enclosing([(placed[one], radius[one]) for one in inside])
        radius[area] += GROUP_GAP
        within[area] = {one: (px - x, py - y) for one, (px, py) in placed.items()}
        held.setdefault(parents[area], []).append(area)
    top = held.get("", [])
    outermost, middle, extent = {}, Middle.of(stars, circles, 0), 0
    for _ in range(PASSES):
        taken = middle.taken()
        gap = max(GROUP_GAP, TITLE * extent // WINDOW)
        outermost = _packed(top, radius, directions, FLATNESS, taken, directions.get(SHARED, (0.0, 0.0)), gap)
        extent = max(extent, _extent(taken))
        last, middle = middle, Middle.of(stars, circles, extent)
    middle = last
    centres = dict(outermost)
    for area in (area.id for area in groups.areas):
        ax, ay = centres[area]
        centres |= {one: (ax + x, ay + y) for one, (x, y) in within[area].items()}
    areas = {area.id: Circle(*centres[area.id], radius[area.id]) for area in groups.areas}
    return centres, areas, middle


def _packed(
    names: Sequence[str],
    radius: Mapping[str, int],
    directions: Mapping[str, tuple[float, float]],
    flatness: float,
    taken: Taken,
    middle: tuple[float, float],
    gap: int = GROUP_GAP,
) -> dict[str, Point]:
    return pack(names, radius, directions, gap=gap, flatness=flatness, taken=taken, middle=middle)


def _mean(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return round(sum(x for x, _ in points) / len(points), 3), round(sum(y for _, y in points) / len(points), 3)


def _extent(taken: Taken) -> int:
    """How wide a window of the usual form must be, in the page's units, to show all."""
    if not taken:
        return 0
    width = max(x + r for (x, _), r in taken) - min(x - r for (x, _), r in taken)
    height = max(y + r for (_, y), r in taken) - min(y - r for (_, y), r in taken)
    return max(width, round(height * FLATNESS))


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

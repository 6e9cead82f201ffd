"""The first picture: a mark for each region, one for each kind of thing in its reports, and what regions share."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

from kg.export.page.groups import Groups
from kg.export.page.kinds import LOOKS
from kg.export.page.layout import Layout
from kg.export.page.shared import homes_of
from kg.model.graph import KnowledgeGraph

__all__ = ["MOST_TIES", "overview_edges", "overview_nodes", "vis_groups"]

HUB = 46
"""Size of the mark of a region, in the page's units."""
MOST_TIES = 24
"""Between so many pairs a line is drawn, those that share most: more cannot be followed by the eye."""


def overview_nodes(groups: Groups, layout: Layout) -> list[dict[str, Any]]:
    """vis-network nodes: areas `a0`, `a1` …, groups `g0` … and clusters `c0` …, each with its number.

    What lies in an area is left out: the area stands for it until it is opened.
    """
    areas = [
        {"id": f"a{n}", "number": n, "group": "Region", "shape": "dot", "x": disc.x, "y": disc.y, "size": disc.radius}
        for n, area in enumerate(groups.areas)
        if not area.parent
        for disc in [layout.areas[area.id]]
    ]
    hubs = [
        {"id": f"g{n}", "number": n, "group": "Region", "x": x, "y": y, "size": HUB}
        for n, group in enumerate(groups.groups)
        if group.id not in groups.area_of
        for x, y in [layout.hubs[group.id]]
    ]
    clusters = [
        {"id": f"c{n}", "number": n, "group": kind.value, "shape": "dot", "x": c.x, "y": c.y, "size": c.radius}
        for n, ((group, kind), c) in enumerate(layout.clusters.items())
        if group not in groups.area_of
    ]
    return areas + hubs + clusters


def overview_edges(graph: KnowledgeGraph, groups: Groups) -> list[dict[str, Any]]:
    """vis-network edges between regions, or between the outermost areas where there are areas.

    `value` is how many things the reports of both name.
    """
    parents = {area.id: area.parent for area in groups.areas}
    mark = {group.id: f"g{n}" for n, group in enumerate(groups.groups)}
    drawn = {area.id: f"a{n}" for n, area in enumerate(groups.areas)}
    for group, area in groups.area_of.items():
        mark[group] = drawn[parents[area] or area]
    ties = Counter(
        pair
        for homes in homes_of(graph, groups).values()
        for pair in combinations(sorted({mark[group] for group in homes}, key=_in_order), 2)
    )
    most = sorted(ties, key=lambda pair: (-ties[pair], *map(_in_order, pair)))[:MOST_TIES]
    most.sort(key=lambda pair: tuple(map(_in_order, pair)))
    return [{"id": f"t{n}", "from": a, "to": b, "value": ties[a, b]} for n, (a, b) in enumerate(most)]


def _in_order(mark: str) -> tuple[str, int]:
    return mark[0], int(mark[1:])


def vis_groups() -> dict[str, Any]:
    """How vis-network draws a mark of each kind."""
    return {kind.value: {"shape": look.shape, "color": look.color} for kind, look in LOOKS.items()}

"""The first picture: a mark for each region, one for each kind of thing in its reports, and what regions share."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

from kg.export.page.groups import SHARED, Groups
from kg.export.page.kinds import LOOKS
from kg.export.page.layout import Layout
from kg.model.graph import KnowledgeGraph

__all__ = ["MOST_TIES", "overview_edges", "overview_nodes", "vis_groups"]

HUB = 46
"""Size of the mark of a region, in the page's units."""
MOST_TIES = 200
"""Between so many pairs of regions a line is drawn, those that share most."""


def overview_nodes(groups: Groups, layout: Layout) -> list[dict[str, Any]]:
    """vis-network nodes: `g0`, `g1` … for the groups, then `c0`, `c1` … for the clusters, each with its number."""
    hubs = [
        {"id": f"g{n}", "number": n, "group": "Region", "x": disc.x, "y": disc.y, "size": HUB}
        for n, group in enumerate(groups.groups)
        for disc in [layout.discs[group.id]]
    ]
    clusters = [
        {"id": f"c{n}", "number": n, "group": kind.value, "shape": "dot", "x": c.x, "y": c.y, "size": c.radius}
        for n, ((_, kind), c) in enumerate(layout.clusters.items())
    ]
    return hubs + clusters


def overview_edges(graph: KnowledgeGraph, groups: Groups) -> list[dict[str, Any]]:
    """vis-network edges between groups, `value` being how many things the reports of both regions name."""
    homes: dict[str, set[str]] = {}
    for statement in graph.statements:
        told_by = {groups.of_document[e.document] for e in statement.evidence if e.document in groups.of_document}
        for key in statement.ends.values():
            if groups.of[key] == SHARED:
                homes.setdefault(key, set()).update(told_by)
    number = {group.id: n for n, group in enumerate(groups.groups)}
    ties = Counter(pair for met in homes.values() for pair in combinations(sorted(number[g] for g in met), 2))
    most = sorted(ties, key=lambda pair: (-ties[pair], pair))[:MOST_TIES]
    return [
        {"id": f"t{n}", "from": f"g{a}", "to": f"g{b}", "value": ties[a, b]} for n, (a, b) in enumerate(sorted(most))
    ]


def vis_groups() -> dict[str, Any]:
    """How vis-network draws a mark of each kind."""
    return {kind.value: {"shape": look.shape, "color": look.color} for kind, look in LOOKS.items()}

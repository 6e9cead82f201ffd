"""One region and what its reports tell of most."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

from kg.errors import UsageError
from kg.export.page.kinds import LOOKS
from kg.export.page.labels import short_label
from kg.export.plot.chosen import chosen_region
from kg.export.plot.sheet import EDGE, INK, MARKERS, SOFT, Sheet, empty_sheet, legend, words
from kg.model.graph import GraphEntity, KnowledgeGraph

__all__ = ["ego"]

MOST = 60


def ego(graph: KnowledgeGraph, *, region: str, most: int = MOST, font: Path | None = None) -> Sheet:
    """The region in the middle, and around it, kind by kind, the `most` things that share most facts with it.

    Raises `UsageError` for a region that the graph does not know, or of which no fact tells.
    """
    middle = chosen_region(graph, region)
    shared: Counter[str] = Counter()
    for statement in graph.statements:
        if middle.key in statement.ends.values():
            shared.update(set(statement.ends.values()) - {middle.key})
    by_key = {entity.key: entity for entity in graph.entities}
    order = list(LOOKS)
    near = sorted(shared, key=lambda key: (-shared[key], key))[:most]
    things = sorted((by_key[key] for key in near), key=lambda e: (order.index(e.kind), -shared[e.key], e.key))
    if not things:
        raise UsageError(f"{middle.name}: 没有关于它的事实 / no fact tells of it")
    more = "" if len(shared) <= most else f"（{len(shared)} 个中的 {most} 个 / {most} of {len(shared)}）"
    with empty_sheet(9, 9, f"{middle.name}{more}", font) as (sheet, axes):
        axes.set_axis_off()
        axes.set_aspect("equal")
        for n, thing in enumerate(things):
            angle = 2 * math.pi * n / len(things)
            x, y = math.cos(angle), math.sin(angle)
            look = LOOKS[thing.kind]
            axes.plot([0, x], [0, y], color=EDGE, linewidth=0.4 + 0.4 * min(6, shared[thing.key]), zorder=1)
            axes.plot(x, y, linestyle="", marker=MARKERS[look.shape], color=look.color, markersize=8, zorder=2)
            left = x < -1e-9
            axes.annotate(
                _label(thing, middle), (1.06 * x, 1.06 * y), fontsize=7.5, color=INK, rotation_mode="anchor",
                rotation=math.degrees(angle) + (180 if left else 0), ha="right" if left else "left", va="center",
            )  # fmt: skip
        axes.plot(0, 0, linestyle="", marker="h", color=INK, markersize=26, zorder=3)
        axes.annotate(words(middle.name), (0, -0.1), ha="center", va="top", fontsize=11, color=SOFT)
        axes.set_xlim(-1.75, 1.75)
        axes.set_ylim(-1.75, 1.75)
        legend(axes, [kind for kind in LOOKS if any(thing.kind is kind for thing in things)], statuses=False)
    return sheet


def _label(thing: GraphEntity, middle: GraphEntity) -> str:
    return words(short_label(thing.name, [middle.name], 14), 14)

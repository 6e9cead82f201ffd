"""The middle of the picture: what several regions share, the most shared of it by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.export.page.groups import SHARED, Groups
from kg.export.page.packing import Point, Taken
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind

__all__ = ["MOST_STARS", "WINDOW", "Middle", "homes_of", "most_shared"]

MOST_STARS = 16
"""So many names are read at a glance."""
COLUMNS = 2
INITIATIVES = (EntityKind.PROGRAM, EntityKind.DOCUMENT, EntityKind.PROJECT, EntityKind.HONOR)
"""What regions share as a matter of policy; shared schools and places are told by their circles."""

WINDOW = 1080
"""Pixels that the picture is wide in the usual window: the sizes below are pixels of it."""
COLUMN, ROW, HEADING = 196, 21, 34
GAP = 30
"""Between two circles of the middle, in the page's units."""


def homes_of(graph: KnowledgeGraph, groups: Groups) -> dict[str, set[str]]:
    """For each shared thing the groups whose reports name it."""
    homes: dict[str, set[str]] = {}
    for statement in graph.statements:
        told_by = {groups.of_document[e.document] for e in statement.evidence if e.document in groups.of_document}
        for key in statement.ends.values():
            if groups.of[key] == SHARED:
                homes.setdefault(key, set()).update(told_by)
    return homes


def most_shared(graph: KnowledgeGraph, groups: Groups) -> tuple[str, ...]:
    """Keys of the initiatives that the reports of most regions name, the most shared first."""
    homes = homes_of(graph, groups)
    degree = Counter(key for s in graph.statements for key in s.ends.values())
    kinds = {entity.key: entity.kind for entity in graph.entities}
    fit = [key for key, told_by in homes.items() if len(told_by) > 1 and kinds[key] in INITIATIVES]
    return tuple(sorted(fit, key=lambda key: (-len(homes[key]), -degree[key], key))[:MOST_STARS])


@dataclass(frozen=True, slots=True)
class Middle:
    """A band around the origin: the named things in columns, and beside them the circles of the others."""

    half_width: int
    half_height: int
    stars: tuple[Point, ...]
    circles: tuple[Point, ...]

    @classmethod
    def of(cls, stars: int, circles: Sequence[int], extent: int) -> Middle:
        """The band in a picture so wide (page's units), for so many named things and circles of these radii."""
        unit = extent / WINDOW
        columns = COLUMNS if stars > 1 else stars
        rows = -(-stars // max(1, columns))
        column, row, heading = (round(px * unit) for px in (COLUMN, ROW, HEADING if stars else 0))
        height = max([2 * r for r in circles] + [rows * row])
        beside = sum(2 * r + GAP for r in circles)
        width, height = columns * column + beside, height + heading
        left, top = -width // 2, -height // 2 + heading
        high = (height - heading - rows * row) // 2
        places = tuple(
            (left + (n // rows) * column + column // 10, top + high + (n % rows) * row + row // 2) for n in range(stars)
        )
        found, x = [], left + columns * column
        for r in circles:
            found.append((x + GAP + r, heading // 2))
            x += 2 * r + GAP
        return cls(width // 2, height // 2, places, tuple(found))

    def taken(self) -> Taken:
        """The band as circles that cover it."""
        if not self.half_width or not self.half_height:
            return []
        radius = round(self.half_height * 1.2)
        reach = max(0, self.half_width - self.half_height // 2)
        steps = 2 * -(-reach // max(1, self.half_height))
        return (
            [((round(reach * (2 * n / steps - 1)), 0), radius) for n in range(steps + 1)]
            if steps
            else [((0, 0), radius)]
        )

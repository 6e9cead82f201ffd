"""Circles side by side, and cells in a circle: the geometry of the layout."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

__all__ = ["CELL_HEIGHT", "CELL_WIDTH", "Point", "Taken", "cells", "enclosing", "nearest_free", "pack", "radius_of"]

Point: TypeAlias = tuple[int, int]
Taken: TypeAlias = list[tuple[Point, int]]
"""Circles where nothing else may stand: middle and radius."""

CELL_WIDTH, CELL_HEIGHT = 180, 64
"""Room for a mark and some ten Chinese characters beneath it, in the page's units."""
TURNS = 24
"""Directions tried for each circle."""


def cells(count: int) -> list[Point]:
    """The `count` cells of a staggered grid that lie nearest to its middle, the nearest first."""
    reach = math.isqrt(count) + 2
    found = []
    for row in range(-2 * reach, 2 * reach + 1):
        for column in range(-reach, reach + 1):
            x, y = column * CELL_WIDTH + (CELL_WIDTH // 2 if row % 2 else 0), row * CELL_HEIGHT
            found.append((x * x + y * y, y, x))
    return [(x, y) for _, y, x in sorted(found)[:count]]


def radius_of(points: Sequence[Point]) -> int:
    """Of the circle around all cells with their names."""
    return max(math.isqrt(x * x + y * y) for x, y in points) + CELL_WIDTH // 2


def pack(
    names: Sequence[str],
    radius: Mapping[str, int],
    directions: Mapping[str, tuple[float, float]],
    *,
    gap: int,
    flatness: float,
    taken: Taken,
    middle: tuple[float, float],
) -> dict[str, Point]:
    """Discs side by side without touching, each from the middle towards where its ties pull it.

    What is pulled least stands nearest; `taken` is kept free and filled with what is placed.
    """
    placed: dict[str, Point] = {}
    for name in sorted(names, key=lambda n: (math.dist(directions[n], middle), n)):
        x, y = directions[name]
        angle = math.atan2(y - middle[1], x - middle[0])
        placed[name] = nearest_free(angle, radius[name], taken, gap, flatness) if taken else (0, 0)
        taken.append((placed[name], radius[name]))
    return placed


def nearest_free(angle: float, radius: int, taken: Taken, gap: int, flatness: float) -> Point:
    """The first free place on the way out, in the direction that leads there soonest; near `angle` where equal.

    `flatness` says how much further up and down is than left and right: screens are wide.
    """
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


def _first_gap(x: float, y: float, taken: Taken) -> float:
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


def enclosing(circles: Taken) -> tuple[Point, int]:
    """Middle and radius of a circle around all circles: nearly the least one.

    The middle walks towards whatever reaches furthest, by steps that shrink (after Bădoiu and Clarkson).
    """
    x, y = (sum(at[axis] for at, _ in circles) / len(circles) for axis in (0, 1))
    for step in range(2, 202):
        (fx, fy), far = max(circles, key=lambda circle: math.dist((x, y), circle[0]) + circle[1])
        away = math.dist((x, y), (fx, fy))
        if not away:
            break
        # The furthest point of that circle, not its middle, is what must come inside.
        x += ((fx - x) * (1 + far / away)) / step
        y += ((fy - y) * (1 + far / away)) / step
    middle = (round(x), round(y))
    return middle, max(math.ceil(math.dist(middle, at)) + r for at, r in circles)

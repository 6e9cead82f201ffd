"""Where everything stands: a disc for each region, a sector for each kind, a cell for each name."""

from __future__ import annotations

import math
import random
from collections import Counter
from dataclasses import dataclass
from typing import TypeAlias

from kg.export.page.kinds import LOOKS
from kg.export.page.view import SHARED, View
from kg.model.names import EntityKind

__all__ = ["Caption", "Layout", "arrange"]

Point: TypeAlias = tuple[int, int]

CELL_WIDTH, CELL_HEIGHT = 180, 64
"""Room for a dot and some ten Chinese characters beneath it, in the page's units: no name covers another."""
GAP = 260
"""Between two discs."""
TURNS = 6
"""Directions tried on each side of the one that the force layout gives, within a right angle."""
FLATNESS = 1.3
"""How much further up and down is than left and right: screens are wide."""
CORE = 190
"""Radius kept free around the region in the middle of its disc."""


@dataclass(frozen=True, slots=True)
class Caption:
    """Words on the picture: the name of a disc, or a sector's kind and number."""

    text: str
    x: int
    y: int
    color: str
    room: int
    """Radius of the disc it stands in."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Places in whole units, so that equal graphs give equal bytes on every machine."""

    places: dict[str, Point]
    captions: tuple[Caption, ...]
    discs: tuple[tuple[str, int, int, int], ...]
    """Name, x, y and radius of each group's disc."""


def arrange(view: View) -> Layout:
    """A place for each entity of the view."""
    members: dict[str, list[str]] = {}
    for entity in view.entities:
        members.setdefault(view.group[entity.key], []).append(entity.key)
    kind = {entity.key: entity.kind for entity in view.entities}
    cells = {name: _cells(len(keys)) for name, keys in members.items()}
    radius = {name: _radius(points) for name, points in cells.items()}
    centres = _pack(view, radius)
    places: dict[str, Point] = {}
    captions: list[Caption] = []
    order = list(LOOKS)
    for name in sorted(members):
        x, y = centres[name]
        hub = view.hub.get(name, "")
        keys = sorted(
            (k for k in members[name] if k != hub), key=lambda k: (order.index(kind[k]), -view.degree.get(k, 0), k)
        )
        points = cells[name][: len(keys)]
        local = _sectors(keys, kind, points)
        places |= {key: (x + dx, y + dy) for key, (dx, dy) in local.items()}
        if hub in members[name]:
            places[hub] = (x, y)
        captions += _captions(local, kind, (x, y), radius[name])
    discs = tuple((name, *centres[name], radius[name]) for name in sorted(members))
    return Layout(places, tuple(captions), discs)


def _cells(count: int) -> list[Point]:
    """The `count` cells of a staggered grid that lie nearest to the middle, the middle itself left free."""
    reach = math.isqrt(count) + 6
    found = []
    for row in range(-3 * reach, 3 * reach + 1):
        for column in range(-reach, reach + 1):
            x = column * CELL_WIDTH + (CELL_WIDTH // 2 if row % 2 else 0)
            y = row * CELL_HEIGHT
            distance = x * x + y * y
            if distance >= CORE * CORE:
                found.append((distance, y, x))
    return [(x, y) for _, y, x in sorted(found)[:count]]


def _radius(points: list[Point]) -> int:
    return max([CORE, *(math.isqrt(x * x + y * y) for x, y in points)]) + CELL_WIDTH // 2


def _sectors(keys: list[str], kind: dict[str, EntityKind], points: list[Point]) -> dict[str, Point]:
    """Each kind takes a sector; in it, what more statements speak of stands nearer to the middle."""
    around = sorted(points, key=lambda p: (round(math.atan2(p[1], p[0]), 6), p))
    placed: dict[str, Point] = {}
    at = 0
    for which, count in Counter(kind[k] for k in keys).items():
        sector = sorted(around[at : at + count], key=lambda p: (p[0] * p[0] + p[1] * p[1], p))
        placed |= dict(zip([k for k in keys if kind[k] is which], sector, strict=True))
        at += count
    return placed


def _captions(local: dict[str, Point], kind: dict[str, EntityKind], centre: Point, room: int) -> list[Caption]:
    """For each kind that fills a sector its word and number, in the middle of the sector."""
    found = []
    for which, look in LOOKS.items():
        points = [p for key, p in local.items() if kind[key] is which]
        if len(points) >= 5:
            cx, cy = (sum(c) // len(points) for c in zip(*points, strict=True))
            at = centre[0] + cx, centre[1] + cy
            found.append(Caption(f"{look.chinese} {len(points)}", *at, look.color, room))
    return found


def _pack(view: View, radius: dict[str, int]) -> dict[str, Point]:
    """Discs side by side without touching; those that share more lines stand nearer to each other."""
    names = sorted(radius)
    if len(names) <= 1:
        return dict.fromkeys(names, (0, 0))
    directions = _directions(view, names)
    middle = SHARED if SHARED in radius else max(names, key=lambda n: (radius[n], n))
    placed: dict[str, Point] = {middle: (0, 0)}
    ox, oy = directions[middle]
    for name in sorted(names, key=lambda n: (math.dist(directions[n], (ox, oy)), n)):
        if name in placed:
            continue
        angle = math.atan2(directions[name][1] - oy, directions[name][0] - ox)
        placed[name] = _nearest_free(angle, radius[name], [(placed[n], radius[n]) for n in placed])
    return placed


def _nearest_free(angle: float, radius: int, taken: list[tuple[Point, int]]) -> Point:
    """The first free place on the way out, a little to the left or right of the direction where that is nearer."""
    best: tuple[float, Point] | None = None
    for turn in range(-TURNS, TURNS + 1):
        towards = angle + turn * math.pi / 2 / TURNS
        x, y = math.cos(towards), math.sin(towards)
        reach = _first_gap(x, y, [(at, radius + size + GAP) for at, size in taken])
        cost = reach * math.hypot(x, y * FLATNESS) * (1 + abs(turn) * 0.02)
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


def _directions(view: View, names: list[str]) -> dict[str, tuple[float, float]]:
    """Where each group lies seen from the others: a force layout of the groups alone, from a fixed start."""
    import igraph

    index = {name: n for n, name in enumerate(names)}
    ties = Counter(
        (min(a, b), max(a, b))
        for left, right in view.lines
        if (a := index[view.group[left]]) != (b := index[view.group[right]])
    )
    groups = igraph.Graph(n=len(names), edges=sorted(ties))
    igraph.set_random_number_generator(random.Random(0))
    start = [
        (math.cos(2 * math.pi * n / len(names)), math.sin(2 * math.pi * n / len(names))) for n in range(len(names))
    ]
    weights = [1 + math.log(ties[edge]) for edge in sorted(ties)]
    layout = groups.layout_fruchterman_reingold(weights=weights or None, seed=start, niter=300, grid=False)
    return {name: (round(x, 3), round(y, 3)) for name, (x, y) in zip(names, layout.coords, strict=True)}

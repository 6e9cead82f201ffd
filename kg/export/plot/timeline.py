"""What happened when: the things of one region, or how much each region's reports tell of each year."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.export.page.kinds import LOOKS
from kg.export.plot.chosen import chosen_region
from kg.export.plot.sheet import EDGE, FILLS, MARKERS, SOFT, Sheet, empty_sheet, legend, words
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind
from kg.policy.held import held
from kg.policy.initiatives import KINDS, Adoption, Initiative, initiatives

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["timeline"]

MOST = 40
"""So many things are shown, those of which most is told."""


def timeline(graph: KnowledgeGraph, *, region: str = "", most: int = MOST, font: Path | None = None) -> Sheet:
    """Years from left to right. With a region a row is an initiative, honor, project or document, its marks the facts;
    without one a row is a region, its marks the kinds, as large as they are many.

    Raises `UsageError` where nothing has a year.
    """
    found = list(initiatives(graph).values())
    years = {a.year for one in found for a in one.adoptions if a.year}
    if not years:
        raise UsageError("没有一条事实有年份，画不出时间线 / no fact has a year: there is nothing to draw")
    return _of_region(graph, found, region, most, font) if region else _of_all(graph, found, font)


def _of_region(graph: KnowledgeGraph, found: list[Initiative], wanted: str, most: int, font: Path | None) -> Sheet:
    region = chosen_region(graph, wanted)
    rows = [(one, [a for a in one.adoptions if a.region == region.key and a.year]) for one in found]
    rows = sorted((row for row in rows if row[1]), key=lambda row: (-len(row[1]), row[0].concept))[:most]
    if not rows:
        raise UsageError(f"{region.name}: 没有带年份的事实 / no fact with a year")
    rows.sort(key=lambda row: (list(LOOKS).index(row[0].kind), row[1][0].year or 0, row[0].concept))
    with empty_sheet(9, 1.4 + 0.26 * len(rows), f"{region.name}：时间线 / timeline", font) as (sheet, axes):
        for at, (initiative, adoptions) in enumerate(rows):
            _row(axes, at, initiative.kind, adoptions)
        _scales(
            axes, [a for _, adoptions in rows for a in adoptions], [words(adoptions[-1].name) for _, adoptions in rows]
        )
        legend(axes, [kind for kind in LOOKS if any(one.kind is kind for one, _ in rows)])
    return sheet


def _row(axes: Axes, at: int, kind: EntityKind, adoptions: list[Adoption]) -> None:
    """The marks of one thing, joined by a line; of equal ones in a year one stands for all."""
    look = LOOKS[kind]
    years = sorted({a.year or 0 for a in adoptions})
    axes.plot([years[0], years[-1]], [at, at], color=look.color, linewidth=1, alpha=0.4, zorder=1)
    order = list(FILLS)
    shown = sorted({(a.year or 0, order.index(a.status)) for a in adoptions})
    beside = Counter(year for year, _ in shown)
    placed: Counter[int] = Counter()
    for year, status in shown:
        offset = 0.14 * (placed[year] - (beside[year] - 1) / 2)
        placed[year] += 1
        axes.plot(
            year + offset, at, linestyle="", marker=MARKERS[look.shape], color=look.color, markersize=7,
            fillstyle=FILLS[order[status]], markerfacecoloralt="white", zorder=2,
        )  # fmt: skip


def _of_all(graph: KnowledgeGraph, found: list[Initiative], font: Path | None) -> Sheet:
    counts = Counter((a.region, a.year, one.kind) for one in found for a in one.adoptions if a.year)
    names = {region: of.name for region, of in held(graph).items()}
    regions = sorted({region for region, _, _ in counts if region in names})
    with empty_sheet(9, 1.6 + 0.8 * len(regions), "各地区各年的事实 / facts by region and year", font) as (sheet, axes):
        for (region, year, kind), count in sorted(counts.items(), key=lambda item: (*item[0][:2], item[0][2].value)):
            if region not in names:
                continue
            x, y = (year or 0) + 0.2 * (KINDS.index(kind) - 1.5), regions.index(region)
            size = 3 + min(16, 1.7 * count**0.5)
            axes.plot(x, y, linestyle="", marker=MARKERS[LOOKS[kind].shape], color=LOOKS[kind].color, markersize=size)
            axes.annotate(str(count), (x, y + 0.34), ha="center", va="center", fontsize=6.5, color=SOFT)
        _scales(axes, [a for one in found for a in one.adoptions if a.year], [names[region] for region in regions])
        legend(axes, list(KINDS), statuses=False)
    return sheet


def _scales(axes: Axes, adoptions: list[Adoption], rows: list[str]) -> None:
    """Whole years below, names at the left, the first on top."""
    years = [a.year for a in adoptions if a.year]
    axes.set_xlim(min(years) - 0.6, max(years) + 0.6)
    axes.set_xticks(range(min(years), max(years) + 1))
    axes.set_yticks(range(len(rows)), rows)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.grid(axis="x", color=EDGE, linewidth=0.6)
    axes.set_axisbelow(True)

"""How one initiative spread: each region's years, and the S-curve over those whose reports are held."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.export.page.kinds import LOOKS
from kg.export.plot.sheet import EDGE, FILLS, INK, MARKERS, SOFT, Sheet, parted_sheet, words
from kg.model.graph import KnowledgeGraph
from kg.model.names import Status
from kg.policy.diffusion import Diffusion, diffusion
from kg.policy.held import Held

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["spread"]


def spread(graph: KnowledgeGraph, *, concept: str, font: Path | None = None) -> Sheet:
    """Above a row for each region: grey the years of which a report is held, hollow the first year planned, full the
    first year done; below the share of regions that have begun among those held in each year, with both numbers.

    Raises `UsageError` for a name that no initiative bears, or one of which no region tells a year.
    """
    told = diffusion(graph, concept)
    if not told.adopters:
        raise UsageError(f"{told.initiative.name}: 没有一个地区说到年份 / no region tells a year")
    regions = [(one.region, one.planned, one.done) for one in told.adopters]
    regions += [(region, None, None) for region in told.silent if region.years]
    title = f"{told.initiative.name}：扩散 / diffusion"
    with parted_sheet(9, (1.2 + 0.32 * len(regions), 2.2), title, font) as (sheet, (rows, curve)):
        _rows(rows, told, regions)
        _curve(curve, told)
        years = [year.year for year in told.curve]
        curve.set_xticks(range(min(years), max(years) + 1))
        curve.set_xlim(min(years) - 0.6, max(years) + 0.6)
        curve.set_xlabel(
            "灰：有报告的年份；没有标记只是报告没有提到 / grey: years held; no mark means not told, not absent",
            fontsize=7.5, color=SOFT, labelpad=10,
        )  # fmt: skip
    return sheet


def _rows(axes: Axes, told: Diffusion, regions: list[tuple[Held, int | None, int | None]]) -> None:
    look = LOOKS[told.initiative.kind]
    for at, (region, planned, done) in enumerate(regions):
        axes.plot(region.years, [at] * len(region.years), linestyle="", marker="o", color=EDGE, markersize=7, zorder=1)
        for held, following in pairwise(region.years):
            if following == held + 1:
                axes.plot([held, following], [at, at], color=EDGE, linewidth=5, zorder=1)
        for year, status in ((planned, Status.PLANNED), (done, Status.COMPLETED)):
            if year is not None:
                offset = -0.12 if planned == done and status is Status.PLANNED else 0
                axes.plot(
                    year + offset, at, linestyle="", marker=MARKERS[look.shape], color=look.color, markersize=8,
                    fillstyle=FILLS[status], zorder=3 if status is Status.COMPLETED else 2,
                )  # fmt: skip
    axes.set_yticks(range(len(regions)), [words(region.name, 12) for region, _, _ in regions])
    axes.set_ylim(len(regions) - 0.4, -0.6)
    axes.grid(axis="x", color=EDGE, linewidth=0.6)
    axes.set_axisbelow(True)


def _curve(axes: Axes, told: Diffusion) -> None:
    known = [(year.year, 100 * year.share, year) for year in told.curve if year.share is not None]
    axes.plot([x for x, _, _ in known], [y for _, y, _ in known], color=INK, marker="o", markersize=4, linewidth=1.2)
    for x, y, year in known:
        axes.annotate(
            f"{year.begun}/{year.at_risk}", (x, y), xytext=(0, 6), textcoords="offset points", ha="center", fontsize=7,
            color=SOFT,
        )  # fmt: skip
    axes.set_ylim(0, 118)
    axes.set_yticks([0, 50, 100], ["0", "50 %", "100 %"])
    axes.grid(color=EDGE, linewidth=0.6)

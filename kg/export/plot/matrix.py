"""Which region has which initiative, since when and how far along."""

from __future__ import annotations

from pathlib import Path

from kg.errors import UsageError
from kg.export.page.kinds import LOOKS
from kg.export.plot.sheet import EDGE, FILLS, MARKERS, SOFT, Sheet, empty_sheet, legend, words
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind, Status
from kg.policy.held import held
from kg.policy.initiatives import Adoption, initiatives

__all__ = ["matrix"]

MOST = 30
_ORDER = tuple(FILLS)


def matrix(
    graph: KnowledgeGraph, *, kind: EntityKind = EntityKind.PROGRAM, most: int = MOST, font: Path | None = None
) -> Sheet:
    """A row for each of the `most` initiatives of a kind that most regions share, a column for each reporting region.

    A mark is filled as far as it ever was along, the first year beside it. An empty cell means that no report that is
    held tells of it, not that it is not done; the years held stand beneath each region.
    Raises `UsageError` where no region shares anything.
    """
    reporting = held(graph)
    found = [one for one in initiatives(graph, [kind]).values() if len(set(one.regions) & set(reporting)) > 1]
    rows = sorted(found, key=lambda one: (-len(one.regions), -len(one.adoptions), one.concept))[:most]
    if not rows:
        raise UsageError("没有两个地区共有的，画不出对照 / no two regions share any: there is nothing to draw")
    regions = sorted(reporting)
    title = f"{LOOKS[kind].chinese}：{len(regions)} 个有报告的地区 / {LOOKS[kind].english}s of {len(regions)} regions"
    with empty_sheet(2.6 + 1.1 * len(regions), 1.6 + 0.27 * len(rows), title, font) as (sheet, axes):
        for y, initiative in enumerate(rows):
            for x, region in enumerate(regions):
                adoptions = [a for a in initiative.adoptions if a.region == region]
                if adoptions:
                    first = min((a.year for a in adoptions if a.year), default=None)
                    axes.plot(
                        x - 0.14, y, linestyle="", marker=MARKERS[LOOKS[kind].shape], color=LOOKS[kind].color,
                        markersize=7, fillstyle=FILLS[_furthest(adoptions)], markerfacecoloralt="white",
                    )  # fmt: skip
                    axes.annotate(str(first or ""), (x + 0.02, y), va="center", fontsize=7, color=SOFT)
        axes.set_yticks(
            range(len(rows)), [f"{words(one.name)}  {len(set(one.regions) & set(regions))}" for one in rows]
        )
        axes.set_xticks(
            range(len(regions)), [_heading(reporting[region].name, reporting[region].years) for region in regions]
        )
        axes.xaxis.tick_top()
        axes.set_xlim(-0.6, len(regions) - 0.4)
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.grid(color=EDGE, linewidth=0.5)
        axes.set_axisbelow(True)
        axes.spines["bottom"].set_visible(False)
        legend(axes, [kind])
    return sheet


def _furthest(adoptions: list[Adoption]) -> Status | None:
    """How far along it ever was: what is planned anew next year was done all the same."""
    return max((a.status for a in adoptions if a.status), key=_ORDER.index, default=None)


def _heading(name: str, years: tuple[int, ...]) -> str:
    told = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0]) if years else ""
    return f"{words(name, 8)}\n{told}"

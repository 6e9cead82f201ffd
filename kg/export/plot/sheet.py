"""One look for all pictures, and the same bytes for the same graph."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.characters import xml_words
from kg.export.page.kinds import LOOKS, STATUS_LOOKS
from kg.export.plot.fonts import chinese_font
from kg.model.names import EntityKind, Status

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["FILLS", "FORMS", "MARKERS", "Sheet", "empty_sheet", "inked", "legend", "parted_sheet", "words"]

FORMS = ("png", "svg")
INK, SOFT, EDGE = "#1d2530", "#57636f", "#d5dde5"
MARKERS = {
    "dot": "o", "square": "s", "diamond": "D", "triangle": "^", "triangleDown": "v", "hexagon": "h", "star": "*",
}  # fmt: skip
"""The forms of the page, as matplotlib calls them."""
FILLS = {Status.PLANNED: "none", Status.ONGOING: "left", Status.COMPLETED: "full", None: "none"}
"""How much of a mark is filled: what is planned is hollow, what goes on is half, what is done is full."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished picture."""

    figure: Figure
    font: str

    def to_bytes(self, form: str, *, dpi: int = 160) -> bytes:
        """The picture as `png` or `svg`; equal graphs give equal bytes with one version of matplotlib and one font."""
        written = io.BytesIO()
        with inked(self.font):
            metadata: dict[str, Any] = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
            self.figure.savefig(written, format=form, dpi=dpi, metadata=metadata, bbox_inches="tight", pad_inches=0.2)
        return written.getvalue()


@contextmanager
def inked(font: str) -> Iterator[None]:
    """All that is drawn within has this font and the colours of the page; other users of matplotlib notice nothing."""
    import matplotlib as mpl
    from matplotlib import font_manager

    font_manager.fontManager.addfont(font)
    settings: Any = {
        "font.family": [font_manager.FontProperties(fname=font).get_name(), "DejaVu Sans"],
        "font.size": 9,
        "text.color": INK,
        "text.parse_math": False,
        "axes.labelcolor": INK,
        "axes.edgecolor": EDGE,
        "axes.titlesize": 12,
        "axes.titlelocation": "left",
        "axes.unicode_minus": False,
        "xtick.color": SOFT,
        "ytick.color": INK,
        "svg.fonttype": "path",
        "svg.hashsalt": "kg",
    }
    with mpl.rc_context(settings):
        yield


@contextmanager
def empty_sheet(width: float, height: float, title: str, font: Path | None) -> Iterator[tuple[Sheet, Axes]]:
    """A sheet of so many inches with a title, and the axes to draw on."""
    with parted_sheet(width, (height,), title, font) as (sheet, (axes,)):
        yield sheet, axes


@contextmanager
def parted_sheet(
    width: float, heights: Sequence[float], title: str, font: Path | None
) -> Iterator[tuple[Sheet, list[Axes]]]:
    """A sheet with axes one below the other, each so many inches high, that share their years."""
    from matplotlib.figure import Figure

    path = chinese_font(font)
    with inked(path):
        figure = Figure(figsize=(width, sum(heights)))
        parts = figure.subplots(len(heights), sharex=True, squeeze=False, height_ratios=list(heights))
        every: list[Axes] = [axes for (axes,) in parts]
        every[0].set_title(words(title, 60), pad=14)
        for axes in every:
            for side in ("top", "right", "left"):
                axes.spines[side].set_visible(False)
            axes.tick_params(length=0)
        yield Sheet(figure, path), every


def words(text: str, most: int = 16) -> str:
    """A name as a line of a picture: no signs that cannot be seen, the middle of a long one left out.

    >>> words("全县推进义务教育优质均衡发展工作领导小组办公室", 12)
    '全县推进义务教…组办公室'
    """
    line = " ".join(_CONTROLS.sub(" ", xml_words(text)).split())
    if len(line) <= most:
        return line
    end = most // 3
    return f"{line[: most - end - 1]}…{line[-end:]}"


def legend(axes: Axes, kinds: list[EntityKind], *, statuses: bool = True) -> None:
    """What forms, colours and fillings mean, beneath the picture."""
    from matplotlib.lines import Line2D

    handles = [
        Line2D([], [], linestyle="", marker=MARKERS[LOOKS[kind].shape], color=LOOKS[kind].color, label=label)
        for kind in kinds
        for label in [f"{LOOKS[kind].chinese} {LOOKS[kind].english}"]
    ]
    if statuses:
        handles += [
            Line2D([], [], linestyle="", marker="o", color=SOFT, fillstyle=FILLS[status], label=f"{zh} {en}")  # type: ignore[arg-type]
            for status, (zh, en) in STATUS_LOOKS.items()
        ]
    axes.legend(
        handles=handles, loc="upper center", bbox_to_anchor=(0.5, -0.08), ncols=min(7, len(handles)), frameon=False,
        fontsize=8,
    )  # fmt: skip

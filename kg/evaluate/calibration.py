"""Whether facts are right as often as their confidence says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Bin", "bins", "calibration_lines"]

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """The facts whose confidence is at least `low` and below `high` (the last bin holds 1 too)."""

    low: float
    high: float
    number: int
    right: int
    expected: float
    """The mean of their confidences: in a calibrated program the share that is right."""

    @property
    def share(self) -> float | None:
        """The share that is right; None of an empty bin."""
        return round(self.right / self.number, 3) if self.number else None

    def record(self) -> dict[str, object]:
        """The bin as one JSON object."""
        return {
            "from": self.low, "to": self.high, "n": self.number, "right": self.right, "share": self.share,
            "expected": round(self.expected, 3),
        }  # fmt: skip


def bins(pairs: Iterable[tuple[float, bool]]) -> list[Bin]:
    """The facts by their confidence.

    >>> [b.number for b in bins([(0.95, True), (0.4, False), (0.9, True)])]
    [1, 0, 0, 0, 2]
    """
    known = list(pairs)
    made = []
    for low, high in pairwise(EDGES):
        inside = [(sure, right) for sure, right in known if low <= sure and (sure < high or high == EDGES[-1])]
        mean = sum(sure for sure, _ in inside) / len(inside) if inside else 0.0
        made.append(Bin(low, high, len(inside), sum(right for _, right in inside), mean))
    return made


def calibration_lines(made: Sequence[Bin]) -> Iterator[str]:
    """A table of the bins for people."""
    yield f"{'confidence':16}{'n':>7}{'right':>7}{'share':>8}{'expected':>10}"
    for b in made:
        name = f"< {b.high}" if b.low == 0 else f">= {b.low}" if b.high == EDGES[-1] else f"{b.low} - {b.high}"
        share = f"{b.right / b.number:8.3f}{b.expected:10.3f}" if b.number else f"{'-':>8}{'-':>10}"
        yield f"  {name:14}{b.number:7}{b.right:7}{share}"

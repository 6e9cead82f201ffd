"""Precision, recall and F1 as numbers and as the table that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.evaluate.judge import Judged, Part, Verdict

__all__ = ["Counts", "Row", "lines", "rows", "shares", "tally"]

Row = dict[str, float]
"""`p`, `r`, `f1` rounded to three places, and `n`, how many the gold asks for."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    def row(self) -> Row:
        """The shares; a share of nothing is 0.

        >>> Counts(3, 1, 2).row()
        {'p': 0.75, 'r': 0.6, 'f1': 0.667, 'n': 5}
        """
        p = _share(self.right, self.right + self.wrong)
        r = _share(self.right, self.right + self.missed)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return {"p": round(p, 3), "r": round(r, 3), "f1": round(f1, 3), "n": self.right + self.missed}


def tally(judged: Iterable[Judged], part: Part) -> dict[str, Counts]:
    """The counts of each kind of entity or fact."""
    counted = {
        Verdict.RIGHT: Counts(right=1), Verdict.WRONG: Counts(wrong=1), Verdict.MISSED: Counts(missed=1),
    }  # fmt: skip
    counts: dict[str, Counts] = {}
    for line in judged:
        if line.part is part:
            counts[line.kind] = counts.get(line.kind, Counts()) + counted[line.verdict]
    return counts


def rows(counts: Mapping[str, Counts]) -> dict[str, Row]:
    """A row for each kind, sorted, and one for all."""
    table = {kind: counts[kind].row() for kind in sorted(counts)}
    table["ALL"] = sum(counts.values(), Counts()).row()
    return table


def shares(judged: Iterable[Judged]) -> dict[str, float]:
    """Of the right facts, the share that also carry a year and a status of the gold; absent if the gold has none."""
    judged = list(judged)
    marks = {
        "year": [line.year_right for line in judged if line.year_right is not None],
        "status": [line.status_right for line in judged if line.status_right is not None],
    }
    return {key: round(sum(found) / len(found), 3) for key, found in marks.items() if found}


def lines(part: str, table: Mapping[str, Row]) -> Iterator[str]:
    """The table as text, a line a row."""
    yield f"{part:16}{'P':>7}{'R':>7}{'F1':>7}{'n':>6}"
    for kind, row in table.items():
        yield f"  {kind:14}{row['p']:7.3f}{row['r']:7.3f}{row['f1']:7.3f}{row['n']:6}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0

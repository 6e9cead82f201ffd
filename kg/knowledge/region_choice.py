"""Which of several divisions a name means, if it means one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import NamedTuple

from kg.knowledge.division import Division
from kg.model.names import Level

__all__ = ["Match", "NameKind", "choose"]


class NameKind(IntEnum):
    """How a name names: the lower, the surer."""

    FULL = 0
    OTHER = 1
    """The short name, or another one that follows from the full name or is listed."""


class Match(NamedTuple):
    """A division and how a text names it."""

    division: Division
    kind: NameKind

    def absent(self, year: int | None) -> bool:
        """Whether the division was not there in that year; without a year, whether it is gone."""
        return self.division.until is not None if year is None else not self.division.valid_in(year)

    def rank(self, year: int | None) -> tuple[bool, bool, NameKind]:
        """The lower, the likelier: not the short name of a township, there at the time, named in full."""
        weak = self.kind is NameKind.OTHER and self.division.level is Level.TOWNSHIP
        return weak, self.absent(year), self.kind


def choose(
    matches: Iterable[Match],
    *,
    year: int | None,
    current: Callable[[Division], Division],
    contains: Callable[[str, str], bool],
) -> Division | None:
    """The one division that is meant, or None if two or more are equally likely.

    Among the likeliest, those that are one place today count once; one that contains all others goes before them
    (荆州 is 荆州市, not its 荆州区), and so does a province (海南 is 海南省, not the 海南 in 青海).
    """
    found = sorted(matches, key=lambda match: match.rank(year))
    likeliest = [match.division for match in found if match.rank(year) == found[0].rank(year)]
    places = {current(division).code: division for division in reversed(likeliest)}
    if len(places) == 1:
        return likeliest[0]
    for division in places.values():
        if all(other is division or contains(division.code, other.code) for other in places.values()):
            return division
    provinces = [division for division in places.values() if division.level is Level.PROVINCE]
    return provinces[0] if len(provinces) == 1 else None

"""The value that the gazetteer hands out: one administrative division under one name."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.names import Level

__all__ = ["Division"]


@dataclass(frozen=True, slots=True)
class Division:
    """One administrative division under one name; after a renaming there are two, linked by `successor`.

    >>> county = Division("360721", "赣县", "赣县", Level.COUNTY, "360700", until=2016, successor="360704")
    >>> county.valid_in(2015), county.valid_in(2017)
    (True, False)
    """

    code: str
    """Unique: six digits, nine for a township. A former division whose digits went to another one carries the year of
    its end: `420600-2010` is 襄樊市, `420600` 襄阳市."""
    name: str
    short: str
    """The name without the word for its kind, never less than two characters: 中方, 三江, 新疆, but 赣县."""
    level: Level
    parent: str
    """Code of what it lies in, at its own time; empty for a province. Levels are left out where there are none:
    潜江市 lies in 湖北省, 东城区 in 北京市."""
    since: int | None = None
    """Year in which it came; None if it was there before 1985 or if the sources do not tell."""
    until: int | None = None
    """Year in which it went; None if it is still there."""
    successor: str = ""
    """Code of what it is today, if it is gone: of its heir, or of the smallest division that holds all of it."""

    def valid_in(self, year: int) -> bool:
        """Whether it was there in that year; the years in which it came and went count."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)

"""What became of each administrative division, year by year until today: the judging part of build_regions.py."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = ["Entry", "Event", "Snapshots", "Span", "Tracker", "without_gaps"]

SAME_NAME_SINCE = 2000
"""A county that only changed its prefecture is a former division of its own if it did so after this year: reports of
that time write the old path. Before it, the change of code is of no use to a reader of reports."""

EVERYWHERE = {"郊区", "城区", "市郊区", "市区", "矿区", "市中区", "城关区", "东区", "西区", "北区", "南区", "新市区"}
"""Names that say nothing without the city: never followed from one city to another."""

PROVINCE_MOVES = {("51", "50"), ("44", "46")}
"""Chongqing left Sichuan in 1997, Hainan left Guangdong in 1988."""

STEM = re.compile(r"(?:自治县|自治旗|自治州|地区|林区|特区|新区|县|市|区|旗|盟)$")


class Entry(NamedTuple):
    """A division as the code book of one year has it."""

    name: str
    parent: str
    level: int


class Event(NamedTuple):
    """A line of the record of changes: in `year`, something became the division `code`, `name`."""

    year: int
    kind: str
    code: str
    name: str


@dataclass(frozen=True)
class Span:
    """One division under one name: the years, its last code, and its heir of today."""

    code: str
    name: str
    level: int
    since: int | None
    until: int | None
    parent: tuple[str, int | None]
    """Last code and end of what it lay in when it ended; its parent may have lived on under the same name."""
    heir: str


class Step(NamedTuple):
    """What a division is one year later: its code then, its heir of today, or a part of what its parent is."""

    kind: Literal["code", "heir", "parent"]
    code: str


Snapshots = dict[int, dict[str, Entry]]


def without_gaps(years: Snapshots) -> Snapshots:
    """The same years, with what is missing for up to four years: 井陉矿区 is not in the books of 1988 to 1991."""
    filled = {year: dict(book) for year, book in years.items()}
    for year in sorted(filled)[1:]:
        for code, entry in filled[year - 1].items():
            back = any(years.get(later, {}).get(code) == entry for later in range(year + 1, year + 5))
            if code not in filled[year] and back:
                filled[year][code] = entry
    return filled


def same_province(old: str, new: str) -> bool:
    """Whether a division with the old code can have become the one with the new code."""
    return old[:2] == new[:2] or (old[:2], new[:2]) in PROVINCE_MOVES


def stem(name: str) -> str:
    """The name without the word for its kind: 阿城县 and 阿城市 meet."""
    return STEM.sub("", name)


class Tracker:
    """The steps of all divisions through all years.

    `heirs` gives, for (year of the change, code, name), the code of today: what no rule finds, or finds wrongly.
    """

    def __init__(
        self,
        years: Snapshots,
        events: Mapping[tuple[str, str], Sequence[Event]],
        heirs: Mapping[tuple[int, str, str], str],
    ) -> None:
        self.years, self.events, self.heirs = years, events, heirs
        self.first, self.now = min(years), max(years)
        self.used: set[tuple[int, str, str]] = set()
        self.steps: dict[tuple[int, str], Step] = {}
        for year in range(self.first, self.now):
            # Prefectures before counties: a county is looked for first in what its prefecture became.
            for code, entry in sorted(years[year].items(), key=lambda item: (item[1].level, item[0])):
                self.steps[year, code] = self.step(year, code, entry)

    def step(self, year: int, code: str, old: Entry) -> Step:
        """What `code` of `year` is in the next year; the surest evidence first."""
        before, after = self.years[year], self.years[year + 1]
        key = (year + 1, code, old.name)
        if key in self.heirs:
            self.used.add(key)
            return Step("heir", self.heirs[key])
        if code in after and after[code].name == old.name and after[code].level == old.level:
            return Step("code", code)
        reachable = {c: e for c, e in after.items() if e.level == old.level and same_province(code, c)}
        new = {c for c, e in reachable.items() if not (c in before and before[c].name == e.name)}
        parent_then = self.steps.get((year, old.parent), Step("code", old.parent))
        near = {c for c, e in reachable.items() if Step("code", e.parent) == parent_then}
        same_name = {c for c in new if reachable[c].name == old.name}
        for found in (same_name & near, set() if old.name in EVERYWHERE else same_name):
            if len(found) == 1:
                return Step("code", found.pop())
        if event := self.event(year, code, old):
            return Step("code", event)
        names_before = {(e.name, c[:2]) for c, e in before.items() if e.level == old.level}
        fresh = {c for c in reachable if (reachable[c].name, c[:2]) not in names_before}
        if code in fresh:
            return Step("code", code)  # renamed, and the record of changes missed it
        same_stem = {c for c in fresh if stem(reachable[c].name) == stem(old.name)}
        if len(same_stem) == 1 and old.name not in EVERYWHERE:
            return Step("code", same_stem.pop())
        return Step("parent", old.parent)

    def event(self, year: int, code: str, old: Entry) -> str:
        """The code that the record of changes gives, if it can be believed; otherwise an empty text."""
        after = self.years[year + 1]
        codes = {
            event.code
            for event in self.events.get((code, old.name), ())
            if year <= event.year <= year + 2
            and (event.code in after and after[event.code].name == event.name and same_province(code, event.code))
            # The record compares the books, and so takes whatever came up in the same year in the same city for the
            # heir: 宜宾市 did not become 宜宾县.
            and (event.kind != "区划调整" or stem(event.name) == stem(old.name))
        }
        return codes.pop() if len(codes) == 1 else ""

    def today(self, year: int, code: str) -> str:
        """The code of today of what had `code` in `year`."""
        while year < self.now:
            step = self.steps[year, code]
            if step.kind == "heir":
                return step.code
            # A part of what its parent is: go on with the parent from the same year.
            year, code = (year + 1 if step.kind == "code" else year), step.code
        return code

    def goes_on(self, year: int, code: str) -> str:
        """The code in the next year if it is the same division under the same name; otherwise an empty text."""
        old, step = self.years[year][code], self.steps[year, code]
        if step.kind != "code":
            return ""
        new = self.years[year + 1][step.code]
        if (old.name, old.level) != (new.name, new.level):
            return ""
        moved = old.level == 3 and self.today(year, old.parent) != self.today(year + 1, new.parent)
        return "" if moved and year + 1 > SAME_NAME_SINCE else step.code

    def end(self, year: int, code: str) -> tuple[str, int | None]:
        """The last code of a division under the name of `year`, and the year when it went, if it did."""
        while year < self.now:
            later = self.goes_on(year, code)
            if not later:
                return code, year + 1
            year, code = year + 1, later
        return code, None

    def spans(self) -> Iterator[Span]:
        """Each division under each of its names, once: from the year it came to the year it went."""
        starts: dict[tuple[int, str], int] = defaultdict(lambda: self.now)
        for year in range(self.first, self.now + 1):
            for code, entry in sorted(self.years[year].items()):
                since = min(year, starts[year, code])
                later = self.goes_on(year, code) if year < self.now else ""
                if later:
                    starts[year + 1, later] = min(since, starts[year + 1, later])
                    continue
                yield Span(
                    code=code,
                    name=entry.name,
                    level=entry.level,
                    since=since if since > self.first else None,
                    until=None if year == self.now else year + 1,
                    parent=self.end(year, entry.parent) if entry.parent else ("", None),
                    heir=self.today(year, code),
                )

"""The form of every step of cleaning, and the ways in which a step changes a text."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple, TypeAlias

from kg.model.aligned import AlignedText, Edit
from kg.model.document import Repair

__all__ = ["CERTAIN", "MARK", "Line", "Mend", "Mended", "dropped", "lines", "mended", "relettered", "tidied"]

Mended: TypeAlias = tuple[AlignedText, list[Repair]]
"""What a step returns: the text after it, and what it did."""

CERTAIN = 1.0
MARK = 0.5
"""Below this confidence a repair only marks a place; the text is left as it stands."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A change that a step wants: in the text that it was given, not in the raw text."""

    rule: str
    start: int
    end: int
    after: str
    confidence: float = CERTAIN


class Line(NamedTuple):
    """A line of a text without its line end."""

    start: int
    end: int
    text: str


def lines(text: str) -> list[Line]:
    r"""The lines of a text with their places.

    >>> [line.text for line in lines("一\n二")]
    ['一', '二']
    """
    found: list[Line] = []
    start = 0
    for part in text.split("\n"):
        found.append(Line(start, start + len(part), part))
        start += len(part) + 1
    return found


def mended(view: AlignedText, mends: Sequence[Mend]) -> Mended:
    """The text with every mend made that is sure enough, and one repair for each mend, made or only marked."""
    if not mends:
        return view, []
    edits = [Edit(m.start, m.end, m.after) for m in mends if m.confidence >= MARK]
    repairs = [repair(view, m.rule, m.start, m.end, m.after, m.confidence) for m in mends]
    return view.edited(edits) if edits else view, repairs


def tidied(view: AlignedText, rule: str, edits: Sequence[Edit]) -> Mended:
    """The text with all edits made, and one repair for each line that they touch: for changes that are no damage."""
    if not edits:
        return view, []
    repairs: list[Repair] = []
    ordered = sorted(edits, key=lambda e: (e.start, e.end))
    first = 0
    while first < len(ordered):
        end = view.text.find("\n", ordered[first].start)
        last = first + 1
        while last < len(ordered) and (end < 0 or ordered[last].start < end):
            last += 1
        same = ordered[first:last]
        before = "".join(view.text[e.start : e.end] for e in same)
        made = repair(view, rule, same[0].start, same[-1].end, "".join(e.after for e in same), CERTAIN)
        repairs.append(Repair(rule, made.start, made.end, before, made.after, CERTAIN))
        first = last
    return view.edited(ordered), repairs


def relettered(view: AlignedText, text: str, rule: str) -> Mended:
    """The same places with the characters of `text`, which is as long; one repair for each line that changes.

    `before` and `after` of the repair hold the characters that changed, without those between them.
    """
    if text == view.text:
        return view, []
    repairs: list[Repair] = []
    begin = 0
    for old in view.text.split("\n"):
        new = text[begin : begin + len(old)]
        if new != old:
            differ = bytes(map(operator.ne, old, new))
            start, end = view.span(begin + differ.index(True), begin + differ.rindex(True) + 1)
            before, after = "".join(compress(old, differ)), "".join(compress(new, differ))
            repairs.append(Repair(rule, start, end, before, after, CERTAIN))
        begin += len(old) + 1
    return AlignedText(text, view.starts, view.ends), repairs


def dropped(view: AlignedText, unwanted: Iterable[tuple[Line, str]], *, confidence: float) -> Mended:
    """The text without these lines, each with the rule that does not want it; one repair for lines in a row."""
    listed = list(unwanted)
    edits: list[Edit] = []
    for first, last, _ in _in_rows((line, "") for line, _ in listed):
        # Lines go with the line end behind them, the last line of the text with the one before it.
        if last.end < len(view.text):
            edits.append(Edit(first.start, last.end + 1, ""))
        else:
            edits.append(Edit(max(first.start - 1, 0), last.end, ""))
    repairs = [
        repair(view, rule, first.start, last.end, "", confidence)
        for first, last, rule in _in_rows(listed)
        if first.start < last.end
    ]
    return view.edited(edits) if edits else view, repairs


def _in_rows(unwanted: Iterable[tuple[Line, str]]) -> list[tuple[Line, Line, str]]:
    """First and last line of every row of lines that go for the same rule."""
    rows: list[tuple[Line, Line, str]] = []
    for line, rule in sorted(unwanted, key=lambda item: item[0].start):
        if rows and rows[-1][1].end + 1 == line.start and rows[-1][2] == rule:
            rows[-1] = (rows[-1][0], line, rule)
        else:
            rows.append((line, line, rule))
    return rows


def repair(view: AlignedText, rule: str, start: int, end: int, after: str, confidence: float) -> Repair:
    """The record of one change: its place in the raw text and what stood there."""
    if start < end:
        raw_start, raw_end = view.span(start, end)
    else:
        raw_start = raw_end = view.ends[start - 1] if start else (view.starts[0] if view.text else 0)
    return Repair(rule, raw_start, raw_end, view.text[start:end], after, confidence)

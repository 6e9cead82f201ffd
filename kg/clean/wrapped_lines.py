"""Paragraphs that were cut into lines of equal width, as text from PDF and old mail is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.clean.step import Line, Mend, Mended, lines, mended
from kg.model.aligned import AlignedText

__all__ = ["wrapped_lines"]

MANY = 8
"""Full lines from which a text counts as wrapped."""
SHARE = 0.5
"""Share of full lines among all; reports with a line for each paragraph have below 0.1."""
NARROWEST, WIDEST = 20, 60
"""Characters that a full line of a wrapped text holds."""
SLACK = 2
"""Characters by which full lines differ: punctuation may not begin a line, digits are narrow."""

_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|[一二三四五六七八九十]是"
    r"|第[一二三四五六七八九十]{1,3}[章节条]|[【·•●■◆*])"
)
_ENDS = re.compile(r"[。！？；：:]\s*$")
_NARROW = re.compile(r"[ -~]")


def wrapped_lines(view: AlignedText) -> Mended:
    r"""The text with wrapped paragraphs joined to one line each, if the text is plainly wrapped; else the text itself.

    A line is joined to the one before if that is full and does not end a sentence, and it is no heading, list item or
    indented first line.
    """
    all_lines = lines(view.text)
    widths = [_width(line.text) for line in all_lines]
    filled = [width for width in widths if width]
    full = Counter(round(width) for width in filled if NARROWEST <= width <= WIDEST)
    if not full:
        return view, []
    widest = max(full, key=lambda width: (sum(full[w] for w in range(width - SLACK, width + 1)), width))
    many = sum(full[w] for w in range(widest - SLACK, widest + 1))
    if many < MANY or many < SHARE * len(filled) or max(filled) > widest + SLACK:
        return view, []
    return mended(view, list(_joins(all_lines, widths, widest)))


def _joins(all_lines: Sequence[Line], widths: Sequence[float], widest: int) -> list[Mend]:
    """The line ends to take out."""
    mends: list[Mend] = []
    for number in range(1, len(all_lines)):
        before, line = all_lines[number - 1], all_lines[number]
        if widths[number - 1] < widest - SLACK or not widths[number] or _ENDS.search(before.text):
            continue
        if line.text[:1] in {" ", "\t"} or _HEADING.match(line.text):
            continue
        start = before.start + len(before.text.rstrip())
        mends.append(Mend("wrapped-line", start, line.start, "", 0.9))
    return mends


def _width(text: str) -> float:
    """How much room a line takes, in Chinese characters; the indent of a first line is within the slack."""
    text = text.strip()
    return len(text) - len(_NARROW.findall(text)) / 2

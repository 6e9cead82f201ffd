"""Paragraphs that were cut into lines of equal width, as text from PDF and old mail is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.clean.inserted_pinyin import READING
from kg.clean.step import Line, Mend, Mended, lines, mended
from kg.model.aligned import AlignedText

__all__ = ["wrapped_lines"]

MANY, FEW = 8, 6
"""Full lines from which a stretch of lines counts as wrapped; the second if nearly all of these are equally long."""
SHARE, SMALL_SHARE = 0.5, 0.3
"""Share of full lines among all of the stretch; reports with a line for each paragraph have below 0.1. The second if
nearly all full lines are equally long."""
SHARP = 0.7
"""Share of the full lines that are then equally long; others avoid to begin the next line with a mark."""
NARROWEST, WIDEST = 20, 60
"""Characters that a full line of a wrapped text holds; a wider line is a paragraph and ends the stretch."""
ALL = 0.9
"""Share of lines from which a mark of paragraphs is one of lines."""
SLACK = 3
"""Characters by which full lines differ: punctuation may not begin a line, numbers and words stay whole."""
ENDED = 0.35
"""Share of full lines that may end a sentence; one in thirty does by chance, in a list all do."""

_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)"
    r"|第[一二三四五六七八九十]{1,3}[章节条]|[【·•●■◆*])"
)
_READ = re.compile(rf"\({READING}\)|(?<=\?){READING}\)")
_INDENT = re.compile(r"[ \t]{2}|\t")
_ENDS = re.compile(r"[。！？；：…!?;:.]\s*$")
_NARROW = re.compile(r"[ -~]")


def wrapped_lines(view: AlignedText) -> Mended:
    r"""The text with wrapped paragraphs joined to one line each, where a stretch of lines is plainly wrapped.

    A line is joined to the one before if that is full, and it is no heading, list item or indented first line.
    """
    all_lines = lines(view.text)
    filled = [line for line in all_lines if line.text.strip()]
    if len(filled) < FEW:
        return view, []
    # Where a page sets every line apart, an empty line or an indent tells nothing.
    apart = len(all_lines) - len(filled) >= ALL * (len(filled) - 1)
    indented = sum(1 for line in filled if _INDENT.match(line.text)) >= ALL * len(filled)
    used = filled if apart else all_lines
    measures = [_count if not indented else _inner, _width]
    if _READ.search(view.text):
        measures.append(_unread)
    for measure in measures:
        widths = [measure(line.text) for line in used]
        widest = _peak(widths)
        mends: list[Mend] = []
        for start, end in _stretches(widths, widest):
            stretch = used[start:end]
            if _is_wrapped(stretch, widths[start:end], widest, part=len(stretch) < len(used)):
                mends.extend(_joined(stretch, widths[start:end], widest, indented=indented))
        if mends:
            return mended(view, mends)
    return view, []


def _peak(widths: Sequence[float]) -> int:
    """The width at which lines would have been cut: below it the most lines end; 0 if none has such a width."""
    full = Counter(round(width) for width in widths if NARROWEST <= width <= WIDEST)
    return max(full, key=lambda width: (sum(full[w] for w in range(width - SLACK, width + 1)), width), default=0)


def _stretches(widths: Sequence[float], widest: int) -> Iterator[tuple[int, int]]:
    """From where to where no line is wider."""
    start = 0
    for number, width in enumerate([*widths, WIDEST * len(widths) + widest]):
        if width > widest + 0.5:
            if number - start >= FEW:
                yield start, number
            start = number + 1


def _is_wrapped(stretch: Sequence[Line], widths: Sequence[float], widest: int, *, part: bool) -> bool:
    """Whether most lines are full and few of these end a sentence; a part of a text must hold sentences at least."""
    full = [n for n, width in enumerate(widths) if width >= widest - SLACK]
    sharp = [n for n in full if widths[n] >= widest - 1]
    ended = sum(1 for n in full if _ENDS.search(stretch[n].text))
    few, share = (FEW, SMALL_SHARE) if len(sharp) >= SHARP * len(full) else (MANY, SHARE)
    return (
        len(full) >= max(few, share * sum(1 for width in widths if width))
        and ended <= ENDED * len(full)
        and (not part or any(_ENDS.search(line.text) for line in stretch))
    )


def _joined(stretch: Sequence[Line], widths: Sequence[float], widest: int, *, indented: bool) -> Iterator[Mend]:
    """The line ends behind full lines, unless a new paragraph plainly begins there."""
    for number in range(1, len(stretch)):
        before, line = stretch[number - 1], stretch[number]
        ended = _ENDS.search(before.text)
        # A paragraph rarely ends just where its last line is full; a sentence inside it does so eight times as often.
        if widths[number - 1] < widest - (0.5 if ended else SLACK) or not widths[number]:
            continue
        if (_INDENT.match(line.text) and not indented) or _HEADING.match(line.text):
            continue
        start = before.start + len(before.text.rstrip())
        end = line.start + (len(line.text) - len(line.text.lstrip()) if indented else 0)
        yield Mend("wrapped-line", start, end, "", 0.9)


def _count(text: str) -> float:
    """The characters of a line with its indent."""
    return len(text.rstrip())


def _inner(text: str) -> float:
    """The characters of a line without its indent."""
    return len(text.strip())


def _unread(text: str) -> float:
    """The characters of a line without the readings that were written into it after it was cut."""
    return len(_READ.sub("", text).rstrip())


def _width(text: str) -> float:
    """How much room a line takes, in Chinese characters; an indent is within the slack."""
    if len(text) > 4 * WIDEST:
        return len(text) / 2
    text = text.strip()
    return len(text) - len(_NARROW.findall(text)) / 2

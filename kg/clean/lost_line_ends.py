"""Line ends that were lost all over a text: title, headings and paragraphs run together in one line."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.clean.data import word_list
from kg.clean.step import Line, Mend, Mended, lines, mended
from kg.model.aligned import AlignedText

__all__ = ["lost_line_ends"]

LONG = 600
"""Characters of a line that may hold a whole report; a paragraph above that has no headings within."""
SHARE = 0.8
"""Share of the text that stands in that line."""
FEW = 3
"""Headings in the line from which their line ends are known to be lost."""
CONFIDENCE = 0.7
TOP = 500
"""Characters in which the title stands; a letter to those who receive the report may stand before it."""
_NUMERALS = "一二三四五六七八九十"
_HEADING = re.compile(
    rf"""(?<=[。！？；…”）])(?=[{_NUMERALS}]{{1,3}}、)
    | (?=（[{_NUMERALS}]{{1,3}}）(?!是))
    | (?<=[㐀-䶿一-鿿。！？；”）])(?=\d{{1,2}}\.[㐀-䶿一-鿿“])""",
    re.VERBOSE,
)


def lost_line_ends(view: AlignedText) -> Mended:
    r"""The text with a line end before each heading, and behind the title, if all of it stands in one line.

    >>> text = "某县教育局2023年工作要点2023年，" + "工作稳步推进，" * 99 + "。一、党建。（一）学习。（二）组织。"
    >>> lost_line_ends(AlignedText.plain(text))[0].text.split("\n")[2:]
    ['一、党建。', '（一）学习。', '（二）组织。']
    """
    long = [line for line in lines(view.text) if len(line.text) >= LONG]
    if not long or sum(len(line.text) for line in long) < SHARE * len(view.text):
        return view, []
    return mended(view, [mend for line in long for mend in _ends(line)])


def _ends(line: Line) -> list[Mend]:
    """The line ends to put into a line; none if it has no headings, as a mere paragraph."""
    places = {line.start + found.start() for found in _HEADING.finditer(line.text) if found.start()}
    if len(places) < FEW:
        return []
    title = _title().search(line.text, 0, TOP)
    if title:
        places |= {line.start + place for place in title.span() if place}
    return [Mend("lost-line-end", place, place, "\n", CONFIDENCE) for place in sorted(places)]


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    """A stretch without a mark, at the beginning or behind a date or a salutation, that ends with a word of titles and
    is followed by what begins a text."""
    words = "|".join(map(re.escape, sorted(word_list("title_words"), key=lambda word: (-len(word), word))))
    return re.compile(
        rf"(?:^|(?<=[日。：]))[^，。：；！？\n]{{4,60}}?(?:{words})(?=(?:19|20)\d\d年|[{_NUMERALS}]、|各|今年|来源|为[了深全进]|根据|按照|上半年|一年)"
    )

"""Quotes without a partner: marked, for nobody can tell where the other one stood."""

from __future__ import annotations

import re

from kg.clean.step import Mend, Mended, lines, mended
from kg.model.aligned import AlignedText

__all__ = ["unmatched_quotes"]

_QUOTE = re.compile("[“”]")
CONFIDENCE = 0.2


def unmatched_quotes(view: AlignedText) -> Mended:
    """The text itself; each “ that is not closed in its line and each ” that was not opened is marked.

    >>> [r.before for r in unmatched_quotes(AlignedText.plain("“一优课”，一名师”晒课"))[1]]
    ['”']
    """
    marks: list[Mend] = []
    for line in lines(view.text):
        opened: int | None = None
        for found in _QUOTE.finditer(line.text):
            place = line.start + found.start()
            if found[0] == "“":
                if opened is not None:
                    marks.append(_mark(opened, "“"))
                opened = place
            elif opened is None:
                marks.append(_mark(place, "”"))
            else:
                opened = None
        if opened is not None:
            marks.append(_mark(opened, "“"))
    return mended(view, marks)


def _mark(place: int, quote: str) -> Mend:
    return Mend("unmatched-quote", place, place + 1, quote, CONFIDENCE)

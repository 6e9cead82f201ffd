"""Where a text without parts turns from the year it looks back on to what the current year will bring."""

from __future__ import annotations

import re

__all__ = ["Turn", "turn_of"]

_PAST = re.compile(
    r"(?:^|(?<=[\n。]))(?:在)?(?P<year>(?:19|20)\d\d)年(?=，)(?![^。\n]{0,30}(?:将|计划|拟))", re.MULTILINE
)
_NOW = re.compile(
    r"(?:^|(?<=[\n。]))今年，?(?!以来)[^。；\n]{0,30}?(?:计划(?=[^生])|(?<!即)将(?=[^军])|拟(?!订|定)|重点工作)",
    re.MULTILINE,
)
_PARTS = re.compile(r"^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]部分|（一）)", re.MULTILINE)
_OPENING = 600
"""Both sentences stand in so many characters of the text, or it only mentions them in passing."""


class Turn(tuple[int, int, int, int, int]):
    """The year before the turn, and the spans of the words that open what is told of it and of the next."""


def turn_of(text: str) -> Turn | None:
    """The turn of a text without parts, None if there is none.

    >>> turn_of("2020年，全县新建学校5所。今年，全县计划新建学校3所。")
    (2020, 0, 5, 15, 22)
    """
    past = _PAST.search(text, 0, _OPENING)
    now = _NOW.search(text, past.end(), past.end() + _OPENING) if past else None
    if past is None or now is None or _PARTS.search(text):
        return None
    return Turn((int(past["year"]), past.start(), past.end(), now.start(), now.end()))

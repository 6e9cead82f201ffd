"""Whether a short word stands for itself in a text, or is a piece of longer words."""

from __future__ import annotations

import re

from kg.text.words import Words

__all__ = ["names_something_else", "stands_alone"]

_NAMED_AFTER = re.compile(
    r"[\u4e00-\u9fff]{0,2}?(?:[路街道岸湖湾]|小学|中学|学校|幼儿园|大道|新城|小区|花园|公司|集团)"
)


def stands_alone(text: Words, start: int, end: int) -> bool:
    """Whether a span begins and ends at the edges of words, as the dictionary parts the text around it.

    >>> stands_alone(Words("到长沙学习"), 1, 3), stands_alone(Words("江南平原"), 1, 3)
    (True, False)
    """
    at = low = max(0, start - 6)
    for word in text.cut(low, end + 6):
        if at == start:
            return at + len(word) >= end
        if at > start:
            return False
        at += len(word)
    return False


def names_something_else(text: str, end: int) -> bool:
    """Whether a place's short name only names a street, a school or a firm here: 岳阳道, 德阳小学.

    >>> names_something_else("岳阳道小学", 2), names_something_else("岳阳、长沙", 2)
    (True, False)
    """
    return bool(_NAMED_AFTER.match(text, end))

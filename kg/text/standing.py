"""Whether a short word stands for itself in a text, or is a piece of longer words."""

from __future__ import annotations

import re

from kg.text.words import Words

__all__ = ["names_something_else", "stands_alone"]

_FUNCTION = frozenset(
    "一二三四五六七八九十百千万两几和与及在对大小新为以有都也将各全本该再到从向由被把共同并不中上下内外前后"
)
_NAMED_AFTER = re.compile(
    r"[\u4e00-\u9fff]{0,2}?(?:[路街道岸湖湾洋]|小学|中学|学校|幼儿园|大道|新城|小区|花园|公司|集团)"
)


def stands_alone(text: Words, start: int, end: int) -> bool:
    """Whether a span begins and ends at the edges of words, as the dictionary parts the text around it.

    >>> stands_alone(Words("到长沙学习"), 1, 3), stands_alone(Words("江南平原"), 1, 3)
    (True, False)
    """
    at = low = max(0, start - 6)
    for word in text.cut(low, end + 6):
        # 临|平: a name that the dictionary does not know is parted into its characters.
        if at == start and (at + len(word) >= end or len(word) > 1):
            return at + len(word) >= end
        if at > start and (len(word) > 1 or at + 1 == end):
            return len(word) == 1 and at + 1 == end and not _FUNCTION.intersection(text.text[start:end])
        at += len(word)
    return False


def names_something_else(text: str, end: int) -> bool:
    """Whether a place's short name only names a street, a school or a firm here: 岳阳道, 德阳小学.

    >>> names_something_else("岳阳道小学", 2), names_something_else("岳阳、长沙", 2)
    (True, False)
    """
    return bool(_NAMED_AFTER.match(text, end))

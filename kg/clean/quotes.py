"""Quotes that open and close: straight ones get a direction, turned ones the right one."""

from __future__ import annotations

import re

__all__ = ["quotes"]

_DOUBLE = re.compile('["“”]')
_IN_ORDER = re.compile("(?:“”)*“?")
"""Turned quotes that open and close in turn: nothing to do, as in nearly all lines."""
_ANY_SINGLE = re.compile("['‘’]")
_SINGLE = re.compile("(?<=[㐀-䶿一-鿿，。；：、！？“”（）《》])'|'(?=[㐀-䶿一-鿿“”《])|[‘’]")
_BEFORE_OPENING = frozenset("，。；：、！？（《 \t的了以为是与和及对将获达在有即成叫")
_NEVER_FIRST = frozenset("，。；：、！？）》")
_BEHIND_CLOSING = _NEVER_FIRST | frozenset(" \t的等为和与及")
NEAR = 25
"""Characters between two quotes of one pair where one of them is turned the wrong way."""


def quotes(line: str) -> str:
    """The line with every straight quote opening or closing, and turned quotes the right way round where that is plain.

    >>> quotes('开展"名师四个一”活动、"双减"工作')
    '开展“名师四个一”活动、“双减”工作'
    >>> quotes("落实了”双减”，推进“蓝青工程“。一课一名师”晒课")
    '落实了“双减”，推进“蓝青工程”。一课一名师”晒课'
    """
    if not _IN_ORDER.fullmatch("".join(_DOUBLE.findall(line))):
        line = _paired(line, _DOUBLE, '"', "“”")
    return _paired(line, _SINGLE, "'", "‘’") if _ANY_SINGLE.search(line) else line


def _paired(line: str, pattern: re.Pattern[str], straight: str, pair: str) -> str:
    """The line with one kind of quotes in pairs."""
    marks = [found.start() for found in pattern.finditer(line)]
    if not marks:
        return line
    characters = list(line)
    is_open = False
    for number, place in enumerate(marks):
        mark = line[place]
        following = marks[number + 1] if number + 1 < len(marks) else None
        if mark == straight:
            mark = pair[is_open]
        elif is_open and mark == pair[0] and _closes(line, place, following, pair):
            mark = pair[1]
        elif not is_open and mark == pair[1] and _opens(line, place, following, pair):
            mark = pair[0]
        characters[place] = mark
        is_open = mark == pair[0]
    return "".join(characters)


def _closes(line: str, place: int, following: int | None, pair: str) -> bool:
    """Whether an opening quote inside a quotation is a closing one: nothing can open before 。, little before 的."""
    behind = line[place + 1 : place + 2]
    unclosed = following is None or line[following] != pair[1]
    return behind in _NEVER_FIRST if behind and not unclosed else not behind or behind in _BEHIND_CLOSING


def _opens(line: str, place: int, following: int | None, pair: str) -> bool:
    """Whether a closing quote outside a quotation is an opening one: a second closing one follows soon."""
    before, behind = line[place - 1 : place] if place else "", line[place + 1 : place + 2]
    near = following is not None and following - place <= NEAR and line[following] == pair[1]
    likely = not before or before in _BEFORE_OPENING or pair[0] not in line
    return near and likely and behind not in _BEHIND_CLOSING

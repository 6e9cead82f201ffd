"""Patterns that look at a place only where their first character stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["guarded", "openers"]

WIDE = 500
"""A range of so many characters opens nearly every word: to look for it first saves nothing."""


def guarded(pattern: str) -> re.Pattern[str]:
    """The pattern compiled, with a look at the first character before all else; it matches the same.

    Python finds the next possible place by itself only for patterns that begin with letters; of one that begins with
    a condition or with named choices it tries every choice at every place, which takes ten times as long.

    >>> guarded("(?P<a>获|被)评|(?<!在)建成").pattern
    '(?=[建获被])(?:(?P<a>获|被)评|(?<!在)建成)'
    """
    opening = openers(pattern)
    return re.compile(f"(?=[{opening}])(?:{pattern})" if opening else pattern)


def openers(pattern: str) -> str:
    """The characters with which a match can begin, as the inside of a class; empty if they are many or if it can be
    empty.

    >>> openers("学校|(?:大|中)?小"), openers("[^，]+学校"), openers("(?:年)?")
    ('中大学小', '', '')
    """
    found, empty = _first(_parser.parse(pattern))
    return "" if found is None or empty else "".join(sorted(found))


def _first(items: Iterable[tuple[Any, Any]]) -> tuple[set[str] | None, bool]:
    """The parts of the class for a row of items, None for any character; and whether the row can match nothing."""
    found: set[str] = set()
    for kind, value in items:
        if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
            continue
        if kind is op.LITERAL:
            return found | {re.escape(chr(value))}, False
        if kind is op.IN:
            inside = _inside(value)
            return (None if inside is None else found | inside), False
        parts, empty = _choices(kind, value)
        if parts is None:
            return None, False
        found |= parts
        if not empty:
            return found, False
    return found, True


def _choices(kind: Any, value: Any) -> tuple[set[str] | None, bool]:
    """The same for an item that holds others."""
    if kind is op.SUBPATTERN:
        return _first(value[3])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        found, empty = _first(value[2])
        return found, empty or value[0] == 0
    if kind is op.BRANCH:
        each = [_first(choice) for choice in value[1]]
        if any(found is None for found, _ in each):
            return None, False
        return set().union(*(found for found, _ in each if found)), any(empty for _, empty in each)
    return None, False


def _inside(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """The parts of a class; None if it is a negated or a wide one."""
    found: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            found.add(re.escape(chr(value)))
        elif kind is op.RANGE and value[1] - value[0] < WIDE:
            found.add(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found.add(r"\d")
        else:
            return None
    return found

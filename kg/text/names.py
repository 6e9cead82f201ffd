"""Names as people type them: one form for all the ways in which the same name is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from kg.text.simplify import simplify

__all__ = ["near_names", "plain_name"]

_MARKS = "“”\"'‘’《》 \t"
NEAR = 0.6
"""Names that share so much of their signs are offered for an unknown one."""


def plain_name(name: str) -> str:
    """A name in simplified characters and one width, without quotation marks and blanks.

    >>> plain_name("“縣第一中學” （東校區）")
    '县第一中学(东校区)'
    """
    text = simplify(unicodedata.normalize("NFKC", name))
    return "".join(sign for sign in text if sign not in _MARKS)


def near_names(name: str, names: Iterable[str], *, most: int = 3) -> list[str]:
    """The names most like one that is not among them, the nearest first.

    >>> near_names("江南小学", ["江滨小学", "职业学校", "江南镇"])
    ['江滨小学']
    """
    return get_close_matches(name, sorted(set(names)), n=most, cutoff=NEAR)

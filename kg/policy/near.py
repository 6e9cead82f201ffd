"""Names that may be two of one thing, by their characters: what a plan promised and a review tells in other words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from kg.knowledge.folder import ontology_folder
from kg.knowledge.lexicon import read_lines
from kg.text.names import plain_name

__all__ = ["NEAR", "core", "is_short_form", "likeness"]

NEAR = 0.7
"""From this likeness on two names of one region are taken for one thing. Tuned on 75 pairs of names that are one
initiative, of which it finds 40 (nearly all others share a concept), and on 10,112 pairs of different initiatives, each
pair of one annotated report, of which it takes 55; at 0.6 these are 49 and 107, at 0.75 they are 39 and 36."""
QUOTED = 0.95
"""Likeness of names around the same words in quotation marks: “金种子”培优计划, “金种子”苗圃工程."""
_QUOTE = re.compile(r"[“「『]([^”」』]{3,})[”」』]")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,4}?[省市县区州旗盟](?=.{4})")
"""The region before a name."""
_TOGETHER, _LEAST = 3, 2
"""Characters in a row that near names share; the fewer, if they share nearly all: 杏坛领雁, 领雁杏坛."""
_NEARLY_ALL = 0.85


@lru_cache(maxsize=1 << 15)
def core(name: str, least: int = 2) -> str:
    """What tells a thing from others of its kind: the name without region, marks, and words like 工程 at its end.

    At least so many characters are left.

    >>> core("“金种子”培优计划"), core("安徽省学前教育普及普惠县创建"), core("活动"), core("迁建工程", least=0)
    ('金种子培优', '学前教育普及普惠县', '活动', '')
    """
    told = _PLACE.sub("", plain_name(name), count=1)
    while True:
        tail = next((word for word in _tails() if told.endswith(word) and len(told) - len(word) >= least), "")
        if not tail:
            return told
        told = told[: -len(tail)]


@lru_cache(maxsize=1)
def _tails() -> tuple[str, ...]:
    """The words of sort, the longest first."""
    words = read_lines(ontology_folder() / "lexicon" / "promise_tail.txt")
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1 << 17)
def likeness(left: str, right: str) -> float:
    """From 0 to 1: the share of characters that two names have in common, if enough of them stand together.

    >>> round(likeness("“书香八点半”阅读行动", "八点半书香校园工程"), 2), likeness("杏坛新苗工程", "杏坛领雁工程")
    (0.71, 0.0)
    """
    one, other = core(left), core(right)
    if one == other:
        return 1.0
    share = 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other))
    if set(_QUOTE.findall(left)) & set(_QUOTE.findall(right)):
        return max(share, QUOTED)
    together = _run(one, other)
    return share if together >= _TOGETHER or (together >= _LEAST and share >= _NEARLY_ALL) else 0.0


def _run(one: str, other: str) -> int:
    """Characters of the longest piece that stands in both."""
    best = 0
    for start in range(len(one)):
        while start + best < len(one) and one[start : start + best + 1] in other:
            best += 1
    return best


def is_short_form(left: str, right: str) -> bool:
    """Whether the characters of one name stand in the other in their order: 三名工程 of 三名建设工程; no renaming.

    >>> is_short_form("“三名”工程", "“三名”建设工程"), is_short_form("县管教聘", "县管校聘改革")
    (True, False)
    """
    short, long = sorted((plain_name(left), plain_name(right)), key=len)
    signs = iter(long)
    return all(sign in signs for sign in short)

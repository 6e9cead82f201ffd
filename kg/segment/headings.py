"""The section tree: which lines and clauses are headings, and of which rank."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Heading", "find_headings"]

_NUMERALS = "一二三四五六七八九十"
_RANKS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"(?:第[{_NUMERALS}]{{1,3}}(?:部分|章)|[{_NUMERALS}]{{1,3}}、|【[^】]{{2,12}}】)")),
    (2, re.compile(rf"（[{_NUMERALS}]{{1,3}}）、?")),
    (3, re.compile(r"\d{1,2}(?:[.．](?!\d)|、)")),
    (4, re.compile(r"（\d{1,2}）|[①-⑳]|——|·|●")),
)
_DECIMAL: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(r"\d{1,2}(?:[.．](?=\D|(?:19|20)\d\d年)|、)")),
    (3, re.compile(r"\d{1,2}[.．]\d{1,2}(?![\d.．%年月日万亿元个倍米吨])")),
    *(rank for rank in _RANKS if rank[0] != 3),
)
"""The ranks of a text whose parts are 1. and 1.1."""
_BY_YEAR: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(r"\d{1,2}[.．、](?=(?:19|20)\d\d年[^，。；]{2,24}$)")),
    *_RANKS,
)
"""The ranks of a text without 一、: a short line with a number and a year is one of its parts."""
_IS_DECIMAL = re.compile(r"^\d{1,2}[.．][12](?=[㐀-䶿一-鿿])(?![年月日万亿元个倍米吨])", re.MULTILINE)
_FIRSTLY = re.compile(rf"(?:(?<=^)|(?<=[。；;：\n]))(?:[{_NUMERALS}]是|第[{_NUMERALS}]，)")
_END = re.compile(r"[。；：\n]")

MOST = 60
"""A heading is at most so long; a longer first sentence of a numbered paragraph is text."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: `text[start:end]`, of a rank from 1 (一、) to 5 (一是)."""

    start: int
    end: int
    rank: int


def find_headings(text: str) -> list[Heading]:
    """The headings of a clean text from left to right.

    A numbered line is a heading up to its first full stop; 一是 … is a heading of rank 5 wherever a clause begins.

    >>> text = "1.回顾\\n1.1学前。新建2所。\\n1.2义务教育\\n2.2024年计划"
    >>> [(h.rank, text[h.start:h.end]) for h in find_headings(text)]
    [(1, '1.回顾'), (3, '1.1学前'), (3, '1.2义务教育'), (1, '2.2024年计划')]
    >>> text = "一、回顾\\n（一）学前。新建2所。"
    >>> [(h.rank, text[h.start:h.end]) for h in find_headings(text)]
    [(1, '一、回顾'), (2, '（一）学前')]
    """
    found: list[Heading] = []
    ranks = _ranks(text)
    at = 0
    for line in text.split("\n"):
        for rank, pattern in ranks:
            mark = pattern.match(line)
            if mark:
                stop = _END.search(line, mark.end())
                end = stop.start() if stop else len(line)
                found.append(Heading(at, at + min(end, MOST), rank))
                break
        at += len(line) + 1
    found.extend(Heading(m.start(), _clause_end(text, m.end()), 5) for m in _FIRSTLY.finditer(text))
    return sorted(found, key=lambda h: (h.start, h.rank))


def _ranks(text: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Which marks are headings of which rank in this text."""
    if any(_RANKS[0][1].match(line) for line in text.split("\n")):
        return _RANKS
    return _DECIMAL if len(_IS_DECIMAL.findall(text)) > 1 else _BY_YEAR


def _clause_end(text: str, start: int) -> int:
    """Where the clause that begins at `start` ends, at most `MOST` characters on."""
    stop = re.compile(r"[，。；：\n]").search(text, start)
    return min(stop.start() if stop else len(text), start + MOST)

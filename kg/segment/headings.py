"""The section tree: which lines and clauses are headings, and of which rank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.segment.bare_headings import is_bare_heading, opens_what_follows, paper_titles
from kg.segment.turn import turn_of

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

_PART = re.compile(rf"第[{_NUMERALS}]{{1,3}}(?:部分|章|篇|编)")
_FIRST = re.compile(r"(?:第?一(?:部分|章|篇|编|、|是|，)|（一）|1(?!\d)|（1）|①)")
"""A numbered heading that begins its row: what stands above it without a number is above it."""

MOST = 60
"""A heading is at most so long; a longer first sentence of a numbered paragraph is text."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: `text[start:end]`, of a rank from 1 (一、) to 5 (一是); 0 of a part that holds some with 一、."""

    start: int
    end: int
    rank: int
    bare: bool = False
    """Whether it has no number and is a heading by its words: 2021年工作回顾, 下一步，我们将：."""


def find_headings(text: str, body: int = 0) -> list[Heading]:
    """The headings of a clean text from left to right; lines before `body`, as the title, are headings only by number.

    A numbered line is a heading up to its first full stop; 一是 … is a heading of rank 5 wherever a clause begins. A
    line without a number that says its time stands above the row that begins below it, else beside what follows it.

    >>> text = "1.回顾\\n1.1学前。新建2所。\\n1.2义务教育\\n2.2024年计划"
    >>> [(h.rank, text[h.start:h.end]) for h in find_headings(text)]
    [(1, '1.回顾'), (3, '1.1学前'), (3, '1.2义务教育'), (1, '2.2024年计划')]
    >>> text = "一、回顾\\n（一）学前。新建2所。"
    >>> [(h.rank, text[h.start:h.end]) for h in find_headings(text)]
    [(1, '一、回顾'), (2, '（一）学前')]
    >>> text = "2021年工作回顾\\n一、学前。\\n2022年工作打算\\n一、学前"
    >>> [(h.rank, text[h.start:h.end]) for h in find_headings(text)]
    [(0, '2021年工作回顾'), (1, '一、学前'), (0, '2022年工作打算'), (1, '一、学前')]
    """
    found = sorted([*_lines(text, body), *_firstly(text), *_turns(text)], key=lambda h: (h.start, h.rank))
    return _placed(text, found)


def _lines(text: str, body: int) -> Iterator[Heading]:
    """The headings that are lines; a part is of rank 0 where 一、 stands in the text, too."""
    ranks = _ranks(text)
    parts = any(_PART.match(line) for line in text.split("\n")) and re.search(rf"^[{_NUMERALS}]、", text, re.MULTILINE)
    papers = {start for start, _ in paper_titles(text)}
    at = 0
    for line in text.split("\n"):
        rank, mark = next(((r, m) for r, p in ranks if (m := p.match(line))), (0, None))
        if mark is not None:
            stop = _END.search(line, mark.end())
            end = stop.start() if stop else len(line)
            yield Heading(at, at + min(end, MOST), 0 if parts and _PART.match(line) else rank)
        elif at in papers or (at >= body and (is_bare_heading(line) or opens_what_follows(line))):
            yield Heading(at, at + min(len(line), MOST), 0, bare=True)
        at += len(line) + 1


def _turns(text: str) -> list[Heading]:
    """The words with which a text without parts opens the year before and this year: 2020年 … 今年，全县计划."""
    turn = turn_of(text)
    return [] if turn is None else [Heading(*turn[1:3], 0, bare=True), Heading(*turn[3:], 0, bare=True)]


def _firstly(text: str) -> Iterator[Heading]:
    """一是 and 第一， where a clause begins."""
    return (Heading(m.start(), _clause_end(text, m.end()), 5) for m in _FIRSTLY.finditer(text))


def _placed(text: str, headings: list[Heading]) -> list[Heading]:
    """The headings with the rank of those without a number: above a row that begins next, else as what follows."""
    placed: list[Heading] = []
    for index, heading in enumerate(headings):
        if heading.bare:
            following = next((h for h in headings[index + 1 :] if not h.bare), None)
            rank = 0
            if following is not None:
                begins = _FIRST.match(text, following.start) is not None
                rank = max(0, following.rank - 1) if begins else following.rank
            heading = replace(heading, rank=rank)
        placed.append(heading)
    return placed


def _ranks(text: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Which marks are headings of which rank in this text."""
    if any(_RANKS[0][1].match(line) for line in text.split("\n")):
        return _RANKS
    return _DECIMAL if len(_IS_DECIMAL.findall(text)) > 1 else _BY_YEAR


def _clause_end(text: str, start: int) -> int:
    """Where the clause that begins at `start` ends, at most `MOST` characters on."""
    stop = re.compile(r"[，。；：\n]").search(text, start)
    return min(stop.start() if stop else len(text), start + MOST)

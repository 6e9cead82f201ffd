"""Sentences: spans that end with a full stop or a line's end."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["split_sentences"]

MOST = 2000
"""Characters of a sentence. The longest in a report is some 900 long; a list of ten thousand names without a full stop
would keep all that looks at whole sentences busy for hours."""

_END = re.compile(r"[。！？!?]+[”’）》]*|\n")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The half-open spans of all sentences, without the line ends; together they hold all other characters.

    >>> text = "学校建成。秋季招生！\\n（一）学前"
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['学校建成。', '秋季招生！', '（一）学前']
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        spans.extend(_pieces(text, start, match.start() if match[0] == "\n" else match.end()))
        start = match.end()
    spans.extend(_pieces(text, start, len(text)))
    return spans


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span, if anything stands in it, in pieces of at most `MOST` characters that end at a mark where one is."""
    while end - start > MOST:
        mark = max(text.rfind(mark, start, start + MOST) for mark in "；，、")
        cut = mark + 1 if mark > start else start + MOST
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end

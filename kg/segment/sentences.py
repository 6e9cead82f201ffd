"""Sentences: spans that end with a full stop or a line's end."""

from __future__ import annotations

import re

__all__ = ["split_sentences"]

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
        end = match.start() if match[0] == "\n" else match.end()
        if text[start:end].strip():
            spans.append((start, end))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans

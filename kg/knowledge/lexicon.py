"""Word lists: one word a line under `ontology/lexicon`, read once, composed into patterns and automata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import KnowledgeError

__all__ = ["alternation", "load_lexicons", "read_lines"]


def read_lines(path: Path) -> tuple[str, ...]:
    """The entries of a list in the order of the file: no comments (`#`), no empty lines, no outer spaces."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def load_lexicons(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Every list of the folder by its file name without ending; an empty list is an error."""
    lexicons = {}
    for path in sorted(folder.glob("*.txt")):
        words = read_lines(path)
        if not words:
            raise KnowledgeError(f"lexicon/{path.name}", "list", "没有词条 / the list is empty")
        lexicons[path.stem] = words
    return lexicons


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first, with nothing special in them.

    >>> print(alternation(["校", "学校", "C+"]))
    (?:C\\+|学校|校)
    """
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")"

"""What all files of rules share: they are TOML, and their patterns name word lists."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.knowledge.lexicon import alternation

__all__ = ["PLACEHOLDER", "read_tables", "with_words"]

PLACEHOLDER = re.compile(r"\{([a-z][a-z_]*)\}")
"""A word list in a pattern: `{honor_head}`."""


def read_tables(path: Path, where: str) -> dict[str, Any]:
    """The tables of a TOML file; raises `KnowledgeError` with `where` if it is none."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(where, "TOML", str(error)) from error


def with_words(pattern: str, lists: Mapping[str, tuple[str, ...]], where: str, name: str) -> str:
    """A pattern in which every word list is written out; raises `KnowledgeError` for a list that is not there.

    >>> with_words("获(?P<name>{prize})", {"prize": ("金奖", "银奖")}, "rules/example.toml", "prizes")
    '获(?P<name>(?:金奖|银奖))'
    """

    def words(listed: re.Match[str]) -> str:
        if listed[1] not in lists:
            raise KnowledgeError(where, name, f"没有词表 / there is no list lexicon/{listed[1]}.txt")
        return alternation(lists[listed[1]])

    return PLACEHOLDER.sub(words, pattern)

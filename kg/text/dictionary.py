"""Which words exist, and how often: the dictionary that jieba ships, read without starting jieba."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

__all__ = ["rare_names", "word_counts"]


RARE = 20
"""A name that was seen more often is that of somebody known to all: 马克思, 关汉卿."""


def word_counts() -> Mapping[str, int]:
    """About 350,000 simplified words and how often each was seen; a quarter of a second on first use.

    >>> word_counts()["学校"] > 10_000, "学枝" in word_counts()
    (True, False)
    """
    return _read()[0]


def rare_names() -> frozenset[str]:
    """The words of three characters that the dictionary knows only as some person's name.

    >>> "李学军" in rare_names(), "高年级" in rare_names(), "马克思" in rare_names()
    (True, False, False)
    """
    return _read()[1]


@lru_cache(maxsize=1)
def _read() -> tuple[Mapping[str, int], frozenset[str]]:
    """Words with their counts, and names, in one reading."""
    spec = importlib.util.find_spec("jieba")
    assert spec is not None and spec.origin is not None, "jieba is a dependency of this package"
    counts: dict[str, int] = {}
    names: list[str] = []
    with Path(spec.origin).with_name("dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, kind = line.split(" ", 2)
            counts[word] = int(count)
            if kind == "nr\n" and len(word) == 3 and counts[word] <= RARE:
                names.append(word)
    return MappingProxyType(counts), frozenset(names)

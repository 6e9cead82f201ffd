"""What of a text is compared: characters without marks, every number alike, and which of them are the report's own."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from kg.knowledge import Knowledge
from kg.knowledge.lexicon import alternation

__all__ = ["Normal", "normal"]

_KEPT = re.compile(r"[（(“‘《]*([0-9]+(?:[.,][0-9]+)*|[^\W_])[%）)”’》]*[。！？；]?")
_FOREIGN = re.compile(r"[0-9A-Za-z]+")
_ROW = re.compile(r"0[^0]{1,6}(?=0)")
"""A word between two numbers: totals of schools and pupils are told in one form everywhere."""
_TITLE = re.compile(r"《[^《》\n]{1,60}》")
_SENTENCE = re.compile(r"[。！？；\n]")
_CLAUSE = re.compile(r"[。！？；\n，：,]")


@dataclass(frozen=True, slots=True)
class Normal:
    """A text as it is compared. A number of however many digits is one `0`."""

    text: str
    places: Sequence[int]
    """For each character, where it begins in the clean text, marks that open a bracket or a quotation included."""
    stops: Sequence[int]
    """For each character, where it ends there, marks that close a sentence, a bracket or a quotation behind it
    included."""
    own: bytes
    """1 for each character that is the report's own; 0 in names of places, schools, bodies and persons, in titles of
    papers, in formulas of the genre, in rows of totals, in numbers and Latin letters."""
    sentences: tuple[int, ...]
    """Where sentences end, as numbers of characters before; sorted, the last is the length."""
    clauses: tuple[int, ...]
    """Where clauses end, likewise: all that ends a sentence, and commas."""


def normal(text: str, names: Iterable[tuple[int, int]], knowledge: Knowledge) -> Normal:
    """The text as it is compared; `names` are spans of names in it."""
    found = list(_KEPT.finditer(text))
    joined = "".join("0" if one[1][0].isdecimal() else one[1] for one in found)
    places = array("I", (one.start() for one in found))
    own = bytearray(b"\1" * len(joined))
    titles = (found.span() for found in _TITLE.finditer(text))
    outer = ((bisect_left(places, start), bisect_left(places, end)) for start, end in chain(names, titles))
    formulas = _formulas(knowledge.lexicons["stock_phrase"])
    inner = (found.span() for pattern in (formulas, _FOREIGN, _ROW) for found in pattern.finditer(joined))
    for start, end in chain(outer, inner):
        own[start:end] = bytes(end - start)
    stops = array("I", (one.end() for one in found))
    return Normal(joined, places, stops, bytes(own), _ends(_SENTENCE, text, places), _ends(_CLAUSE, text, places))


@lru_cache(maxsize=2)
def _formulas(stock: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternation(stock))


def _ends(mark: re.Pattern[str], text: str, places: Sequence[int]) -> tuple[int, ...]:
    ends = {bisect_left(places, found.start()) for found in mark.finditer(text)}
    return tuple(sorted({*ends, len(places)} - {0}))

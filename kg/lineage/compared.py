"""All documents of a build compared: what stands in two of them."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from kg.knowledge import Knowledge
from kg.lineage.align import Region, grams_of
from kg.lineage.kept import Opened, opened
from kg.lineage.normal import Normal, normal
from kg.lineage.passages import passages
from kg.lineage.sketch import likely_pairs, sketch
from kg.model.facts import DocumentFacts

__all__ = ["Pair", "Passage", "compared"]

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
OPEN = 64
"""Texts that are held unpacked at a time."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where two raw texts say the same, half-open, and how alike they are (`Region.similarity`)."""

    first: tuple[int, int]
    second: tuple[int, int]
    similarity: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents and the passages that they share, in the order of the first."""

    first: DocumentFacts
    second: DocumentFacts
    passages: tuple[Passage, ...]
    shares: tuple[float, float]
    """How much of each document is in the passages, 0 to 1."""
    own: int
    """Characters of the reports' own words that agree."""
    similarity: float
    """Characters that agree as a share of the passages in both."""
    numbers: float
    """Share of the numbers in the passages that are the same in both; 1 where there are none."""


@dataclass(slots=True)
class Texts:
    """The texts of documents, unpacked when they are asked for; a few stay open."""

    facts: Sequence[DocumentFacts]
    knowledge: Knowledge
    open: Callable[[int], tuple[Opened, Normal]] = field(init=False)

    def __post_init__(self) -> None:
        self.open = lru_cache(maxsize=OPEN)(self._open)

    def _open(self, number: int) -> tuple[Opened, Normal]:
        whole = opened(self.facts[number].text)
        return whole, normal(whole.body.text, whole.names, self.knowledge)


def compared(facts: Sequence[DocumentFacts], knowledge: Knowledge) -> Iterator[Pair]:
    """Every pair of documents that shares a passage, in the order of `facts`.

    Memory grows by about 10 KB a document: its packed text and its sketch. Documents without a kept text share nothing.
    """
    texts = Texts(facts, knowledge)
    empty: array[int] = array("I")
    sketches = [sketch(texts.open(number)[1]) if document.text else empty for number, document in enumerate(facts)]
    for first, pairs in groupby(likely_pairs(sketches), key=lambda pair: pair[0]):
        body_a, a = texts.open(first)
        grams = grams_of(a.text)
        for _, second in pairs:
            body_b, b = texts.open(second)
            if regions := passages(a, b, grams):
                yield _pair(facts[first], facts[second], regions, (body_a, a), (body_b, b))


def _pair(
    first: DocumentFacts,
    second: DocumentFacts,
    regions: Sequence[Region],
    one: tuple[Opened, Normal],
    other: tuple[Opened, Normal],
) -> Pair:
    """The pair with its places in the raw texts, and how much that is."""
    (whole_a, a), (whole_b, b) = one, other
    sizes = sum(r.end_a - r.start_a for r in regions), sum(r.end_b - r.start_b for r in regions)
    found, numbers_a, numbers_b = [], Counter[str](), Counter[str]()
    for region in regions:
        span_a, span_b = _clean(a, region.start_a, region.end_a), _clean(b, region.start_b, region.end_b)
        numbers_a.update(_NUMBER.findall(whole_a.body.text, *span_a))
        numbers_b.update(_NUMBER.findall(whole_b.body.text, *span_b))
        found.append(Passage(whole_a.body.span(*span_a), whole_b.body.span(*span_b), round(region.similarity, 4)))
    most = max(numbers_a.total(), numbers_b.total())
    return Pair(
        first,
        second,
        tuple(found),
        (sizes[0] / len(a.text), sizes[1] / len(b.text)),
        sum(region.own for region in regions),
        2 * sum(region.matched for region in regions) / sum(sizes),
        (numbers_a & numbers_b).total() / most if most else 1.0,
    )


def _clean(text: Normal, start: int, end: int) -> tuple[int, int]:
    """The span in the clean text."""
    return text.places[start], text.stops[end - 1]

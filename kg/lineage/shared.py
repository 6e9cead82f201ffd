"""Shared passages as facts of the graph, with the words of both reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.lineage.compared import Pair
from kg.lineage.reposts import whole
from kg.model.document import DocumentInfo
from kg.model.evidence import StatementEvidence
from kg.model.facts import DocumentFacts
from kg.model.lineage import SHARED_TEXT, Direction, SharedKind, SharedText
from kg.text.keys import document_key, shared_key

__all__ = ["shared_texts"]

DAY = len("2023-02-16")


def shared_texts(pairs: Iterable[Pair], raw: Callable[[DocumentInfo], str]) -> tuple[SharedText, ...]:
    """All passages of the pairs, by key; `raw` gives the text into which the evidence of a document points."""
    return tuple(sorted((one for pair in pairs for one in _shared(pair, raw)), key=lambda one: one.key))


def _shared(pair: Pair, raw: Callable[[DocumentInfo], str]) -> Iterator[SharedText]:
    kind = SharedKind.DOCUMENT if whole(pair) else SharedKind.PASSAGE
    direction, turned = _direction(pair.first.info, pair.second.info)
    texts = raw(pair.first.info), raw(pair.second.info)
    for passage in pair.passages:
        first = _side(pair.first, passage.first, texts[0], passage.similarity)
        second = _side(pair.second, passage.second, texts[1], passage.similarity)
        first, second = (second, first) if turned else (first, second)
        key = shared_key((side.document, side.start, side.end) for side in (first, second))
        yield SharedText(key, kind, first, second, passage.similarity, direction)


def _side(document: DocumentFacts, span: tuple[int, int], text: str, similarity: float) -> StatementEvidence:
    start, end = span
    key = document_key(document.info.source.sha256)
    return StatementEvidence(key, start, end, text[start:end], SHARED_TEXT, similarity)


def _direction(one: DocumentInfo, other: DocumentInfo) -> tuple[Direction, bool]:
    """What tells which report was first, and whether it is the other one.

    The years of which they speak go before the dates: a page of 2024 can hold the report of 2019.
    """
    years = _year(one), _year(other)
    if all(years) and years[0] != years[1]:
        return Direction.YEAR, years[1] < years[0]
    days = one.date, other.date
    if all(len(day) == DAY for day in days) and days[0] != days[1]:
        return Direction.DATE, days[1] < days[0]
    key, other_key = (document_key(info.source.sha256) for info in (one, other))
    return Direction.UNKNOWN, other_key < key


def _year(info: DocumentInfo) -> int:
    """The last year on which the report looks back; of one that only looks forward the year before; 0 if unknown."""
    if info.review_years:
        return info.review_years[-1]
    return info.plan_years[0] - 1 if info.plan_years else 0

"""One report that stands at several places: reposts with advertisements, another title, a figure changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.lineage.compared import Pair
from kg.model.facts import DocumentFacts
from kg.text.same_report import same_report

__all__ = ["Repost", "read_once", "whole"]

SHORTER = 0.8
"""Share of the shorter text that stands in the other one; two reports of one bureau share a tenth at most."""
LONGER = 0.5
"""Share of the longer one: advertisements can double a page, but who quotes a report at length has more to say."""
OWN = 150
"""Own characters that agree: of two short notices nobody can say that they are one."""
DAY = len("2023-02-16")
NUMBERS = 0.8
"""Share of the numbers that are the same: who writes last year's report again changes the figures."""


@dataclass(frozen=True, slots=True)
class Repost:
    """A document that is another one again."""

    copy: DocumentFacts
    original: DocumentFacts
    similarity: float
    """Share of the shorter text that stands in the other one, 0 to 1."""


def read_once(pairs: Iterable[Pair]) -> tuple[Repost, ...]:
    """The documents that are another one again, by content; the same whatever the order of the pairs.

    Copies of a copy are copies of one report. Of them the earliest stays; one without a date is as old as the oldest
    that has one, and among equals the first by name stays.
    """
    copies: dict[str, dict[str, Pair]] = {}
    documents: dict[str, DocumentFacts] = {}
    for pair in pairs:
        if nearly_the_same(pair):
            one, other = _id(pair.first), _id(pair.second)
            documents |= {one: pair.first, other: pair.second}
            copies.setdefault(one, {})[other] = pair
            copies.setdefault(other, {})[one] = pair
    gone = []
    for group in _groups(copies):
        members = [documents[key] for key in group]
        first, *others = sorted(members, key=_age(members))
        for copy in others:
            near = copies[_id(copy)]
            best = near.get(_id(first)) or max(near.values(), key=lambda pair: max(pair.shares))
            gone.append(Repost(copy, first, round(max(best.shares), 4)))
    return tuple(sorted(gone, key=lambda repost: _id(repost.copy)))


def _groups(near: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """What hangs together."""
    seen: set[str] = set()
    for start in near:
        group, waiting = [], [start]
        while waiting:
            if (key := waiting.pop()) not in seen:
                seen.add(key)
                group.append(key)
                waiting.extend(near[key])
        if group:
            yield group


def _age(documents: Iterable[DocumentFacts]) -> Callable[[DocumentFacts], tuple[str, str, str]]:
    """The order of copies of one report."""
    oldest = min((f.info.date for f in documents if len(f.info.date) == DAY), default="")

    def age(document: DocumentFacts) -> tuple[str, str, str]:
        info = document.info
        name = info.source.path.removesuffix("." + info.source.path.rsplit(".", 1)[-1])
        return (info.date if len(info.date) == DAY else oldest), name, info.source.sha256

    return age


def _id(document: DocumentFacts) -> str:
    return document.info.source.sha256


def nearly_the_same(pair: Pair) -> bool:
    """Whether two documents are one report."""
    return (
        whole(pair)
        and min(pair.shares) >= LONGER
        and pair.numbers >= NUMBERS
        and same_report(pair.first.info, pair.second.info)
    )


def whole(pair: Pair) -> bool:
    """Whether the shorter document stands almost whole in the other one."""
    return pair.own >= OWN and max(pair.shares) >= SHORTER

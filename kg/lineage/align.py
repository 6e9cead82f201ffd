"""The passages that two texts have in common, names and figures aside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeAlias

from kg.lineage.normal import Normal

__all__ = ["Block", "Region", "chains", "grams_of", "passage"]

GRAM = 5
"""Characters in a row that must agree for two places to be compared."""
GAP = 24
"""Characters that may differ in one place: the names of two schools with their county."""
OFTEN = 8
"""A row of characters that stands at more places of one text says little about any of them."""
THIN = 0.75
"""A clause of which less agrees belongs to a passage only where what surrounds it makes up for it."""
REST = 0.5
"""A sentence of which most is in a passage is in it whole where so much of the rest agrees."""

Block: TypeAlias = tuple[int, int, int]
"""A row of characters in both texts: place in one, place in the other, length."""


@dataclass(frozen=True, slots=True)
class Region:
    """Half-open spans of two compared texts that say the same."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int
    matched: int
    """Characters that agree, in order."""
    own: int
    """Those of them that are the report's own words."""

    @property
    def similarity(self) -> float:
        """Characters that agree as a share of both."""
        return 2 * self.matched / (self.end_a - self.start_a + self.end_b - self.start_b)


def grams_of(text: str) -> Mapping[str, Sequence[int]]:
    """Where each row of `GRAM` characters stands."""
    found: dict[str, list[int]] = {}
    for at in range(len(text) - GRAM + 1):
        found.setdefault(text[at : at + GRAM], []).append(at)
    return found


def chains(a: Normal, b: Normal, grams: Mapping[str, Sequence[int]]) -> list[list[Block]]:
    """What agrees, as rows of blocks that follow each other in both texts; `grams` are those of `a`."""
    found: list[list[Block]] = []
    going: list[list[Block]] = []
    for block in sorted(_blocks(a.text, b.text, grams)):
        going = [chain for chain in going if block[0] - chain[-1][0] - chain[-1][2] <= GAP]
        near = [chain for chain in going if _follows(chain[-1], block)]
        if near:
            max(near, key=lambda chain: (chain[-1][0] + chain[-1][2], chain[-1][1] + chain[-1][2])).append(block)
        else:
            found.append([block])
            going.append(found[-1])
    return found


def _blocks(a: str, b: str, grams: Mapping[str, Sequence[int]]) -> Iterator[Block]:
    """The longest rows of characters in both."""
    for at_b in range(len(b) - GRAM + 1):
        places = grams.get(b[at_b : at_b + GRAM], ())
        if len(places) > OFTEN:
            continue
        for at_a in places:
            if at_a and at_b and a[at_a - 1] == b[at_b - 1]:
                continue
            length = GRAM
            while at_a + length < len(a) and at_b + length < len(b) and a[at_a + length] == b[at_b + length]:
                length += 1
            yield at_a, at_b, length


def _follows(last: Block, block: Block) -> bool:
    """Whether a block goes on where another ends, in both texts, with little between."""
    return 0 <= block[0] - last[0] - last[2] <= GAP and 0 <= block[1] - last[1] - last[2] <= GAP


def passage(a: Normal, b: Normal, chain: Sequence[Block]) -> Region | None:
    """The part of a chain that agrees well, by clauses of `a`; a sentence of which it holds most is in it whole."""
    pairs = sorted([*chain, *_between(a.text, b.text, chain)])
    agree = bytearray(len(a.text))
    for at, _, length in pairs:
        agree[at : at + length] = b"\1" * length
    start, end = _best_run(a, agree, pairs[0][0], pairs[-1][0] + pairs[-1][2])
    start, end = _whole(a, agree, start, end)
    inside = [_cut(pair, start, end) for pair in pairs if pair[0] < end and pair[0] + pair[2] > start]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    start_b, end_b = _clauses(b, first[1], last[1] + last[2])
    matched = sum(length for _, _, length in inside)
    own = sum(sum(a.own[at : at + length]) for at, _, length in inside)
    return Region(start, end, start_b, end_b, matched, own)


def _between(a: str, b: str, chain: Sequence[Block]) -> Iterator[Block]:
    """What agrees between the blocks of a chain."""
    for (at_a, at_b, length), (next_a, next_b, _) in pairwise(chain):
        between = a[at_a + length : next_a], b[at_b + length : next_b]
        if all(between):
            for match in SequenceMatcher(None, *between, autojunk=False).get_matching_blocks()[:-1]:
                yield at_a + length + match.a, at_b + length + match.b, match.size


def _best_run(a: Normal, agree: bytearray, start: int, end: int) -> tuple[int, int]:
    """The run of clauses in which most agrees beyond `THIN` of its length."""
    best, score, run = (0.0, start, end), 0.0, start
    at = a.clauses[bisect_right(a.clauses, start) - 1] if start >= a.clauses[0] else 0
    run = at
    for stop in a.clauses[bisect_right(a.clauses, at) :]:
        if at >= end:
            break
        score += sum(agree[at:stop]) - THIN * (stop - at)
        if score > best[0]:
            best = (score, run, stop)
        if score <= 0:
            score, run = 0.0, stop
        at = stop
    return best[1], best[2]


def _whole(a: Normal, agree: bytearray, start: int, end: int) -> tuple[int, int]:
    """The run with the rest of its first and its last sentence, where enough of that agrees."""
    place = bisect_right(a.sentences, start) - 1
    begin = a.sentences[place] if place >= 0 else 0
    if begin < start and sum(agree[begin:start]) >= REST * (start - begin):
        start = begin
    stop = a.sentences[bisect_left(a.sentences, end)]
    if end < stop and sum(agree[end:stop]) >= REST * (stop - end):
        end = stop
    return start, end


def _cut(block: Block, start: int, end: int) -> Block:
    """The part of a block that lies in a span of the first text."""
    before, behind = max(0, start - block[0]), max(0, block[0] + block[2] - end)
    return block[0] + before, block[1] + before, block[2] - before - behind


def _clauses(b: Normal, start: int, end: int) -> tuple[int, int]:
    """The span with what is missing of its first and its last clause, unless that is long."""
    place = bisect_right(b.clauses, start) - 1
    begin = b.clauses[place] if place >= 0 else 0
    stop = b.clauses[bisect_left(b.clauses, end)]
    return begin if start - begin <= GAP else start, stop if stop - end <= GAP else end

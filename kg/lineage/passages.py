"""The passages that two documents share, so long and so alike that nobody writes them by chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.lineage.align import Region, chains, passage
from kg.lineage.normal import Normal

__all__ = ["passages"]

OWN = 30
"""Own characters that a copied passage has at least. Over 150 reports, each compared with each, all that was copied had
37 and more; what was not (totals of schools, aims, openings) had 25 and less."""
ALIKE = 0.75
"""Similarity from which words are copied. Copies with other names and figures had 0.85 and more; two reports of one
bureau on one building site had 0.71."""


def passages(a: Normal, b: Normal, grams: Mapping[str, Sequence[int]]) -> list[Region]:
    """Shared passages by their place in `a`; none overlaps another, so a text that stands twice is met once."""
    found = []
    for chain in chains(a, b, grams):
        if sum(length for _, _, length in chain) >= OWN // 2:
            region = passage(a, b, chain)
            if region and region.own >= OWN and region.similarity >= ALIKE:
                found.append(region)
    kept: list[Region] = []
    for region in sorted(found, key=lambda r: (-r.own, r.start_a, r.start_b)):
        if not any(_overlap(region, other) for other in kept):
            kept.append(region)
    return sorted(kept, key=lambda r: (r.start_a, r.start_b))


def _overlap(one: Region, other: Region) -> bool:
    in_a = one.start_a < other.end_a and other.start_a < one.end_a
    return in_a or (one.start_b < other.end_b and other.start_b < one.end_b)

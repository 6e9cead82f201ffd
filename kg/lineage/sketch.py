"""Which documents are worth comparing: those that share sentences, by MinHash and buckets instead of pair by pair."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from kg.lineage.normal import Normal

__all__ = ["likely_pairs", "sketch"]

GRAM = 4
SHORTEST = 16
"""Own characters of a sentence that is compared: shorter ones are everybody's."""
BANDS = 24
ROWS = 3
"""Two sentences of which half of the rows of characters agree meet in one of the bands in 96 of 100 cases, those that
share a tenth in 2; a copied passage has several sentences."""
SEED = 42
CROWD = 40
"""Documents that share a bucket and are each compared with each; of more, all are compared with the first only, so that
a sentence of hundreds of reports costs no square of them."""


def sketch(text: Normal) -> array[int]:
    """For each sentence one number a band: sentences that meet in a band have the same number there."""
    from rensa import RMinHash

    numbers = array("I")
    for words in _sentences(text):
        minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
        minhash.update([words[at : at + GRAM] for at in range(len(words) - GRAM + 1)])
        digest = minhash.digest()
        numbers.extend(hash(tuple(digest[at : at + ROWS])) & 0xFFFFFFFF for at in range(0, BANDS * ROWS, ROWS))
    return numbers


def _sentences(text: Normal) -> Iterable[str]:
    """The own words of each sentence that has enough of them."""
    for start, end in pairwise((0, *text.sentences)):
        words = "".join(text.text[at] for at in range(start, end) if text.own[at])
        if len(words) >= SHORTEST:
            yield words


def likely_pairs(sketches: Sequence[array[int]]) -> list[tuple[int, int]]:
    """Pairs of documents, the smaller number first, that meet in some band; sorted. One band at a time is in memory."""
    found: set[tuple[int, int]] = set()
    for band in range(BANDS):
        buckets: dict[int, list[int]] = {}
        for document, numbers in enumerate(sketches):
            for number in set(numbers[band::BANDS]):
                buckets.setdefault(number, []).append(document)
        for documents in buckets.values():
            if len(documents) > CROWD:
                found.update((documents[0], other) for other in documents[1:])
            elif len(documents) > 1:
                found.update(combinations(documents, 2))
    return sorted(found)

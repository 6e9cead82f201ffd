"""Words of short stretches of text, by jieba's dictionary; used where a name's edge must be found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from math import log

from kg.text.dictionary import word_counts

__all__ = ["Words", "words", "words_of"]

_RUN = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")
"""What the dictionary can part; any other character is a word of its own."""
_LATIN = re.compile(r"[a-zA-Z0-9]")


class Words:
    """A text that can be parted into words, stretch by stretch.

    The likeliest words of a stretch are those that jieba finds without its hidden Markov model, which invents words
    across a name's edge. jieba itself looks up all words of a stretch each time; a page is asked for hundreds of
    stretches that overlap, so each place is looked up once here.

    >>> Words("大力推进实验小学建设").cut(2, 8)
    ('推进', '实验', '小学')
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._weights, self._unknown = _weights(), _unknown()
        self._begin: dict[int, list[tuple[int, float]]] = {}
        """For each place the words that begin there: where each ends, and its weight."""
        self._runs: list[int] = []
        self._cut: dict[tuple[int, int], tuple[str, ...]] = {}

    def cut(self, start: int, end: int) -> tuple[str, ...]:
        """The words of a span; joined they are its text again. Unknown names fall into single characters."""
        parted = self._cut.get((start, end))
        if parted is None:
            found: list[str] = []
            at = start
            for run in _RUN.finditer(self.text, start, end):
                found.extend(self.text[at : run.start()])
                self._part(*run.span(), found)
                at = run.end()
            found.extend(self.text[at:end])
            parted = self._cut[start, end] = tuple(found)
        return parted

    def run(self, at: int, low: int, high: int) -> tuple[int, int]:
        """The stretch without marks that holds a place, within some bounds: it is parted alike alone and among others.

        >>> Words("二中，推进实验小学建设").run(5, 0, 11)
        (3, 11)
        """
        if not self._runs:
            self._runs.extend(run.start() for run in _RUN.finditer(self.text))
        begin = max(low, self._runs[bisect_right(self._runs, at) - 1])
        run = _RUN.match(self.text, begin, high)
        return begin, run.end() if run else begin

    def _part(self, start: int, end: int, found: list[str]) -> None:
        """Add the likeliest words of a run; of equally likely ones the longer first word."""
        text, begin, unknown = self.text, self._begin, self._unknown
        # The best weight of what follows each place, and where its first word ends; filled from the right.
        value_from, end_from = {end: 0.0}, {}
        for at in range(end - 1, start - 1, -1):
            begun = begin.get(at)
            if begun is None:
                begun = begin[at] = self._words_at(at)
            best, best_end = 0.0, 0
            for stop, weight in begun:
                if stop > end:
                    break
                value = weight + value_from[stop]
                if value >= best or not best_end:
                    best, best_end = value, stop
            if not best_end:
                best, best_end = unknown + value_from[at + 1], at + 1
            value_from[at], end_from[at] = best, best_end
        at, latin = start, -1
        while at < end:
            stop = end_from[at]
            if stop == at + 1 and _LATIN.match(text, at):
                # Letters and digits in a row are one word.
                if at == latin:
                    found[-1] += text[at]
                else:
                    found.append(text[at])
                latin = stop
            else:
                found.append(text[at:stop])
            at = stop

    def _words_at(self, start: int) -> list[tuple[int, float]]:
        """The ends and weights of all words of the dictionary that begin at a place, from the shortest on."""
        text, weights = self.text, self._weights
        found: list[tuple[int, float]] = []
        for end in range(start + 1, len(text) + 1):
            weight = weights.get(text[start:end], 0.0)
            if weight is None:
                continue
            if not weight:
                break
            found.append((end, weight))
        return found


@lru_cache(maxsize=4)
def words_of(text: str) -> Words:
    """A text ready to be parted; the last few are kept, for two stages part the same text, and its title between."""
    return Words(text)


def words(text: str) -> tuple[str, ...]:
    """The words of the text; joined they are the text again. Unknown names fall into single characters.

    >>> words("推进实验小学建设")
    ('推进', '实验', '小学', '建设')
    """
    return Words(text).cut(0, len(text))


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float | None]:
    """The logarithm of each word's share of all words; None for what only begins a word."""
    counts = word_counts()
    log_of_all = log(sum(counts.values()))
    weights: dict[str, float | None] = {word: log(count) - log_of_all for word, count in counts.items() if count}
    for word in counts:
        for end in range(len(word) - 1, 0, -1):
            if word[:end] in weights:
                break
            weights[word[:end]] = None
    return weights


@lru_cache(maxsize=1)
def _unknown() -> float:
    """The weight of a character that is no word."""
    return -log(sum(word_counts().values()))

"""Many words found in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

__all__ = ["Matcher"]


class Matcher:
    """All places where any of the words stands, the longest at each place, without overlaps.

    >>> list(Matcher(["课后服务", "服务"]).find("课后服务好"))
    [(0, 4, '课后服务')]
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self._automaton = AhoCorasick(self.words, matchkind=MatchKind.LeftmostLongest) if self.words else None
        self._overlapping: AhoCorasick | None = None

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and word of each match, from left to right."""
        if self._automaton is not None:
            for index, start, end in self._automaton.find_matches_as_indexes(text):
                yield start, end, self.words[index]

    def find_all(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Like `find`, with every match, also those inside and across others."""
        if not self.words:
            return
        if self._overlapping is None:
            self._overlapping = AhoCorasick(self.words, matchkind=MatchKind.Standard)
        for index, start, end in self._overlapping.find_matches_as_indexes(text, overlapping=True):
            yield start, end, self.words[index]

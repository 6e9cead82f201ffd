"""Words of many lists found in one pass over a text."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

__all__ = ["Lookout", "Sighting", "Sightings"]

Sighting: TypeAlias = tuple[int, int, str]
"""Start, end and word of one place of a text."""


class Sightings:
    """Where the words of each list stand in one text."""

    def __init__(self, found: Mapping[Hashable, Sequence[Sighting]]) -> None:
        self._found = found

    def every(self, name: Hashable) -> Sequence[Sighting]:
        """Every place of every word of a list, also inside and across others; by their ends."""
        return self._found.get(name, ())

    def longest(self, name: Hashable) -> Sequence[Sighting]:
        """The longest word at each place from left to right, without overlaps."""
        kept: list[Sighting] = []
        for sighting in sorted(self._found.get(name, ()), key=lambda s: (s[0], -s[1])):
            if not kept or sighting[0] >= kept[-1][1]:
                kept.append(sighting)
        return kept


class Lookout:
    """One automaton over several lists of words: a pass for each list would take most of the time of reading.

    >>> seen = Lookout({"kinds": ["小学", "中心小学"], "verbs": ["新建"]}).seen("新建中心小学")
    >>> seen.every("kinds"), seen.longest("kinds"), seen.every("verbs")
    ([(2, 6, '中心小学'), (4, 6, '小学')], [(2, 6, '中心小学')], [(0, 2, '新建')])
    """

    def __init__(self, lists: Mapping[Hashable, Iterable[str]]) -> None:
        names: dict[str, list[Hashable]] = {}
        for name, listed in lists.items():
            for word in dict.fromkeys(listed):
                names.setdefault(word, []).append(name)
        self._words = sorted(names)
        self._lists = [tuple(names[word]) for word in self._words]
        self._automaton = AhoCorasick(
            self._words, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def seen(self, text: str) -> Sightings:
        """All places of all words in a text."""
        found: dict[Hashable, list[Sighting]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for name in self._lists[index]:
                found.setdefault(name, []).append((start, end, self._words[index]))
        return Sightings(found)

"""Which words a measure word counts, and where the counted noun behind a number ends."""

from __future__ import annotations

from collections.abc import Mapping

from kg.knowledge.matcher import Matcher
from kg.knowledge.patterns import Unit

__all__ = ["Nouns"]

_CLASSES = (
    "figure_person", "figure_school", "figure_act", "figure_thing", "figure_money", "figure_size", "figure_share",
)  # fmt: skip
_LONGEST = 8
"""No counted word has more characters; longer ones end in one that is listed."""


class Nouns:
    """The word lists of counted things, looked up from either side of a number."""

    def __init__(self, lexicons: Mapping[str, tuple[str, ...]]) -> None:
        self._stops = frozenset(lexicons["figure_stop"])
        self._not = frozenset(lexicons["figure_not"])
        self._longest_not = max(map(len, self._not))
        self._classes: dict[str, set[str]] = {}
        for name in _CLASSES:
            for word in lexicons[name]:
                self._classes.setdefault(word, set()).add(name)
        self._matcher = Matcher({*self._classes, *self._stops})

    def enumerates(self, behind: str) -> bool:
        """Whether the words behind a number make it a turn of speech: 三个方面, 五个一."""
        plain = behind.lstrip("“ ")
        return any(plain[:size] in self._not for size in range(1, self._longest_not + 1))

    def ends(self, words: str, unit: Unit) -> bool:
        """Whether words end in something that the measure word counts."""
        if len(words) > 2:
            words = words.removesuffix("数")
        sizes = range(1, min(_LONGEST, len(words)) + 1)
        return any(self._counts(words[-size:], unit) for size in sizes) or (
            unit.kind == "share" and words.endswith(("率", "比", "比例"))
        )

    def tail(self, words: str, unit: Unit) -> str:
        """The longest counted word in which words end; empty if there is none."""
        sizes = range(min(_LONGEST, len(words)), 0, -1)
        return next((words[-size:] for size in sizes if self._counts(words[-size:], unit)), "")

    def counted(self, behind: str, unit: Unit) -> tuple[str, bool]:
        """The noun phrase behind a number, and whether it ends in a word that the measure word counts.

        Where a predicate begins (80余人参加…), all up to the mark: it tells what was counted.
        """
        if unit.kind == "share":
            return (behind, False) if behind.startswith("的") else ("", False)
        best, stop = 0, len(behind)
        for start, end, word in self._matcher.find(behind):
            if best and start != best:
                break
            if word in self._stops:
                stop = start
                break
            if self._counts(word, unit):
                best = end
        if best:
            if behind.rfind("“", 0, best) > behind.rfind("”", 0, best):
                # A name in quotation marks is taken whole, with the noun behind it: “四点半课堂”示范点.
                best = behind.find("”", best) + 1 or len(behind)
                tail, fits = self.counted(behind[best:], unit)
                best += len(tail) if fits and len(tail) <= _LONGEST else 0
            return behind[:best], True
        if unit.kind not in ("person", "school", "item", "act"):
            return "", False
        return (behind, False) if stop == 0 else (behind[:stop], False)

    def _counts(self, word: str, unit: Unit) -> bool:
        return not self._classes.get(word, frozenset()).isdisjoint(unit.counts)

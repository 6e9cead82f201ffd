"""What is chosen where graphs say different things of one: by the values alone, not by the order of the graphs, nor by
how many say it; so any grouping of merges gives the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

__all__ = ["Choices", "Conflict", "fuller"]

T = TypeVar("T")
TOGETHER = {"issuer": "issuer_id", "affiliation": "affiliation_id"}
"""Attributes that say one thing, by name and by key: they are taken from the same graph."""


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """Several values for what can have one, and which of them was taken."""

    key: str
    field: str
    values: tuple[str, ...]
    """All of them, sorted."""
    chosen: str

    def __str__(self) -> str:
        return f"{self.key} {self.field}: {' | '.join(self.values)} → {self.chosen}"


def fuller(value: str) -> tuple[int, list[int]]:
    """By which the greatest is chosen: the longer value, of equally long ones the first in the order of characters.

    >>> max(["县一中", "某县第一中学"], key=fuller)
    '某县第一中学'
    """
    return len(value), [-ord(char) for char in value]


@dataclass(slots=True)
class Choices:
    """Chooses, and remembers where there was something to choose."""

    conflicts: list[Conflict] = field(default_factory=list)

    def greatest(
        self, key: str, name: str, values: Iterable[T], order: Callable[[T], Any], words: Callable[[T], str] = str
    ) -> T:
        """The greatest value; a conflict if there are several."""
        by_words = {words(value): value for value in values}
        chosen = max(by_words.values(), key=order)
        if len(by_words) > 1:
            self.conflicts.append(Conflict(key, name, tuple(sorted(by_words)), words(chosen)))
        return chosen

    def fullest(self, key: str, name: str, values: Iterable[str]) -> str:
        """The fullest of the values that are not empty; empty if all are."""
        told = [value for value in values if value]
        return self.greatest(key, name, told, fuller) if told else ""

    def attributes(self, key: str, told: Sequence[Mapping[str, str]]) -> dict[str, str]:
        """All attributes that any graph gives, by name; of each the fullest value."""
        found: dict[str, str] = {}
        for name in sorted({name for attributes in told for name in attributes}):
            if name in TOGETHER or name in TOGETHER.values():
                continue
            found[name] = self.fullest(key, name, (attributes.get(name, "") for attributes in told))
        for name, other in TOGETHER.items():
            pairs = {(a.get(other, ""), a.get(name, "")) for a in told if name in a or other in a}
            # A name with a key says more than a name alone, however long.
            known = sorted({pair for pair in pairs if pair[0]} or pairs)
            if known:
                chosen = self.greatest(key, name, known, _fuller_pair, _pair)
                found |= {part: value for part, value in zip((other, name), chosen, strict=True) if value}
        return dict(sorted(found.items()))


def _fuller_pair(pair: tuple[str, str]) -> tuple[object, ...]:
    return fuller(pair[0]), fuller(pair[1])


def _pair(pair: tuple[str, str]) -> str:
    """The name, and the key if there is one."""
    return " ".join(filter(None, reversed(pair)))

"""How likely some characters are a person's name: how names are written, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import exp
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.knowledge.tables import read_tables

__all__ = ["PersonNames", "load_person_names"]

UNSEEN = -4.0
"""What a character that no known name holds says against a name."""
PLACES = ("first", "second", "last")


@dataclass(frozen=True, slots=True)
class PersonNames:
    """Characters of names and weights of signs, learned by `scripts/learn_person_names.py`."""

    letters: Mapping[str, Mapping[str, float]] = field(default_factory=lambda: {place: {} for place in PLACES})
    """`first` (surnames), `second` of three and `last` to each character: how much more often it stands there in names
    than in text, as a logarithm."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """A sign to what it adds to the logarithm of the odds."""

    def score(self, name: str) -> float:
        """How much likelier two or three characters are as a name than as other words; -inf without a surname.

        >>> table = {"first": {"王": 2.0}, "second": {"学": 1.0}, "last": {"芳": 3.0}}
        >>> PersonNames(table).score("王学芳"), PersonNames(table).score("王芳"), PersonNames(table).score("学芳")
        (6.0, 5.0, -inf)
        """
        first = self.letters["first"].get(name[0])
        if first is None:
            return float("-inf")
        second = self.letters["second"].get(name[1], UNSEEN) if len(name) > 2 else 0.0
        return first + second + self.letters["last"].get(name[-1], UNSEEN)

    def chance(self, signs: Iterable[str]) -> float:
        """The probability of a name where these signs are seen; unknown signs say nothing.

        >>> PersonNames(weights={"before=title": 2.0}).chance(["before=title", "after=moon"]) > 0.8
        True
        """
        return 1 / (1 + exp(-sum(self.weights.get(sign, 0.0) for sign in signs)))


def load_person_names(path: Path) -> PersonNames:
    """The tables of a file; empty ones where there is no file. Raises `KnowledgeError`."""
    if not path.is_file():
        return PersonNames()
    tables = read_tables(path, path.name)
    try:
        letters = {place: _numbers(tables["letters"][place]) for place in PLACES}
        return PersonNames(letters, _numbers(tables["weights"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(path.name, "letters/weights", f"{type(error).__name__}: {error}") from error


def _numbers(table: Mapping[str, Any]) -> dict[str, float]:
    return {key: float(value) for key, value in table.items()}

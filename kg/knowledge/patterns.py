"""How the genre writes figures, as data: measure words and patterns with their own examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.knowledge.tables import read_tables, with_words

__all__ = ["FigurePatterns", "Pattern", "Unit", "load_figure_patterns"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure word: its usual form, and the kinds of words that it counts."""

    name: str
    kind: str
    """`person`, `school`, `item`, `act`, `money`, `share`, `size`, `time`: units of one kind can be compared."""
    counts: tuple[str, ...]
    """Names of the word lists whose words it can count."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which figures are written, with sentences that prove it."""

    id: str
    regex: re.Pattern[str]
    why: str
    finds: Mapping[str, tuple[str, ...]]
    """Sentence to all its figures, each as `what value unit`."""
    leaves: tuple[str, ...]
    """Sentences without any figure."""


@dataclass(frozen=True, slots=True)
class FigurePatterns:
    """All patterns by their id, all measure words by their spelling."""

    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)

    def __getitem__(self, id: str) -> re.Pattern[str]:
        """The regular expression of a pattern."""
        return self.patterns[id].regex


def load_figure_patterns(path: Path, lexicons: Mapping[str, tuple[str, ...]]) -> FigurePatterns:
    """The patterns of `ontology/rules/figures.toml`; raises `KnowledgeError` for one that is not whole.

    In a pattern `{name}` stands for any word of `lexicon/name.txt`, `{unit}` for any measure word.
    """
    where = f"rules/{path.name}"
    tables = read_tables(path, where)
    units = {
        word: Unit(table.get("name", word), table["kind"], tuple(table["counts"]))
        for table in tables["unit"]
        for word in table["words"]
    }
    missing = sorted({name for unit in units.values() for name in unit.counts} - set(lexicons))
    if missing:
        raise KnowledgeError(where, "unit", f"没有词表 / there is no list lexicon/{missing[0]}.txt")
    words = {**lexicons, "unit": tuple(units)}
    patterns = [_pattern(table, where, words) for table in tables["pattern"]]
    return FigurePatterns({pattern.id: pattern for pattern in patterns}, units)


def _pattern(table: Mapping[str, Any], where: str, words: Mapping[str, tuple[str, ...]]) -> Pattern:
    """One pattern from its table."""
    name = str(table.get("id", "?"))
    try:
        return Pattern(
            name,
            re.compile(with_words(table["pattern"], words, where, name), re.VERBOSE),
            str(table["why"]),
            {text: tuple(found) for text, found in table["finds"].items()},
            tuple(table["leaves"]),
        )
    except KeyError as error:
        raise KnowledgeError(where, name, f"缺少 / missing: {error.args[0]}") from error
    except re.error as error:
        raise KnowledgeError(where, name, str(error)) from error

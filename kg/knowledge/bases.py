"""Basis rules as data: how the genre says that an initiative rests on a paper, under `ontology/rules/basis.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.tables import read_tables

__all__ = ["FIRST_PAPER", "FIRST_PROGRAM", "BasisRule", "load_bases"]

FIRST_PAPER = "\ue000"
"""In the text that a basis rule reads, this private character and those behind it stand for papers with their marks."""
FIRST_PROGRAM = "\uf000"
"""The same for initiatives and schemes, with their quotation marks."""
_PAPER = "[\ue000-\uefff]"
_PROGRAM = "[\uf000-\uf8ff]"
_PLACEHOLDERS = {
    "{papers}": f"{_PAPER}(?:[、，]?[和与及]?(?:以及)?{_PAPER})*",
    "{programs}": f"{_PROGRAM}(?:[、和与及]{_PROGRAM})*",
    "{marks}": "\ue000-\uf8ff",
}
_FIELDS = {"id", "pattern", "needs", "confidence", "why", "finds", "leaves"}


@dataclass(frozen=True, slots=True)
class BasisRule:
    """One way in which the genre says by which paper something is done; groups `papers` and `programs`."""

    id: str
    pattern: re.Pattern[str]
    by_title: bool
    """Whether the titles of the papers tell the initiative: the pattern has no group `programs`."""
    needs: tuple[str, ...]
    """One of these strings must stand in the sentence."""
    confidence: float
    why: str
    finds: Mapping[str, tuple[str, ...]]
    """Texts and what must be found in them, as `县管校聘→教师队伍建设改革意见`."""
    leaves: tuple[str, ...]
    """Texts in which this rule must find nothing."""


def load_bases(folder: Path) -> tuple[BasisRule, ...]:
    """The `[[basis]]` tables of all rule files, in their order: an earlier rule has precedence over a later one.

    What several patterns of a file share is written once in its table `[basis_phrases]`.
    """
    rules: list[BasisRule] = []
    for path in sorted(folder.glob("*.toml")):
        where = f"rules/{path.name}"
        tables = read_tables(path, where)
        phrases = {f"{{{name}}}": str(words) for name, words in tables.get("basis_phrases", {}).items()}
        rules.extend(_basis(table, phrases, where) for table in tables.get("basis", []))
    return tuple(rules)


def _basis(table: Mapping[str, object], phrases: Mapping[str, str], where: str) -> BasisRule:
    """One rule from its table, every field checked."""
    name = str(table.get("id", "?"))
    if unknown := sorted(set(table) - _FIELDS):
        raise KnowledgeError(where, name, f"不认识的字段 / unknown fields: {', '.join(unknown)}")
    try:
        pattern = str(table["pattern"])
        for placeholder, expression in (*phrases.items(), *_PLACEHOLDERS.items()):
            pattern = pattern.replace(placeholder, expression)
        needs, finds, leaves = table["needs"], table["finds"], table["leaves"]
        if not isinstance(needs, list) or not isinstance(finds, dict) or not isinstance(leaves, list):
            raise KnowledgeError(where, name, "needs、leaves 要是列表，finds 要是表 / needs and leaves are lists")
        compiled = re.compile(pattern)
        if "papers" not in compiled.groupindex:
            raise KnowledgeError(where, name, "缺少组 papers / the pattern has no group papers")
        return BasisRule(
            id=name,
            pattern=compiled,
            by_title="programs" not in compiled.groupindex,
            needs=tuple(map(str, needs)),
            confidence=float(str(table.get("confidence", 0.8))),
            why=str(table["why"]),
            finds={str(k): tuple(map(str, v)) for k, v in finds.items()},
            leaves=tuple(map(str, leaves)),
        )
    except KeyError as error:
        raise KnowledgeError(where, name, f"缺少 / missing: {error.args[0]}") from error
    except (re.error, ValueError) as error:
        raise KnowledgeError(where, name, str(error)) from error

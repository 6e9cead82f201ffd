"""Link rules as data: how the genre says that one school came from another, under `ontology/rules/succession.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.tables import read_tables

__all__ = ["FIRST_SCHOOL", "LinkRule", "load_links"]

FIRST_SCHOOL = "\ue000"
"""In the text that a link rule reads, this private character and those behind it stand for the schools' names."""
_SCHOOL = "“?[\ue000-\uf8ff]”?"
_PLACEHOLDERS = {"{school}": _SCHOOL, "{schools}": f"{_SCHOOL}(?:[、和与及同]{_SCHOOL})*"}
_FIELDS = {"id", "how", "pattern", "needs", "dated", "confidence", "why", "finds", "leaves"}


@dataclass(frozen=True, slots=True)
class LinkRule:
    """One way in which the genre says what became of a school; groups `former` and `successor` hold the schools."""

    id: str
    how: str
    """What happened: `renamed`, `merged`, `closed` …; a term of the scheme `ek:Changes` of the ontology."""
    pattern: re.Pattern[str]
    needs: tuple[str, ...]
    """One of these strings must stand in the sentence."""
    dated: bool
    """Whether the change happened in the year of the sentence; a bracket with 原 does not say when."""
    confidence: float
    why: str
    finds: Mapping[str, tuple[str, ...]]
    """Sentences and what must be found in them, as `县四小→青山小学`; nothing behind the arrow for a closure."""
    leaves: tuple[str, ...]
    """Sentences in which this rule must find nothing."""


def load_links(folder: Path) -> tuple[LinkRule, ...]:
    """The `[[link]]` tables of all rule files, in their order: an earlier rule has precedence over a later one."""
    rules: list[LinkRule] = []
    for path in sorted(folder.glob("*.toml")):
        where = f"rules/{path.name}"
        tables = read_tables(path, where).get("link", [])
        rules.extend(_link(table, where) for table in tables)
    return tuple(rules)


def _link(table: Mapping[str, object], where: str) -> LinkRule:
    """One rule from its table, every field checked."""
    name = str(table.get("id", "?"))
    if unknown := sorted(set(table) - _FIELDS):
        raise KnowledgeError(where, name, f"不认识的字段 / unknown fields: {', '.join(unknown)}")
    try:
        pattern = str(table["pattern"])
        for placeholder, expression in _PLACEHOLDERS.items():
            pattern = pattern.replace(placeholder, expression)
        needs, finds, leaves = table["needs"], table["finds"], table["leaves"]
        if not isinstance(needs, list) or not isinstance(finds, dict) or not isinstance(leaves, list):
            raise KnowledgeError(where, name, "needs、leaves 要是列表，finds 要是表 / needs and leaves are lists")
        compiled = re.compile(pattern)
        if "former" not in compiled.groupindex:
            raise KnowledgeError(where, name, "缺少组 former / the pattern has no group former")
        return LinkRule(
            id=name,
            how=str(table["how"]),
            pattern=compiled,
            needs=tuple(map(str, needs)),
            dated=bool(table.get("dated", True)),
            confidence=float(str(table.get("confidence", 0.8))),
            why=str(table["why"]),
            finds={str(k): tuple(map(str, v)) for k, v in finds.items()},
            leaves=tuple(map(str, leaves)),
        )
    except KeyError as error:
        raise KnowledgeError(where, name, f"缺少 / missing: {error.args[0]}") from error
    except (re.error, ValueError) as error:
        raise KnowledgeError(where, name, str(error)) from error

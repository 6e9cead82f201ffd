"""Rules as data: patterns with their reasons and their own examples, under `ontology/rules`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.tables import PLACEHOLDER, read_tables, with_words
from kg.model.names import EntityKind
from kg.text.openers import guarded

__all__ = ["Rule", "RuleSet", "load_rules"]

_FIELDS = {"id", "kind", "pattern", "needs", "grow", "named", "confidence", "why", "finds", "leaves"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which the genre names something; the group `name` of the pattern is the mention."""

    id: str
    kind: EntityKind
    pattern: re.Pattern[str]
    needs: tuple[str, ...]
    """One of these strings must stand in the sentence, or the pattern is not tried; empty: always tried."""
    grow: bool
    """Whether the mention grows to the left over the words that belong to the name."""
    confidence: float
    why: str
    finds: Mapping[str, tuple[str, ...]]
    """Sentences and the names that must be found in them by this rule."""
    leaves: tuple[str, ...]
    """Sentences in which this rule must find nothing."""
    named: str = ""
    """The name that the words stand for, one of `ontology/concepts`: 交流教师185人 tells of 教师交流."""


class RuleSet:
    """The rules of one kind in their order, and which of them need which word."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self.needs: dict[str, tuple[int, ...]] = {}
        """Each word that rules need to the indices of these rules."""
        for index, rule in enumerate(rules):
            for need in rule.needs:
                self.needs[need] = (*self.needs.get(need, ()), index)


def load_rules(folder: Path, lexicons: Mapping[str, tuple[str, ...]]) -> tuple[Rule, ...]:
    """All rules, in the order of the files' names and within a file as written; the order is their precedence."""
    rules: list[Rule] = []
    seen: set[str] = set()
    for path in sorted(folder.glob("*.toml")):
        where = f"rules/{path.name}"
        tables = read_tables(path, where).get("rule", [])
        for table in tables:
            rule = _rule(table, where, lexicons)
            if rule.id in seen:
                raise KnowledgeError(where, rule.id, "这个编号用了两次 / this id is used twice")
            seen.add(rule.id)
            rules.append(rule)
    return tuple(rules)


def _rule(table: Mapping[str, object], where: str, lexicons: Mapping[str, tuple[str, ...]]) -> Rule:
    """One rule from its table, every field checked."""
    name = str(table.get("id", "?"))
    unknown = sorted(set(table) - _FIELDS)
    if unknown:
        raise KnowledgeError(where, name, f"不认识的字段 / unknown fields: {', '.join(unknown)}")
    try:
        finds = table["finds"]
        leaves = table["leaves"]
        if not isinstance(finds, dict) or not isinstance(leaves, list):
            raise KnowledgeError(where, name, "finds 要是表，leaves 要是列表 / finds is a table, leaves a list")
        needs = table.get("needs", [])
        expanded: list[str] = []
        for need in needs if isinstance(needs, list) else [needs]:
            listed = PLACEHOLDER.fullmatch(str(need))
            expanded.extend(lexicons[listed[1]] if listed else [str(need)])
        return Rule(
            id=name,
            kind=EntityKind(str(table["kind"])),
            pattern=guarded(with_words(str(table["pattern"]), lexicons, where, name)),
            needs=tuple(expanded),
            grow=bool(table.get("grow", False)),
            confidence=float(str(table.get("confidence", 0.8))),
            why=str(table["why"]),
            finds={str(k): tuple(map(str, v)) for k, v in finds.items()},
            leaves=tuple(map(str, leaves)),
            named=str(table.get("named", "")),
        )
    except KeyError as error:
        raise KnowledgeError(where, name, f"缺少 / missing: {error.args[0]}") from error
    except (re.error, ValueError) as error:
        raise KnowledgeError(where, name, str(error)) from error

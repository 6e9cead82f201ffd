"""The words for the reasons of decisions, in Chinese and English: `ontology/reasons.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.tables import read_tables
from kg.model.identity import Decision, Reason

__all__ = ["ReasonWords", "load_reasons"]

_WHERE = "reasons.toml"


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """What is said when names are taken for one thing for some reason, or are kept apart for it."""

    same: bool
    chinese: str
    english: str

    def told(self, decision: Decision) -> tuple[str, str]:
        """The words in Chinese and in English, filled with what was compared.

        >>> from kg.model.names import EntityKind
        >>> region, form = EntityKind.REGION, {"form": "430726"}
        >>> made = Decision(True, Reason.SAME_CODE, region, ("我县", "石门县"), ("R1",), (), form)
        >>> ReasonWords(True, "同一区划代码 {form}", "the same code {form}").told(made)
        ('同一区划代码 430726', 'the same code 430726')
        """
        return _filled(self.chinese, decision.detail), _filled(self.english, decision.detail)


def _filled(words: str, detail: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda m: detail.get(m[1], "…"), words)


def load_reasons(path: Path) -> Mapping[Reason, ReasonWords]:
    """The words of every reason; raises `KnowledgeError` when one is missing or unknown."""
    tables = read_tables(path, _WHERE)
    if wrong := sorted(set(tables) ^ set(Reason)):
        raise KnowledgeError(_WHERE, wrong[0], "理由与程序不一致 / the reasons here and in the program differ")
    try:
        return {Reason(name): ReasonWords(bool(t["same"]), str(t["zh"]), str(t["en"])) for name, t in tables.items()}
    except KeyError as error:
        raise KnowledgeError(_WHERE, str(error.args[0]), "缺少 / missing: same, zh, en") from error

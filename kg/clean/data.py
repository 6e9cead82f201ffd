"""The data of cleaning, from `ontology/repair`: read once, every rule checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from kg.errors import KnowledgeError
from kg.knowledge.folder import ontology_folder

__all__ = ["Labels", "LineRule", "NumberRule", "labels", "line_rules", "number_rules", "suspect_number", "word_list"]

FOLDER = "repair"


@dataclass(frozen=True, slots=True)
class LineRule:
    """Which lines belong to the page and not to the report."""

    id: str
    pattern: re.Pattern[str]
    """Must match the whole line."""
    why: str
    drops: tuple[str, ...]
    keeps: tuple[str, ...]
    needs: tuple[str, ...]
    """One of these words stands in every line that matches; empty: any line may match."""
    links_follow: bool
    footer: Literal["", "sure", "maybe"]


@dataclass(frozen=True, slots=True)
class NumberRule:
    """Characters that are lost in a date or a number."""

    id: str
    pattern: re.Pattern[str]
    template: str
    """`{y}年{m}月`: the groups of the pattern and what was lost between them."""
    confidence: float
    why: str
    mends: Mapping[str, str]
    leaves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of the line under a title, and what they say."""

    sure: frozenset[str]
    maybe: frozenset[str]
    publisher: tuple[str, ...]
    """In the order in which they are believed."""
    published: tuple[str, ...]
    bodies: tuple[str, ...]


@lru_cache(maxsize=1)
def line_rules() -> tuple[LineRule, ...]:
    """The rules for lines, in the order of the file; the first that matches counts."""
    needed = {"id", "pattern", "why", "drops", "keeps"}
    return tuple(
        LineRule(
            id=rule["id"],
            pattern=rule["pattern"],
            why=rule["why"],
            drops=tuple(rule["drops"]),
            keeps=tuple(rule["keeps"]),
            needs=tuple(rule.get("needs", ())),
            links_follow=rule.get("follow") == "links",
            footer=rule.get("footer", ""),
        )
        for rule in _rules("furniture.toml", needed, {"follow", "footer", "needs"})
    )


@lru_cache(maxsize=1)
def number_rules() -> tuple[NumberRule, ...]:
    """The rules for dates and numbers, in the order in which they are tried."""
    needed = {"id", "pattern", "template", "confidence", "why", "mends", "leaves"}
    return tuple(
        NumberRule(
            id=rule["id"],
            pattern=rule["pattern"],
            template=rule["template"],
            confidence=float(rule["confidence"]),
            why=rule["why"],
            mends=dict(rule["mends"]),
            leaves=tuple(rule["leaves"]),
        )
        for rule in _rules("numbers.toml", needed, set())
    )


@lru_cache(maxsize=1)
def suspect_number() -> re.Pattern[str]:
    """What stands at every place that one of the rules for numbers matches."""
    return re.compile(_load("numbers.toml")["suspect"])


@lru_cache(maxsize=1)
def labels() -> Labels:
    """The labels of the line under a title."""
    table = _load("labels.toml")
    try:
        return Labels(
            sure=frozenset(table["sure"]),
            maybe=frozenset(table["maybe"]),
            publisher=tuple(table["publisher"]),
            published=tuple(table["published"]),
            bodies=tuple(table["bodies"]),
        )
    except KeyError as error:
        raise KnowledgeError(f"{FOLDER}/labels.toml", str(error), "缺少这个列表 / this list is missing") from error


@lru_cache(maxsize=8)
def word_list(name: str) -> tuple[str, ...]:
    """The lines of a list without comments."""
    text = (ontology_folder() / FOLDER / f"{name}.txt").read_text("utf-8")
    words = tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
    if not words:
        raise KnowledgeError(f"{FOLDER}/{name}.txt", "list", "没有词条 / the list is empty")
    return words


def _load(file: str) -> dict[str, Any]:
    """A TOML file as it stands."""
    try:
        return tomllib.loads((ontology_folder() / FOLDER / file).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{FOLDER}/{file}", "TOML", str(error)) from error


def _rules(file: str, needed: set[str], allowed: set[str]) -> list[dict[str, Any]]:
    """The rules of a file with their patterns compiled, each with all fields that it needs and no unknown one."""
    rules: list[dict[str, Any]] = _load(file).get("rule", [])
    for rule in rules:
        name = str(rule.get("id", "?"))
        if wrong := (needed - set(rule)) | (set(rule) - needed - allowed):
            raise KnowledgeError(f"{FOLDER}/{file}", name, f"缺少或多余的字段 / missing or unknown: {sorted(wrong)}")
        try:
            rule["pattern"] = re.compile(rule["pattern"])
        except re.error as error:
            raise KnowledgeError(f"{FOLDER}/{file}", name, str(error)) from error
    return rules

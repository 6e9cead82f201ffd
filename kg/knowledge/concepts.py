"""Concepts shared by many regions: national programs, schemes and honor titles with their other names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.lexicon import read_lines
from kg.model.names import EntityKind

__all__ = ["Concept", "load_concepts"]

_FILES = {"programs": EntityKind.PROGRAM, "schemes": EntityKind.PROJECT, "honors": EntityKind.HONOR}


@dataclass(frozen=True, slots=True)
class Concept:
    """One initiative, scheme or title under all its names."""

    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    english: str


def load_concepts(folder: Path) -> Mapping[EntityKind, Mapping[str, Concept]]:
    """For each kind, every name and alias to its concept; a name that two concepts claim is an error.

    A line is `名称 = 别名; 别名 | English name`; aliases and English may be missing.
    """
    tables: dict[EntityKind, dict[str, Concept]] = {kind: {} for kind in _FILES.values()}
    for stem, kind in _FILES.items():
        for line in read_lines(folder / f"{stem}.txt"):
            left, _, english = line.partition("|")
            name, _, others = left.partition("=")
            aliases = tuple(a.strip() for a in others.split(";") if a.strip())
            concept = Concept(kind, name.strip(), aliases, english.strip())
            for known in (concept.name, *aliases):
                if known in tables[kind]:
                    problem = f"与“{tables[kind][known].name}”重复 / also claimed by it"
                    raise KnowledgeError(f"concepts/{stem}.txt", known, problem)
                tables[kind][known] = concept
    return tables

"""Concepts shared by many regions: initiatives, schemes and honor titles with their other names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.folder import ontology_folder
from kg.knowledge.skos import Properties, read_skos
from kg.model.names import EntityKind

__all__ = ["Concept", "Recognise", "load_concepts", "published_names"]

FILES = {"programs": EntityKind.PROGRAM, "schemes": EntityKind.PROJECT, "honors": EntityKind.HONOR}
_READ = frozenset({"prefLabel", "altLabel", "recognise", "commonLabel"})
"""What recognition needs; the rest of a scheme is for graphs, which read it when they are written."""


class Recognise(StrEnum):
    """Where a name of a concept is taken for it."""

    ALWAYS = "always"
    """Wherever it stands: 控辍保学."""
    RUN = "run"
    """A common phrase: in quotation marks, in a heading, behind 实施, or with 工程, 行动 … behind it: 素质教育."""
    QUOTED = "quoted"
    """Words of every day: in quotation marks, or with 工程, 行动 … behind it: 手拉手."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One initiative, scheme or title under all its names."""

    kind: EntityKind
    key: str
    """As in the graph: `program/shuangjian`."""
    name: str
    aliases: tuple[str, ...]
    english: str
    common: frozenset[str]
    """Names that are common phrases as well."""
    strictness: Recognise
    """Where the common ones are taken for the concept; the others always are."""

    def recognised(self, name: str) -> Recognise:
        """Where one of the names is taken for the concept."""
        return self.strictness if name in self.common else Recognise.ALWAYS


def load_concepts(folder: Path) -> Mapping[EntityKind, Mapping[str, Concept]]:
    """For each kind, every Chinese name to its concept; a name that two concepts claim is an error.

    Raises `KnowledgeError` with the file and the concept that is wrong.
    """
    tables: dict[EntityKind, dict[str, Concept]] = {}
    for stem, kind in FILES.items():
        table = tables.setdefault(kind, {})
        for key, told in read_skos(folder / f"{stem}.ttl", only=_READ).items():
            if key.startswith("policy/"):
                # A paper that a concept comes from.
                continue
            concept = _concept(stem, kind, key, told)
            for known in (concept.name, *concept.aliases):
                if known in table:
                    problem = f"与“{table[known].name}”重复 / also claimed by it"
                    raise KnowledgeError(f"concepts/{stem}.ttl", known, problem)
                table[known] = concept
    return tables


@cache
def published_names() -> Mapping[str, str]:
    """Key of each concept of `ontology/concepts` to its own Chinese name; read once.

    >>> published_names()["program/xianguanxiaopin"]
    '县管校聘'
    """
    tables = load_concepts(ontology_folder() / "concepts").values()
    return {concept.key: concept.name for table in tables for concept in table.values()}


def _concept(stem: str, kind: EntityKind, key: str, told: Properties) -> Concept:
    """One concept of a file."""
    file = f"concepts/{stem}.ttl"
    names = told.get("prefLabel", ())
    if len(names) != 1:
        raise KnowledgeError(file, key, f"要有一个中文 prefLabel / one Chinese prefLabel, not {len(names)}")
    aliases = tuple(told.get("altLabel", ()))
    common = frozenset(told.get("commonLabel", ()))
    if strange := sorted(common - {names[0], *aliases}):
        raise KnowledgeError(file, key, f"不是它的名称 / no name of it: {strange[0]}")
    try:
        strictness = Recognise(told.get("recognise", (Recognise.RUN,))[0])
    except ValueError as problem:
        choice = "、".join(Recognise)
        raise KnowledgeError(file, key, f"ek:recognise 只能是 {choice} / one of these") from problem
    english = told.get("prefLabel@en", ("",))[0]
    return Concept(kind, key, names[0], aliases, english, common, strictness)

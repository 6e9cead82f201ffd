"""Cues as data: words and patterns that tell a year, a status or a state, under `ontology/cues`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.tables import read_tables, with_words
from kg.text.openers import guarded

__all__ = ["Cue", "Cues", "Hit", "load_cues"]

_FIELDS = {"id", "says", "pattern", "why", "finds", "leaves"}


@dataclass(frozen=True, slots=True)
class Cue:
    """One way in which the genre says one thing."""

    id: str
    """Unique over all files; kept with each fact that it decided."""
    says: str
    """What it tells: `planned`, `completed`, `this-year`, `nominated` … one set of words a file."""
    pattern: str
    why: str
    finds: tuple[str, ...]
    """Clauses in which this cue is the one that its file finds first."""
    leaves: tuple[str, ...]
    """Clauses in which this cue must find nothing."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at a place of a text, half-open."""

    cue: Cue
    start: int
    end: int

    @property
    def says(self) -> str:
        """What the cue tells."""
        return self.cue.says


@dataclass(frozen=True)
class Cues:
    """The cues of one file as one compiled pattern: at one place the first that is written wins."""

    name: str
    cues: tuple[Cue, ...]
    pattern: re.Pattern[str]

    def first(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The leftmost cue of a span, None if there is none."""
        found = self.pattern.search(text, start, len(text) if end is None else end)
        return self._hit(found) if found else None

    def last(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The rightmost cue of a span, None if there is none."""
        hits = list(self.all(text, start, end))
        return hits[-1] if hits else None

    def all(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """The cues of a span from left to right; none overlap."""
        return map(self._hit, self.pattern.finditer(text, start, len(text) if end is None else end))

    def at(self, text: str, start: int) -> Hit | None:
        """The cue that begins right here, None if none does."""
        found = self.pattern.match(text, start)
        return self._hit(found) if found else None

    def _hit(self, found: re.Match[str]) -> Hit:
        return Hit(self.cues[int((found.lastgroup or "c0")[1:])], found.start(), found.end())


def load_cues(folder: Path, lexicons: Mapping[str, tuple[str, ...]]) -> Mapping[str, Cues]:
    """The cues of each file of a folder by the file's name without ending; raises `KnowledgeError` with the entry."""
    sets: dict[str, Cues] = {}
    seen: set[str] = set()
    for path in sorted(folder.glob("*.toml")):
        where = f"cues/{path.name}"
        tables = read_tables(path, where).get("cue", [])
        cues = tuple(_cue(table, where, lexicons) for table in tables)
        for cue in cues:
            if cue.id in seen:
                raise KnowledgeError(where, cue.id, "这个编号用了两次 / this id is used twice")
            seen.add(cue.id)
        if not cues:
            raise KnowledgeError(where, "cue", "没有词条 / the file is empty")
        joined = "|".join(f"(?P<c{number}>{cue.pattern})" for number, cue in enumerate(cues))
        sets[path.stem] = Cues(path.stem, cues, guarded(joined))
    return sets


def _cue(table: Mapping[str, object], where: str, lexicons: Mapping[str, tuple[str, ...]]) -> Cue:
    """One cue from its table, every field checked."""
    name = str(table.get("id", "?"))
    if wrong := sorted(set(table) ^ _FIELDS):
        raise KnowledgeError(where, name, f"字段不对 / unknown or missing fields: {', '.join(wrong)}")

    finds, leaves = table["finds"], table["leaves"]
    if not isinstance(finds, list) or not isinstance(leaves, list):
        raise KnowledgeError(where, name, "finds 和 leaves 要是列表 / finds and leaves are lists")
    pattern = with_words(str(table["pattern"]), lexicons, where, name)
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise KnowledgeError(where, name, str(error)) from error
    if compiled.groupindex:
        raise KnowledgeError(where, name, "不要用命名组 / no named groups here")
    return Cue(name, str(table["says"]), pattern, str(table["why"]), tuple(map(str, finds)), tuple(map(str, leaves)))

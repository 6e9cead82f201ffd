"""What became of each entry: applied, with what it changed; or not, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.curate.entries import Entry, label
from kg.model.curation import Curation

__all__ = ["Ledger"]


@dataclass(slots=True)
class Ledger:
    """The book that is kept while entries are applied; an entry with a problem is not applied."""

    entries: tuple[Entry, ...]
    problems: dict[Entry, str] = field(default_factory=dict)
    changed: dict[Entry, tuple[set[str], set[str]]] = field(default_factory=dict)
    """Keys that stand in the graph because of it, and keys that it took out."""
    moved: dict[str, str] = field(default_factory=dict)
    """Keys of entities merged away, to those that they became."""
    present: frozenset[str] = frozenset()
    """Keys of all that the finished graph has."""

    def refuse(self, entry: Entry, problem: str) -> None:
        """Note that an entry cannot be applied; the first reason stands."""
        self.problems.setdefault(entry, problem)
        self.changed.pop(entry, None)

    def applied(self, entry: Entry, subjects: Iterable[str], removed: Iterable[str] = ()) -> None:
        """Note what an entry changed; more can be added."""
        kept, gone = self.changed.setdefault(entry, (set(), set()))
        kept.update(subjects)
        gone.update(removed)

    def now(self, key: str) -> str:
        """What a key of an entity is after the merges."""
        return self.moved.get(key, key)

    def curations(self) -> tuple[Curation, ...]:
        """The applied entries as the graph keeps them, sorted by key."""
        found: dict[str, Curation] = {}
        for entry, (kept, gone) in self.changed.items():
            key = _key(entry)
            subjects = {self.now(subject) for subject in kept} & self.present
            removed = gone - self.present
            if key in found:
                subjects, removed = subjects.union(found[key].subjects), removed.union(found[key].removed)
            told = tuple(sorted(subjects)), tuple(sorted(removed))
            found[key] = Curation(key, entry.action, entry.who, entry.why, *told)
        return tuple(found[key] for key in sorted(found))

    def record(self) -> Mapping[str, object]:
        """What report.json says of the curation: every entry is in one of the two lists."""
        applied = [e for e in self.entries if e in self.changed]
        return {
            "applied": [
                {
                    **_told(e),
                    "curation": _key(e),
                    "subjects": sorted({self.now(key) for key in self.changed[e][0]} & self.present),
                    "removed": sorted(self.changed[e][1] - self.present),
                }
                for e in applied
            ],
            "unmatched": [{**_told(e), "problem": self.problems.get(e, "")} for e in self.entries if e not in applied],
        }


def _told(entry: Entry) -> dict[str, object]:
    return {"entry": label(entry), "who": entry.who, "why": entry.why}


def _key(entry: Entry) -> str:
    """The key of an entry: all that it says, but not its place in the file."""
    said = (entry.action.value, entry.who, entry.why, entry.things, entry.name, entry.kind and entry.kind.value)
    rest = (entry.fact, entry.source, entry.attributes)
    return f"curation/{entry.action.value}-{hashlib.sha256(repr((said, rest)).encode()).hexdigest()[:16]}"

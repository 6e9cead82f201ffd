"""The entries of a curation file as values: what is named, and what is to be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.model.curation import Action
from kg.model.names import EntityKind, FactKind, Status

__all__ = ["Entry", "FactRef", "Ref", "Source", "label", "of"]


@dataclass(frozen=True, slots=True)
class Ref:
    """What names a thing: its key (or IRI), or its kind and name, with region and report where needed."""

    key: str = ""
    kind: EntityKind | None = None
    name: str = ""
    region: str = ""
    """Name, division code or key of the region it belongs to."""
    document: str = ""
    """The report that names it: file name, stem or key."""
    new: bool = False
    """Of an end of an added fact: the thing may be made if the graph does not have it."""


@dataclass(frozen=True, slots=True)
class FactRef:
    """What names a fact: its key, or its kind and some of its ends, with year, status and report where needed."""

    key: str = ""
    kind: FactKind | None = None
    ends: tuple[tuple[str, Ref], ...] = ()
    year: int | None = None
    status: Status | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an added fact stands: a report and words of its raw text."""

    file: str
    quote: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a curation file."""

    action: Action
    number: int
    """Its place among the entries of its action in the file, from 1."""
    who: str
    why: str
    things: tuple[Ref, ...] = ()
    """Of same-as and not-same-as two or more, the first keeps its IRI; of rename and type one; of confirm what was
    found right, unless it is told as a fact."""
    name: str = ""
    """Of rename: the right name."""
    kind: EntityKind | None = None
    """Of type: the right kind."""
    fact: FactRef = FactRef()
    """Of retract, add and confirm."""
    source: Source | None = None
    """Of add."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Of add."""


def label(entry: Entry) -> str:
    """How messages call an entry.

    >>> label(Entry(Action.RENAME, 2, "李", "笔误"))
    '[[rename]] 2'
    """
    return f"[[{entry.action.value}]] {entry.number}"


def of(entries: Sequence[Entry], action: Action) -> list[Entry]:
    """The entries of one action."""
    return [entry for entry in entries if entry.action is action]

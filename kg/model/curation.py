"""What people corrected in a graph: who, why, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Action", "Curation"]


class Action(StrEnum):
    """What an entry of a curation file does; the value is the name of its tables."""

    SAME_AS = "same-as"
    NOT_SAME_AS = "not-same-as"
    RENAME = "rename"
    TYPE = "type"
    RETRACT = "retract"
    ADD = "add"
    CONFIRM = "confirm"
    """Somebody looked, and it is right as it is."""


@dataclass(frozen=True, slots=True)
class Curation:
    """An entry of a curation file that was applied."""

    key: str
    """ASCII path under the base IRI, from all that the entry says."""
    action: Action
    who: str
    why: str
    subjects: tuple[str, ...]
    """Keys of all in the graph that is so because of it, sorted: things, facts, and what lost a fact; of confirm what
    was found right, which can also be a figure, an identity or a report."""
    removed: tuple[str, ...] = ()
    """Keys that it took out of the graph, sorted: of entities merged away, of statements retracted."""

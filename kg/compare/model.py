"""The values of a comparison, with names in place of keys: what is printed, and what `--json` gives."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MINOR", "Changed", "Difference", "DocumentDifference", "EntityDifference", "Field", "Item"]

MINOR = frozenset({"rule", "confidence", "place", "year_rule", "status_rule", "read_by"})
"""Fields that tell how something was found, not what is said."""


@dataclass(frozen=True, slots=True)
class Field:
    """What stood in one field before and after; empty where there was nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Item:
    """A fact, a figure or an identity, as one report tells it."""

    key: str
    kind: str
    """`award`, `project` …, `figure`, the kind of an identity, `curation`, or `shared-text`."""
    ends: tuple[str, ...]
    """The names of what it connects, in the order of its roles; of a figure the words for it."""
    year: int | None
    status: str
    quote: str
    """The surest words behind it."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that is told by both graphs, but not alike."""

    before: Item
    after: Item
    fields: tuple[Field, ...]

    @property
    def minor(self) -> bool:
        """Whether only differs how it was found."""
        return all(field.name in MINOR for field in self.fields)


@dataclass(frozen=True, slots=True)
class DocumentDifference:
    """One report: whether it came, went or has another content, and what is told by it."""

    file: str
    title: str
    before: str
    """Key of the document in the old graph; empty if it is not there."""
    after: str
    fields: tuple[Field, ...] = ()
    """What differs in what is known of the report itself."""
    gained: tuple[Item, ...] = ()
    lost: tuple[Item, ...] = ()
    changed: tuple[Changed, ...] = ()

    @property
    def state(self) -> str:
        """`added`, `removed`, `changed` (the same file with another content), or `same`."""
        if not self.before:
            return "added"
        if not self.after:
            return "removed"
        return "same" if self.before == self.after else "changed"

    def __bool__(self) -> bool:
        return self.state != "same" or bool(self.fields or self.gained or self.lost or self.changed)


@dataclass(frozen=True, slots=True)
class EntityDifference:
    """What became of a thing: `gained`, `lost`, `renamed` (or moved: another key), `merged` into one that several
    became, `split` off one that is still there, or `changed`."""

    state: str
    kind: str
    before: tuple[str, ...]
    """Names in the old graph."""
    after: tuple[str, ...]
    keys: tuple[str, ...]
    """Keys in the old graph, then in the new one."""
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs; false where nothing does."""

    fields: tuple[Field, ...]
    """What differs in the graphs as a whole."""
    documents: tuple[DocumentDifference, ...]
    entities: tuple[EntityDifference, ...]
    gained: tuple[Item, ...]
    """Identities between figures, corrections by people, and texts that two reports share."""
    lost: tuple[Item, ...]
    changed: tuple[Changed, ...]

    def __bool__(self) -> bool:
        return any((self.fields, self.documents, self.entities, self.gained, self.lost, self.changed))

    def __str__(self) -> str:
        """The lines that `kg diff` prints."""
        from kg.compare.words import SHOWN, difference_lines

        return "\n".join(difference_lines(self, most=SHOWN))

"""What the server and its workers tell each other: questions as plain values, answers whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from kg.graph.facts import Said

__all__ = ["HOPS", "Answer", "Around", "Ask", "Body", "Cell", "Explore", "Find", "Found", "FoundKind", "Hit", "Job",
           "Look", "Property", "Refused", "Table", "Thing", "Use"]  # fmt: skip

HOPS = (1, 2, 3)
"""How many steps far a neighbourhood can be."""


class Use(StrEnum):
    """What an answer to a question is for."""

    PROTOCOL = "protocol"
    """Bytes in a form of the SPARQL protocol."""
    PAGE = "page"
    """The first rows, for a page."""
    SPREADSHEET = "spreadsheet"
    """A CSV file, whole."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question in SPARQL."""

    text: str
    use: Use = Use.PROTOCOL
    accept: str = ""
    """Media types as an Accept header has them; for `Use.PROTOCOL` only."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the graph says of the thing with this key: triples, or for `text/html` what its page shows."""

    key: str
    media: str


@dataclass(frozen=True, slots=True)
class Find:
    """The things with these words in their names."""

    words: str


@dataclass(frozen=True, slots=True)
class Explore:
    """The explorer's page."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is at most so many steps from the thing or fact with this key, as rows for the explorer."""

    key: str
    hops: int


@dataclass(frozen=True, slots=True)
class Body:
    """An answer as bytes."""

    media: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Cell:
    """A value to show, and where it leads: a path of this server, an address elsewhere, or nowhere (empty)."""

    text: str
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """An answer for a page: its first rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: bool
    """Whether there are rows beyond these."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property with its values: the first of them."""

    label: str
    iri: str
    values: tuple[Cell, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Thing:
    """All that a page shows of a thing."""

    address: str
    """The path of its page on this server."""
    iri: str
    name: str
    kinds: tuple[str, ...]
    facts: tuple[Said, ...]
    fact_count: int
    """Of all facts; `facts` are the first."""
    properties: tuple[Property, ...]
    incoming: tuple[Property, ...]
    """Who points at it, by property."""
    base: str
    explored: str = ""
    """Its place in the explorer as a path with a fragment; empty for what the explorer does not show."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found."""

    key: str
    thing: Cell
    region: str
    """Where it is, which tells things of one name apart; empty where the graph does not say."""
    called: str
    """The other name by which it was found; empty where it was found by its own."""


@dataclass(frozen=True, slots=True)
class FoundKind:
    """The things of one kind that were found, the best first."""

    kind: str
    """The class of the kind: `ek:School`."""
    chinese: str
    english: str
    count: int
    """Of all; `hits` are the first."""
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, by kind."""

    kinds: tuple[FoundKind, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no answer: an HTTP status and one line."""

    status: int
    words: str


Job: TypeAlias = Ask | Look | Find | Explore | Around
Answer: TypeAlias = Body | Table | Thing | Found | Refused

"""What the server and its workers tell each other: questions as plain values, answers whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kg.graph.facts import Said

__all__ = ["Answer", "Ask", "Body", "Cell", "Describe", "Download", "Job", "Look", "Property", "Refused", "Table",
           "Tabulate", "Thing"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ask:
    """A question of the SPARQL protocol, with what its client accepts."""

    text: str
    accept: str


@dataclass(frozen=True, slots=True)
class Tabulate:
    """A question whose answer is shown on a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Download:
    """A question whose answer is a CSV file for spreadsheets."""

    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a page shows of the thing with this key."""

    key: str


@dataclass(frozen=True, slots=True)
class Describe:
    """The triples about the thing with this key, in a media type of graphs."""

    key: str
    media: str


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

    key: str
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


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no answer: an HTTP status and one line."""

    status: int
    words: str


Job: TypeAlias = Ask | Tabulate | Download | Look | Describe
Answer: TypeAlias = Body | Table | Thing | Refused

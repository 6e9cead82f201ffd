"""Which entity a user means: by IRI, by name, or by something near it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kg.explain.sources import Record

__all__ = ["Found", "find"]

NEAR = 0.5
"""Names that share so much of their characters are offered for an unknown one."""
MOST = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What bears a name: one thing, several candidates, or only near names."""

    candidates: tuple[Record, ...]
    """Those that bear the name, as their own or another one."""
    near: tuple[Record, ...] = ()
    """Where none bears it: the nearest ones, the nearest first."""


def find(asked: str, entities: Sequence[Record]) -> Found:
    """What a name or an IRI stands for; an IRI may be given without its base (`school/…`).

    A thing whose own name it is goes before one that is also called so.

    >>> find("四小", [{"entity": "https://x/school/a", "name": "县四小", "aliases": ["四小"]}]).candidates[0]["name"]
    '县四小'
    """
    wanted = _plain(asked)
    by_iri = [e for e in entities if asked in (e["entity"], "/".join(str(e["entity"]).rsplit("/", 2)[-2:]))]
    if by_iri:
        return Found(tuple(by_iri[:1]))
    own = [e for e in entities if _plain(e["name"]) == wanted]
    if len(own) == 1:
        return Found(tuple(own))
    bearing = own or [e for e in entities if wanted in {_plain(alias) for alias in e["aliases"]}]
    return Found(tuple(bearing)) if bearing else Found((), _near(wanted, entities))


def _near(wanted: str, entities: Sequence[Record]) -> tuple[Record, ...]:
    """The entities whose names share most characters with the one asked for."""
    scored = []
    for number, entity in enumerate(entities):
        names = {_plain(entity["name"]), *map(_plain, entity["aliases"])}
        likeness = max(SequenceMatcher(None, wanted, name).ratio() for name in names)
        if likeness >= NEAR or any(len(wanted) > 1 and wanted in name for name in names):
            scored.append((-likeness, number))
    return tuple(entities[number] for _, number in sorted(scored)[:MOST])


def _plain(name: str) -> str:
    """A name without quotation marks and blanks, in one width."""
    text = unicodedata.normalize("NFKC", str(name))
    return "".join(c for c in text if c not in "“”\"'‘’《》 \t")

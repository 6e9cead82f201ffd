"""Which entity a user means: by IRI, by name, or by something near it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kg.explain.sources import Record
from kg.model.curation import Action
from kg.text.names import plain_name

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


def find(asked: str, entities: Sequence[Record], curations: Sequence[Record] = ()) -> Found:
    """What a name or an IRI stands for; an IRI may be given without its base (`school/…`).

    One that a correction by people merged into another thing stands for that.

    A thing whose own name it is goes before one that is also called so.

    >>> find("四小", [{"entity": "https://x/school/a", "name": "县四小", "aliases": ["四小"]}]).candidates[0]["name"]
    '县四小'
    """
    wanted = plain_name(asked)
    merged = [c for c in curations if c["action"] == Action.SAME_AS and any(_is_iri(asked, x) for x in c["removed"])]
    now = {iri for curation in merged for iri in curation["subjects"]}
    by_iri = [e for e in entities if _is_iri(asked, e["entity"]) or e["entity"] in now]
    if by_iri:
        return Found(tuple(by_iri[:1]))
    own = [e for e in entities if plain_name(e["name"]) == wanted]
    if len(own) == 1:
        return Found(tuple(own))
    bearing = own or [e for e in entities if wanted in {plain_name(alias) for alias in e["aliases"]}]
    return Found(tuple(bearing)) if bearing else Found((), _near(wanted, entities))


def _is_iri(asked: str, iri: str) -> bool:
    """Whether an IRI is meant: it, or its end without the base."""
    return asked in (iri, "/".join(iri.rsplit("/", 2)[-2:]))


def _near(wanted: str, entities: Sequence[Record]) -> tuple[Record, ...]:
    """The entities whose names share most characters with the one asked for."""
    scored = []
    for number, entity in enumerate(entities):
        names = {plain_name(entity["name"]), *map(plain_name, entity["aliases"])}
        likeness = max(SequenceMatcher(None, wanted, name).ratio() for name in names)
        if likeness >= NEAR or any(len(wanted) > 1 and wanted in name for name in names):
            scored.append((-likeness, number))
    return tuple(entities[number] for _, number in sorted(scored)[:MOST])

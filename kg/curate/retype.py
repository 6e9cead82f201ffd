"""What a statement says when a thing in it turns out to be of another kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.model.graph import Statement
from kg.model.names import EntityKind, FactKind
from kg.text.keys import statement_key

__all__ = ["keyed", "retyped"]

_HOLDERS = ("to", "school", "region")
_OF_SCHOOL = {EntityKind.PROGRAM: FactKind.PARTICIPATION, EntityKind.PROJECT: FactKind.PROJECT}
_OF_REGION = {
    EntityKind.PROGRAM: FactKind.PROGRAM,
    EntityKind.PROJECT: FactKind.PROJECT,
    EntityKind.DOCUMENT: FactKind.DOCUMENT,
}
_THING = {
    EntityKind.PROGRAM: "program",
    EntityKind.PROJECT: "project",
    EntityKind.HONOR: "honor",
    EntityKind.DOCUMENT: "document",
}
"""The role of what is held, run or built, by its kind."""
_PLAIN = {
    FactKind.LOCATION: {"school": EntityKind.SCHOOL, "region": EntityKind.REGION},
    FactKind.WITHIN: {"region": EntityKind.REGION, "in": EntityKind.REGION},
    FactKind.SUCCESSION: {"former": EntityKind.SCHOOL, "successor": EntityKind.SCHOOL},
}
"""Facts that can only stand between things of these kinds."""
_RESTS = {EntityKind.PROGRAM: "program", EntityKind.PROJECT: "project"}
"""What rests on a paper, by its kind."""


def retyped(statement: Statement, kinds: Mapping[str, EntityKind]) -> Iterator[Statement]:
    """The statement as the kinds of its ends allow it; nothing where no kind of fact does. Its key is the old one.

    A program that is a project is no longer run by a region but built in it; a school that is a body lies nowhere,
    but holds the honors that it held.
    """
    ends = statement.ends
    if statement.kind in _PLAIN:
        if all(kinds[key] is _PLAIN[statement.kind][role] for role, key in ends.items()):
            yield statement
        return
    if statement.kind is FactKind.BASIS:
        yield from _resting(statement, kinds)
        return
    named = [key for role, key in ends.items() if role not in _HOLDERS]
    thing = kinds[named[0]] if named else None
    if thing is None or thing not in _THING:
        return
    holders = {key: kinds[key] for role, key in ends.items() if role in _HOLDERS}
    if thing is EntityKind.HONOR:
        awarded = {key: kind for key, kind in holders.items() if kind not in (EntityKind.DOCUMENT, EntityKind.HONOR)}
        best = next((key for key, kind in awarded.items() if kind is not EntityKind.REGION), next(iter(awarded), ""))
        if best or not holders:
            to = {"to": best} if best else {}
            yield replace(statement, kind=FactKind.AWARD, ends={"honor": named[0], **to})
        return
    school = next((key for key, kind in holders.items() if kind is EntityKind.SCHOOL), "")
    region = next((key for key, kind in holders.items() if kind is EntityKind.REGION), "")
    roles = {"school": school} if school else {}
    if thing is EntityKind.PROJECT:
        both = roles | ({"region": region} if region else {})
        if both or not holders:
            yield replace(statement, kind=FactKind.PROJECT, ends={"project": named[0], **both})
    elif school and thing in _OF_SCHOOL:
        yield replace(statement, kind=_OF_SCHOOL[thing], ends={_THING[thing]: named[0], "school": school})
    elif region:
        yield replace(statement, kind=_OF_REGION[thing], ends={_THING[thing]: named[0], "region": region})
    elif not holders:
        yield replace(statement, kind=_OF_REGION[thing], ends={_THING[thing]: named[0]})


def _resting(statement: Statement, kinds: Mapping[str, EntityKind]) -> Iterator[Statement]:
    """A basis goes on where a program or project still rests on a paper."""
    around = {role: key for role, key in statement.ends.items() if role in ("document", "region")}
    resting = [key for role, key in statement.ends.items() if role in _RESTS.values()]
    right = kinds.get(around.get("document", "")) is EntityKind.DOCUMENT
    right = right and kinds.get(around.get("region", ""), EntityKind.REGION) is EntityKind.REGION
    for key in resting if right else ():
        if kinds[key] in _RESTS:
            yield replace(statement, ends={_RESTS[kinds[key]]: key, **around})


def keyed(statement: Statement) -> Statement:
    """A statement with the key that follows from its kind, ends, year and status."""
    parts = [*(f"{r}={e}" for r, e in sorted(statement.ends.items())), str(statement.year or "")]
    return replace(statement, key=statement_key(statement.kind, [*parts, statement.status or ""]))

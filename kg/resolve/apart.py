"""Mentions that the rules joined, taken apart by their names where a person says that they are two things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.facts import Entity, Mention
from kg.model.identity import Apart
from kg.resolve.names import display_name
from kg.text.names import plain_name
from kg.text.simplify import simplify

__all__ = ["named_apart", "taken_apart"]

Group = tuple[int, ...]
"""Indices of mentions of one thing."""


def taken_apart(
    groups: Sequence[Group],
    mentions: Sequence[Mention],
    document: SegmentedDocument,
    knowledge: Knowledge,
    apart: Sequence[Apart],
) -> Mapping[Group, tuple[str, str] | None]:
    """The groups; where the mentions of one bear both names of a pair, those with the second are a group of their own.

    With each part stands its name, and the one that it must not bear. A group in which only one of the names stands is
    left as it is.
    """
    found: dict[Group, tuple[str, str] | None] = dict.fromkeys(groups)
    for pair in apart:
        for group in tuple(found):
            if mentions[group[0]].kind is not pair.kind:
                continue
            named = [
                {plain_name(m.name), plain_name(display_name(m.kind, [m], document, knowledge))}
                for m in (mentions[index] for index in group)
            ]
            stays, goes = plain_name(pair.stays), plain_name(pair.goes)
            leaving = tuple(i for i, names in zip(group, named, strict=True) if goes in names and stays not in names)
            if leaving and any(stays in names for names in named):
                del found[group]
                found[tuple(index for index in group if index not in leaving)] = pair.stays, pair.goes
                found[leaving] = pair.goes, pair.stays
    return found


def named_apart(entity: Entity, own: str, other: str) -> Entity:
    """An entity that bears its own name and not the other, which the rules would write it out as."""
    names = {name for name in (entity.name, *entity.aliases) if plain_name(name) != plain_name(other)}
    name = entity.name if entity.name in names else simplify(own)
    return replace(entity, name=name, aliases=tuple(sorted(names - {name})))

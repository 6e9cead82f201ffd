"""Which predicted entity is which gold entity: equal type and a shared name, one to one."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from kg.evaluate.annotations import Thing

__all__ = ["match", "same_name"]

IGNORED = str.maketrans("", "", " \t\n\u3000“”‘’\"'《》〈〉「」『』【】()（）·•—-–、,，。．.:：;；")
ALIASES_THAT_COUNT = 6
"""Of a prediction's aliases only so many count: they are what the text says, not a net."""


def same_name(name: str) -> str:
    """The form in which two spellings of a name are equal: without quotes, spaces, punctuation, width and case.

    >>> same_name("“四小”（ＡＢ）") == same_name("四小 ab")
    True
    """
    return unicodedata.normalize("NFKC", name).translate(IGNORED).lower()


def match(gold: Sequence[Thing], predicted: Sequence[Thing]) -> dict[str, str]:
    """Gold id to predicted id. First by the gold's full name, then by any accepted one; asked-for entities first."""
    by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
    for thing in predicted:
        for name in _names(thing.name, thing.accept[:ALIASES_THAT_COUNT]):
            by_name[thing.kind, name].append(thing.id)
    pairs: dict[str, str] = {}
    used: set[str] = set()
    ordered = sorted(gold, key=lambda thing: thing.optional)
    for full_name_only in (True, False):
        for thing in ordered:
            if thing.id in pairs:
                continue
            names = [same_name(thing.name)] if full_name_only else sorted(_names(thing.name, thing.accept))
            free = (i for name in names for i in by_name.get((thing.kind, name), ()) if i not in used)
            hit = next(free, None)
            if hit is not None:
                pairs[thing.id] = hit
                used.add(hit)
    return pairs


def _names(name: str, accept: Sequence[str]) -> set[str]:
    return {same for same in map(same_name, [name, *accept]) if same}

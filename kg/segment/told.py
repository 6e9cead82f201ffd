"""What is told of a document beside its text, by fields of JSON Lines: it is believed before what the text says."""

from __future__ import annotations

from kg.knowledge import Division, Knowledge
from kg.model.document import Metadata
from kg.segment.place import ISSUER, Place

__all__ = ["told_head", "told_issuer", "told_place", "told_title"]


def told_title(given: Metadata) -> str:
    """The title that is told; empty if none is."""
    return given.title if "title" in given.told else ""


def told_place(given: Metadata, knowledge: Knowledge) -> Place | None:
    """The region that is told by its code, its name or the path of names that leads to it; None if none is known."""
    division = _division(given.region, knowledge) if "region" in given.told else None
    return Place(knowledge.regions.current(division), "told", "") if division else None


def told_head(title: str, given: Metadata) -> str:
    """The title and, behind it, what else is told of the place: it weighs as much as what the title says."""
    return "\n".join([title, *(getattr(given, name) for name in ("region", "publisher") if name in given.told)])


def told_issuer(given: Metadata) -> str:
    """The publisher that is told, if it is a body that reports; empty else.

    >>> [told_issuer(Metadata(publisher=name, told=("publisher",))) for name in ("石门县教育局", "搜狐")]
    ['石门县教育局', '']
    """
    return given.publisher if "publisher" in given.told and ISSUER.search(given.publisher) else ""


def _division(region: str, knowledge: Knowledge) -> Division | None:
    """The division of a code, also one that is filled with zeros (431200000000), or of a name."""
    if not region.isdecimal():
        return knowledge.regions.lookup("".join(region.split()))
    code = region
    while code and knowledge.regions.by_code(code) is None:
        code = code[:-1] if code.endswith("0") else ""
    return knowledge.regions.by_code(code) if code else None

"""Who is who, and why: the decisions by which names become things, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.model.names import EntityKind

__all__ = ["LINK", "LINK_CONFIDENCE", "RELATED", "Apart", "Decision", "Reason"]

LINK = "link"
"""Attribute of an entity: the `Reason` for which it is linked to its concept."""
LINK_CONFIDENCE = "link_confidence"
"""Attribute of an entity: how likely that link is right, from 0 to 1."""
RELATED = "related"
"""Attribute of an entity: the keys of what is near to it and another thing, with blanks between them."""


class Reason(StrEnum):
    """Why several names are one thing, or are not; the words of each stand in `ontology/reasons.toml`.

    >>> Reason("other-region").name
    'OTHER_REGION'
    """

    # one thing, inside one document
    WRITTEN_OUT = "written-out"
    OWN_REGION = "own-region"
    ONLY_CANDIDATE = "only-candidate"
    SHORT_FORM = "short-form"
    IN_BRACKET = "in-bracket"
    FORMER_NAME = "former-name"
    SAME_CODE = "same-code"
    SAME_CONCEPT = "same-concept"
    SAME_CORE = "same-core"
    SAME_WORK = "same-work"
    LEVEL_LEFT_OUT = "level-left-out"
    # one thing, over documents
    SAME_REGION_AND_NAME = "same-region-and-name"
    SAME_NAME = "same-name"
    # one concept
    LISTED_NAME = "listed-name"
    SAME_FORM = "same-form"
    NEAR_FORM = "near-form"
    # not one thing
    RELATED_NAME = "related-name"
    OTHER_REGION = "other-region"
    WIDER_REGION = "wider-region"
    REGION_UNKNOWN = "region-unknown"
    TWO_CANDIDATES = "two-candidates"
    LISTED_TOGETHER = "listed-together"
    CAMPUS = "campus"
    ATTACHED = "attached"
    OTHER_NUMBER = "other-number"
    OTHER_STAGE = "other-stage"
    OTHER_WORDS = "other-words"
    SUCCESSION = "succession"


@dataclass(frozen=True, slots=True)
class Decision:
    """Why several names are one thing, or why they are not."""

    same: bool
    reason: Reason
    kind: EntityKind
    names: tuple[str, ...]
    """The names that were compared, as the documents give them."""
    entities: tuple[str, ...]
    """What they stand for: one if the same, else one for each name.

    `Entity.id` in the decisions of a document, `GraphEntity.key` in those over all.
    """
    documents: tuple[str, ...] = ()
    """Keys of the documents whose names were compared; empty inside one document."""
    detail: Mapping[str, str] = field(default_factory=dict)
    """What was equal or different: `form`, `region` … for the words of the reason."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Two names of one document that a person knows for two things; what bears neither stays with the first."""

    kind: EntityKind
    stays: str
    goes: str

"""Text that two reports share, and the text of a report small enough to be kept of thousands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.evidence import StatementEvidence

__all__ = ["SHARED_TEXT", "Direction", "KeptText", "SharedKind", "SharedText"]

SHARED_TEXT = "shared-text"
"""The rule of the places of a shared text."""


class SharedKind(StrEnum):
    """How much two reports share."""

    PASSAGE = "passage"
    DOCUMENT = "document"
    """The shorter report stands almost whole in the other one."""


class Direction(StrEnum):
    """By what is known which of two reports was first."""

    DATE = "date"
    YEAR = "year"
    """By the years of which they speak, where a date is missing."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SharedText:
    """Words of one report that stand in another one too, but perhaps for names and figures.

    `first` is the earlier report where `direction` is not `unknown`, else that of the smaller key. Each place is
    `raw[start:end] == quote`; its `confidence` is the similarity, its `rule` is `SHARED_TEXT`.
    """

    key: str
    """ASCII path under the base IRI, from both places."""
    kind: SharedKind
    first: StatementEvidence
    second: StatementEvidence
    similarity: float
    """Characters that agree, in order, as a share of both texts: 1.0 for the same words."""
    direction: Direction

    @property
    def evidence(self) -> tuple[StatementEvidence, StatementEvidence]:
        """Both places, the first one first."""
        return self.first, self.second


@dataclass(frozen=True, slots=True)
class KeptText:
    """The clean text of a document, the way back to the raw text and the names in it, packed.

    `kg.lineage` packs and unpacks it: texts of all documents are compared when the last one is read.
    """

    text: bytes = b""
    places: bytes = b""

    def __bool__(self) -> bool:
        return bool(self.text)

"""Documents of a sentence or two, read up to extraction."""

from __future__ import annotations

from kg.clean import clean
from kg.extract import extract
from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.facts import Mention
from kg.segment import segment
from tests.clean.documents import raw_of

__all__ = ["mentions_of", "segmented"]


def segmented(text: str, knowledge: Knowledge) -> SegmentedDocument:
    """A plain text, cleaned and cut into sections and sentences."""
    return segment(clean(raw_of(text)), knowledge)


def mentions_of(text: str, knowledge: Knowledge) -> tuple[Mention, ...]:
    """All that a plain text names."""
    return extract(segmented(text, knowledge), knowledge)

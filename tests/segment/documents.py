"""Documents of a few lines, cut into sections and sentences."""

from __future__ import annotations

from kg.clean import clean
from kg.knowledge import Knowledge
from kg.model.document import Context, SegmentedDocument
from kg.segment import segment
from tests.clean.documents import raw_of

__all__ = ["context_of", "segmented"]


def segmented(text: str, knowledge: Knowledge) -> SegmentedDocument:
    """A plain text, cleaned and cut."""
    return segment(clean(raw_of(text)), knowledge)


def context_of(document: SegmentedDocument, words: str) -> Context:
    """What the sentence inherits in which some words stand; they must stand in exactly one."""
    (sentence,) = [s for s in document.sentences if words in document.text[s.start : s.end]]
    return sentence.context

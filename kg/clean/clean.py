"""A raw document to the text that all later stages read."""

from __future__ import annotations

from collections.abc import Callable

from kg.clean.characters import characters, private_characters
from kg.clean.doubled_body import doubled_body
from kg.clean.furniture import furniture
from kg.clean.inserted_pinyin import inserted_pinyin
from kg.clean.labelled_lines import read_labels
from kg.clean.lost_line_ends import lost_line_ends
from kg.clean.lost_quotes import lost_quotes
from kg.clean.lost_stops import lost_stops
from kg.clean.misread import misread
from kg.clean.numbers import numbers
from kg.clean.paragraphs import paragraphs
from kg.clean.punctuation import narrow, punctuation
from kg.clean.spaces import spaces, spread_text
from kg.clean.split_characters import split_characters
from kg.clean.step import Mended
from kg.clean.titles import full_title
from kg.clean.traditional import language, traditional
from kg.clean.unmatched_quotes import unmatched_quotes
from kg.clean.wrapped_lines import wrapped_lines
from kg.model.aligned import AlignedText
from kg.model.document import CleanDocument, Metadata, RawDocument, Repair
from kg.text.simplify import simplify

__all__ = ["PAGE", "SCRIPT", "WORDING", "clean"]

SCRIPT: tuple[Callable[[AlignedText], Mended], ...] = (
    misread,
    characters,
    spread_text,
    wrapped_lines,
    narrow,
    inserted_pinyin,
    split_characters,
    lost_quotes,
    private_characters,
    traditional,
    punctuation,
    spaces,
    lost_line_ends,
    paragraphs,
)
"""How the text is written. The order matters: lines are joined first, for a line may end inside a reading or a number,
and the bytes of a cut character are those of the traditional one."""
PAGE: tuple[Callable[[AlignedText], Mended], ...] = (furniture, doubled_body)
"""What of the page is the report."""
WORDING: tuple[Callable[[AlignedText], Mended], ...] = (numbers, lost_stops, unmatched_quotes)
"""What is lost inside its sentences; last, so that a repair is counted once for a body that stands twice."""


def clean(raw: RawDocument) -> CleanDocument:
    """The mended text with its way back to the raw one, what the page says of itself, and every repair. Never fails."""
    written, repairs = _after(SCRIPT, raw.view)
    body, removed = _after(PAGE, written)
    body, mended = _after(WORDING, body)
    told = read_labels(
        written.text.split("\n"), title=full_title(body.text.split("\n")), language=language(raw.view.text)
    )
    metadata = _with_given(told, raw.given)
    return CleanDocument(raw.source, raw.text, body, metadata, (*repairs, *removed, *mended))


def _with_given(read: Metadata, given: Metadata) -> Metadata:
    """What is told beside the text, in simplified characters, and what the text says of itself where that is silent."""
    return Metadata(
        title=simplify(given.title) or read.title,
        publisher=simplify(given.publisher) or read.publisher,
        published=given.published or read.published,
        language=read.language,
        url=given.url,
        region=simplify(given.region),
        told=given.told,
    )


def _after(steps: tuple[Callable[[AlignedText], Mended], ...], view: AlignedText) -> tuple[AlignedText, list[Repair]]:
    """The text after all steps, and what they did."""
    repairs: list[Repair] = []
    for step in steps:
        view, made = step(view)
        repairs += made
    return view, repairs

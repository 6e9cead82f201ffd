"""What the tests of figures share: a sentence read as a report's, and its figures as words."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from kg.clean import clean
from kg.extract import extract
from kg.figures import find_figures
from kg.knowledge import Knowledge
from kg.model.aligned import AlignedText
from kg.model.document import RawDocument, SegmentedDocument, SourceFile
from kg.model.facts import Mention
from kg.model.figures import Change, FigureMention, Tally
from kg.segment import segment

__all__ = ["HEAD", "read", "said", "whole"]

HEAD = "石门县教育局2022年工作总结\n"
"""The title of the examples: what they say is of 2022 and done, where nothing else is said."""
SIGNS = {Change.INCREASE: "+", Change.DECREASE: "-", None: ""}


def whole(text: str, knowledge: Knowledge) -> tuple[SegmentedDocument, tuple[Mention, ...], Tally]:
    """A text by all stages up to its figures."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    raw = RawDocument(SourceFile("a.txt", sha256, "text/plain", "utf-8", len(text)), text, AlignedText.plain(text))
    document = segment(clean(raw), knowledge)
    mentions = extract(document, knowledge)
    return document, mentions, find_figures(document, mentions, knowledge)


def read(text: str, knowledge: Knowledge, *, head: str = HEAD) -> Tally:
    """The figures and identities of sentences under a report's title."""
    return whole(f"{head}{text}\n", knowledge)[2]


def said(figure: FigureMention) -> str:
    """A figure as words: `在校学生（小学） ~1200 人`."""
    narrow = f"（{'、'.join(figure.qualifiers)}）" if figure.qualifiers else ""
    vague = "~" if figure.approximate and figure.upper is None else ""
    upper = f"-{plain(figure.upper)}" if figure.upper is not None else ""
    return f"{figure.what}{narrow} {SIGNS[figure.change]}{vague}{plain(figure.value)}{upper} {figure.unit}"


def plain(value: Decimal) -> str:
    return f"{value:f}"

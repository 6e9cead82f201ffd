"""Raw documents for the tests of cleaning."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from kg.clean import clean
from kg.model.aligned import AlignedText
from kg.model.document import CleanDocument, RawDocument, SourceFile
from kg.read import read


def raw_of(text: str) -> RawDocument:
    """A plain text as if it had been read from a file."""
    source = SourceFile("a.txt", "0" * 64, "text/plain", "utf-8", len(text))
    return RawDocument(source, text, AlignedText.plain(text))


def cleaned(text: str) -> CleanDocument:
    return clean(raw_of(text))


def cleaned_file(path: Path) -> CleanDocument:
    return clean(read(path, name=path.name))


def rules_of(document: CleanDocument) -> Counter[str]:
    """How often each rule mended something."""
    return Counter(repair.rule for repair in document.repairs)

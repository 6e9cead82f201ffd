"""The words of a document that say something."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Evidence", "StatementEvidence"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the raw file that say it: `raw[start:end] == quote`, always."""

    start: int
    end: int
    quote: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class StatementEvidence:
    """The raw words of one document behind a statement: `raw[start:end] == quote`."""

    document: str
    """Key of the document: `doc/` and the first 16 digits of its sha256."""
    start: int
    end: int
    quote: str
    rule: str
    confidence: float

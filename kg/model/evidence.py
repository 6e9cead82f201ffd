"""The words of a document that say something."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Evidence"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the raw file that say it: `raw[start:end] == quote`, always."""

    start: int
    end: int
    quote: str
    rule: str
    confidence: float

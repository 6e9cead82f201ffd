"""A figure while it is being read: its number is certain, the rest is filled in step by step."""

from __future__ import annotations

from dataclasses import dataclass

from kg.figures.numbers import Number
from kg.model.document import Sentence
from kg.model.figures import Change
from kg.model.names import Status

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """One number with what is known of it so far; never leaves this package."""

    number: Number
    sentence: Sentence
    clause: int
    """Where the words before the number begin that can belong to it."""
    own: int
    """The same, never widened to the words of another figure from which it takes its noun."""
    begin: int
    """Where what is counted begins, behind words of scope and time; the number's own start if nothing stands there."""
    end: int
    """Where the words behind the number end that belong to it."""
    what: str
    qualifiers: tuple[str, ...]
    change: Change | None
    level: bool
    """Whether 提高到, 增至 say that the number is a level that was reached."""
    sums_up: bool
    """Whether 共计, 合计 say that the number sums up those before it."""
    before: bool
    """Whether 由 or 从 says that it was so before."""
    partial: bool
    """Whether 其中 stands before it."""
    fits: bool
    """Whether what is counted is a word that the measure word counts: 小学 with 所, not with 人."""
    vague: bool
    """Whether 约, 近, 超过 stand before the number."""
    rule: str
    confidence: float
    year: int | None = None
    status: Status | None = None
    region: int | None = None
    about: int | None = None
    part_of: int | None = None

    @property
    def approximate(self) -> bool:
        """Whether the text does not claim the number to be exact."""
        return self.vague or self.number.approximate

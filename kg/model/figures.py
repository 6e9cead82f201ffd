"""Figures: how much of what a document counts, and the sums and shares that its figures must obey."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kg.model.evidence import Evidence
from kg.model.names import Status

__all__ = ["Change", "Counted", "Figure", "FigureMention", "Identity", "IdentityKind", "Tally"]


class Change(StrEnum):
    """Which way a figure says that something went; a figure that says how much there is has none."""

    INCREASE = "increase"
    DECREASE = "decrease"


class IdentityKind(StrEnum):
    """What binds several figures together."""

    SUM = "sum"
    """The parts add up to the whole: 学校82所，其中高中4所，义务教育30所，幼儿园47所，中职1所."""
    SHARE = "share"
    """A part of a whole is so many percent: 发现问题49个，整改48个，完成率97.96%."""
    GROWTH = "growth"
    """A level, the step to it, and the step in percent: 624人，增加195人，增幅45.45%."""
    DIFFERENCE = "difference"
    """Two levels and the step between them: 由500元提高到700元，提高200元."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What every figure says, however far it has come: what is counted, how much, when, how far along."""

    what: str
    """What is counted or measured: 在编教师, 本科上线率, 新增高中学位."""
    qualifiers: tuple[str, ...]
    """What narrows it: stage, ownership, purpose; 幼儿园 of 在编教师2243人，其中幼儿园77人."""
    value: Decimal
    """The number with 万 and 亿 multiplied out; of a range its lower end."""
    upper: Decimal | None
    """The upper end of a range."""
    unit: str
    """The measure word in its usual form: 所, 人次, 元, 平方米, %, 个百分点."""
    approximate: bool
    """Whether the text says 约, 余, 多, 近, 以上 …"""
    change: Change | None
    year: int | None
    status: Status | None


@dataclass(frozen=True, slots=True)
class FigureMention(Counted):
    """One number of the clean text with what it counts; the figure as it stands, before entities are known."""

    start: int
    """Half-open span of the number with its unit, in the clean text."""
    end: int
    evidence_start: int
    """Span of the words that say what is counted and how much."""
    evidence_end: int
    region: int | None
    """Index of the mention of the region for which it holds; None for the document's own where it is named nowhere."""
    about: int | None
    """Index of the mention of the one school that it is about; None where it is about a region."""
    part_of: int | None
    """Index of the figure of which it is a part."""
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Identity:
    """An equation between figures that the text states without writing it."""

    kind: IdentityKind
    figures: tuple[int, ...]
    """Indices: of a sum the whole and then its parts; of a share whole, part, percent; of a growth level, step,
    percent; of a difference both levels and the step."""
    computed: Decimal
    """What follows from the other figures: the sum of the parts, the percentage, the size of the step."""
    holds: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """All figures of a document in the order of its text, and the identities between them."""

    figures: tuple[FigureMention, ...] = ()
    identities: tuple[Identity, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure(Counted):
    """One figure as one document gives it, however often it repeats it."""

    region: str
    """`Entity.id` of the region; empty if none is known."""
    about: str
    """`Entity.id` of the school; empty where it is about a region."""
    part_of: int | None
    """Index of the figure of which it is a part, in the document's figures."""
    evidence: Evidence

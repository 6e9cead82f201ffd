"""What one document names and says: mentions, relations, and the facts that leave the per-document half."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model.document import DocumentInfo, Repair
from kg.model.evidence import Evidence
from kg.model.figures import Figure, Identity
from kg.model.grounds import Grounds
from kg.model.identity import Decision
from kg.model.lineage import KeptText
from kg.model.names import EntityKind, FactKind, Level, Status

__all__ = ["DocumentFacts", "Entity", "Evidence", "Fact", "Failure", "Mention", "Relation"]


NO_GROUNDS = Grounds()
"""Of a fact about which nothing more is known."""
NO_TEXT = KeptText()


@dataclass(frozen=True, slots=True)
class Mention:
    """That something is named: where, as what, and by which rule."""

    kind: EntityKind
    start: int
    """Half-open span in the clean text."""
    end: int
    name: str
    """The name it stands for: the surface, or what an ellipsis leaves out (梅林、古田…幼儿园 gives 古田幼儿园)."""
    rule: str
    confidence: float = 1.0
    attributes: Mapping[str, str] = field(default_factory=dict)
    """`level`, `concept`, `code`, `stage`… where the rule knows them."""


@dataclass(frozen=True, slots=True)
class Relation:
    """That mentions are connected: how, when, and how far along."""

    kind: FactKind
    ends: Mapping[str, int]
    """Role to index of a mention in the document's list."""
    year: int | None
    status: Status | None
    start: int
    """Half-open span of the evidence in the clean text."""
    end: int
    rule: str
    confidence: float = 1.0
    attributes: Mapping[str, str] = field(default_factory=dict)
    """`count`, `amount` (yuan), `seats`, `area` (m²), `begin`, `finish` where the text tells."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world as one document knows it, however often it is named."""

    id: str
    """Unique in the document: `S1`, `H3`."""
    kind: EntityKind
    name: str
    """The fullest correct name that the document supports, in simplified Chinese."""
    aliases: tuple[str, ...]
    """Other names that the text uses or that follow from it, sorted, without `name`."""
    concept: str
    """Slug of the shared concept that it is an instance of (`program/shuangjian`); empty if none."""
    level: Level | None
    evidence: tuple[Evidence, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    """`code` of a region, `stage` and `ownership` of a school …"""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of one document about its entities."""

    kind: FactKind
    ends: Mapping[str, str]
    """Role to `Entity.id`; the roles of `FACT_ENDS`."""
    year: int | None
    status: Status | None
    evidence: Evidence
    attributes: Mapping[str, str] = field(default_factory=dict)
    grounds: Grounds = NO_GROUNDS
    """What its confidence was computed from."""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """All that one document gives: the border between the work on one document and the work on all."""

    info: DocumentInfo
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    repairs: tuple[Repair, ...]
    decisions: tuple[Decision, ...] = ()
    """Why its names are one thing or several; entities by `Entity.id`."""
    figures: tuple[Figure, ...] = ()
    identities: tuple[Identity, ...] = ()
    """Sums, shares and growths between the figures, by their indices."""
    text: KeptText = NO_TEXT
    """What it says, packed, to be compared with what others say."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave nothing, and why; the run went on without it."""

    path: str
    stage: str
    problem: str

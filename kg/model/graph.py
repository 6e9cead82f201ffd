"""The result: entities and statements over all documents, free of any library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kg.model.curation import Curation
from kg.model.document import DocumentInfo
from kg.model.evidence import StatementEvidence
from kg.model.facts import Failure
from kg.model.figures import Counted, IdentityKind
from kg.model.identity import Decision
from kg.model.lineage import SharedText
from kg.model.names import EntityKind, FactKind, Level, Status

__all__ = [
    "Curation",
    "Decision",
    "GraphEntity",
    "GraphFigure",
    "GraphIdentity",
    "KnowledgeGraph",
    "Resolution",
    "RunReport",
    "Statement",
    "StatementEvidence",
]


@dataclass(frozen=True, slots=True)
class GraphEntity:
    """One thing of the world over all documents."""

    key: str
    """ASCII path under the base IRI, a pure function of what it names: `school/431221-zhongfangxiaoxue-kx4d9c2a`."""
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    concept: str
    """Key of the shared concept (`program/shuangjian`), or empty."""
    level: Level | None
    region: str
    """Key of the region it belongs to, or empty."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """`code` of a region (its division code, absent for places without one), `stage` and `ownership` of a school."""
    mentions: tuple[StatementEvidence, ...] = ()
    """Every place where a document names it, by document and place."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact over all documents; equal facts of several documents are one statement with several evidences."""

    key: str
    """ASCII path under the base IRI, from kind, ends, year and status."""
    kind: FactKind
    ends: Mapping[str, str]
    """Role to `GraphEntity.key`; the roles of `FACT_ENDS`."""
    year: int | None
    status: Status | None
    evidence: tuple[StatementEvidence, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    """`count`, `amount` (yuan), `seats`, `area` (m²), `begin`, `finish` where the text tells."""


@dataclass(frozen=True, slots=True)
class GraphFigure(Counted):
    """A figure over all documents; equal figures of several documents are one with several evidences."""

    key: str
    """ASCII path under the base IRI, from all that the figure says but how surely."""
    region: str
    """Key of the region for which it holds; empty if none is known."""
    about: str
    """Key of the school that it is about; empty where it is about a region."""
    part_of: str
    """Key of the figure of which it is a part, or empty."""
    evidence: tuple[StatementEvidence, ...]


@dataclass(frozen=True, slots=True)
class GraphIdentity:
    """A sum, share, growth or difference between figures, and whether it holds."""

    key: str
    kind: IdentityKind
    figures: tuple[str, ...]
    """Keys of its members, in the order of `Identity.figures`."""
    computed: Decimal
    holds: bool

    @property
    def derived(self) -> str:
        """Key of the figure that follows from the others: the whole of a sum, else the last."""
        return self.figures[0 if self.kind is IdentityKind.SUM else -1]

    @property
    def given(self) -> tuple[str, ...]:
        """Keys of the figures from which it follows."""
        return self.figures[1:] if self.kind is IdentityKind.SUM else self.figures[:-1]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who over all documents."""

    entities: tuple[GraphEntity, ...]
    entity_of: Mapping[tuple[str, str], str]
    """(document key, `Entity.id`) to `GraphEntity.key`."""
    decisions: tuple[Decision, ...]
    """Why; sorted, merges first."""
    former: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """(document key, `Entity.id`, former name) to the `GraphEntity.key` of the school that it was."""


@dataclass(frozen=True, slots=True, repr=False)
class KnowledgeGraph:
    """Entities, statements and documents, each sorted by key: the same input gives the same value.

    >>> KnowledgeGraph((), (), {})
    <KnowledgeGraph: 0 documents, 0 entities, 0 statements, 0 figures>
    """

    entities: tuple[GraphEntity, ...]
    statements: tuple[Statement, ...]
    documents: Mapping[str, DocumentInfo]
    """Document key to what the document says of itself."""
    decisions: tuple[Decision, ...] = ()
    """Why names were taken for one thing, or not."""
    figures: tuple[GraphFigure, ...] = ()
    identities: tuple[GraphIdentity, ...] = ()
    read_by: Mapping[str, str] = field(default_factory=dict)
    """Document key to the version of this package that read it; the installed one where it is not told."""
    curations: tuple[Curation, ...] = ()
    """What people corrected, sorted by key."""
    shared_texts: tuple[SharedText, ...] = ()
    """Passages that stand in two reports, sorted by key."""

    def __repr__(self) -> str:
        """How much it holds; all of it would fill books."""
        parts = ("documents", self.documents), ("entities", self.entities), ("statements", self.statements)
        counts = (f"{len(part):,} {name}" for name, part in (*parts, ("figures", self.figures)))
        return f"<{type(self).__name__}: {', '.join(counts)}>"


@dataclass(frozen=True, slots=True)
class RunReport:
    """What happened in a run: nothing is dropped without a line here."""

    documents: tuple[Mapping[str, object], ...]
    """One record a file: path, sha256, encoding, title, region, repairs by rule, counts."""
    failures: tuple[Failure, ...]
    skipped: tuple[Failure, ...]
    counts: Mapping[str, Mapping[str, int]]
    versions: Mapping[str, str]
    failed_identities: tuple[Mapping[str, object], ...] = ()
    """Sums and shares of a report that do not hold, each with all its places in the text."""
    conflicts: tuple[Mapping[str, object], ...] = ()
    """Figures to which several reports give different values."""
    curation: Mapping[str, object] | None = None
    """The entries of the curation file that were applied, and those that were not, with why; None without a file."""

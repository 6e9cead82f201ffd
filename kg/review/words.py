"""What a graph says, in the words in which people are asked about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.explain import FACTS, KINDS, STATUSES
from kg.model.figures import Change, IdentityKind
from kg.model.graph import GraphFigure, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import FACT_ENDS, EntityKind

__all__ = ["IDENTITIES", "Words", "figure_said", "plain"]

IDENTITIES = {
    IdentityKind.SUM: "合计",
    IdentityKind.SHARE: "占比",
    IdentityKind.GROWTH: "增幅",
    IdentityKind.DIFFERENCE: "差额",
}
_CHANGES = {Change.INCREASE: "增加", Change.DECREASE: "减少", None: ""}


class Words:
    """The names, facts and quotes of one graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._documents = graph.documents
        self._names = {entity.key: entity.name for entity in graph.entities}
        self._about: dict[str, list[StatementEvidence]] = defaultdict(list)
        for statement in graph.statements:
            for key in statement.ends.values():
                self._about[key].extend(statement.evidence)

    def name(self, key: str) -> str:
        """The name of an entity; empty where there is none."""
        return self._names.get(key, "")

    def kind(self, kind: EntityKind) -> str:
        """What a kind of entity is called."""
        return KINDS[kind.value]

    def about(self, key: str) -> list[StatementEvidence]:
        """The words of the facts that name an entity, the surest first."""
        return sorted(self._about.get(key, ()), key=lambda e: (-e.confidence, e.document, e.start))

    def said(self, statement: Statement) -> str:
        """A fact in short: its kind, ends, year and status."""
        ends = "—".join(self.name(statement.ends[r]) for r in FACT_ENDS[statement.kind] if r in statement.ends)
        year = f"{statement.year}年" if statement.year is not None else ""
        status = STATUSES[statement.status] if statement.status is not None else ""
        return " ".join(word for word in (FACTS[statement.kind], ends, year + status) if word)

    def quotes(self, evidence: Iterable[StatementEvidence]) -> tuple[tuple[str, str], ...]:
        """(file, words) of each evidence once, in their order; words that stand inside others are left out."""
        told = list(evidence)
        whole = [e for e in told if not any(_inside(e, other) for other in told)]
        return tuple(dict.fromkeys((self.file(e.document), e.quote) for e in whole))

    def file(self, document: str) -> str:
        """The name of a report's file."""
        return self._documents[document].source.path.rsplit("/", 1)[-1]


def _inside(one: StatementEvidence, other: StatementEvidence) -> bool:
    """Whether words stand inside longer ones of the same report."""
    lies = one.document == other.document and other.start <= one.start and one.end <= other.end
    return lies and (one.start, one.end) != (other.start, other.end)


def figure_said(figure: GraphFigure) -> str:
    """A figure in short: what, how much, in which measure."""
    narrowed = f"（{'、'.join(figure.qualifiers)}）" if figure.qualifiers else ""
    return f"{figure.what}{narrowed}{_CHANGES[figure.change]}{figure.value:f}{figure.unit}"


def plain(text: str) -> str:
    """Words that can stand in a comment or on a terminal: one line without control characters.

    >>> plain("一\\n二\\x00")
    '一 二 '
    """
    return "".join(sign if sign.isprintable() else " " for sign in text)

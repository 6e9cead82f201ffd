"""The figures of a graph as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.export.tables.facts import EVIDENCE_COLUMNS, evidence_cells, file_names
from kg.export.tables.model import Cell, Column, Table, Type, plain_number
from kg.model.figures import Change, IdentityKind
from kg.model.graph import GraphFigure, KnowledgeGraph, StatementEvidence

__all__ = ["KIND_WORDS", "figure_table", "figures_with_evidence", "titles"]

COLUMNS = (
    Column("what", "数据"),
    Column("qualifiers", "限定"),
    Column("value", "数值", Type.NUMBER),
    Column("upper", "上限", Type.NUMBER),
    Column("unit", "单位"),
    Column("approximate", "约数"),
    Column("change", "增减"),
    Column("region", "地区"),
    Column("region_key", "地区标识", link=True),
    Column("about", "学校"),
    Column("about_key", "学校标识", link=True),
    Column("year", "年份", Type.WHOLE),
    Column("status", "状态"),
    Column("part_of", "属于"),
    Column("part_of_key", "所属标识", link=True),
    Column("checks", "核对"),
)
KEY_COLUMN = Column("figure", "数据标识")
CHANGE_WORDS = {Change.INCREASE: "增加 increase", Change.DECREASE: "减少 decrease"}
KIND_WORDS = {
    IdentityKind.SUM: "合计 sum",
    IdentityKind.SHARE: "占比 share",
    IdentityKind.GROWTH: "增幅 growth",
    IdentityKind.DIFFERENCE: "差额 difference",
}


def figure_table(graph: KnowledgeGraph) -> Table:
    """A row a figure, in the order of the graph."""
    told = _Told.of(graph)
    return Table("figures", "数据", (*COLUMNS, KEY_COLUMN), [(*told.cells(f), f.key) for f in graph.figures])


def figures_with_evidence(graph: KnowledgeGraph) -> Table:
    """A row for each evidence of each figure, document by document in the order of the text."""
    told, files = _Told.of(graph), file_names(graph)
    rows = [(*told.cells(figure), *evidence_cells(said, files), figure.key) for figure, said in _evidences(graph)]
    return Table("figures", "数据", (*COLUMNS, *EVIDENCE_COLUMNS, KEY_COLUMN), rows)


def titles(graph: KnowledgeGraph) -> dict[str, str]:
    """Key of each figure to its words: 在编教师（幼儿园）77人."""
    return {figure.key: _title(figure) for figure in graph.figures}


def _title(figure: GraphFigure) -> str:
    """What a figure counts, with what narrows it, and how much."""
    narrow = f"（{'、'.join(figure.qualifiers)}）" if figure.qualifiers else ""
    return f"{figure.what}{narrow}{plain_number(figure.value)}{figure.unit}"


def _checks(graph: KnowledgeGraph) -> dict[str, str]:
    """For each figure the identities in which it stands, and whether they hold."""
    found: dict[str, list[str]] = defaultdict(list)
    for identity in graph.identities:
        told = f"{KIND_WORDS[identity.kind]}{'✓' if identity.holds else '✗ ' + plain_number(identity.computed)}"
        for key in dict.fromkeys(identity.figures):
            found[key].append(told)
    return {key: "；".join(told) for key, told in found.items()}


def _evidences(graph: KnowledgeGraph) -> list[tuple[GraphFigure, StatementEvidence]]:
    pairs = [(figure, evidence) for figure in graph.figures for evidence in figure.evidence]
    return sorted(pairs, key=lambda p: (p[1].document, p[1].end, p[1].start, p[0].key, p[1].rule))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the rows of figures say of other things."""

    names: Mapping[str, str]
    titles: Mapping[str, str]
    checks: Mapping[str, str]

    @classmethod
    def of(cls, graph: KnowledgeGraph) -> _Told:
        names = {entity.key: entity.name for entity in graph.entities}
        return cls(names, titles(graph), _checks(graph))

    def cells(self, figure: GraphFigure) -> tuple[Cell, ...]:
        return (
            figure.what, "、".join(figure.qualifiers), figure.value, figure.upper, figure.unit,
            "约 about" if figure.approximate else "", "" if figure.change is None else CHANGE_WORDS[figure.change],
            self.names.get(figure.region, ""), figure.region, self.names.get(figure.about, ""), figure.about,
            figure.year, "" if figure.status is None else figure.status.value,
            self.titles.get(figure.part_of, ""), figure.part_of, self.checks.get(figure.key, ""),
        )  # fmt: skip

"""The figures of the graph as a table for people who work with spreadsheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from kg.export.cells import Cell, csv_text
from kg.model.figures import Change, IdentityKind
from kg.model.graph import GraphFigure, KnowledgeGraph, StatementEvidence

__all__ = ["figures_csv", "plain_number"]

FIGURE_HEAD = (
    "数据 what",
    "限定 qualifiers",
    "数值 value",
    "上限 upper",
    "单位 unit",
    "约数 approximate",
    "增减 change",
    "地区 region",
    "学校 about",
    "年份 year",
    "状态 status",
    "属于 part_of",
    "核对 checks",
    "来源文件 file",
    "来源标识 document",
    "起 start",
    "止 end",
    "原文 quote",
    "规则 rule",
    "置信度 confidence",
    "数据标识 figure",
)
CHANGE_WORDS = {Change.INCREASE: "增加 increase", Change.DECREASE: "减少 decrease"}
KIND_WORDS = {
    IdentityKind.SUM: "合计 sum",
    IdentityKind.SHARE: "占比 share",
    IdentityKind.GROWTH: "增幅 growth",
    IdentityKind.DIFFERENCE: "差额 difference",
}


def figures_csv(graph: KnowledgeGraph) -> bytes:
    """A row for each evidence of each figure, document by document in the order of the text.

    UTF-8 with the mark by which spreadsheets know it.
    """
    names = {entity.key: entity.name for entity in graph.entities}
    files = {key: info.source.path.rsplit("/", 1)[-1] for key, info in graph.documents.items()}
    titles = {figure.key: _title(figure) for figure in graph.figures}
    checks = _checks(graph)
    rows = (
        _row(figure, evidence, names, files, titles, checks.get(figure.key, ""))
        for figure, evidence in _evidences(graph)
    )
    return csv_text(FIGURE_HEAD, rows).encode("utf-8-sig", "replace")


def plain_number(value: Decimal | None) -> str:
    """The number without exponent, as spreadsheets read it.

    >>> plain_number(Decimal("1.2E+7")), plain_number(Decimal("42.56")), plain_number(None)
    ('12000000', '42.56', '')
    """
    return "" if value is None else f"{value:f}"


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


def _row(
    figure: GraphFigure,
    evidence: StatementEvidence,
    names: Mapping[str, str],
    files: Mapping[str, str],
    titles: Mapping[str, str],
    checks: str,
) -> tuple[Cell, ...]:
    return (
        figure.what,
        "、".join(figure.qualifiers),
        plain_number(figure.value),
        plain_number(figure.upper),
        figure.unit,
        "约 about" if figure.approximate else "",
        "" if figure.change is None else CHANGE_WORDS[figure.change],
        names.get(figure.region, ""),
        names.get(figure.about, ""),
        figure.year,
        "" if figure.status is None else figure.status.value,
        titles.get(figure.part_of, ""),
        checks,
        files.get(evidence.document, ""),
        evidence.document,
        evidence.start,
        evidence.end,
        evidence.quote,
        evidence.rule,
        evidence.confidence,
        figure.key,
    )

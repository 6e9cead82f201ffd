"""The facts of a graph as tables: one row a fact, one row an evidence, or both in one."""

from __future__ import annotations

from collections.abc import Mapping

from kg.export.tables.attributes import number_of, other
from kg.export.tables.model import Cell, Column, Table, Type
from kg.model.graph import GraphFigure, KnowledgeGraph, Statement, StatementEvidence
from kg.text.sources import sources

__all__ = ["evidence_table", "fact_table", "facts_with_evidence"]

ROLES = {
    "school": "学校",
    "region": "地区",
    "in": "上级地区",
    "honor": "荣誉",
    "to": "获得者",
    "project": "项目",
    "program": "举措",
    "document": "文件",
    "former": "原校",
    "successor": "后继校",
}
WORDS = {
    "year_rule": "年份依据",
    "status_rule": "状态依据",
    "period": "时段",
    "state": "授予情况",
    "issuer": "授予单位",
}
NUMBERS = {
    "count": ("数量", Type.WHOLE),
    "amount": ("金额（元）", Type.NUMBER),
    "seats": ("学位数", Type.WHOLE),
    "area": ("面积（平方米）", Type.NUMBER),
}
DATES = {"begin": "开始", "finish": "完成"}
_TOLD = (*WORDS, *DATES, "issuer_id")

FACT_COLUMNS = (
    Column("type", "类型"),
    *(Column(role, words) for role, words in ROLES.items()),
    *(Column(f"{role}_key", f"{words}标识", link=True) for role, words in ROLES.items()),
    Column("year", "年份", Type.WHOLE),
    Column("status", "状态"),
    *(Column(name, words) for name, words in WORDS.items()),
    *(Column(name, words, type) for name, (words, type) in NUMBERS.items()),
    *(Column(name, words) for name, words in DATES.items()),
    Column("other", "其他"),
)
EVIDENCE_COLUMNS = (
    Column("file", "来源文件"),
    Column("source", "来源标识"),
    Column("start", "起", Type.WHOLE),
    Column("end", "止", Type.WHOLE),
    Column("quote", "原文"),
    Column("rule", "规则"),
    Column("confidence", "置信度", Type.NUMBER),
)
SOURCES_COLUMN = Column("sources", "独立来源数", Type.WHOLE)
"""Reports that say it by themselves: what one copied from another counts once."""
KEY_COLUMN = Column("fact", "事实标识")


def fact_table(graph: KnowledgeGraph) -> Table:
    """A row a fact, in the order of the graph, with how many evidences it has, and how many independent reports."""
    names, independent = _names(graph), sources(graph)
    rows = [(*_fact(s, names), len(s.evidence), independent[s.key], s.key) for s in graph.statements]
    counts = Column("evidences", "出处数", Type.WHOLE), SOURCES_COLUMN
    return Table("facts", "事实", (*FACT_COLUMNS, *counts, KEY_COLUMN), rows)


def evidence_table(graph: KnowledgeGraph) -> Table:
    """A row for each evidence of each fact and each figure; the last cell is the key of what it is evidence of."""
    files = file_names(graph)
    said: list[Statement | GraphFigure] = [*graph.statements, *graph.figures]
    rows = [(*evidence_cells(evidence, files), thing.key) for thing in said for evidence in thing.evidence]
    return Table("evidence", "出处", (*EVIDENCE_COLUMNS, Column("of", "所证标识")), rows)


def facts_with_evidence(graph: KnowledgeGraph) -> Table:
    """A row for each evidence of each fact: a fact that two sentences give has two rows with the same last cell."""
    names, files, independent = _names(graph), file_names(graph), sources(graph)
    rows = [
        (*_fact(statement, names), *evidence_cells(evidence, files), independent[statement.key], statement.key)
        for statement in graph.statements
        for evidence in statement.evidence
    ]
    return Table("facts", "事实", (*FACT_COLUMNS, *EVIDENCE_COLUMNS, SOURCES_COLUMN, KEY_COLUMN), rows)


def _fact(statement: Statement, names: Mapping[str, str]) -> tuple[Cell, ...]:
    ends, told = statement.ends, statement.attributes
    return (
        statement.kind.value,
        *(names.get(ends.get(role, ""), ends.get(role, "")) for role in ROLES),
        *(ends.get(role, "") for role in ROLES),
        statement.year,
        "" if statement.status is None else statement.status.value,
        *(told.get(name, "") for name in WORDS),
        *(number_of(told.get(name, "")) for name in NUMBERS),
        *(told.get(name, "") for name in DATES),
        other(told, _TOLD, NUMBERS),
    )


def _names(graph: KnowledgeGraph) -> dict[str, str]:
    return {entity.key: entity.name for entity in graph.entities}


def file_names(graph: KnowledgeGraph) -> dict[str, str]:
    """Document key to the name of its file, without folder."""
    return {key: info.source.path.rsplit("/", 1)[-1] for key, info in graph.documents.items()}


def evidence_cells(evidence: StatementEvidence, files: Mapping[str, str]) -> tuple[Cell, ...]:
    """The cells of `EVIDENCE_COLUMNS`."""
    return (
        files.get(evidence.document, ""),
        evidence.document,
        evidence.start,
        evidence.end,
        evidence.quote,
        evidence.rule,
        evidence.confidence,
    )

"""The graph as two tables for people who work with spreadsheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kg.export.cells import Cell, csv_text
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement, StatementEvidence

__all__ = ["entities_csv", "facts_csv"]

ENTITY_HEAD = (
    "类型 type",
    "名称 name",
    "别名 aliases",
    "级别 level",
    "地区 region",
    "区划代码 code",
    "学段 stage",
    "办学性质 ownership",
    "职务 role",
    "所在单位 affiliation",
    "其他 other",
    "共同概念 concept",
    "事实数 facts",
    "标识 key",
)
ROLES = {
    "school": "学校 school",
    "region": "地区 region",
    "in": "上级地区 in",
    "honor": "荣誉 honor",
    "to": "获得者 to",
    "project": "项目 project",
    "program": "举措 program",
    "document": "文件 document",
    "former": "原校 former",
    "successor": "后继校 successor",
}
FIGURES = {
    "count": "数量 count",
    "amount": "金额（元） amount",
    "seats": "学位数 seats",
    "area": "面积（平方米） area",
    "begin": "开始 begin",
    "finish": "完成 finish",
}
WORDS = {
    "year_rule": "年份依据 year_rule",
    "status_rule": "状态依据 status_rule",
    "period": "时段 period",
    "state": "授予情况 state",
    "issuer": "授予单位 issuer",
}
FACT_HEAD = (
    "类型 type",
    *ROLES.values(),
    "年份 year",
    "状态 status",
    *WORDS.values(),
    *FIGURES.values(),
    "其他 other",
    "来源文件 file",
    "来源标识 document",
    "起 start",
    "止 end",
    "原文 quote",
    "规则 rule",
    "置信度 confidence",
    "事实标识 fact",
)
_KNOWN = ("code", "stage", "ownership", "role", "affiliation")


def entities_csv(graph: KnowledgeGraph) -> bytes:
    """A row an entity, in the order of the graph; UTF-8 with the mark by which spreadsheets know it."""
    names = {entity.key: entity.name for entity in graph.entities}
    facts = Counter(key for statement in graph.statements for key in set(statement.ends.values()))
    rows = (_entity_row(entity, names, facts[entity.key]) for entity in graph.entities)
    return csv_text(ENTITY_HEAD, rows).encode("utf-8-sig", "replace")


def _entity_row(entity: GraphEntity, names: Mapping[str, str], facts: int) -> tuple[Cell, ...]:
    return (
        entity.kind.value,
        entity.name,
        "；".join(entity.aliases),
        "" if entity.level is None else entity.level.word,
        names.get(entity.region, entity.region),
        *(entity.attributes.get(name, "") for name in _KNOWN),
        _other(entity.attributes, (*_KNOWN, "affiliation_id")),
        entity.concept,
        facts,
        entity.key,
    )


def facts_csv(graph: KnowledgeGraph) -> bytes:
    """A row for each evidence of each fact: a fact that two sentences give has two rows with the same last cell."""
    names = {entity.key: entity.name for entity in graph.entities}
    files = {key: info.source.path.rsplit("/", 1)[-1] for key, info in graph.documents.items()}
    rows = (_fact_row(statement, evidence, names, files) for statement, evidence in _evidences(graph))
    return csv_text(FACT_HEAD, rows).encode("utf-8-sig", "replace")


def _evidences(graph: KnowledgeGraph) -> Iterator[tuple[Statement, StatementEvidence]]:
    for statement in graph.statements:
        for evidence in statement.evidence:
            yield statement, evidence


def _fact_row(
    statement: Statement, evidence: StatementEvidence, names: Mapping[str, str], files: Mapping[str, str]
) -> tuple[Cell, ...]:
    ends = {role: names.get(key, key) for role, key in statement.ends.items()}
    return (
        statement.kind.value,
        *(ends.get(role, "") for role in ROLES),
        statement.year,
        "" if statement.status is None else statement.status.value,
        *(statement.attributes.get(name, "") for name in (*WORDS, *FIGURES)),
        _other(statement.attributes, (*WORDS, *FIGURES, "issuer_id")),
        files.get(evidence.document, ""),
        evidence.document,
        evidence.start,
        evidence.end,
        evidence.quote,
        evidence.rule,
        evidence.confidence,
        statement.key,
    )


def _other(attributes: Mapping[str, str], known: tuple[str, ...]) -> str:
    """The attributes that have no column of their own.

    >>> _other({"code": "1", "b": "2", "a": "3"}, ("code",))
    'a: 3；b: 2'
    """
    return "；".join(f"{name}: {value}" for name, value in sorted(attributes.items()) if name not in known)

"""Titles level by level, as tables: a row a step, and a row for each title of a region."""

from __future__ import annotations

from collections.abc import Sequence

from kg.export.tables.facts import file_names
from kg.export.tables.model import Column, Table, Type
from kg.model.graph import KnowledgeGraph
from kg.model.names import Level
from kg.policy.ladder import Ladder, Titles

__all__ = ["LEVEL_WORDS", "ladder_table", "title_table"]

LEVEL_WORDS = {
    Level.NATIONAL: "国家级", Level.PROVINCE: "省级", Level.PREFECTURE: "市级", Level.COUNTY: "县级",
    Level.TOWNSHIP: "乡镇级", Level.SCHOOL: "校级",
}  # fmt: skip
STEP_COLUMNS = (
    Column("bearer", "获得者"),
    Column("region", "地区"),
    Column("title", "称号"),
    Column("level", "级别"),
    Column("honor", "荣誉"),
    Column("year", "年份", Type.WHOLE),
    Column("status", "状态"),
    Column("sought", "始争创", Type.WHOLE),
    Column("steps", "级数", Type.WHOLE),
    Column("rises", "逐级上升"),
    Column("quote", "原文"),
    Column("file", "来源文件"),
    Column("start", "起", Type.WHOLE),
    Column("end", "止", Type.WHOLE),
    Column("bearer_key", "获得者标识", link=True),
    Column("honor_key", "荣誉标识", link=True),
    Column("title_key", "称号标识", link=True),
    Column("region_key", "地区标识", link=True),
    Column("source", "来源标识", link=True),
)
_COUNTED = tuple(LEVEL_WORDS)[:4]


def ladder_table(found: Sequence[Ladder], graph: KnowledgeGraph) -> Table:
    """A row a step, from the lowest level of each ladder upwards."""
    files, names = file_names(graph), {entity.key: entity.name for entity in graph.entities}
    rows = [
        (
            one.name, names.get(one.region, ""), one.title_name, step.level.word, step.name, step.year,
            "" if step.status is None else step.status.value, step.sought, len(one.steps), "yes" if one.rises else "",
            step.evidence.quote, files.get(step.evidence.document, ""), step.evidence.start, step.evidence.end,
            one.bearer, step.honor, one.title, one.region, step.evidence.document,
        )
        for one in found
        for step in one.steps
    ]  # fmt: skip
    return Table("ladder", "荣誉阶梯", STEP_COLUMNS, rows)


def title_table(found: Sequence[Titles], graph: KnowledgeGraph) -> Table:
    """A row for each title that a region and its schools won: how many bear it, and how many titles of each level."""
    names = {entity.key: entity.name for entity in graph.entities}
    columns = (
        Column("region", "地区"),
        Column("title", "称号"),
        Column("bearers", "获得者数", Type.WHOLE),
        *(Column(level.word, LEVEL_WORDS[level], Type.WHOLE) for level in _COUNTED),
        Column("first", "最早年份", Type.WHOLE),
        Column("title_key", "称号标识", link=True),
        Column("region_key", "地区标识", link=True),
    )
    rows = [
        (
            names.get(one.region, ""), one.title_name, one.bearers,
            *(one.by_level.get(level, 0) for level in _COUNTED), one.first, one.title, one.region,
        )
        for one in found
    ]  # fmt: skip
    return Table("titles", "各地称号", columns, rows)

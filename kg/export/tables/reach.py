"""How far papers reach, as tables: a row a paper, and a row for each region that carries it out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.export.tables.compare import span
from kg.export.tables.facts import file_names
from kg.export.tables.model import Column, Table, Type
from kg.model.graph import KnowledgeGraph
from kg.policy.reach import Reach

__all__ = ["carried_table", "paper_table"]

PAPER_COLUMNS = (
    Column("document", "文件"),
    Column("level", "级别"),
    Column("document_year", "文件年份", Type.WHOLE),
    Column("regions_told", "执行的地区数", Type.WHOLE),
    Column("regions_held", "可能提到的地区数", Type.WHOLE),
    Column("since", "最早执行", Type.WHOLE),
    Column("regions", "地区"),
    Column("silent", "有报告而未提"),
    Column("programs", "落实的举措"),
    Column("concept", "概念标识"),
)
CARRIED_COLUMNS = (
    Column("document", "文件"),
    Column("level", "级别"),
    Column("document_year", "文件年份", Type.WHOLE),
    Column("region", "地区"),
    Column("year", "年份", Type.WHOLE),
    Column("status", "状态"),
    Column("program", "举措"),
    Column("quote", "原文"),
    Column("file", "来源文件"),
    Column("start", "起", Type.WHOLE),
    Column("end", "止", Type.WHOLE),
    Column("rule", "规则"),
    Column("confidence", "置信度", Type.NUMBER),
    Column("years_held", "报告年份"),
    Column("concept", "概念标识"),
    Column("program_key", "举措标识", link=True),
    Column("region_key", "地区标识", link=True),
    Column("source", "来源标识", link=True),
)


def paper_table(found: Sequence[Reach]) -> Table:
    """A row a paper with its denominator: of how many regions a report of its year or later is held."""
    rows = [
        (
            one.name, _level(one), one.year, len(one.regions), len(one.could), one.since,
            "、".join(region.name for region in one.regions),
            "、".join(region.name for region in one.could if region not in one.regions),
            "、".join(dict.fromkeys(carried.name for carried in one.carried if carried.name)), one.document,
        )
        for one in found
    ]  # fmt: skip
    return Table("papers", "文件", PAPER_COLUMNS, rows)


def carried_table(found: Sequence[Reach], graph: KnowledgeGraph) -> Table:
    """A row for each paper, region, year and program that rests on it there; no program where the words name none."""
    files = file_names(graph)
    rows = []
    for one in found:
        for carried in one.carried:
            said = carried.evidence
            rows.append(
                (
                    one.name, _level(one), one.year, carried.region.name, carried.year,
                    "" if carried.status is None else carried.status.value, carried.name, said.quote,
                    files.get(said.document, ""), said.start, said.end, said.rule, said.confidence,
                    span(carried.region.years), one.document, carried.program, carried.region.region, said.document,
                )
            )  # fmt: skip
    return Table("reach", "落实", CARRIED_COLUMNS, rows)


def _level(one: Reach) -> str:
    return "" if one.level is None else one.level.word

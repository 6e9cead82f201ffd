"""Promises and honors as tables with their places, for the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.export.page.pool import Finding, Said
from kg.export.tables.facts import file_names
from kg.export.tables.model import Cell, Column, Table, Type
from kg.export.tables.promises import promise_table, summary_table
from kg.model.graph import KnowledgeGraph, StatementEvidence
from kg.model.names import Level
from kg.policy.ladder import ladders, titles
from kg.policy.promises import Outcome, promises

__all__ = ["MOST_PROMISES", "honors", "ledger"]

MOST_PROMISES = 2_000
"""Promises of one page; those that reports answer, or should have answered, first. All are counted."""
MOST_TITLES = 2_000

_PLACE = (Column("file", "来源文件"), Column("start", "起", Type.WHOLE), Column("end", "止", Type.WHOLE),
          Column("source", "来源标识", link=True))  # fmt: skip
_REGION = Column("region_key", "地区标识", link=True)
STEP_COLUMNS = (
    Column("bearer", "获得者"),
    Column("region", "地区"),
    Column("title", "荣誉"),
    Column("level", "级别", Type.WHOLE),
    Column("honor", "称号"),
    Column("year", "年份", Type.WHOLE),
    Column("status", "状态"),
    Column("sought", "首次申报", Type.WHOLE),
    Column("quote", "原文"),
    *_PLACE,
    Column("bearer_key", "获得者标识", link=True),
    Column("title_key", "荣誉标识", link=True),
    _REGION,
)
TITLE_COLUMNS = (
    Column("region", "地区"),
    Column("title", "荣誉"),
    Column("bearers", "获得者数", Type.WHOLE),
    *(Column(name, words, Type.WHOLE) for name, words in (
        ("national", "国家级"), ("provincial", "省级"), ("prefectural", "市级"), ("county", "县级"))),
    Column("first", "最早年份", Type.WHOLE),
    Column("title_key", "荣誉标识", link=True),
    _REGION,
)  # fmt: skip
_LEVELS = (Level.NATIONAL, Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
_OPEN = (Outcome.NO_LATER_REPORT,)


def ledger(graph: KnowledgeGraph) -> dict[str, Finding]:
    """Promises with what became of them, and how many of each region and year had which outcome."""
    found = promises(graph)
    order = sorted(range(len(found.promises)), key=lambda n: (found.promises[n].outcome in _OPEN, n))
    shown = tuple(found.promises[n] for n in sorted(order[:MOST_PROMISES]))
    said: list[tuple[Said | None, ...]] = [
        (
            (one.plan.statement.key, one.plan.evidence),
            None if one.answer is None else (one.answer.of.key, one.answer.evidence),
        )
        for one in shown
    ]
    table = promise_table(replace(found, promises=shown), graph)
    return {
        "promises": Finding(table, said, ("plan", "answer"), len(order) - len(shown)),
        "promise-counts": Finding(summary_table(found)),
    }


def _place(evidence: StatementEvidence, files: Mapping[str, str]) -> tuple[Cell, ...]:
    return (evidence.quote, files.get(evidence.document, ""), evidence.start, evidence.end, evidence.document)


def honors(graph: KnowledgeGraph) -> dict[str, Finding]:
    """The ladders, a row a step, and which regions collect which titles."""
    files, names = file_names(graph), {entity.key: entity.name for entity in graph.entities}
    steps = [(ladder, step) for ladder in ladders(graph) for step in ladder.steps]
    collected = titles(graph)
    return {
        "steps": Finding(
            Table(
                "steps", "荣誉阶梯", STEP_COLUMNS,
                [
                    (
                        ladder.name, names.get(ladder.region, ""), ladder.title_name, step.level.value, step.name,
                        step.year, "" if step.status is None else step.status.value, step.sought,
                        *_place(step.evidence, files), ladder.bearer, ladder.title, ladder.region,
                    )
                    for ladder, step in steps
                ],
            ),
            [((step.statement.key, step.evidence),) for _, step in steps],
            ("said",),
        ),
        "titles": Finding(
            Table(
                "titles", "荣誉分布", TITLE_COLUMNS,
                [
                    (
                        names.get(one.region, ""), one.title_name, one.bearers,
                        *(one.by_level.get(level, 0) for level in _LEVELS), one.first, one.title, one.region,
                    )
                    for one in collected[:MOST_TITLES]
                ],
            ),
            left=len(collected[MOST_TITLES:]),
        ),
    }  # fmt: skip

"""Promises and honors as tables with their places, for the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kg.export.page.pool import Finding
from kg.export.tables.facts import file_names
from kg.export.tables.model import Cell, Column, Table, Type
from kg.model.graph import KnowledgeGraph, StatementEvidence
from kg.model.names import Level
from kg.policy.ladder import ladders, titles
from kg.policy.promises import Outcome, Promise, promises

__all__ = ["MOST_PROMISES", "honors", "ledger"]

MOST_PROMISES = 2_000
"""Promises of one page; those that reports answer, or should have answered, first. All are counted."""
MOST_TITLES = 2_000

_PLACE = (Column("file", "来源文件"), Column("start", "起", Type.WHOLE), Column("end", "止", Type.WHOLE),
          Column("source", "来源标识", link=True))  # fmt: skip
_REGION = Column("region_key", "地区标识", link=True)
PROMISE_COLUMNS = (
    Column("region", "地区"),
    Column("year", "年份", Type.WHOLE),
    Column("promise", "承诺"),
    Column("kind", "类型"),
    Column("outcome", "结果"),
    Column("ground", "依据"),
    Column("answer_name", "后来的名称"),
    Column("answer_status", "后来的状态"),
    Column("confidence", "置信度", Type.NUMBER),
    Column("quote", "计划原文"),
    *_PLACE,
    Column("answer_quote", "回应原文"),
    *(Column(f"answer_{one.name}", f"回应{one.chinese}", one.type, one.link) for one in _PLACE),
    Column("searched", "查过的报告"),
    Column("thing_key", "对象标识", link=True),
    _REGION,
)
COUNT_COLUMNS = (
    Column("region", "地区"),
    Column("year", "年份", Type.WHOLE),
    *(Column(outcome.value, words, Type.WHOLE) for outcome, words in zip(
        Outcome, ("已兑现", "进行中", "换了名称", "没有下文", "还没有后来的报告"), strict=True)),
    _REGION,
)  # fmt: skip
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
    files, names = file_names(graph), {entity.key: entity.name for entity in graph.entities}
    order = sorted(range(len(found.promises)), key=lambda n: (found.promises[n].outcome in _OPEN, n))
    shown = [found.promises[n] for n in sorted(order[:MOST_PROMISES])]
    counts: dict[tuple[str, int], Counter[Outcome]] = {}
    for one in found.promises:
        counts.setdefault((one.region, one.year or 0), Counter())[one.outcome] += 1
    return {
        "promises": Finding(
            Table("promises", "承诺", PROMISE_COLUMNS, [_promise(one, names, files) for one in shown]),
            [
                ((one.plan.statement.key, one.plan.evidence), one.answer and (one.answer.of.key, one.answer.evidence))
                for one in shown
            ],
            ("plan", "answer"),
            len(order) - len(shown),
        ),
        "promise-counts": Finding(
            Table(
                "promise-counts", "承诺统计", COUNT_COLUMNS,
                [
                    (names[region], year or None, *(counted[outcome] for outcome in Outcome), region)
                    for (region, year), counted in sorted(counts.items())
                ],
            )
        ),
    }  # fmt: skip


def _promise(one: Promise, names: Mapping[str, str], files: Mapping[str, str]) -> tuple[Cell, ...]:
    plan, answer = one.plan, one.answer
    return (
        names[one.region], one.year, plan.name, plan.thing.kind.value, one.outcome.value,
        "" if answer is None else answer.ground.value, "" if answer is None else answer.name,
        "" if answer is None or answer.status is None else answer.status.value, one.confidence,
        *_place(plan.evidence, files), *_place(None if answer is None else answer.evidence, files),
        "；".join(files.get(key, key) for key in one.looked_back), plan.thing.key, one.region,
    )  # fmt: skip


def _place(evidence: StatementEvidence | None, files: Mapping[str, str]) -> tuple[Cell, ...]:
    if evidence is None:
        return ("", "", None, None, "")
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

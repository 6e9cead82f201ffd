"""The ledger of promises as tables: how many of how many were kept, and each promise with both quotes side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kg.export.tables.facts import file_names
from kg.export.tables.model import Cell, Column, Table, Type
from kg.model.graph import KnowledgeGraph
from kg.policy.answers import Ground
from kg.policy.promises import Ledger, Outcome, Promise

__all__ = ["OUTCOME_WORDS", "promise_table", "reason", "summary_table"]

OUTCOME_WORDS = {
    Outcome.KEPT: "兑现",
    Outcome.UNDER_WAY: "进行中",
    Outcome.RENAMED: "改名",
    Outcome.DROPPED: "不再提及",
    Outcome.NO_LATER_REPORT: "无后续报告",
}
GROUND_WORDS = {
    Ground.SAME_THING: "同一件事 / the same thing",
    Ground.CONCEPT: "同一概念的另一名称 / another name of the same concept",
    Ground.SAME_WORK: "同校同类工程 / a work of the same kind at the same school",
    Ground.TITLE_SOUGHT: "仍在创建 / the title is still worked for",
    Ground.NEAR_NAME: "名称相近 / a near name",
    Ground.SAME_SORT: "同类活动换了名称，待核 / the only other one of its sort: check",
    Ground.NAMED: "别的事实的原文里提到 / named in the words of another fact",
}
SUMMARY_COLUMNS = (
    Column("region", "地区"),
    Column("year", "年份", Type.WHOLE),
    Column("promises", "计划项", Type.WHOLE),
    Column("answerable", "有后续报告的", Type.WHOLE),
    *(Column(outcome.value.replace("-", "_"), words, Type.WHOLE) for outcome, words in OUTCOME_WORDS.items()),
    Column("years_reviewed", "存有总结的年份"),
    Column("region_key", "地区标识", link=True),
)
COLUMNS = (
    Column("region", "地区"),
    Column("year", "计划年份", Type.WHOLE),
    Column("name", "计划事项"),
    Column("kind", "类型"),
    Column("outcome", "结果"),
    Column("plan_quote", "计划原文"),
    Column("answer_quote", "后来原文"),
    Column("answer_name", "后来的名称"),
    Column("answer_year", "后来年份", Type.WHOLE),
    Column("answer_status", "后来状态"),
    Column("reason", "依据"),
    Column("confidence", "把握", Type.NUMBER),
    Column("schools", "学校"),
    Column("plan_file", "计划文件"),
    Column("plan_start", "计划起", Type.WHOLE),
    Column("plan_end", "计划止", Type.WHOLE),
    Column("answer_file", "后来文件"),
    Column("answer_start", "后来起", Type.WHOLE),
    Column("answer_end", "后来止", Type.WHOLE),
    Column("thing_key", "事项标识", link=True),
    Column("region_key", "地区标识", link=True),
)


def summary_table(ledger: Ledger) -> Table:
    """A row for each region and year: how many promises, how many a held report could answer, what became of them."""
    counts: dict[tuple[str, int], Counter[Outcome]] = {}
    for promise in ledger.promises:
        counts.setdefault((promise.region, promise.year or 0), Counter())[promise.outcome] += 1
    rows = []
    for (region, year), found in sorted(counts.items()):
        told = ledger.held[region]
        total = found.total()
        rows.append(
            (
                told.name, year or None, total, total - found[Outcome.NO_LATER_REPORT],
                *(found[outcome] for outcome in OUTCOME_WORDS), "、".join(map(str, told.review_years)), region,
            )
        )  # fmt: skip
    return Table("summary", "汇总", SUMMARY_COLUMNS, rows)


def promise_table(ledger: Ledger, graph: KnowledgeGraph) -> Table:
    """A row a promise, by region, year and place, with the plan's quote and the answer's beside it."""
    files, names = file_names(graph), {entity.key: entity.name for entity in graph.entities}
    rows = [_row(promise, ledger.held[promise.region].name, files, names) for promise in ledger.promises]
    return Table("promises", "承诺", COLUMNS, rows)


def _row(promise: Promise, region: str, files: Mapping[str, str], names: Mapping[str, str]) -> tuple[Cell, ...]:
    plan, said, answer = promise.plan, promise.plan.evidence, promise.answer
    schools = "、".join(names.get(key, key) for key in promise.schools or ((plan.of,) if plan.of else ()))
    told = answer.evidence if answer else None
    return (
        region, promise.year, plan.name, plan.kind.value, promise.outcome.value, said.quote,
        told.quote if told else "", answer.name if answer else "", answer.of.year if answer else None,
        answer.status.value if answer and answer.status else "", reason(promise, files), promise.confidence, schools,
        files.get(said.document, ""), said.start, said.end, files.get(told.document, "") if told else "",
        told.start if told else None, told.end if told else None, plan.thing.key, promise.region,
    )  # fmt: skip


def reason(promise: Promise, files: Mapping[str, str]) -> str:
    """Why the outcome is what it is, in both languages."""
    if promise.answer is None:
        if promise.outcome is Outcome.DROPPED:
            silent = "、".join(files.get(key, key) for key in promise.looked_back)
            return f"这些报告没有提到 / not named in: {silent}"
        return "没有存回顾那年及其后三年的报告 / no report of that year or the next three is held"
    again = "；只是再次列入计划 / only planned again" if promise.again else ""
    return GROUND_WORDS[promise.answer.ground] + again

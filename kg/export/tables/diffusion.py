"""How an initiative spread, as tables: who when, the S-curve, and event-history data."""

from __future__ import annotations

from kg.export.tables.compare import span
from kg.export.tables.facts import file_names
from kg.export.tables.model import Column, Table, Type
from kg.model.graph import KnowledgeGraph
from kg.model.names import Level
from kg.policy.diffusion import Diffusion

__all__ = ["DIRECTION_WORDS", "adopter_table", "curve_table", "event_table"]

DIRECTION_WORDS = {"top-down": "自上而下", "bottom-up": "自下而上", "unclear": "不明"}
ADOPTER_COLUMNS = (
    Column("rank", "次序", Type.WHOLE),
    Column("region", "地区"),
    Column("level", "级别"),
    Column("year", "首见年份", Type.WHOLE),
    Column("lag", "晚几年", Type.WHOLE),
    Column("status", "状态"),
    Column("own_name", "自称"),
    Column("quote", "原文"),
    Column("first_planned", "首次计划", Type.WHOLE),
    Column("first_done", "首次实施", Type.WHOLE),
    Column("may_be_earlier", "或更早"),
    Column("direction", "方向"),
    Column("higher", "上级依据"),
    Column("higher_level", "依据级别"),
    Column("higher_year", "依据年份", Type.WHOLE),
    Column("higher_ground", "依据来源"),
    Column("file", "来源文件"),
    Column("start", "起", Type.WHOLE),
    Column("end", "止", Type.WHOLE),
    Column("years_held", "报告年份"),
    Column("source", "来源标识", link=True),
    Column("region_key", "地区标识", link=True),
)
CURVE_COLUMNS = (
    Column("year", "年份", Type.WHOLE),
    Column("new", "新增地区", Type.WHOLE),
    Column("cumulative", "累计地区", Type.WHOLE),
    Column("at_risk", "当年有报告的地区", Type.WHOLE),
    Column("begun", "其中已有", Type.WHOLE),
    Column("share", "其中占比", Type.NUMBER),
)
EVENT_COLUMNS = (
    Column("unit", "地区代码"),
    Column("unit_name", "地区"),
    Column("unit_level", "级别"),
    Column("policy", "政策标识"),
    Column("policy_name", "政策"),
    Column("entry", "观察起年", Type.WHOLE),
    Column("exit", "事件或截尾年", Type.WHOLE),
    Column("event", "事件", Type.WHOLE),
    Column("first_year", "首见年份", Type.WHOLE),
    Column("first_planned", "首次计划", Type.WHOLE),
    Column("first_done", "首次实施", Type.WHOLE),
    Column("last_without", "此前最后有报告的年", Type.WHOLE),
    Column("left_truncated", "左截断", Type.WHOLE),
    Column("years_held", "报告年份"),
)


def adopter_table(spread: Diffusion, graph: KnowledgeGraph) -> Table:
    """A row a region that tells a year, the first region first, with the words that tell of it first."""
    files = file_names(graph)
    rows = []
    for one in spread.adopters:
        said, higher, status = one.first.evidence, one.higher, one.first.status
        rows.append(
            (
                one.rank, one.region.name, _word(one.region.level), one.year, one.lag,
                "" if status is None else status.value, one.first.name, said.quote, one.planned, one.done,
                "或更早 maybe" if one.truncated else "", one.direction.value,
                "" if higher is None else higher.name, _word(higher.level if higher else None),
                None if higher is None else higher.year, "" if higher is None else higher.ground.value,
                files.get(said.document, ""), said.start, said.end,
                span(one.region.years), said.document, one.region.region,
            )
        )  # fmt: skip
    return Table("adopters", "先后", ADOPTER_COLUMNS, rows)


def _word(level: Level | None) -> str:
    return "" if level is None else level.word


def curve_table(spread: Diffusion) -> Table:
    """A row a year: new regions, all so far, and of those whose reports speak of that year how many have begun."""
    rows = [(one.year, one.new, one.cumulative, one.at_risk, one.begun, one.share) for one in spread.curve]
    return Table("curve", "曲线", CURVE_COLUMNS, rows)


def event_table(spread: Diffusion, graph: KnowledgeGraph) -> Table:
    """A row a region, as event-history models take it: at risk from `entry` to `exit`, where `event` is 1 if it began
    then, 0 if its reports end there. `left_truncated` is 1 where it had begun by the first year that is held; else it
    began after `last_without`, the last year held before, and by `exit`.
    """
    codes = {entity.key: entity.attributes.get("code", "") for entity in graph.entities}
    begun = {one.region.region: one for one in spread.adopters}
    rows = []
    for row in spread.events:
        one = begun.get(row.region.region)
        rows.append(
            (
                codes.get(row.region.region) or row.region.region, row.region.name,
                _word(row.region.level), spread.initiative.concept,
                spread.initiative.name, row.entry, row.exit, int(row.event), one.year if one else None,
                one.planned if one else None, one.done if one else None, row.last_without, int(row.truncated),
                span(row.region.years),
            )
        )  # fmt: skip
    return Table("events", "事件史", EVENT_COLUMNS, rows)

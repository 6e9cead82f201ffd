"""A comparison of regions as tables: who has what, in which words, and of whom reports are held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.export.tables.facts import file_names
from kg.export.tables.model import Cell, Column, Table, Type
from kg.model.document import DocumentInfo
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind, Status
from kg.policy.compare import Cell as Told
from kg.policy.compare import Comparison, Presence
from kg.policy.held import Held

__all__ = [
    "KIND_WORDS",
    "STATUS_WORDS",
    "comparison_matrix",
    "comparison_table",
    "denominator",
    "held_table",
    "short",
    "span",
]

STATUS_WORDS = {Status.PLANNED: "计划", Status.ONGOING: "进行中", Status.COMPLETED: "已完成"}
KIND_WORDS = {
    EntityKind.PROGRAM: "举措", EntityKind.PROJECT: "项目", EntityKind.DOCUMENT: "文件", EntityKind.HONOR: "荣誉",
}  # fmt: skip
PLACE = (
    Column("file", "来源文件"), Column("start", "起", Type.WHOLE), Column("end", "止", Type.WHOLE),
    Column("source", "来源标识", link=True),
)  # fmt: skip
COLUMNS = (
    Column("initiative", "举措"),
    Column("kind", "类型"),
    Column("regions_told", "提到的地区数", Type.WHOLE),
    Column("regions_held", "有报告的地区数", Type.WHOLE),
    Column("region", "地区"),
    Column("presence", "有无"),
    Column("own_name", "自称"),
    Column("since", "始于", Type.WHOLE),
    Column("planned", "始于计划", Type.WHOLE),
    Column("status", "最近状态"),
    Column("status_year", "状态年份", Type.WHOLE),
    Column("planned_next", "后续计划", Type.WHOLE),
    Column("quote", "始见原文"),
    *PLACE,
    Column("latest_quote", "最近原文"),
    *(Column(f"latest_{one.name}", f"最近{one.chinese}", one.type, one.link) for one in PLACE),
    Column("years_held", "报告年份"),
    Column("concept", "概念标识"),
    Column("region_key", "地区标识", link=True),
)


def comparison_table(comparison: Comparison, graph: KnowledgeGraph) -> Table:
    """A row for each initiative and region; `presence` is told, silent (reports of these years held) or not-held."""
    files = file_names(graph)
    rows = []
    for one in comparison.initiatives:
        told = comparison.count(one.concept, Presence.TOLD)
        spoken = told + comparison.count(one.concept, Presence.SILENT)
        for region in comparison.regions:
            cell = comparison.cells[one.concept, region.region]
            rows.append(
                (one.name, one.kind.value, told, spoken, region.name, *_cells(cell, files), span(region.years),
                 one.concept, region.region)
            )  # fmt: skip
    return Table("comparison", "对照", COLUMNS, rows)


def _cells(cell: Told, files: Mapping[str, str]) -> tuple[Cell, ...]:
    first, latest = (
        (one.evidence.quote, files.get(one.evidence.document, ""), one.evidence.start, one.evidence.end,
         one.evidence.document) if one else ("", "", None, None, "")
        for one in (cell.first, cell.latest)
    )  # fmt: skip
    return (
        cell.presence.value, "；".join(cell.names), cell.since, cell.planned,
        "" if cell.status is None else cell.status.value, cell.status_year, cell.planned_next, *first, *latest,
    )  # fmt: skip


def comparison_matrix(comparison: Comparison) -> Table:
    """A row an initiative, a column a region; 2021 已完成, 计划 2024, — for silence, · where no report is held."""
    borne = Counter(region.name for region in comparison.regions)
    # Several provinces have a 桥西区: those of one name are told apart by their keys.
    names = [one.name if borne[one.name] == 1 else f"{one.name} {one.region}" for one in comparison.regions]
    columns = (
        Column("initiative", "举措"),
        Column("kind", "类型"),
        Column("told", "提到"),
        *(Column(span(region.years), name) for name, region in zip(names, comparison.regions, strict=True)),
    )
    rows = [
        (
            one.name, KIND_WORDS[one.kind], denominator(comparison, one.concept),
            *(short(comparison.cells[one.concept, region.region]) for region in comparison.regions),
        )
        for one in comparison.initiatives
    ]  # fmt: skip
    return Table("matrix", "总表", columns, rows)


def denominator(comparison: Comparison, concept: str) -> str:
    """Regions told of over regions of which a report of these years is held: 3/5."""
    told = comparison.count(concept, Presence.TOLD)
    return f"{told}/{told + comparison.count(concept, Presence.SILENT)}"


def short(cell: Told) -> str:
    """A cell in a few signs.

    >>> short(Told(Presence.SILENT)), short(Told(Presence.TOLD, 2022, 2023, Status.COMPLETED, 2024))
    ('—', '2023起 已完成')
    """
    if cell.presence is not Presence.TOLD:
        return "—" if cell.presence is Presence.SILENT else "·"
    if cell.since is None and cell.planned is not None:
        return f"计划{cell.planned}"
    status = "提到" if cell.status is None else STATUS_WORDS[cell.status]
    return status if cell.since is None else f"{cell.since}起 {status}"


def held_table(regions: Sequence[Held], documents: Mapping[str, DocumentInfo]) -> Table:
    """A row a region: which reports are held of it, and of which years they speak."""
    columns = (
        Column("region", "地区"), Column("level", "级别"), Column("reports", "报告数", Type.WHOLE),
        Column("review_years", "总结年份"), Column("plan_years", "计划年份"), Column("files", "文件"),
    )  # fmt: skip
    rows = [
        (
            one.name, "" if one.level is None else one.level.word, len(one.documents), span(one.review_years),
            span(one.plan_years),
            "；".join(sorted(documents[key].source.path.rsplit("/", 1)[-1] for key in one.documents)),
        )
        for one in regions
    ]  # fmt: skip
    return Table("held", "所存报告", columns, rows)


def span(years: Sequence[int]) -> str:
    """Years in short: runs as first–last.

    >>> span((2019, 2021, 2022, 2023))
    '2019、2021–2023'
    """
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return "、".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)

"""Findings in a terminal: tables where it is wide enough, lines where it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.export.findings.compare import SIGNS, denominator_note
from kg.export.findings.diffusion import diffusion_notes
from kg.export.tables.compare import STATUS_WORDS, comparison_matrix, denominator, short, span
from kg.export.tables.diffusion import DIRECTION_WORDS
from kg.export.tables.facts import file_names
from kg.export.terminal import NARROW, terminal_lines, terminal_table
from kg.model.graph import KnowledgeGraph
from kg.policy.compare import Comparison, Presence
from kg.policy.diffusion import Diffusion
from kg.policy.initiatives import Adoption, Initiative

__all__ = ["comparison_shown", "diffusion_shown"]

_FIRST, _EACH = 26, 9
"""Columns that the name of an initiative and a cell of the matrix need, folded once."""
_QUOTE = 60
"""Characters of a quote that a terminal shows."""


def comparison_shown(comparison: Comparison, graph: KnowledgeGraph, *, width: int, quotes: bool) -> str:
    """The matrix; a line for each initiative where it does not fit; with `quotes` each region with its words."""
    head = [denominator_note(comparison)]
    if not comparison.initiatives:
        head.append("没有两个以上地区共有的举措 / no initiative of two or more regions")
        return "\n".join(terminal_lines(line, width=width) for line in head)
    if quotes:
        body = [_one(comparison, one, graph, width=width) for one in comparison.initiatives]
        return "\n\n".join([terminal_lines(head[0], width=width), *body])
    if _FIRST + _EACH * len(comparison.regions) <= width:
        head.append(SIGNS)
        shown = comparison_matrix(comparison)
        rows = [[str(cell) for at, cell in enumerate(row) if at != 1] for row in shown.rows]
        names = ["举措", "提到", *(column.head for column in shown.columns[3:])]
        body = [terminal_table(names, rows, width=width)]
    else:
        body = ["\n".join(terminal_lines(line, width=width) for line in _lines(comparison))]
    return "\n\n".join(["\n".join(terminal_lines(line, width=width) for line in head), *body])


def _lines(comparison: Comparison) -> Iterator[str]:
    """县管校聘 3/5：龙游县 2019起 已完成，…"""
    for one in comparison.initiatives:
        cells = {region.name: comparison.cells[one.concept, region.region] for region in comparison.regions}
        told = [f"{name} {short(cell)}" for name, cell in cells.items() if cell.presence is Presence.TOLD]
        yield f"{one.name} {denominator(comparison, one.concept)}：{'，'.join(told)}"


def _one(comparison: Comparison, one: Initiative, graph: KnowledgeGraph, *, width: int) -> str:
    """One initiative: each region that tells of it with name, years and words; then who is silent."""
    files = file_names(graph)
    told: list[list[str]] = []
    silent: list[str] = []
    without: list[str] = []
    for region in comparison.regions:
        cell = comparison.cells[one.concept, region.region]
        if cell.presence is Presence.TOLD and cell.first is not None:
            then = f"，计划 {cell.planned_next}" if cell.planned_next and cell.since else ""
            told.append([region.name, short(cell) + then, "；".join(cell.names), *_words(cell.first, files)])
        else:
            kept = silent if cell.presence is Presence.SILENT else without
            kept.append(f"{region.name}（{span(region.years) or '年份不明'}）")
    lines = [
        f"{one.name}（{one.concept}）：{denominator(comparison, one.concept)} 个有报告的地区提到 / regions tell of it"
    ]
    lines += [f"有报告而未提 / reports held, silent: {'、'.join(silent)}"] if silent else []
    lines += [f"没有这些年的报告 / no report of these years: {'、'.join(without)}"] if without else []
    head = "\n".join(terminal_lines(line, width=width) for line in lines)
    told.sort(key=lambda row: row[1])
    return f"{head}\n{_rows(['地区', '年份与状态', '自称', '始见原文', '出处'], told, width=width)}" if told else head


def _rows(names: list[str], rows: list[list[str]], *, width: int) -> str:
    """A table, or where the terminal is narrow, for each row a line and below it its quote and place."""
    if width >= NARROW:
        return terminal_table(names, rows, width=width)
    return "\n".join(
        "\n".join(
            (terminal_lines("  ".join(cell for cell in row[:-2] if cell), width=width),
             terminal_lines(f"{row[-2]}  {row[-1]}", width=width, indent=4))
        )
        for row in rows
    )  # fmt: skip


def _words(adoption: Adoption, files: Mapping[str, str]) -> tuple[str, str]:
    """The quote, shortened around the name, and its place."""
    said = adoption.evidence
    quote = " ".join(said.quote.split())
    if len(quote) > _QUOTE:
        at = max(quote.find(adoption.name) - _QUOTE // 3, 0)
        quote = ("…" if at else "") + quote[at : at + _QUOTE] + ("…" if at + _QUOTE < len(quote) else "")
    return quote, f"{files.get(said.document, said.document)}:{said.start}"


def diffusion_shown(spread: Diffusion, graph: KnowledgeGraph, *, width: int) -> str:
    """The order of the regions with their words, then the curve."""
    files = file_names(graph)
    rows = []
    for one in spread.adopters:
        status = STATUS_WORDS[one.first.status] if one.first.status else ""
        higher = f"（{one.higher.year}）" if one.higher else ""
        planned = f"，计划 {one.planned}" if one.planned is not None and one.planned <= one.year and one.done else ""
        rows.append(
            [
                str(one.rank), one.region.name, f"{'≤' if one.truncated else ''}{one.year} {status}{planned}",
                f"+{one.lag}", DIRECTION_WORDS[one.direction.value] + higher, one.first.name,
                *_words(one.first, files),
            ]
        )  # fmt: skip
    head = [f"{spread.initiative.name}（{spread.initiative.concept}）", *diffusion_notes(spread)]
    names = ["次序", "地区", "首见", "晚", "方向（上级）", "自称", "原文", "出处"]
    parts = ["\n".join(terminal_lines(line, width=width) for line in head)]
    if rows:
        curve = "\n".join(terminal_lines(line, width=width) for line in _curve(spread))
        parts += [_rows(names, rows, width=width), curve]
    return "\n\n".join(parts)


def _curve(spread: Diffusion) -> Iterator[str]:
    """A line a year: new, all so far as a bar, and of those with a report of that year how many have begun."""
    yield "年份 新增 累计 / year, new, cumulative；当年有报告的地区中已有 / begun of those with a report of the year"
    for row in spread.curve:
        yield f"{row.year}  +{row.new:<3} {row.cumulative:>3} {'█' * row.cumulative:<12} {row.begun}/{row.at_risk}"

"""Ladders of titles and the titles of regions, for files and for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from kg.export.findings.compare import SILENCE
from kg.export.findings.model import Findings
from kg.export.tables.compare import STATUS_WORDS, held_table
from kg.export.tables.ladder import LEVEL_WORDS, ladder_table, title_table
from kg.export.terminal import terminal_lines, terminal_table
from kg.model.graph import KnowledgeGraph
from kg.model.names import Status
from kg.policy.held import held
from kg.policy.ladder import Ladder, Titles

__all__ = ["ladder_findings", "ladders_shown", "titles_shown"]


def _note(graph: KnowledgeGraph) -> str:
    count = len(held(graph))
    return f"{count} 个地区存有报告 / {count} regions whose reports are held；{SILENCE}"


def ladder_findings(
    found: Sequence[Ladder], collected: Sequence[Titles], graph: KnowledgeGraph, *, main: str = "ladder"
) -> Findings:
    """The tables ladder (a row a step), titles (a row a region and title) and held."""
    return Findings(
        "ladder",
        "荣誉阶梯 / titles from level to level",
        (_note(graph),),
        (
            ladder_table(found, graph),
            title_table(collected, graph),
            held_table(tuple(held(graph).values()), graph.documents),
        ),
        main,
    )


def ladders_shown(found: Sequence[Ladder], graph: KnowledgeGraph, *, width: int) -> str:
    """A ladder in two lines: who bears which title; its levels with years and statuses."""
    names = {entity.key: entity.name for entity in graph.entities}
    lines = [terminal_lines(_note(graph), width=width)]
    lines.append(terminal_lines(f"{len(found)} 个称号跨两级以上 / titles on two or more levels", width=width))
    for one in found:
        steps = " → ".join(
            f"{LEVEL_WORDS[step.level]} {step.year or '年份不明'}"
            + ("" if step.status is Status.COMPLETED else f"（{STATUS_WORDS[step.status]}）" if step.status else "")
            for step in one.steps
        )
        where = f"（{names[one.region]}）" if one.region in names else ""
        lines.append(terminal_lines(f"{one.name}{where}  {one.title_name}", width=width))
        lines.append(terminal_lines(steps, width=width, indent=4))
    return "\n".join(lines)


def titles_shown(collected: Sequence[Titles], graph: KnowledgeGraph, *, width: int) -> str:
    """A row for each region and title."""
    table = title_table(collected, graph).without_links()
    rows = [["" if cell in (None, 0) else str(cell) for cell in row] for row in table.rows]
    head = terminal_lines(_note(graph), width=width)
    return f"{head}\n{terminal_table([column.chinese for column in table.columns], rows, width=width)}"

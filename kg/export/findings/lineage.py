"""Passages that reports share, with how many there are and how sure."""

from __future__ import annotations

from collections.abc import Sequence

from kg.export.findings.model import Findings
from kg.export.tables.lineage import DIRECTIONS, lineage_table
from kg.export.terminal import NARROW, terminal_lines, terminal_table
from kg.model.graph import KnowledgeGraph
from kg.policy.lineage import Copied

__all__ = ["lineage_findings", "lineage_shown"]


def lineage_findings(copied: Sequence[Copied], graph: KnowledgeGraph) -> Findings:
    """One table, lineage."""
    return Findings("lineage", "文本传抄 / text lineage", (_note(copied, graph),), (lineage_table(copied),), "lineage")


def _note(copied: Sequence[Copied], graph: KnowledgeGraph) -> str:
    reports = len({info.source.sha256 for one in copied for info in (one.first, one.second)})
    return (
        f"{len(graph.documents)} 份报告中 {reports} 份有相同的文字，共 {len(copied)} 处；"
        "整份转载的只读一份，见 report.json / "
        f"{reports} of {len(graph.documents)} reports share {len(copied)} passages; a report posted again is read once"
    )


def lineage_shown(copied: Sequence[Copied], graph: KnowledgeGraph, *, width: int) -> str:
    """Both quotes side by side where the terminal is wide, else below each other."""
    head = terminal_lines(_note(copied, graph), width=width)
    rows = [
        [
            _who(row[0], row[1]),
            str(row[2]),
            _who(row[3], row[4]),
            str(row[5]),
            f"{row[6]:.0%}",
            DIRECTIONS[one.text.direction],
        ]
        for one, row in zip(copied, lineage_table(copied).rows, strict=True)
    ]
    if not rows:
        return head
    if width >= NARROW:
        names = ["出自", "原文", "又见于", "原文", "相似", "先后"]
        return f"{head}\n\n{terminal_table(names, rows, width=width)}"
    parts = (
        "\n".join(
            (
                terminal_lines(f"{first} → {second}  {alike}  {by}", width=width),
                terminal_lines(quote, width=width, indent=4),
                terminal_lines(again, width=width, indent=4),
            )
        )
        for first, quote, second, again, alike, by in rows
    )
    return "\n\n".join([head, *parts])


def _who(file: object, region: object) -> str:
    return f"{region} {file}" if region else str(file)

"""The reach of papers with its denominator, for files and for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from kg.export.findings.compare import SILENCE
from kg.export.findings.model import Findings
from kg.export.tables.compare import STATUS_WORDS, held_table, span
from kg.export.tables.facts import file_names
from kg.export.tables.ladder import LEVEL_WORDS
from kg.export.tables.reach import carried_table, paper_table
from kg.export.terminal import terminal_lines
from kg.model.graph import KnowledgeGraph
from kg.policy.held import held
from kg.policy.reach import Reach

__all__ = ["reach_findings", "reach_shown"]


def _notes(found: Sequence[Reach], graph: KnowledgeGraph) -> tuple[str, ...]:
    count = len(held(graph))
    return (
        f"{count} 个地区存有报告 / {count} regions whose reports are held；{SILENCE}",
        f"{len(found)} 份上级文件 / papers of a higher level",
        "分母是文件辖内、存有当年或以后报告的下级地区 / "
        "the denominator: regions below, of which a report of its year or later is held",
    )


def reach_findings(found: Sequence[Reach], graph: KnowledgeGraph) -> Findings:
    """The tables papers, reach (a row for each region, year and program) and held."""
    regions = tuple(held(graph).values())
    return Findings(
        "reach",
        "上级文件的落实 / the reach of papers",
        _notes(found, graph),
        (paper_table(found), carried_table(found, graph), held_table(regions, graph.documents)),
        "reach",
    )


def reach_shown(found: Sequence[Reach], graph: KnowledgeGraph, *, width: int) -> str:
    """Each paper with its regions, and below each what it does, in which words."""
    files = file_names(graph)
    lines = [terminal_lines(note, width=width) for note in _notes(found, graph)[:2]]
    for one in found:
        level = "级别不明" if one.level is None else LEVEL_WORDS[one.level]
        year = "" if one.year is None else f"，{one.year}"
        lines += [
            "",
            terminal_lines(f"《{one.name}》（{level}{year}）{len(one.regions)}/{len(one.could)} 个地区", width=width),
        ]
        for carried in one.carried:
            said = carried.evidence
            status = STATUS_WORDS[carried.status] if carried.status else ""
            words = " ".join(said.quote.split())
            head = f"{carried.region.name}  {carried.year or '年份不明'}  {status}  {carried.name}".rstrip()
            lines.append(terminal_lines(head, width=width, indent=2))
            place = f"{files.get(said.document, '')}:{said.start}"
            lines.append(terminal_lines(f"“{words}”  {place}", width=width, indent=6))
        silent = [f"{region.name}（{span(region.years)}）" for region in one.could if region not in one.regions]
        if silent:
            told = f"有报告而未提 / reports held, silent: {'、'.join(silent)}"
            lines.append(terminal_lines(told, width=width, indent=2))
    return "\n".join(lines)

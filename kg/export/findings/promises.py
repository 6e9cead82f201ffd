"""The ledger of promises with its denominator, for files and for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.findings.compare import SILENCE
from kg.export.findings.model import Findings
from kg.export.tables.compare import held_table
from kg.export.tables.facts import file_names
from kg.export.tables.promises import OUTCOME_WORDS, promise_table, reason, summary_table
from kg.export.terminal import terminal_lines
from kg.model.graph import KnowledgeGraph
from kg.policy.promises import Ledger, Outcome

__all__ = ["promise_findings", "promises_shown"]


def promise_findings(whole: Ledger, ledger: Ledger, graph: KnowledgeGraph) -> Findings:
    """The tables summary (of the whole ledger), promises (those of `ledger`, both quotes side by side) and held."""
    tables = summary_table(whole), promise_table(ledger, graph), held_table(tuple(whole.held.values()), graph.documents)
    return Findings("promises", "计划兑现台账 / the ledger of promises", tuple(_notes(whole)), tables, "promises")


def _notes(whole: Ledger) -> Iterator[str]:
    yield f"“不再提及”指存有后来的总结而没有提到；{SILENCE}"
    if whole.nobodys:
        yield f"另有 {whole.nobodys} 项计划出自地区不明的报告，未列入 / planned facts of reports without a region"


def promises_shown(whole: Ledger, ledger: Ledger, graph: KnowledgeGraph, *, width: int) -> str:
    """A line for each region and year (kept 12 of 20 …), then each promise with its two quotes below one another."""
    files = file_names(graph)
    lines = [terminal_lines(note, width=width) for note in _notes(whole)]
    for row in summary_table(whole).rows:
        region, year, total, answerable, *counts = row
        told = "，".join(
            f"{words} {count}" for words, count in zip(OUTCOME_WORDS.values(), counts, strict=False) if count
        )
        lines.append(
            terminal_lines(
                f"{region} {year or '年份不明'}：计划 {total} 项，{answerable} 项有后续报告；{told}", width=width
            )
        )
    for promise in ledger.promises:
        said, answer = promise.plan.evidence, promise.answer
        head = f"[{OUTCOME_WORDS[promise.outcome]} {promise.outcome.value} {promise.confidence}] {promise.plan.name}"
        lines += ["", terminal_lines(f"{head}（{ledger.held[promise.region].name} {promise.year or ''}）", width=width)]
        lines.append(_words("计划", said.quote, f"{files.get(said.document, '')}:{said.start}", width))
        if answer is not None:
            place = f"{files.get(answer.evidence.document, '')}:{answer.evidence.start}"
            lines.append(_words("后来", answer.evidence.quote, place, width))
        if promise.outcome is not Outcome.NO_LATER_REPORT:
            lines.append(terminal_lines(reason(promise, files), width=width, indent=2))
    return "\n".join(lines)


def _words(label: str, quote: str, place: str, width: int) -> str:
    return terminal_lines(f"{label}：{quote}  {place}", width=width, indent=2)

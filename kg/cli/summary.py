"""What a build says when it is done."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.export.page.kinds import FACT_WORDS, LOOKS
from kg.model.graph import RunReport

__all__ = ["curation_lines", "summary"]

WORDS = {kind.value: look.chinese for kind, look in LOOKS.items()} | {k.value: word for k, word in FACT_WORDS.items()}
"""The page's own words for each type of entity and fact."""
WIDTH = 30
"""Columns of a terminal before the numbers, where a Chinese character takes two."""


def summary(report: RunReport, written: Sequence[Path]) -> str:
    """Documents, entities and facts by type, failures, and where the files are; the same for the same report."""
    return "\n".join(_lines(report, written))


def curation_lines(report: RunReport) -> Iterator[str]:
    """A line for each entry of the curation file that was not applied, with why."""
    unmatched = report.curation.get("unmatched") if report.curation else None
    for entry in unmatched if isinstance(unmatched, list) else ():
        yield f"订正未生效 / curation not applied: {entry['entry']}: {entry['problem']}"


def _lines(report: RunReport, written: Sequence[Path]) -> Iterator[str]:
    yield _row("文档 documents", len(report.documents))
    for title, part in (("实体 entities", "entities"), ("事实 facts", "facts")):
        yield from _table(title, report.counts.get(part, {}))
    yield _row("数据 figures", sum(report.counts.get("figures", {}).values()))
    checks = report.counts.get("identities", {})
    yield _row("恒等式 identities", sum(checks.values()))
    yield _row("  成立 satisfied", checks.get("satisfied", 0))
    yield _row("  不成立 failed", checks.get("failed", 0))
    if report.curation is not None:
        applied = report.curation.get("applied")
        yield _row("订正 curations", len(applied) if isinstance(applied, list) else 0)
    yield _row("跳过 skipped", len(report.skipped))
    yield _row("失败 failures", len(report.failures))
    yield f"已写出 / written: {', '.join(path.as_posix() for path in written)}"


def _table(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    yield _row(title, sum(counts.values()))
    for kind, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield _row(f"  {WORDS[kind]} {kind}", count)


def _row(label: str, number: int) -> str:
    """The label and its number, aligned.

    >>> _row("学校 School", 7)
    '学校 School                        7'
    """
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in label)
    return f"{label}{' ' * (WIDTH - len(label) - wide)}{number:6}"

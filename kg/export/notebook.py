"""A graph in a notebook: a few small tables in HTML, without script, every word of a report escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from kg.export.page.kinds import FACT_WORDS, LOOKS
from kg.model.document import DocumentInfo
from kg.model.graph import KnowledgeGraph, RunReport

__all__ = ["MOST", "in_a_line", "in_a_notebook"]

MOST = 20
"""So many reports, and so many failures, are shown; of the others the number is told."""


def in_a_line(graph: KnowledgeGraph) -> str:
    """How much a graph holds.

    >>> in_a_line(KnowledgeGraph((), (), {}))
    '0 reports, 0 entities, 0 facts, 0 figures'
    """
    sizes = (graph.documents, "reports"), (graph.entities, "entities"), (graph.statements, "facts")
    return ", ".join(f"{len(part):,} {words}" for part, words in (*sizes, (graph.figures, "figures")))


def in_a_notebook(graph: KnowledgeGraph, report: RunReport | None = None) -> str:
    """A fragment of HTML: counts by kind, the reports with their region and years, and what failed in the run.

    >>> "<script" in in_a_notebook(KnowledgeGraph((), (), {}))
    False
    """
    entities = Counter(f"{LOOKS[entity.kind].chinese} {entity.kind.value}" for entity in graph.entities)
    facts = Counter(f"{FACT_WORDS[fact.kind]} {fact.kind.value}" for fact in graph.statements)
    parts = [
        f"<p><b>知识图谱 / knowledge graph</b>: {in_a_line(graph)}</p>",
        _table(("实体 entities", ""), _counted(entities)),
        _table(("事实 facts", ""), _counted(facts)),
        _table(
            ("报告 report", "地区 region", "总结 review", "计划 plan"),
            [_told(info) for info in graph.documents.values()],
        ),
    ]
    if report is not None and report.failures:
        parts.append(_table(("失败 failed", "原因 why"), [(one.path, one.problem) for one in report.failures]))
    return "<div>\n" + "\n".join(parts) + "\n</div>"


def _counted(counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """The most frequent first, as `kg build` tells them."""
    return [(words, f"{count:,}") for words, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def _told(info: DocumentInfo) -> tuple[str, ...]:
    years = ("、".join(map(str, told)) for told in (info.review_years, info.plan_years))
    return info.title or info.source.path.rsplit("/", 1)[-1], info.region, *years


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of the first `MOST` rows; nothing where there are none."""
    if not rows:
        return ""
    lines = [_row("th", heads), *(_row("td", row) for row in rows[:MOST])]
    if len(rows) > MOST:
        lines.append(f'<tr><td colspan="{len(heads)}">… 还有 / and {len(rows) - MOST:,} more</td></tr>')
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def _row(tag: str, cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f'<{tag} style="text-align: left">{escape(cell)}</{tag}>' for cell in cells) + "</tr>"

"""A comparison of regions with its denominator."""

from __future__ import annotations

from kg.export.findings.model import Findings
from kg.export.tables.compare import comparison_matrix, comparison_table, held_table, span
from kg.model.graph import KnowledgeGraph
from kg.policy.compare import Comparison

__all__ = ["SIGNS", "SILENCE", "comparison_findings", "denominator_note"]

SILENCE = "没有提到不等于没有 / silence is not absence"
SIGNS = "— 有报告而未提 / reports are held and silent；· 没有这些年的报告 / no report of these years is held"


def denominator_note(comparison: Comparison) -> str:
    """Of how many regions reports are held, and of which years: the denominator of every line."""
    count = len(comparison.regions)
    years = of_years = ""
    if comparison.years is not None:
        first, last = comparison.years
        spoken = sum(any(first <= year <= last for year in region.years) for region in comparison.regions)
        chosen = span(tuple(range(first, last + 1)))
        years, of_years = f"，其中 {spoken} 个有 {chosen} 年的报告", f", {spoken} of them of {chosen}"
    return f"{count} 个地区存有报告{years} / {count} regions whose reports are held{of_years}；{SILENCE}"


def comparison_findings(comparison: Comparison, graph: KnowledgeGraph) -> Findings:
    """The tables matrix, comparison (a row for each initiative and region, with quotes) and held."""
    return Findings(
        "comparison",
        "地区对照 / regions compared",
        (denominator_note(comparison), SIGNS),
        (
            comparison_matrix(comparison),
            comparison_table(comparison, graph),
            held_table(comparison.regions, graph.documents),
        ),
        "comparison",
        views=frozenset({"matrix"}),
    )

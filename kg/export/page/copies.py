"""Text that reports share, and papers that reach regions, as tables with their places, for the page."""

from __future__ import annotations

from kg.export.page.pool import Finding
from kg.export.tables.lineage import lineage_table
from kg.export.tables.reach import carried_table, paper_table
from kg.model.graph import KnowledgeGraph
from kg.policy.lineage import lineage
from kg.policy.reach import reach

__all__ = ["MOST_COPIES", "MOST_PAPERS", "copies", "papers"]

MOST_COPIES = 400
"""Passages of one page, the longest: each brings two quotes along."""

MOST_PAPERS = 200


def copies(graph: KnowledgeGraph) -> Finding:
    """The table of `kg lineage`; of many passages the longest, in its order."""
    found = lineage(graph)
    longest = sorted(range(len(found)), key=lambda n: (-len(found[n].text.first.quote), n))[:MOST_COPIES]
    return Finding(lineage_table([found[n] for n in sorted(longest)]), left=len(found) - len(longest))


def papers(graph: KnowledgeGraph) -> dict[str, Finding]:
    """The tables of `kg reach`: papers of higher levels, and the regions that carry them out."""
    found = reach(graph)
    shown = found[:MOST_PAPERS]
    said = [((one.statement.key, one.evidence),) for paper in shown for one in paper.carried]
    left = len(found) - len(shown)
    return {
        "papers": Finding(paper_table(shown)),
        "reach": Finding(carried_table(shown, graph), said, ("said",), left),
    }

"""Text that reports share as a table, for the page."""

from __future__ import annotations

from kg.export.page.pool import Finding
from kg.export.tables.lineage import lineage_table
from kg.model.graph import KnowledgeGraph
from kg.policy.lineage import lineage

__all__ = ["MOST_COPIES", "copies"]

MOST_COPIES = 400
"""Passages of one page, the longest: each brings two quotes along."""


def copies(graph: KnowledgeGraph) -> Finding:
    """The table of `kg lineage`; of many passages the longest, in its order."""
    found = lineage(graph)
    longest = sorted(range(len(found)), key=lambda n: (-len(found[n].text.first.quote), n))[:MOST_COPIES]
    return Finding(lineage_table([found[n] for n in sorted(longest)]), left=len(found) - len(longest))

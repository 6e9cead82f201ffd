"""Promises and honors as tables with their places, for the page."""

from __future__ import annotations

from dataclasses import replace

from kg.export.page.pool import Finding, Said
from kg.export.tables.ladder import ladder_table, title_table
from kg.export.tables.promises import promise_table, summary_table
from kg.model.graph import KnowledgeGraph
from kg.policy.ladder import ladders, titles
from kg.policy.promises import Outcome, promises

__all__ = ["MOST_PROMISES", "honors", "ledger"]

MOST_PROMISES = 2_000
"""Promises of one page; those that reports answer, or should have answered, first. All are counted."""
MOST_TITLES = 2_000

_OPEN = (Outcome.NO_LATER_REPORT,)


def ledger(graph: KnowledgeGraph) -> dict[str, Finding]:
    """Promises with what became of them, and how many of each region and year had which outcome."""
    found = promises(graph)
    order = sorted(range(len(found.promises)), key=lambda n: (found.promises[n].outcome in _OPEN, n))
    shown = tuple(found.promises[n] for n in sorted(order[:MOST_PROMISES]))
    said: list[tuple[Said | None, ...]] = [
        (
            (one.plan.statement.key, one.plan.evidence),
            None if one.answer is None else (one.answer.of.key, one.answer.evidence),
        )
        for one in shown
    ]
    table = promise_table(replace(found, promises=shown), graph)
    return {
        "promises": Finding(table, said, ("plan", "answer"), len(order) - len(shown)),
        "promise-counts": Finding(summary_table(found)),
    }


def honors(graph: KnowledgeGraph) -> dict[str, Finding]:
    """The ladders, a row a step, and which regions collect which titles: the tables of `kg ladder`."""
    found, collected = ladders(graph), titles(graph)
    said: list[tuple[Said | None, ...]] = [((s.statement.key, s.evidence),) for one in found for s in one.steps]
    shown, more = collected[:MOST_TITLES], len(collected[MOST_TITLES:])
    return {
        "steps": Finding(ladder_table(found, graph), said, ("said",)),
        "titles": Finding(title_table(shown, graph), left=more),
    }

"""What follows from the graph by `kg.policy`, for the page: who does the same, who was first, was it kept."""

from __future__ import annotations

from typing import Any

from kg.export.page.copies import copies, papers
from kg.export.page.data import MOST_EVIDENCE
from kg.export.page.ledgers import honors, ledger
from kg.export.page.pool import Pool
from kg.export.page.results import comparison, held_reports, spreads
from kg.graph.communities import Role, communities
from kg.model.graph import KnowledgeGraph

__all__ = ["page_findings"]


def page_findings(graph: KnowledgeGraph) -> dict[str, Any]:
    """Tables by name, the texts in them, and of each entity its community and its role there.

    The rows are those of the commands (`kg compare --json`), made by the same functions.
    """
    found = {"held": held_reports(graph), "compare": comparison(graph), "lineage": copies(graph)}
    found |= spreads(graph) | ledger(graph) | honors(graph) | papers(graph)
    pool = Pool.of(graph, MOST_EVIDENCE)
    places, roles = communities(graph), list(Role)
    return {
        "tables": {name: pool.packed(finding) for name, finding in found.items()},
        "strings": pool.strings,
        "roles": [role.value for role in roles],
        "communities": [
            [places[entity.key].community, roles.index(places[entity.key].role)] for entity in graph.entities
        ],
    }

"""What hangs together, for files and for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.export.findings.model import Findings
from kg.export.tables.communities import community_table
from kg.export.terminal import terminal_lines, terminal_table
from kg.graph.communities import Place, Role, communities
from kg.model.graph import GraphEntity, KnowledgeGraph

__all__ = ["communities_shown", "community_findings"]

NOTE = (
    "只按报告写明的事实划分，不推断联系；桥是联系几个群组的事物 / found from what reports tell, nothing is inferred; "
    "bridges tie several communities"
)
_SHOWN = 6
"""So many things of a community are named in a terminal."""


def community_findings(graph: KnowledgeGraph) -> Findings:
    """One table, communities: a row a thing."""
    return Findings("communities", "群组 / communities", (NOTE,), (community_table(graph),), "communities")


def communities_shown(graph: KnowledgeGraph, *, width: int, most: int = 20) -> str:
    """A row a community, the largest first: its size, what most facts speak of, and its bridges."""
    places = communities(graph)
    facts = Counter(key for statement in graph.statements for key in set(statement.ends.values()))
    members: dict[int, list[GraphEntity]] = {}
    for entity in sorted(graph.entities, key=lambda e: (-facts[e.key], e.key)):
        if places[entity.key].community:
            members.setdefault(places[entity.key].community, []).append(entity)
    alone = len(graph.entities) - sum(map(len, members.values()))
    rows = [_row(number, members[number], places) for number in sorted(members)[:most]]
    told = (
        f"{len(members)} 个群组，{alone} 个事物与什么都没有联系 / {len(members)} communities, {alone} things are alone"
    )
    table = terminal_table(["群组", "事物", "主要的", "桥"], rows, width=width)
    return "\n".join((terminal_lines(NOTE, width=width), terminal_lines(told, width=width), table))


def _row(number: int, members: Sequence[GraphEntity], places: Mapping[str, Place]) -> list[str]:
    bridges = [entity.name for entity in members if places[entity.key].role is Role.BRIDGE]
    known = [entity.name for entity in members if places[entity.key].role is not Role.BRIDGE]
    return [str(number), str(len(members)), "、".join(known[:_SHOWN]), "、".join(bridges[:_SHOWN])]

"""What hangs together, as a table."""

from __future__ import annotations

from kg.export.tables.model import Column, Table, Type
from kg.graph.communities import Role, communities
from kg.model.graph import KnowledgeGraph

__all__ = ["community_table"]

COLUMNS = (
    Column("community", "群组", Type.WHOLE),
    Column("role", "群组角色"),
    Column("type", "类型"),
    Column("name", "名称"),
    Column("region", "地区"),
    Column("key", "标识"),
)


def community_table(graph: KnowledgeGraph) -> Table:
    """A row a thing, by community, hubs and bridges first; what stands alone last."""
    names = {entity.key: entity.name for entity in graph.entities}
    places, order = communities(graph), list(Role)
    found = sorted(
        graph.entities,
        key=lambda e: (places[e.key].community or len(names) + 1, order.index(places[e.key].role), e.key),
    )
    rows = [
        (places[e.key].community, places[e.key].role.value, e.kind.value, e.name, names.get(e.region, ""), e.key)
        for e in found
    ]
    return Table("communities", "群组", COLUMNS, rows)

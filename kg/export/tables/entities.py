"""The entities of a graph as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kg.export.tables.attributes import other
from kg.export.tables.model import Cell, Column, Table, Type
from kg.graph.communities import Place, communities
from kg.model.graph import GraphEntity, KnowledgeGraph

__all__ = ["entity_table"]

COLUMNS = (
    Column("type", "类型"),
    Column("name", "名称"),
    Column("aliases", "别名"),
    Column("level", "级别"),
    Column("region", "地区"),
    Column("region_key", "地区标识", link=True),
    Column("code", "区划代码"),
    Column("stage", "学段"),
    Column("ownership", "办学性质"),
    Column("role", "职务"),
    Column("affiliation", "所在单位"),
    Column("other", "其他"),
    Column("concept", "共同概念"),
    Column("facts", "事实数", Type.WHOLE),
    Column("community", "群组", Type.WHOLE),
    Column("community_role", "群组角色"),
    Column("key", "标识"),
)
_KNOWN = ("code", "stage", "ownership", "role", "affiliation")


def entity_table(graph: KnowledgeGraph) -> Table:
    """A row an entity, in the order of the graph; what hangs together has one number of a community."""
    places = communities(graph)
    names = {entity.key: entity.name for entity in graph.entities}
    facts = Counter(key for statement in graph.statements for key in set(statement.ends.values()))
    return Table(
        "entities",
        "实体",
        COLUMNS,
        [_row(entity, names, facts[entity.key], places[entity.key]) for entity in graph.entities],
    )


def _row(entity: GraphEntity, names: Mapping[str, str], facts: int, place: Place) -> tuple[Cell, ...]:
    return (
        entity.kind.value,
        entity.name,
        "；".join(entity.aliases),
        "" if entity.level is None else entity.level.word,
        names.get(entity.region, entity.region),
        entity.region,
        *(entity.attributes.get(name, "") for name in _KNOWN),
        other(entity.attributes, (*_KNOWN, "affiliation_id")),
        entity.concept,
        facts,
        place.community,
        place.role.value,
        entity.key,
    )

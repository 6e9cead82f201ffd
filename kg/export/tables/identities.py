"""The sums, shares, growths and differences between figures as tables."""

from __future__ import annotations

from kg.export.tables.figures import KIND_WORDS, titles
from kg.export.tables.model import Column, Table, Type
from kg.model.graph import KnowledgeGraph

__all__ = ["identity_table", "member_table"]

COLUMNS = (
    Column("kind", "关系"),
    Column("holds", "是否成立"),
    Column("computed", "应为", Type.NUMBER),
    Column("derived", "所核数据"),
    Column("derived_key", "所核数据标识", link=True),
    Column("given", "依据的数据"),
    Column("identity", "标识"),
)
MEMBER_COLUMNS = (
    Column("identity", "恒等式标识", link=True),
    Column("role", "作用"),
    Column("figure", "数据标识", link=True),
)


def identity_table(graph: KnowledgeGraph) -> Table:
    """A row an identity, in the order of the graph: whether the figure that is derived is what the given ones make."""
    told = titles(graph)
    rows = [
        (
            KIND_WORDS[one.kind], "成立 holds" if one.holds else "不成立 fails", one.computed,
            told.get(one.derived, ""), one.derived, "；".join(told.get(key, "") for key in one.given), one.key,
        )
        for one in graph.identities
    ]  # fmt: skip
    return Table("identities", "核对", COLUMNS, rows)


def member_table(graph: KnowledgeGraph) -> Table:
    """A row for each figure of each identity: the derived one first, then the given ones in their order."""
    rows = [
        (one.key, role, key)
        for one in graph.identities
        for role, keys in (("derived", (one.derived,)), ("given", one.given))
        for key in keys
    ]
    return Table("identity_members", "核对的数据", MEMBER_COLUMNS, rows)

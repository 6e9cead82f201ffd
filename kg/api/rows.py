"""What a table is for a Python user."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.errors import UsageError
from kg.model.names import EntityKind, FactKind

if TYPE_CHECKING:
    import pandas

    from kg.export.tables import Table

__all__ = ["Rows", "rows"]

Rows: TypeAlias = "pandas.DataFrame | list[dict[str, Any]]"
"""A pandas `DataFrame` where pandas is installed, else a list of dicts with the same keys in the same order."""


def rows(table: Table, kind: str = "", kinds: type[EntityKind | FactKind] | None = None) -> Rows:
    """The rows of a table, of one type only if one is given; raises `UsageError` for a type that is none of `kinds`."""
    from kg.export.frames import frame_of_table

    if not kind:
        return frame_of_table(table)
    known = [str(one) for one in kinds or ()]
    if kind not in known:
        raise UsageError(f"没有这个类型 / no such kind: {kind}; 有 / there are: {', '.join(known)}")
    return frame_of_table(replace(table, rows=[row for row in table.rows if row[0] == kind]))

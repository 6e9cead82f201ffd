"""Tables as data frames where pandas is installed, else as lists of dicts: the same columns, rows and order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kg.export.tables import Table, Type

if TYPE_CHECKING:
    import pandas

__all__ = ["frame", "frame_of_table"]

_TYPES = {Type.TEXT: "string", Type.WHOLE: "Int64", Type.NUMBER: "float64"}
"""pandas' types: a year that nobody told stays missing and does not turn 2023 into 2023.0."""


def frame_of_table(table: Table) -> pandas.DataFrame | list[dict[str, Any]]:
    """The rows of a table under the names of its columns; an absent number is missing, an absent word empty."""
    return _frame(
        [column.name for column in table.columns], table.rows, [_TYPES[column.type] for column in table.columns]
    )


def frame(names: Sequence[str], rows: Sequence[Sequence[object]]) -> pandas.DataFrame | list[dict[str, Any]]:
    """Rows of any Python values under these names; each column has the type that fits all its values.

    >>> len(frame(["school", "year"], [("城关小学", 2023), ("县一中", None)]))
    2
    """
    return _frame(names, rows, [_type_of(column) for column in zip(*rows, strict=True)] or ["object"] * len(names))


def _frame(
    names: Sequence[str], rows: Iterable[Sequence[object]], types: Sequence[str]
) -> pandas.DataFrame | list[dict[str, Any]]:
    plain = [tuple(float(cell) if isinstance(cell, Decimal) else cell for cell in row) for row in rows]
    try:
        import pandas
    except ModuleNotFoundError:
        return [dict(zip(names, row, strict=True)) for row in plain]
    return pandas.DataFrame(plain, columns=list(names)).astype(dict(zip(names, types, strict=True)))


def _type_of(values: Iterable[object]) -> str:
    """pandas' type for the values of a column.

    >>> _type_of([2023, None]), _type_of([Decimal("0.5"), 3]), _type_of(["a", None]), _type_of([None])
    ('Int64', 'float64', 'string', 'object')
    """
    found = {type(value) for value in values if value is not None}
    for name, fitting in (("string", {str}), ("boolean", {bool}), ("Int64", {int}), ("float64", {int, float, Decimal})):
        if found and found <= fitting:
            return name
    return "object"

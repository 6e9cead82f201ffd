"""Tables as values: columns with words in two languages, and rows of typed cells, whatever file they go to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

__all__ = ["Cell", "Column", "Table", "Type", "plain_number"]

Cell: TypeAlias = str | int | float | Decimal | None


class Type(StrEnum):
    """What the cells of a column are; any of them may be None."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    """A `Decimal` or a `float`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name for programs, its words for people."""

    name: str
    chinese: str
    type: Type = Type.TEXT
    link: bool = False
    """Holds the key of a row of another table: for joins, not for reading."""

    @property
    def head(self) -> str:
        """Both, Chinese first: what stands above the column in a spreadsheet.

        >>> Column("year", "年份", Type.WHOLE).head
        '年份 year'
        """
        return f"{self.chinese} {self.name}"


@dataclass(frozen=True, slots=True)
class Table:
    """A name, columns, and rows as long as these, in a fixed order."""

    name: str
    chinese: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]

    def without_links(self) -> Table:
        """The table as people read it: the columns that only hold keys of other tables left out.

        >>> columns = Column("school", "学校"), Column("school_key", "学校标识", link=True)
        >>> Table("facts", "事实", columns, [("一中", "school/1")]).without_links().rows
        [('一中',)]
        """
        kept = [at for at, column in enumerate(self.columns) if not column.link]
        rows = [tuple(row[at] for at in kept) for row in self.rows]
        return Table(self.name, self.chinese, tuple(self.columns[at] for at in kept), rows)


def plain_number(value: Decimal | None) -> str:
    """The number without exponent, as spreadsheets read it.

    >>> plain_number(Decimal("1.2E+7")), plain_number(Decimal("42.56")), plain_number(None)
    ('12000000', '42.56', '')
    """
    return "" if value is None else f"{value:f}"

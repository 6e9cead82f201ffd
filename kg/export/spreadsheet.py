"""The graph as a workbook for people who work in Excel, WPS or LibreOffice."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kg.export.characters import xml_words
from kg.export.tables import (
    Cell,
    Column,
    Table,
    Type,
    document_table,
    entity_table,
    facts_with_evidence,
    figures_with_evidence,
    identity_table,
)
from kg.model.graph import KnowledgeGraph

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["files", "workbook"]

LONGEST = 32_767
"""Characters that a cell of a spreadsheet can hold; of longer words the beginning is written, and an ellipsis."""
MOST_ROWS = 1_048_575
"""Rows below the head that a sheet can hold; what is more goes to further sheets."""
DIGITS = 15
"""Digits that a number of a spreadsheet keeps; a longer one is written as words."""
NARROW, WIDE = 6, 60
"""Widths of columns in digits; a Chinese character is as wide as two."""
MEASURED = 200
"""Rows by which the width of a column is chosen."""
_BIRTH = datetime(1980, 1, 1)
"""The day of making that each workbook names: equal graphs give equal bytes."""


def files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:  # noqa: ARG001 — all forms are called alike
    """`graph.xlsx`: the sheets 事实 and 数据 with a row for each evidence, 实体, 核对 (the sums) and 文件."""
    tables = facts_with_evidence, entity_table, figures_with_evidence, identity_table, document_table
    return {"graph.xlsx": workbook([make(graph).without_links() for make in tables])}


def workbook(tables: Sequence[Table]) -> bytes:
    """A workbook with a sheet for each table: its head stays in sight and filters, numbers are numbers, words are words
    whatever they begin with. Equal tables give equal bytes.
    """
    import xlsxwriter

    out = io.BytesIO()
    kept_as_words = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, {"in_memory": True, **kept_as_words}) as book:
        book.set_properties({"title": "中国教育工作报告知识图谱", "created": _BIRTH})
        head = book.add_format({"bold": True, "bg_color": "#DDEBF7", "bottom": 1})
        for table in tables:
            for name, rows in _sheets(table):
                _fill(book.add_worksheet(name), table.columns, rows, head)
    return out.getvalue()


def _sheets(table: Table) -> Iterator[tuple[str, Sequence[tuple[Cell, ...]]]]:
    """Names of sheets and their rows: 事实, and 事实2 for what one sheet cannot hold."""
    for start in range(0, max(len(table.rows), 1), MOST_ROWS):
        number = start // MOST_ROWS + 1
        yield table.chinese if number == 1 else f"{table.chinese}{number}", table.rows[start : start + MOST_ROWS]


def _fill(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], head: Any) -> None:
    last = max(len(rows), 1), len(columns) - 1
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.head, head)
        sheet.set_column(at, at, _width(column, [row[at] for row in rows[:MEASURED]]))
    for place, row in enumerate(rows, start=1):
        for at, cell in enumerate(row):
            _write(sheet, place, at, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, *last)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{_letters(last[1])}{last[0] + 1}"})  # codes of regions


def _write(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    """A number as a number, words as words, and nothing where there is nothing."""
    if isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif isinstance(cell, Decimal) and len(cell.normalize().as_tuple().digits) <= DIGITS:
        sheet.write_number(row, column, float(cell))
    elif cell is not None and (words := xml_words(str(cell))):
        sheet.write_string(row, column, words if len(words) <= LONGEST else words[: LONGEST - 1] + "…")


def _width(column: Column, cells: Sequence[Cell]) -> int:
    """As wide as the head and nearly all cells, within limits; the head also has the button of the filter."""
    needed = sorted(_columns(str(cell)) for cell in cells if cell is not None)
    usual = needed[len(needed) * 9 // 10] if needed else 0
    most = WIDE if column.type is Type.TEXT else NARROW * 3
    return max(_columns(column.head) + 3, min(max(usual + 1, NARROW), most))


def _columns(words: str) -> int:
    """How wide words are, in digits.

    >>> _columns("年份 year")
    9
    """
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def _letters(column: int) -> str:
    """The name of a column by its number from 0.

    >>> _letters(0), _letters(27)
    ('A', 'AB')
    """
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)

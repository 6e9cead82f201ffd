"""Cells of tables that a spreadsheet shows and does not run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from kg.export.tables.model import Cell, Table, plain_number

__all__ = ["csv_text", "safe", "table_csv"]

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_FORMULA = re.compile(r"[\s\x00-\x20\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")


def safe(cell: Cell) -> Cell:
    """The cell, with a leading `'` where a spreadsheet would take it for a formula; numbers stay numbers.

    >>> safe('=HYPERLINK("http://…")'), safe("－1+1"), safe("-12.5"), safe(-3), safe("一中"), safe(None)
    ('\\'=HYPERLINK("http://…")', "'－1+1", '-12.5', -3, '一中', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return plain_number(cell)
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def csv_text(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A CSV table with safe cells and lines that end in CR LF, as its standard has it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([safe(cell) for cell in head])
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def table_csv(table: Table) -> bytes:
    """A table as people read it, its head in Chinese and English; UTF-8 with the mark of spreadsheets."""
    shown = table.without_links()
    return csv_text([column.head for column in shown.columns], shown.rows).encode("utf-8-sig", "replace")

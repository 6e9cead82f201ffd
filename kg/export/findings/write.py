"""Findings as CSV, workbook, page or JSON."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.export.cells import csv_text, table_csv
from kg.export.characters import encodable, xml_words
from kg.export.findings.model import Findings
from kg.export.spreadsheet import workbook
from kg.export.tables import Cell, Column, Table, Type, plain_number

__all__ = ["FORMS", "write_findings"]

FORMS = ("csv", "xlsx", "html", "json")
_FOLDER = Path(__file__).resolve().parent


def write_findings(findings: Findings, form: str, *, table: str = "") -> bytes:
    """The bytes of a file of that form: of `csv` one table, the main one if none is named; of the others all tables.

    Raises `UsageError` for an unknown form or table.
    """
    if form == "csv":
        return _csv(findings, table or findings.main)
    if table:
        raise UsageError("--table 只用于 csv / --table is for csv only")
    if form == "xlsx":
        return workbook([one.without_links() for one in findings.tables])
    if form == "html":
        return _page(findings)
    if form == "json":
        return (json.dumps(record(findings), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
    raise UsageError(f"没有这种格式 / no such format: {form}; 有 / there are: {', '.join(FORMS)}")


def _csv(findings: Findings, name: str) -> bytes:
    known = [table.name for table in findings.tables]
    if name not in known:
        raise UsageError(f"没有这张表 / no such table: {name}; 有 / there are: {', '.join(known)}")
    table = findings.table(name)
    if name not in findings.for_programs:
        return table_csv(table)
    # Without the mark of spreadsheets: R and Stata take it for a part of the first name.
    shown = table.without_links()
    return encodable(csv_text([column.name for column in shown.columns], shown.rows)).encode()


def record(findings: Findings) -> dict[str, Any]:
    """All of it as plain values: title, notes, and a list of rows for each table; what is absent is null or empty."""
    told: dict[str, Any] = {"title": findings.title, "notes": list(findings.notes)}
    for table in (one for one in findings.tables if one.name not in findings.views):
        names = [column.name for column in table.columns]
        rows = [[float(cell) if isinstance(cell, Decimal) else cell for cell in row] for row in table.rows]
        told[table.name] = [dict(zip(names, row, strict=True)) for row in rows]
    return told


def _page(findings: Findings) -> bytes:
    """One page of HTML without script that asks nobody for anything; every word of a report is escaped."""
    style = (_FOLDER / "page.css").read_text(encoding="utf-8").strip()
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    html: str = _template().render(
        title=xml_words(findings.title),
        notes=[xml_words(note) for note in findings.notes],
        tables=[_shown(table) for table in findings.tables],
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
    )
    return html.encode("utf-8", "replace") + b"\n"


@cache
def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page.html")


def _shown(table: Table) -> dict[str, Any]:
    """A table for the template: cells as words; columns in which nothing stands are left out."""
    plain = table.without_links()
    kept = [at for at in range(len(plain.columns)) if any(row[at] not in (None, "") for row in plain.rows)]
    columns = tuple(plain.columns[at] for at in kept)
    rows = [[_word(row[at]) for at in kept] for row in plain.rows]
    return {
        "table": replace(plain, columns=columns),
        "classes": [_class(column) for column in columns],
        "rows": rows,
    }


def _class(column: Column) -> str:
    """How a column is set: numbers to the right, quotes wide."""
    if column.type is not Type.TEXT:
        return "n"
    return "q" if column.name.endswith("quote") else ""


def _word(cell: Cell) -> str:
    if cell is None:
        return ""
    return plain_number(cell) if isinstance(cell, Decimal) else xml_words(str(cell))

"""The graph as an SQLite database, for SQL and for Datasette."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from kg.errors import KgError
from kg.export.characters import encodable
from kg.export.search import SEARCHES, Search, phrase_text
from kg.export.tables import (
    Cell,
    Column,
    Table,
    Type,
    document_table,
    entity_table,
    evidence_table,
    fact_table,
    figure_table,
    identity_table,
    member_table,
)
from kg.model.graph import KnowledgeGraph

__all__ = ["files"]

Stored: TypeAlias = str | int | float | None

KEYS = {
    "documents": "key", "entities": "key", "facts": "fact", "figures": "figure", "identities": "identity",
    "identity_members": "id", "evidence": "id",
}  # fmt: skip
"""The tables, each after those that it points at, and the column that names a row."""
FIRST = {
    "documents": "title", "entities": "name", "facts": "type", "figures": "what", "identities": "derived",
    "identity_members": "role", "evidence": "quote",
}  # fmt: skip
"""The column by which Datasette calls a row."""
FACETS = {
    "documents": ("region", "language"),
    "entities": ("type", "level", "region"),
    "facts": ("type", "year", "status"),
    "figures": ("what", "unit", "year", "status"),
    "identities": ("kind", "holds"),
    "identity_members": ("role",),
    "evidence": ("file", "rule"),
}
"""The columns by which Datasette offers to choose."""
_TYPES = {Type.TEXT: "TEXT", Type.WHOLE: "INTEGER", Type.NUMBER: "NUMERIC"}
_TARGETS = {
    "fact": "facts", "figure": "figures", "part_of_key": "figures", "derived_key": "figures", "identity": "identities",
}  # fmt: skip
"""Columns that hold keys of other tables than `entities`."""
_LARGEST = 2**63


def files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:  # noqa: ARG001 — all forms are called alike
    """`graph.db`: the tables entities, facts, evidence, figures, identities, identity_members and documents, bound by
    their keys, and two that find words; `datasette.json`: what the columns mean, and questions (`datasette graph.db
    -m datasette.json`).

    Absent is NULL. Equal graphs give equal bytes under one version of SQLite, whose number stands in the file.
    """
    tables = {table.name: table for table in _tables(graph)}
    return {"graph.db": _database(tables), "datasette.json": _metadata(tables)}


def _tables(graph: KnowledgeGraph) -> Iterable[Table]:
    yield document_table(graph)
    entities = entity_table(graph)
    rows = [(*row, number) for number, row in enumerate(entities.rows, start=1)]
    yield replace(entities, columns=(*entities.columns, Column("number", "编号", Type.WHOLE)), rows=rows)
    facts, figures = fact_table(graph), figure_table(graph)
    yield facts
    yield figures
    yield identity_table(graph)
    members = member_table(graph)
    rows = [(number, *row) for number, row in enumerate(members.rows, start=1)]
    yield replace(members, columns=(Column("id", "编号", Type.WHOLE), *members.columns), rows=rows)
    yield _evidence(evidence_table(graph), {str(row[-1]) for row in facts.rows})


def _evidence(table: Table, facts: Collection[str]) -> Table:
    """Evidence with a number for each row, and what it is evidence of in a column for facts and one for figures."""
    columns = (
        Column("id", "编号", Type.WHOLE), *table.columns[:-1],
        Column("fact", "所证事实", link=True), Column("figure", "所证数据", link=True),
    )  # fmt: skip
    rows = [
        (number, *row[:-1], *((row[-1], None) if row[-1] in facts else (None, row[-1])))
        for number, row in enumerate(table.rows, start=1)
    ]
    return replace(table, columns=columns, rows=rows)


def _target(table: str, column: Column) -> str:
    """The table whose keys a column holds, or none."""
    if column.name == KEYS[table]:
        return ""
    if column.name == "source":
        return "documents"
    return _TARGETS.get(column.name, "entities") if column.link else ""


def _database(tables: Mapping[str, Table]) -> bytes:
    with_keys = {name: _column(table, KEYS[name]) for name, table in tables.items()}
    database = sqlite3.connect(":memory:")
    try:
        for table in tables.values():
            _write(database, table, with_keys)
        for search in SEARCHES:
            _index(database, search)
        database.commit()
        return database.serialize()
    except sqlite3.OperationalError as problem:
        raise KgError(
            f"SQLite 不支持 / SQLite cannot: {problem}; 请换带 FTS5 的 Python / use a Python with FTS5"
        ) from problem
    finally:
        database.close()


def _index(database: sqlite3.Connection, search: Search) -> None:
    columns = ", ".join(search.columns)
    rows = [
        (
            number,
            *(phrase_text(words, names=name == "aliases") for name, words in zip(search.columns, cells, strict=True)),
        )
        for number, *cells in database.execute(f"SELECT {search.row}, {columns} FROM {search.table} ORDER BY 1")
    ]
    database.execute(search.create)
    places = ", ".join("?" * (len(search.columns) + 1))
    database.executemany(f"INSERT INTO {search.index} (rowid, {columns}) VALUES ({places})", rows)


def _column(table: Table, name: str) -> set[Cell]:
    at = [column.name for column in table.columns].index(name)
    return {row[at] for row in table.rows}


def _write(database: sqlite3.Connection, table: Table, keys: Mapping[str, Collection[Cell]]) -> None:
    """One table with its rows and an index for each column that points elsewhere."""
    targets = [_target(table.name, column) for column in table.columns]
    database.execute(f"CREATE TABLE {table.name} (\n  {_definitions(table, targets)}\n)")
    rows = (
        tuple(_stored(cell if not to or cell in keys[to] else None) for cell, to in zip(row, targets, strict=True))
        for row in table.rows
    )
    database.executemany(f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(targets))})", rows)
    for column, to in zip(table.columns, targets, strict=True):
        if to:
            database.execute(f'CREATE INDEX {table.name}_{column.name} ON {table.name} ("{column.name}")')


def _definitions(table: Table, targets: Sequence[str]) -> str:
    parts = []
    for column, to in zip(table.columns, targets, strict=True):
        key = (
            " PRIMARY KEY NOT NULL" if column.name == KEYS[table.name] else " UNIQUE" if column.name == "number" else ""
        )
        link = f" REFERENCES {to} ({KEYS[to]})" if to else ""
        parts.append(f'"{column.name}" {_TYPES[column.type]}{key}{link}')
    return ",\n  ".join(parts)


def _stored(cell: Cell) -> Stored:
    """The cell as SQLite keeps it; nothing is NULL."""
    if isinstance(cell, Decimal):
        whole = cell == cell.to_integral_value() and abs(cell) < _LARGEST
        return int(cell) if whole else float(cell)
    return encodable(cell) or None if isinstance(cell, str) else cell


def _metadata(tables: Mapping[str, Table]) -> bytes:
    """What Datasette shows beside the tables: words for each column, what to choose by, and questions."""
    told = {
        name: {
            "title": f"{table.chinese} {name}",
            "columns": {column.name: column.chinese for column in table.columns},
            "facets": list(FACETS[name]),
            "label_column": FIRST[name],
        }
        for name, table in tables.items()
    }
    queries = {search.name: {"title": search.title, "sql": search.question} for search in SEARCHES}
    title = "中国教育工作报告知识图谱 / Knowledge graph of China's education work reports"
    described = {"title": title, "databases": {"graph": {"tables": told, "queries": queries}}}
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()

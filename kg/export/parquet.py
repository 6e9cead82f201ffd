"""The graph as Parquet files, for pandas, Polars, DuckDB, Spark and R."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from kg.export.characters import encodable
from kg.export.tables import (
    Cell,
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

if TYPE_CHECKING:
    import pyarrow

__all__ = ["arrow_table", "files"]


def files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:  # noqa: ARG001 — all forms are called alike
    """A file each for facts, entities, evidence, figures, the identities between these with their members, and
    documents, to be joined by their keys.

    Words, 64-bit whole numbers and 64-bit floats; what is absent is null. The Chinese name of each column stands in
    its metadata. Equal graphs give equal bytes under one version of pyarrow, which writes its number into each file.
    Raises `ModuleNotFoundError` without pyarrow.
    """
    from pyarrow import parquet

    written = {}
    makers = fact_table, entity_table, evidence_table, figure_table, identity_table, member_table, document_table
    for make in makers:
        table, out = make(graph), io.BytesIO()
        parquet.write_table(arrow_table(table), out, compression="zstd")
        written[f"{table.name}.parquet"] = out.getvalue()
    return written


def arrow_table(table: Table) -> pyarrow.Table:
    """The table with typed columns; raises `ModuleNotFoundError` without pyarrow."""
    import pyarrow as pa

    types = {Type.TEXT: pa.string(), Type.WHOLE: pa.int64(), Type.NUMBER: pa.float64()}
    fields = [pa.field(c.name, types[c.type], metadata={"chinese": c.chinese}) for c in table.columns]
    columns = [
        pa.array([_value(row[at], column.type) for row in table.rows], types[column.type])
        for at, column in enumerate(table.columns)
    ]
    return pa.Table.from_arrays(columns, schema=pa.schema(fields, metadata={"chinese": table.chinese}))


def _value(cell: Cell, kind: Type) -> Any:
    """The cell as its column's type; None where there is nothing."""
    if cell is None or cell == "":
        return None
    if kind is Type.TEXT:
        return encodable(str(cell))
    return int(cell) if kind is Type.WHOLE else float(cell)

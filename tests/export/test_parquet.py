"""Parquet, read back by pyarrow: the same rows, typed, with their Chinese names."""

from __future__ import annotations

import io
from typing import Any

import pytest

from kg.export.formats import find_format
from kg.export.tables import (
    document_table,
    entity_table,
    evidence_table,
    fact_table,
    figure_table,
    identity_table,
    member_table,
)
from kg.graph.iri import BASE_IRI
from kg.model.graph import KnowledgeGraph
from tests.graph.small_graph import HOSTILE, small_graph

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

MAKE = {
    "facts": fact_table, "entities": entity_table, "evidence": evidence_table, "figures": figure_table,
    "documents": document_table, "identities": identity_table, "identity_members": member_table,
}  # fmt: skip
FORM = find_format("parquet")


def read(name: str, graph: KnowledgeGraph | None = None) -> Any:
    written = FORM.write(graph or small_graph(), base_iri=BASE_IRI)
    return parquet.read_table(io.BytesIO(written[f"{name}.parquet"]))


@pytest.mark.parametrize("name", MAKE)
def test_a_table_reads_back_as_it_was(name: str) -> None:
    table, back = MAKE[name](small_graph()), read(name)
    assert back.column_names == [column.name for column in table.columns]
    assert [tuple(row.values()) for row in back.to_pylist()] == [
        tuple(None if cell == "" else float(cell) if column.type == "number" and cell is not None else cell
              for column, cell in zip(table.columns, row, strict=True))
        for row in table.rows
    ]  # fmt: skip


def test_columns_are_typed_and_tell_their_chinese_names() -> None:
    schema = read("facts").schema
    types = {name: schema.field(name).type for name in ("year", "amount", "count", "school")}
    assert types == {"year": pa.int64(), "amount": pa.float64(), "count": pa.int64(), "school": pa.string()}
    assert schema.field("year").metadata == {b"chinese": "年份".encode()}
    assert schema.metadata[b"chinese"].decode() == "事实"
    assert read("facts", KnowledgeGraph((), (), {})).schema.equals(schema), "an empty graph has the same columns"


def test_hostile_names_survive() -> None:
    assert set(HOSTILE) <= set(read("entities")["name"].to_pylist())
    assert set(HOSTILE) <= set(read("evidence")["quote"].to_pylist())


def test_facts_and_their_evidence_join_by_key() -> None:
    joined = read("evidence").join(read("facts").select(["fact", "year"]), keys="of", right_keys="fact")
    years = {row["of"]: row["year"] for row in joined.to_pylist()}
    assert years["fact/award-furong"] == 2023 and years["figure/schools"] is None

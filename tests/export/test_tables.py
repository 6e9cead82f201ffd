"""Tables: all facts with all their evidence, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.cells import csv_text, safe, table_csv
from kg.export.tables import (
    document_table,
    entity_table,
    evidence_table,
    fact_table,
    facts_with_evidence,
    figure_table,
    figures_with_evidence,
    identity_table,
    member_table,
)
from kg.export.tables.model import Table, Type
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph

TABLES = [
    make(small_graph())
    for make in (
        entity_table, fact_table, evidence_table, facts_with_evidence, figure_table, figures_with_evidence,
        document_table, identity_table, member_table,
    )
]  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=lambda t: f"{t.name}-{len(t.columns)}")
def test_every_cell_is_of_its_columns_type_and_every_column_has_one_name(table: Table) -> None:
    assert table.rows and len({column.name for column in table.columns}) == len(table.columns)
    allowed = {Type.TEXT: str, Type.WHOLE: (int, Decimal), Type.NUMBER: (float, Decimal)}
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or isinstance(cell, allowed[column.type]), (column.name, cell)


def rows(table: bytes) -> list[dict[str, str]]:
    assert table.startswith(b"\xef\xbb\xbf")
    read = csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    return [{name.split()[-1]: cell for name, cell in row.items()} for row in read]


def test_every_entity_has_a_row() -> None:
    found = rows(table_csv(entity_table(small_graph())))
    assert [row["key"] for row in found] == [e.key for e in small_graph().entities]
    by_key = {row["key"]: row for row in found}
    assert by_key[small.ZFXX] == {
        "type": "School", "name": "中方小学", "aliases": "", "level": "", "region": "中方县", "code": "",
        "stage": "primary", "ownership": "public", "role": "", "affiliation": "",
        "other": "", "concept": "", "facts": "3", "community": "3", "community_role": "bridge", "key": small.ZFXX,
    }  # fmt: skip
    assert by_key[small.ZF]["code"] == "431221"
    assert by_key[small.QINGLIAN]["level"] == "prefecture"


def test_every_evidence_has_a_row() -> None:
    found = rows(table_csv(facts_with_evidence(small_graph())))
    expected = [(s.key, e.document, e.start, e.end, e.rule) for s in small_graph().statements for e in s.evidence]
    assert [(r["fact"], r["source"], int(r["start"]), int(r["end"]), r["rule"]) for r in found] == expected


def test_a_fact_says_who_when_and_how_much_by_name() -> None:
    (row,) = [
        r for r in rows(table_csv(facts_with_evidence(small_graph()))) if r["fact"] == "fact/project-zijing-planned"
    ]
    assert (row["project"], row["school"], row["region"]) == ("紫荆学校建设项目", "紫荆学校", "中方县")
    assert (row["year"], row["status"], row["finish"], row["amount"], row["area"]) == (
        "2024", "planned", "2024-09", "12000000", "25600.5"
    )  # fmt: skip
    assert (row["file"], row["confidence"]) == ("a.txt", "0.93")


def test_a_fact_says_which_words_told_it_and_who_gives_an_honor() -> None:
    (row,) = [r for r in rows(table_csv(facts_with_evidence(small_graph()))) if r["fact"] == "fact/award-furong"]
    assert (row["year_rule"], row["status_rule"]) == ("year-in-heading", "review-heading")
    assert (row["state"], row["issuer"], row["other"]) == ("awarded", "县教育局", "")


def test_a_person_has_a_role_and_a_place() -> None:
    (row,) = [r for r in rows(table_csv(entity_table(small_graph()))) if r["key"] == "person/li"]
    assert (row["role"], row["affiliation"], row["other"]) == ("教师", "中方小学", "")


def test_attributes_without_a_column_are_kept() -> None:
    (row,) = [r for r in rows(table_csv(facts_with_evidence(small_graph()))) if r["fact"] == "fact/project-zijing-done"]
    assert (row["other"], row["amount"]) == ("amount: 约一千万；colour: red", "")


def test_a_head_is_chinese_first() -> None:
    for table in TABLES:
        head = table_csv(table).decode("utf-8-sig").splitlines()[0].split(",")
        assert all(name[0] >= "一" and name.split()[-1].isascii() for name in head)


def test_hostile_names_come_back_as_text() -> None:
    found = {row["key"]: row["name"] for row in rows(table_csv(entity_table(small_graph())))}
    for n, name in enumerate(small.HOSTILE):
        assert found[f"person/hostile-{n}"].removeprefix("'") == name
    assert found["person/hostile-5"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(
    "lead", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u200b=", "\ufeff@"]
)
def test_a_formula_gets_a_leading_quote(lead: str) -> None:
    assert safe(lead + "cmd|'/c calc'!A1") == "'" + lead + "cmd|'/c calc'!A1"


@pytest.mark.parametrize("cell", ["-12", "-0.5", "12", "2023年", "a=b", "", 5, -5, 0.97, "（=）"])
def test_numbers_and_plain_words_stay(cell: str | int | float) -> None:
    assert safe(cell) == cell


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_no_cell_begins_as_a_formula_and_all_come_back(table: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(("甲", "乙"), table), newline="")))
    assert len(read) == len(table) + 1
    for before, after in zip(table, read[1:], strict=True):
        for cell, shown in zip(before, after, strict=True):
            assert shown in (cell, "'" + cell)
            assert not shown.lstrip().startswith(("=", "+", "@", "＝")) and not shown.startswith(("\t", "\r", "\n"))

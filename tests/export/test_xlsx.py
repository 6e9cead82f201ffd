"""The workbook, read back by openpyxl: all rows, numbers as numbers, and nothing that runs."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from kg.export import spreadsheet
from kg.export.characters import xml_words
from kg.export.csv_files import files as csv_files
from kg.export.spreadsheet import files, workbook
from kg.export.tables import Cell, Column, Table, Type
from kg.graph.iri import BASE_IRI
from tests.graph.small_graph import HOSTILE, small_graph


def read(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def book() -> Workbook:
    return read(files(small_graph(), base_iri=BASE_IRI)["graph.xlsx"])


def records(book: Workbook, sheet: str) -> list[dict[str, object]]:
    head, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip((str(name).split()[-1] for name in head), row, strict=True)) for row in rows]


def test_five_sheets_with_heads_in_chinese_that_stay_and_filter(book: Workbook) -> None:
    assert book.sheetnames == ["事实", "实体", "数据", "核对", "文件"]
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions
        assert all("\u4e00" <= str(cell.value)[0] <= "\u9fff" for cell in sheet[1])
        assert all(5 <= size.width <= 62 for size in sheet.column_dimensions.values())


def test_a_sum_that_fails_is_told_with_the_figures_it_is_made_of(book: Workbook) -> None:
    (failed,) = [record for record in records(book, "核对") if record["holds"] == "不成立 fails"]
    assert failed["computed"] == 0.34 and failed["derived"] == "占比0.94个百分点"
    assert failed["given"] == "占比（春季）10.12%；占比（秋季）9.78%"


def test_every_fact_has_its_quote_in_the_row(book: Workbook) -> None:
    found = [(row["fact"], row["start"], row["quote"]) for row in records(book, "事实")]
    assert found == [(s.key, e.start, xml_words(e.quote)) for s in small_graph().statements for e in s.evidence]
    assert "原文 quote" in [cell.value for cell in book["数据"][1]]
    assert [row["key"] for row in records(book, "实体")] == [entity.key for entity in small_graph().entities]
    assert [row["key"] for row in records(book, "文件")] == list(small_graph().documents)


def test_numbers_are_numbers_and_codes_are_words(book: Workbook) -> None:
    (row,) = [row for row in records(book, "事实") if row["fact"] == "fact/project-zijing-planned"]
    assert (row["year"], row["amount"], row["area"], row["confidence"]) == (2024, 12000000, 25600.5, 0.93)
    assert {row["value"] for row in records(book, "数据") if row["what"] == "占比"} == {10.12, 9.78, 0.94}
    assert "431221" in [row["code"] for row in records(book, "实体")]


def test_hostile_names_are_words_and_nothing_runs_or_leads_away(book: Workbook) -> None:
    assert {xml_words(name) for name in HOSTILE} - {""} <= {row["name"] for row in records(book, "实体")}
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    parts = zipfile.ZipFile(io.BytesIO(files(small_graph(), base_iri=BASE_IRI)["graph.xlsx"])).namelist()
    assert not [name for name in parts if "vba" in name or ("rels" in name and "sheet" in name)]


CELLS: list[tuple[Cell, object]] = [
    ("=1+1", "=1+1"), ("{=1+1}", "{=1+1}"), ("+1", "+1"), ("-1", "-1"), ("@SUM(A1)", "@SUM(A1)"),
    ("http://a.example/", "http://a.example/"), ("_x0041_", "_x0041_"), ("007", "007"), ("a\x00\ufffe\ud800b", "ab"),
    ("x" * 40_000, "x" * 32_766 + "…"), (" a\nb ", " a\nb "), ("", None), (None, None), (-3, -3), (0.5, 0.5),
    (Decimal("1.2E+7"), 12_000_000), (Decimal("123456789.1234567"), "123456789.1234567"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), CELLS, ids=lambda value: repr(value)[:20])
def test_a_cell_reads_back_as_it_was(cell: Cell, expected: object) -> None:
    table = Table("t", "表", (Column("a", "甲"),), [(cell,), ("end",)])
    assert records(read(workbook([table])), "表")[0] == {"a": expected}


def test_a_table_without_rows_has_its_head_and_rows_beyond_the_limit_a_sheet_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 2)
    columns = (Column("n", "数", Type.WHOLE),)
    book = read(workbook([Table("e", "空", columns, []), Table("m", "多", columns, [(n,) for n in range(5)])]))
    assert {sheet.title: [r["n"] for r in records(book, sheet.title)] for sheet in book} == {
        "空": [], "多": [0, 1], "多2": [2, 3], "多3": [4],
    }  # fmt: skip


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_words_as_words(tmp_path: Path) -> None:
    written = {**files(small_graph(), base_iri=BASE_IRI), **csv_files(small_graph(), base_iri=BASE_IRI)}
    for name, content in written.items():
        (tmp_path / name).write_bytes(content)
    names = ["graph.xlsx", "entities.csv"]
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "fods",
         "--outdir", "read", *names],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    book, table = (path.read_text("utf-8") for path in sorted((tmp_path / "read").iterdir(), reverse=True))
    for read in (book, table):
        assert "=HYPERLINK(1)" in read and "table:formula" not in read
    assert "中方县芙蓉学校" in book
    assert [name for name in ("事实", "实体", "数据", "核对", "文件") if f'table:name="{name}"' not in book] == []

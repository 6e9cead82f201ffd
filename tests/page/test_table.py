"""The table: sorted by any column, few rows in the page, all of them in the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.export.cells import safe
from tests.graph.small_graph import HOSTILE
from tests.page.opened import Opened
from tests.page.walked import Walked

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def walked(browser: Browser, small_page: Path) -> Iterator[Walked]:
    walked = Walked(browser, small_page)
    yield walked
    walked.end()


def column(opened: Walked, number: int) -> list[str]:
    return opened.page.locator(f"#table tbody td:nth-child({number})").all_inner_texts()


def saved(opened: Walked) -> tuple[str, list[dict[str, str]]]:
    """Name and rows of the file that the button hands out."""
    with opened.page.expect_download() as download:
        opened.page.click("#download")
    raw = Path(download.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by its mark"
    text = raw.decode("utf-8-sig")
    assert text.endswith("\r\n")
    return download.value.suggested_filename, list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(("tab", "rows"), [("facts", 32), ("entities", 29), ("figures", 9), ("reports", 3)])
def test_it_lists_facts_things_figures_and_reports(walked: Walked, tab: str, rows: int) -> None:
    opened = walked.to("view=table")
    opened.page.click(f"#list-{tab}")
    assert opened.read("#table-count") == f"{rows} 行"
    assert opened.page.locator("#table tbody tr:not(.space)").count() > 0


def test_a_head_sorts_there_and_back_and_the_address_keeps_it(walked: Walked) -> None:
    opened = walked.to("view=table")
    opened.page.click("#table th button:has-text('年份')")
    years = [year for year in column(opened, 4) if year]
    assert years == sorted(years)
    assert opened.page.locator("th[aria-sort=ascending]").inner_text().startswith("年份")
    assert opened.state()["sort"] == "facts.year"
    opened.page.keyboard.press("Enter")
    assert opened.state()["sort"] == "facts.year.down", "the head keeps the keyboard"
    years = [year for year in column(opened, 4) if year]
    assert years == sorted(years, reverse=True)


def test_names_are_sorted_by_pinyin(walked: Walked) -> None:
    opened = walked.to("view=table&sort=entities.name&kinds=School")
    assert [name for name in column(opened, 2) if name in ("中方小学", "紫荆学校", "柳州市窑埠小学")] == [
        "柳州市窑埠小学",
        "中方小学",
        "紫荆学校",
    ]


def test_only_rows_near_the_visible_part_are_in_the_page(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "view=table")
    assert opened.page.locator("#table tbody tr").count() < 60
    opened.page.evaluate("document.querySelector('#table').scrollTop = 1e6")
    opened.settle()
    last = opened.page.locator("#table tbody tr:not(.space)").last.get_attribute("aria-rowindex")
    assert last == opened.page.locator("#table table").get_attribute("aria-rowcount")
    assert opened.page.locator("#table tbody tr").count() < 60


def test_keys_walk_through_rows_and_open_them(walked: Walked) -> None:
    opened = walked.to("view=table")
    opened.page.locator("#table tr[tabindex='0']").focus()
    for key in ("ArrowDown", "End", "Home", "ArrowDown", "Enter"):
        opened.page.keyboard.press(key)
    opened.settle()
    assert opened.state()["fact"] == opened.page.evaluate("explorer.graph.facts[1].key")
    assert opened.page.locator("#panel").is_visible()
    opened.page.keyboard.press("Escape")
    opened.settle()
    assert opened.page.evaluate("document.activeElement.ariaRowIndex") == "3", "closing leads back to the row"


def test_the_file_holds_all_rows_with_every_place(walked: Walked) -> None:
    name, rows = saved(walked.to("view=table"))
    assert name == "教育工作报告-事实.csv"
    assert len(rows) == 33, "one fact rests on two places"
    quotes = {row["原文 quote"] for row in rows if row["标识 key"] == "fact/program-sj-zf-2023"}
    assert quotes == {"落实“双减”", "继续“双减”"}
    assert rows[0]["来源标识 source"].startswith("doc/") and rows[0]["起 start"].isdigit()


def test_the_file_holds_what_the_filters_leave_and_says_so(walked: Walked) -> None:
    name, rows = saved(walked.to("view=table&statuses=planned"))
    assert name == "教育工作报告-事实（筛选后）.csv"
    assert {row["状态 status"] for row in rows} == {"计划"}


def test_no_cell_of_the_file_is_run_by_a_spreadsheet(walked: Walked) -> None:
    _, rows = saved(walked.to("view=table&sort=entities"))
    names = [row["名称 name"] for row in rows]
    for hostile in HOSTILE:
        told = hostile.encode("utf-8", "replace").decode()
        assert str(safe(told)) in names or str(safe(told.replace("\r", "\n"))) in names, hostile
    assert "'=HYPERLINK(1)" in names


def test_a_table_of_nothing_says_why(walked: Walked) -> None:
    opened = walked.to("view=table&years=1990-1991")
    assert "筛选后没有事实" in opened.read("#table")
    assert opened.page.locator("#download").is_disabled()


def test_heads_speak_the_language_of_the_page_and_the_file_both(walked: Walked) -> None:
    opened = walked.to("view=table&language=en")
    assert "Words of the report" in opened.read("#table thead")
    _, rows = saved(opened)
    assert "类型 type" in rows[0]

"""The first sight of the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.page.opened import Opened

Open = Callable[..., Opened]


def test_it_opens_on_regions_and_counts(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    assert opened.read("h1") == "中国教育工作报告知识图谱"
    assert "3 份报告 · 29 个实体 · 32 条事实" in opened.read("#totals")
    counts = {(mark["kind"]): mark["count"] for mark in opened.marks() if mark["count"]}
    assert counts["School"] >= 1 and counts["Honor"] >= 1
    assert any(name["text"].startswith("学校 ") for name in opened.names())


def test_a_circle_opens_and_the_way_back_closes_it(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page, "open=431221%2FSchool")
    names = {mark["name"] for mark in opened.marks()}
    assert "中方县芙蓉学校" in names
    opened.page.click("#home")
    opened.settle()
    assert "中方县芙蓉学校" not in {mark["name"] for mark in opened.marks()}


def test_searching_leads_to_the_facts_and_the_words_of_the_report(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.fill("#search", "xfr")
    opened.page.press("#search", "Enter")
    assert opened.state()["focus"] == opened.state()["selected"]
    assert "中方县芙蓉学校" in opened.read("#panel")
    opened.page.click("#back")
    assert opened.page.locator("#panel").is_hidden()


def test_a_filter_thins_out_and_one_click_resets(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    before = len(opened.marks())
    opened.page.check("#filter-kinds label:has-text('荣誉') input")
    opened.settle()
    assert opened.state()["kinds"] == ["Honor"]
    assert len(opened.marks()) < before
    opened.page.click("#reset")
    opened.settle()
    assert len(opened.marks()) == before


def test_the_page_speaks_both_languages(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.click("#language")
    assert "3 reports · 29 entities · 32 facts" in opened.read("#totals")
    assert opened.page.locator("html").get_attribute("lang") == "en"

"""The timeline: who reports what for which year, and what was only planned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.page.opened import Opened
from tests.page.walked import Walked

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def walked(browser: Browser, small_page: Path) -> Iterator[Walked]:
    walked = Walked(browser, small_page)
    yield walked
    walked.end()


def lane(opened: Walked, title: str) -> str:
    """A selector of the row with this title."""
    return f".lane[aria-label='{title}']"


def spots(opened: Walked, title: str) -> list[str]:
    """What the marks of a row say to a screen reader."""
    found: list[str] = opened.page.eval_on_selector_all(
        f"{lane(opened, title)} .spot", "all => all.map((one) => one.getAttribute('aria-label'))"
    )
    return found


def test_each_region_has_a_row_and_the_years_of_its_reports_a_ground(walked: Walked) -> None:
    opened = walked.to("view=timeline")
    titles = opened.page.eval_on_selector_all(".lane", "all => all.map((one) => one.getAttribute('aria-label'))")
    assert {"中方县", "柳南区"} <= set(titles)
    assert opened.page.locator(f"{lane(opened, '中方县')} .covered").count() == 2, "2023 reviewed, 2024 planned"
    words = opened.page.locator(f"{lane(opened, '中方县')} .covered-word").all_text_contents()
    assert words == ["总结", "计划"]


def test_a_status_is_seen_without_colour(walked: Walked) -> None:
    opened = walked.to("view=timeline&focus=program/shuangjian")
    forms = opened.page.eval_on_selector_all(
        ".spot .mark", "all => all.map((one) => one.getAttribute('class').match(/is-\\w+/)[0])"
    )
    assert sorted(forms) == ["is-completed", "is-ongoing", "is-ongoing", "is-planned"]
    fill = "all => all.map((one) => getComputedStyle(one).fill)"
    assert opened.page.eval_on_selector_all(".spot .is-planned .inside", fill) == ["none"]


def test_a_row_opens_to_kinds_and_things(walked: Walked) -> None:
    opened = walked.to("view=timeline")
    opened.page.click(f"{lane(opened, '中方县')} .label button")
    opened.page.click(f"{lane(opened, '荣誉')} .label button")
    opened.settle()
    assert any("中方县芙蓉学校" in words for words in spots(opened, "怀化市清廉学校"))
    assert opened.state()["open"] == ["timeline/431221", "timeline/431221/award"], "a view of rows can be shared"


def test_plan_and_result_of_one_thing_are_joined(walked: Walked) -> None:
    opened = walked.to("view=timeline&focus=project/zijing-build")
    project = lane(opened, "紫荆学校建设项目")
    assert opened.page.locator(f"{project} .join").count() == 1
    years = spots(opened, "紫荆学校建设项目")
    assert any("2024" in words and "计划" in words for words in years)
    assert any("2025" in words and "已完成" in words for words in years)


def test_what_has_no_year_stands_in_a_column_of_its_own_and_places_nowhere(walked: Walked) -> None:
    opened = walked.to("view=timeline")
    assert opened.page.locator(".year-head").last.inner_text() == "无年份"
    assert "5 条" in opened.read(".view-bar"), "facts on where things lie are counted, not drawn"


def test_a_mark_leads_to_the_words_of_the_report(walked: Walked) -> None:
    opened = walked.to("view=timeline&focus=program/shuangjian")
    opened.page.locator(f"{lane(opened, '柳南区')} .spot").click()
    assert opened.state()["fact"] == "fact/program-sj-ln-2022"
    assert "落实“双减”长效发展" in opened.read("#panel")


def test_keys_move_between_marks(walked: Walked) -> None:
    opened = walked.to("view=timeline&focus=program/shuangjian")
    opened.page.locator(".spot[tabindex='0']").focus()
    first = opened.page.evaluate("document.activeElement.getAttribute('aria-label')")
    opened.page.keyboard.press("ArrowDown")
    second = opened.page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert first != second and "双减" in second
    opened.page.keyboard.press("Enter")
    assert opened.state()["fact"]
    opened.page.locator("#close").focus()
    opened.page.keyboard.press("Enter")
    opened.settle()
    held = opened.page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert held == second, "who closes the panel is back on the mark"


def test_an_empty_timeline_says_why_and_offers_the_way_out(walked: Walked) -> None:
    opened = walked.to("view=timeline&years=1990-1991")
    assert "筛选后没有事实" in opened.read("#timeline") and "年份" in opened.read("#timeline")
    opened.page.click("#timeline .empty button")
    opened.settle()
    assert opened.page.locator(".lane").count() >= 2


@pytest.mark.parametrize("size", [(390, 844), (1400, 900)])
def test_only_the_view_scrolls_and_names_are_whole(open_page: Open, small_page: Path, size: tuple[int, int]) -> None:
    opened = open_page(small_page, "view=timeline&focus=region/431221", size=size)
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = opened.page.evaluate(
        """[...document.querySelectorAll('.lane')].filter((lane) => {
            const name = lane.querySelector('.label > *').getBoundingClientRect(), row = lane.getBoundingClientRect();
            return name.bottom > row.bottom + 1; }).map((lane) => lane.ariaLabel)"""
    )
    assert cut == []


def test_never_more_marks_than_a_browser_moves(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "view=timeline")
    for button in ("赣县区", "举措"):
        opened.page.locator(f"{lane(opened, button)} .label button").first.click()
        opened.settle()
        assert 0 < opened.page.locator(".spot").count() <= 800

"""Regions against initiatives and honors: who does what since when, and what silence means."""

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


def cell(opened: Walked, row: str, head: str) -> str:
    """The text of the cell where a row and a column meet."""
    found: str = opened.page.evaluate(
        """([row, head]) => {
            const all = (place) => [...document.querySelectorAll(place)], name = (one) => one.innerText.split('\\n')[0];
            const heads = all('.crossing thead tr > *').map(name);
            const line = all('.crossing tbody tr').find((one) => name(one) === row);
            return line.children[heads.indexOf(head)].innerText; }""",
        [row, head],
    )
    return " ".join(found.split())


def test_a_cell_tells_since_when_and_how_many(walked: Walked) -> None:
    opened = walked.to("view=programs")
    assert cell(opened, "双减", "中方县") == "2023 ×3"
    assert cell(opened, "双减", "柳南区") == "2022"
    assert cell(opened, "县管校聘", "柳南区") == "—"
    assert "未提及" in opened.read(".view-bar"), "what the sign of silence means stands above"
    assert "2/3 地区" in opened.read(".crossing tbody tr:has-text('双减')")


def test_no_report_is_not_silence(walked: Walked) -> None:
    opened = walked.to("view=programs&years=2024-2024")
    assert cell(opened, "县管校聘", "中方县") == "2024"
    assert cell(opened, "县管校聘", "柳南区") == "无报告"
    silent = walked.to("view=programs&years=2023-2024")
    assert cell(silent, "县管校聘", "柳南区") == "—"
    assert "不等于没有做" in (silent.page.locator("td.unsaid").first.get_attribute("title") or "")


def test_rows_and_columns_change_places_and_the_address_keeps_it(walked: Walked) -> None:
    opened = walked.to("view=programs")
    opened.page.click("#matrix-swap")
    assert cell(opened, "中方县", "双减") == "2023 ×3"
    assert opened.state()["sort"] == "swap"


@pytest.mark.parametrize(
    ("order", "first"), [("count", "双减"), ("first", "双减"), ("name", "青蓝工程"), ("regions", "双减")]
)
def test_initiatives_are_sorted(walked: Walked, order: str, first: str) -> None:
    opened = walked.to("view=programs")
    opened.page.select_option("#matrix-order", order)
    names = opened.page.evaluate("explorer.seen.programs.themes().map((one) => one.name)")
    assert names[0] == first and len(names) == 3


def test_a_field_keeps_what_is_named_so(walked: Walked) -> None:
    opened = walked.to("view=programs")
    opened.page.fill("#matrix-filter", "区管")
    names = opened.page.evaluate("explorer.seen.programs.themes().map((one) => one.name)")
    assert names == ["县管校聘"], "other names count, too"
    opened.page.fill("#matrix-filter", "什么也不是")
    assert "没有找到" in opened.read("#matrix")


@pytest.mark.parametrize(("region", "chosen"), [("柳南区", "fact"), ("中方县", "pair")])
def test_a_cell_shows_its_facts(walked: Walked, region: str, chosen: str) -> None:
    opened = walked.to("view=programs")
    opened.page.locator(f".crossing td button[aria-label^='{region}，双减']").click()
    assert opened.state()[chosen]
    facts = opened.page.locator("#panel .fact").count()
    assert facts == (1 if chosen == "fact" else 3)
    assert "双减" in opened.read("#panel")


def test_honors_of_one_concept_share_a_row(walked: Walked) -> None:
    opened = walked.to("view=honors")
    assert cell(opened, "怀化市清廉学校", "中方县") == "2023 ×2"


def test_keys_move_between_cells(walked: Walked) -> None:
    opened = walked.to("view=programs")
    opened.page.locator(".crossing td button[tabindex='0']").focus()
    opened.page.keyboard.press("ArrowRight")
    assert "双减" in opened.page.evaluate("document.activeElement.ariaLabel")
    opened.page.keyboard.press("Enter")
    assert opened.state()["fact"] or opened.state()["pair"]


@pytest.mark.parametrize("size", [(390, 844), (1400, 900)])
@pytest.mark.parametrize("view", ["programs", "honors"])
def test_no_name_is_cut(open_page: Open, seeds_page: Path, view: str, size: tuple[int, int]) -> None:
    opened = open_page(seeds_page, f"view={view}", size=size)
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = opened.page.evaluate(
        """[...document.querySelectorAll('.crossing th')].filter((head) => {
            const name = head.firstElementChild;
            return name.scrollHeight > head.clientHeight || name.scrollWidth > head.clientWidth;
        }).map((head) => head.innerText)"""
    )
    assert cut == []

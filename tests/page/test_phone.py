"""The page on a phone, on a tablet, and with letters of twice the size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.page.opened import Opened

Open = Callable[..., Opened]
PHONE = (390, 844)
SIZES = [PHONE, (320, 640), (700, 450), (1024, 768)]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_and_nothing_scrolls_sideways(
    open_page: Open, seeds_page: Path, size: tuple[int, int], language: str
) -> None:
    opened = open_page(seeds_page, f"language={language}&view=table&years=2022-2023", size=size)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    for one in opened.page.locator("#tools button, #tabs button, #search, h1").all():
        box = one.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= size[0] + 1, one.inner_text()


def test_what_is_touched_is_large_enough(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "kinds=School&kinds=Honor", size=PHONE)
    opened.page.click("#menu")
    small = [
        one.evaluate("(element) => element.outerHTML.slice(0, 120)")
        for one in opened.page.locator(
            "#top button, #tabs button, #drawer button:visible, .choice:visible, .chip"
        ).all()
        for box in [one.bounding_box()]
        if box and box["height"] < 40
    ]
    assert small == []


@pytest.mark.parametrize("way", ["key", "button", "beside"])
def test_the_filters_come_over_the_view_and_go(open_page: Open, seeds_page: Path, way: str) -> None:
    opened = open_page(seeds_page, size=PHONE)
    menu, drawer = opened.page.locator("#menu"), opened.page.locator("#drawer")
    assert drawer.is_hidden()
    menu.click()
    expect(drawer).to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "true")
    opened.page.locator("#filter-kinds .choice").first.click()
    passing = opened.page.evaluate("explorer.passing.facts.length")
    assert 0 < passing < opened.page.evaluate("explorer.graph.facts.length")
    assert f" {passing} " in opened.read("#side-done"), "the button tells how many facts pass"
    {
        "key": lambda: opened.page.keyboard.press("Escape"),
        "button": lambda: opened.page.click("#side-done"),
        "beside": lambda: opened.page.mouse.click(380, 400),
    }[way]()
    expect(drawer).to_be_hidden()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    assert opened.state()["kinds"] == ["Honor"]


def test_the_panel_comes_from_below(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page, "selected=region/431221", size=PHONE)
    box = opened.page.locator("#panel").bounding_box()
    assert box and box["width"] == 390 and round(box["y"] + box["height"]) == 844

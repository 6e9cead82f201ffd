"""What surrounds the views: tabs, sharing, light, help, keys, and whether all can read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import kg.export.page
from tests.page.opened import Opened

Open = Callable[..., Opened]

COLOURS = (Path(kg.export.page.__file__).parent / "style" / "colours.css").read_text(encoding="utf-8")


def palette(theme: str) -> dict[str, str]:
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6});", block)) for block in COLOURS.split("}")[:2])
    return light if theme == "light" else light | dark


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "ink, paper",
    [(ink, paper) for ink in ("ink", "soft", "accent") for paper in ("paper", "ground", "disc", "hover")]
    + [(f"status-{status}", "paper") for status in ("planned", "ongoing", "completed")]
    + [("ink", "mark"), ("paper", "accent"), ("paper", "ink")],
)
def test_words_stand_out_from_their_ground(theme: str, ink: str, paper: str) -> None:
    colours = palette(theme)
    assert contrast(colours[ink], colours[paper]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_and_borders_of_fields_stand_out(theme: str) -> None:
    colours = palette(theme)
    marks = [name for name in colours if name.startswith("kind-")]
    assert len(marks) == 8
    assert [name for name in [*marks, "line"] if contrast(colours[name], colours["paper"]) < 3] == []


@pytest.mark.parametrize(
    "language, theme, views",
    [("zh", "light", ("network", "timeline", "table")), ("en", "dark", ("programs", "honors", "findings"))],
)
def test_nothing_keeps_anyone_from_reading_any_view(
    open_page: Open, small_page: Path, language: str, theme: str, views: tuple[str, ...]
) -> None:
    opened = open_page(small_page, f"language={language}&theme={theme}&years=2022-2024&selected=region/431221")
    for view in views:
        opened.page.evaluate("(view) => explorer.store.set({ view })", view)
        opened.settle()
        found: Any = Axe().run(opened.page, options={"resultTypes": ["violations"]})
        serious = [
            (view, one["id"], [node["html"][:160] for node in one["nodes"]][:3])
            for one in found.response["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == []


def test_arrows_lead_through_the_tabs(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    tabs = opened.page.get_by_role("tab")
    assert tabs.evaluate_all("(all) => all.map((tab) => tab.tabIndex)") == [0, -1, -1, -1, -1, -1]
    tabs.first.focus()
    opened.page.keyboard.press("ArrowRight")
    assert opened.state()["view"] == "timeline"
    expect(tabs.nth(1)).to_be_focused()
    opened.page.keyboard.press("End")
    assert opened.state()["view"] == "findings"
    opened.page.keyboard.press("ArrowRight")
    assert opened.state()["view"] == "network"
    assert opened.page.locator("#view").get_attribute("aria-labelledby") == "tab-network"


def test_the_address_shows_others_the_same(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    change = {"view": "table", "language": "en", "kinds": ["School"], "years": [2022, 2024], "undated": "with",
              "regions": [""], "levels": [-1, 2], "statuses": ["", "planned"], "confidence": 50}  # fmt: skip
    opened.page.evaluate("(change) => explorer.store.set(change)", change)
    fragment = opened.page.evaluate("explorer.store.address.split('#')[1]")
    again = open_page(small_page, fragment)
    assert again.state() == opened.state()
    assert again.read("#side") == opened.read("#side")


def test_a_browser_that_lets_no_page_copy_shows_the_address(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page, "view=table")
    opened.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); }")
    opened.page.click("#share")
    field = opened.page.locator("dialog input")
    expect(field).to_be_focused()
    assert field.input_value().endswith("#view=table")
    assert field.evaluate("(field) => field.selectionEnd - field.selectionStart === field.value.length")
    opened.page.keyboard.press("Escape")
    expect(opened.page.locator("dialog")).to_have_count(0)


def test_the_way_back_keeps_language_and_light(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.click("#tab-table")
    opened.page.click("#language")
    opened.page.click("#theme")
    opened.page.click("#back")
    opened.until("explorer.store.state.view === 'network'")
    assert opened.state()["language"] == "en" and opened.state()["theme"] == "dark"
    opened.page.go_forward()
    opened.until("explorer.store.state.view === 'table'")
    assert opened.read("h1") == "中国教育工作报告知识图谱"


@pytest.mark.parametrize("language, word", [("zh", "置信度"), ("en", "Confidence")])
def test_help_is_asked_by_a_key_and_goes_by_one(open_page: Open, small_page: Path, language: str, word: str) -> None:
    opened = open_page(small_page, f"language={language}")
    opened.page.keyboard.press("?")
    assert word in opened.read("#help-box")
    opened.page.keyboard.press("Escape")
    expect(opened.page.locator("#help-box")).to_have_count(0)


def test_keys_of_one_character_can_be_switched_off(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    for key in ("Tab", "?"):
        opened.page.keyboard.press(key)
    opened.page.uncheck("#keys-on")
    opened.page.keyboard.press("Escape")
    for key in ("?", "/"):
        opened.page.keyboard.press(key)
    expect(opened.page.locator("#help-box")).to_have_count(0)
    expect(opened.page.locator("#search")).not_to_be_focused()
    opened.page.click("#help")
    opened.page.check("#keys-on")
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("/")
    expect(opened.page.locator("#search")).to_be_focused()
    opened.page.keyboard.press("?")
    assert opened.page.input_value("#search") == "?", "in a field a key is a letter"


def test_keys_alone_lead_from_the_search_to_the_table(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    keys = opened.page.keyboard
    keys.press("/")
    keys.type("xfr")
    keys.press("Enter")
    assert opened.state()["focus"]
    expect(opened.page.locator("#panel")).to_be_visible()
    opened.page.locator("#tab-network").focus()
    keys.press("Tab")
    expect(opened.page.locator("#reset, #filter-kinds summary").first).to_be_visible()
    opened.page.locator("#filter-kinds input").first.focus()
    keys.press("Space")
    assert opened.state()["kinds"] == ["Honor"]
    opened.page.locator("#tab-network").focus()
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    assert opened.state()["view"] == "table" and opened.state()["kinds"] == ["Honor"]


def test_paper_is_white_and_says_what_was_filtered(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page, "theme=dark&years=2022-2023")
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert "2022–2023" in opened.read("#chips") and opened.page.locator("#drawer").is_hidden()
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator("html").get_attribute("data-theme") == "dark"

"""The network by keyboard and by screen reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.page.opened import Opened

Open = Callable[..., Opened]


def test_the_picture_is_walked_by_keyboard(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    opened.page.focus("#marks")
    active = "document.querySelector('#marks').getAttribute('aria-activedescendant')"
    seen = {opened.page.evaluate(active)}
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight", "End"):
        opened.page.keyboard.press(key)
        seen.add(opened.page.evaluate(active))
        assert opened.read("#where")
    assert len(seen) > 3 and None not in seen
    school = next(one for one in opened.marks() if one["kind"] == "School" and one["count"])
    opened.page.evaluate("(id) => explorer.seen.network.stand(id)", school["id"])
    opened.page.keyboard.press("Enter")
    opened.settle()
    assert opened.state()["open"]
    assert opened.page.evaluate(active).startswith("mark-e"), "one stands at the first of what was opened"
    opened.page.keyboard.press("Enter")
    chosen = opened.state()["selected"]
    assert chosen and opened.page.locator("#panel").is_visible()
    opened.page.focus("#marks")
    opened.page.keyboard.press("Enter")
    assert opened.state()["focus"] == chosen
    for _ in range(3):
        opened.page.keyboard.press("Escape")
    assert opened.state()["open"] == []


def test_a_screen_reader_finds_every_mark_in_a_list(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    options = opened.page.locator("#marks [role=option]")
    assert options.count() == len(opened.marks())
    assert opened.page.get_by_role("listbox", name="图中的标记").count() == 1
    assert any("点击展开" in text for text in options.all_inner_texts())


def test_keys_zoom_and_fit(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    scale = "explorer.seen.network.picture.getScale()"
    opened.page.focus("#marks")
    before = opened.page.evaluate(scale)
    opened.page.keyboard.press("+")
    assert opened.page.evaluate(scale) > before * 1.2
    opened.page.keyboard.press("0")
    assert opened.page.evaluate(scale) == pytest.approx(before)

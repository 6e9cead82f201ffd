"""Names on the picture: none over another, none cut, whatever the window and wherever the reader is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from tests.page.opened import Opened

Open = Callable[..., Opened]
SIZES = [(1400, 900), (1024, 768), (390, 844)]
STATES = ["", "open=431221%2FSchool", "open=360704%2FProgram&open=360704%2FHonor", "focus=region%2F431221"]


def assert_readable(opened: Opened) -> None:
    names, place = opened.names(), opened.page.locator("#picture").bounding_box()
    assert names and place
    for name in names:
        assert name["left"] >= 0 and name["top"] >= 0, name
        assert name["right"] <= place["width"] and name["bottom"] <= place["height"], name
    for a, b in combinations(names, 2):
        apart = a["right"] <= b["left"] or b["right"] <= a["left"] or a["bottom"] <= b["top"] or b["bottom"] <= a["top"]
        assert apart, (a, b)


@pytest.mark.parametrize("size", SIZES)
def test_no_name_is_cut_or_lies_over_another(open_page: Open, seeds_page: Path, size: tuple[int, int]) -> None:
    opened = open_page(seeds_page, size=size)
    for state in STATES:
        opened.page.evaluate("(fragment) => { location.hash = fragment; }", state)
        opened.until(f"location.hash.length > 1 === {str(bool(state)).lower()}")
        opened.settle()
        assert_readable(opened)


@pytest.mark.parametrize("size", SIZES)
def test_every_region_is_named_with_its_reports_and_years(
    open_page: Open, seeds_page: Path, size: tuple[int, int]
) -> None:
    opened = open_page(seeds_page, size=size)
    regions = opened.page.evaluate("explorer.graph.groups.filter((one) => one.hub).map((one) => one.zh)")
    assert len(regions) == 4
    assert set(regions) <= {name["text"] for name in opened.names()}
    said = opened.page.evaluate("explorer.seen.network.scene().names.filter((one) => one.disc).map((one) => one.sub)")
    assert "1 份报告 · 2018–2019" in said


def test_the_most_shared_initiatives_are_named_in_the_middle(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    stars = opened.page.evaluate("explorer.graph.stars.map((one) => one.label)")
    assert len(stars) == 16
    assert set(stars) <= {name["text"] for name in opened.names()}


def test_names_keep_their_size_and_more_appear_as_one_comes_nearer(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "focus=region%2F431221&hops=2", size=(700, 700))
    before = {name["text"]: name for name in opened.names()}
    opened.page.click("#zoom button >> nth=0")
    opened.settle()
    after = {name["text"]: name for name in opened.names()}
    assert_readable(opened)
    for text in before.keys() & after.keys():
        assert after[text]["right"] - after[text]["left"] == pytest.approx(before[text]["right"] - before[text]["left"])
    marks = """(() => { const { picture, scene } = explorer.seen.network, place = document.querySelector("#picture");
      return scene().marks.filter((one) => { const { x, y } = picture.canvasToDOM(one);
        return x > 0 && y > 0 && x < place.clientWidth && y < place.clientHeight; }).length; })()"""
    near = opened.page.evaluate(marks)
    assert len(after) / near > len(before) / len(opened.marks())


def test_a_circle_too_small_for_its_words_shows_its_number(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, size=(390, 844))
    texts = [name["text"] for name in opened.names()]
    assert any(text.isdigit() for text in texts), texts

"""The network's overview: at a glance, opened on demand, never more than a browser can move."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.page.conftest import written
from tests.page.opened import Opened
from tests.page.pointed import SCENE, at, circle, click
from tests.page.test_layout import large_graph

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def full_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two regions of 300 schools each: a circle of either is more than is shown at once."""
    return written(large_graph(regions=2, size=300), tmp_path_factory.mktemp("page") / "full.html")


@pytest.fixture(scope="module")
def wide_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """130 regions with nearly ten thousand schools."""
    return written(large_graph(regions=130, size=4), tmp_path_factory.mktemp("page") / "wide.html")


@pytest.mark.parametrize("size", [(1400, 900), (1024, 768), (390, 844)])
def test_the_whole_overview_is_in_the_window_at_first(open_page: Open, seeds_page: Path, size: tuple[int, int]) -> None:
    opened = open_page(seeds_page, size=size)
    outside = opened.page.evaluate(
        """(() => { const { picture, scene } = explorer.seen.network, place = document.querySelector("#picture");
        const { clientWidth: right, clientHeight: bottom } = place, scale = picture.getScale();
        return scene().discs.filter((disc) => {
          const { x, y } = picture.canvasToDOM(disc), high = disc.radius * scale, wide = disc.width * scale || high;
          return x - wide < 0 || y - high < 0 || x + wide > right || y + high > bottom; }); })()"""
    )
    assert outside == []


def test_a_resized_window_is_fitted_again_unless_the_reader_moved(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    scale = "explorer.seen.network.picture.getScale()"
    before = opened.page.evaluate(scale)
    opened.page.set_viewport_size({"width": 900, "height": 600})
    opened.until(f"{scale} < {before} * 0.8")
    opened.page.click("#zoom button >> nth=0")
    zoomed = opened.page.evaluate(scale)
    opened.page.set_viewport_size({"width": 900, "height": 640})
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate(scale) > zoomed * 0.9


def test_regions_are_tied_by_how_much_they_share(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    ties = opened.page.evaluate(f"{SCENE}.lines.filter((one) => !one.facts.length)")
    assert ties and all(tie["value"] > 0 for tie in ties)


def test_every_other_line_is_told_by_facts_that_name_both_its_ends(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "open=431221%2FSchool&open=431221%2FProject")
    wrong = opened.page.evaluate(
        f"""{SCENE}.lines.filter((one) => one.facts.length
        && !one.facts.every((fact) => one.ends.every((end) => fact.ends.includes(end)))).length"""
    )
    assert wrong == 0
    assert opened.page.evaluate(f"{SCENE}.lines.filter((one) => one.facts.length).length") > 40


def test_what_belongs_to_no_region_has_no_mark_of_a_region(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    hubs = opened.page.evaluate(f"{SCENE}.marks.filter((one) => one.form === 'hub').map((one) => one.group.zh)")
    assert len(hubs) == 4
    forms = opened.page.evaluate(f"Object.fromEntries({SCENE}.discs.map((one) => [one.id, one.form]))")
    assert forms[""] == "middle" and forms["~"] == "lone"


def test_a_click_opens_a_circle_and_a_click_beside_its_things_closes_it(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    school = circle(opened, "School")
    click(opened, *at(opened, school["id"]))
    assert opened.state()["open"] == ["360704/School"]
    things = [one for one in opened.marks() if one["kind"] == "School" and one["name"]]
    assert len(things) == school["count"]
    x, y = at(opened, things[0]["id"])
    click(opened, x + 45, y - 25)
    assert opened.state()["open"] == []


def test_escape_takes_back_one_thing_at_a_time(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page, "open=431221%2FSchool&focus=region%2F431221&selected=region%2F431221")
    for name, left in (("selected", ""), ("focus", ""), ("open", [])):
        assert opened.state()[name] != left
        opened.page.keyboard.press("Escape")
        assert opened.state()[name] == left


def test_a_large_circle_shows_the_best_connected_and_opens_the_next_on_demand(open_page: Open, full_page: Path) -> None:
    opened = open_page(full_page, "open=110000%2FSchool")
    shown = [one for one in opened.marks() if one["name"].endswith("小学")]
    assert len(shown) == 120
    (more,) = [one for one in opened.marks() if one["id"].startswith("m")]
    assert more["count"] == 180
    assert "… 还有 180" in [name["text"] for name in opened.names()]
    click(opened, *at(opened, more["id"]))
    assert len([one for one in opened.marks() if one["name"].endswith("小学")]) == 240


def test_never_more_than_eight_hundred_marks_are_drawn(open_page: Open, full_page: Path, wide_page: Path) -> None:
    everything = "&".join(f"open=11000{n % 2}%2FSchool" for n in range(12))
    opened = open_page(full_page, everything)
    assert 600 < len(opened.marks()) <= 800
    areas = "&".join(["open=%4011", "open=%401100", "open=%401101", "focus=program%2Fall&hops=3"])
    opened = open_page(wide_page, areas)
    assert len(opened.marks()) == 800
    opened.page.click("#unfocus")
    opened.settle()
    assert 200 < len(opened.marks()) <= 800


def test_many_regions_are_first_seen_by_province_then_by_prefecture(open_page: Open, wide_page: Path) -> None:
    opened = open_page(wide_page)
    counts = [[one["count"] for one in opened.marks() if one["id"].startswith("a")]]
    assert len(opened.marks()) < 10
    click(opened, *at(opened, "a0"))
    counts.append([one["count"] for one in opened.marks() if one["id"].startswith("a")])
    assert counts == [[130], [100, 30]]
    click(opened, *at(opened, "a2"))
    assert opened.state()["open"] == ["@11", "@1101"]
    assert len([one for one in opened.marks() if one["id"].startswith("g")]) == 30


def test_a_scene_of_many_things_is_made_in_little_time(open_page: Open, wide_page: Path) -> None:
    opened = open_page(wide_page, "open=%4011&focus=program%2Fall&hops=3")
    spent = opened.page.evaluate(
        """Math.min(...Array.from({ length: 5 }, () => {
          const begin = performance.now(); explorer.seen.network.build(); return performance.now() - begin; }))"""
    )
    assert len(opened.marks()) == 800
    assert spent < 50

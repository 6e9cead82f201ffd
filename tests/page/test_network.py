"""The network view: at a glance, opened on demand, walked by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.model.graph import KnowledgeGraph
from tests.graph import small_graph as small
from tests.page.conftest import written
from tests.page.opened import Opened
from tests.page.test_layout import large_graph

Open = Callable[..., Opened]
SCENE = "explorer.seen.network.scene()"


@pytest.fixture(scope="module")
def full_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two regions of 300 schools each: a circle of either is more than is shown at once."""
    return written(large_graph(regions=2, size=300), tmp_path_factory.mktemp("page") / "full.html")


@pytest.fixture(scope="module")
def wide_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """130 regions with nearly ten thousand schools."""
    return written(large_graph(regions=130, size=4), tmp_path_factory.mktemp("page") / "wide.html")


def at(opened: Opened, mark: str) -> tuple[float, float]:
    """Where a mark stands in the window."""
    place = opened.page.locator("#picture").bounding_box()
    point = opened.page.evaluate(
        f"(id) => {{ const {{ picture }} = explorer.seen.network; const one = {SCENE}.marks.find((m) => m.id === id);"
        " return picture.canvasToDOM(one); }",
        mark,
    )
    assert place
    return place["x"] + point["x"], place["y"] + point["y"]


def click(opened: Opened, x: float, y: float) -> None:
    """As a person does: vis-network waits a moment after a click before it believes it."""
    opened.page.mouse.click(x, y)
    opened.page.wait_for_timeout(60)
    opened.settle()


def circle(opened: Opened, kind: str) -> dict[str, Any]:
    return max((one for one in opened.marks() if one["count"] and one["kind"] == kind), key=lambda one: one["count"])


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
    opened.page.wait_for_function(f"{scale} < {before} * 0.8")
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


def test_around_a_thing_stands_what_facts_link_with_it_hop_by_hop(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page, "focus=school%2Ffurong")
    linked = opened.page.evaluate(
        """(() => { const one = explorer.graph.byKey.get("school/furong");
        return [...new Set(one.facts.flatMap((fact) => fact.ends.filter(Boolean)))].map((end) => end.name); })()"""
    )
    assert sorted(one["name"] for one in opened.marks()) == sorted(linked)
    counts = [len(opened.marks())]
    for hops in (2, 3):
        opened.page.click(f"#hops button:text-is('{hops}')")
        opened.settle()
        assert opened.state()["hops"] == hops
        counts.append(len(opened.marks()))
    assert counts[0] < counts[1] <= counts[2]


def test_marks_around_a_thing_do_not_touch(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "focus=region%2F431221&hops=2")
    least = opened.page.evaluate(
        f"""(() => {{ const all = {SCENE}.marks; let least = Infinity;
        all.forEach((a, n) => all.slice(n + 1).forEach((b) => {{
          least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y) - a.size - b.size); }}));
        return least; }})()"""
    )
    assert least > 10


def test_a_line_leads_to_all_its_facts(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "focus=region%2F431221")
    point = """(several) => { const { picture, scene } = explorer.seen.network, { marks, lines } = scene();
      const box = document.querySelector("#picture").getBoundingClientRect();
      for (const line of lines.filter((one) => one.facts.length > 1 === several))
        for (const t of [.3, .4, .5, .6, .7]) {
          const [a, b] = [line.from, line.to].map((id) => picture.canvasToDOM(marks.find((one) => one.id === id)));
          const x = a.x * t + b.x * (1 - t), y = a.y * t + b.y * (1 - t);
          if (picture.getEdgeAt({ x, y }) === line.id && !picture.getNodeAt({ x, y }))
            return { x: box.x + x, y: box.y + y, facts: line.facts.map((one) => one.key) };
        } }"""
    for several in (False, True):
        found = opened.page.evaluate(point, several)
        click(opened, found["x"], found["y"])
        state = opened.state()
        chosen = [state["fact"]] if state["fact"] else opened.page.evaluate("explorer.between().map((one) => one.key)")
        assert sorted(chosen) == sorted(found["facts"])
        assert opened.page.locator("#panel").is_visible()
        opened.page.keyboard.press("Escape")
        opened.settle()


def test_what_is_chosen_stands_out_and_the_rest_steps_back(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "selected=program%2Fshuangjian")
    opacity = opened.page.evaluate(
        """(() => { const { picture, scene } = explorer.seen.network, nodes = picture.body.data.nodes;
        const things = scene().marks.filter((one) => one.entity);
        return things.map((one) => [one.entity.key, nodes.get(one.id).opacity]); })()"""
    )
    found = dict(opacity)
    assert found["program/shuangjian"] == found["region/431221"] == 1
    assert found["region/360704"] < 0.5


def test_the_panel_covers_nothing_of_the_overview(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    opened.page.evaluate("explorer.store.set({ selected: 'program/shuangjian' })")
    opened.settle()
    covered = opened.page.evaluate(
        f"""(() => {{ const {{ picture }} = explorer.seen.network, box = document.querySelector("#picture");
        const panel = document.querySelector("#panel").getBoundingClientRect().left - box.getBoundingClientRect().left;
        const right = (one) => picture.canvasToDOM({{ x: one.x + one.radius, y: one.y }}).x;
        return {SCENE}.discs.filter((one) => right(one) > panel); }})()"""
    )
    assert covered == []


def test_what_is_only_planned_is_hollow_and_dashed(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "open=431221%2FProject")
    planned = opened.page.evaluate(f"{SCENE}.marks.filter((one) => one.planned).map((one) => one.id)")
    paper, other = opened.page.evaluate(
        """(ids) => { const nodes = explorer.seen.network.picture.body.data.nodes;
        const colors = ids.map((id) => nodes.get(id).color.background);
        return [new Set(colors).size, colors[0]]; }""",
        planned,
    )
    assert planned and paper == 1 and other == "#ffffff"
    assert opened.page.evaluate(f"{SCENE}.lines.some((one) => one.planned && one.facts.every((f) => f.status === 0))")


def test_the_pointer_is_told_names_as_text(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page, "open=431221%2FSchool")
    mark = next(one for one in opened.marks() if one["name"] == "中方县芙蓉学校")
    opened.page.mouse.move(*at(opened, mark["id"]))
    opened.page.wait_for_selector("#tip:not([hidden])")
    assert opened.read("#tip").startswith("中方县芙蓉学校\n学校 · ")


def test_hostile_names_are_told_as_text(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    names = opened.page.evaluate(
        """(() => { const hostile = explorer.graph.entities.filter((one) => one.name.includes("<"));
        const list = document.querySelector("#marks");
        return hostile.map((one) => (explorer.go(one), list.textContent.includes(one.name))); })()"""
    )
    assert names and all(names)
    assert opened.page.locator("#network img, #network script").count() == 0


def test_the_picture_takes_the_colours_of_the_theme(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    color = (
        "explorer.seen.network.picture.body.data.nodes.get({ filter: (one) => one.id[0] === 'g' })[0].color.background"
    )
    light = opened.page.evaluate(color)
    opened.page.click("#theme")
    opened.settle()
    assert opened.page.evaluate(color) != light


def test_a_filter_makes_circles_smaller(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    before = circle(opened, "Program")["count"]
    opened.page.evaluate("explorer.store.set({ statuses: ['planned'] })")
    opened.settle()
    assert 0 < circle(opened, "Program")["count"] < before


def test_on_paper_the_picture_is_there(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    opened.page.emulate_media(media="print")
    box = opened.page.locator("#picture canvas").bounding_box()
    assert box and box["height"] > 300 and box["width"] > 300


def test_an_empty_graph_has_an_empty_picture(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(written(KnowledgeGraph((), (), {}), tmp_path / "empty.html"))
    assert opened.marks() == []


def test_one_report_of_a_region_is_a_picture_too(open_page: Open, tmp_path: Path) -> None:
    graph = KnowledgeGraph(small.ENTITIES[:2], (), {})
    assert open_page(written(graph, tmp_path / "two.html")).marks()

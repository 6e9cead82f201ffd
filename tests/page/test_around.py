"""The network around a thing, and how it shows what is chosen, planned, filtered and printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.model.graph import KnowledgeGraph
from tests.graph import small_graph as small
from tests.page.conftest import written
from tests.page.opened import Opened
from tests.page.pointed import SCENE, at, circle, click

Open = Callable[..., Opened]


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


def test_the_picture_follows_the_light_of_the_system(open_page: Open, small_page: Path) -> None:
    opened = open_page(small_page)
    color = "explorer.seen.network.picture.body.data.nodes.get().find((one) => one.id[0] === 'g').color.background"
    seen = []
    for scheme in ("dark", "light"):
        opened.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        opened.settle()
        seen.append(opened.page.evaluate(color))
    assert seen == ["#dfe4e9", "#2b2b2b"]

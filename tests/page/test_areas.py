"""Many regions are put together by where they lie."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import pytest

from kg.export.page.areas import MOST_GROUPS
from kg.export.page.groups import SHARED, group_things
from kg.export.page.layout import arrange
from kg.export.page.overview import MOST_TIES, overview_edges, overview_nodes
from kg.export.page.packing import enclosing
from kg.export.page.shared import MOST_STARS, most_shared
from tests.page.test_layout import large_graph


def test_few_regions_need_no_provinces() -> None:
    groups = group_things(large_graph(regions=MOST_GROUPS, size=1))
    assert groups.areas == () and groups.area_of == {}


def test_a_province_of_many_regions_is_divided_by_prefecture() -> None:
    groups = group_things(large_graph(regions=130, size=1))
    assert [(area.id, area.parent) for area in groups.areas] == [("@11", ""), ("@1100", "@11"), ("@1101", "@11")]
    assert groups.area_of["110007"] == "@1100" and SHARED not in groups.area_of


def test_an_area_that_no_report_names_has_its_known_name() -> None:
    graph = large_graph(regions=130, size=1)
    moved = {code: str(int(code) + 310_101) for code in (f"{110_000 + r}" for r in range(130))}
    entities = [
        replace(e, attributes={"code": moved[e.attributes["code"]]} if e.attributes else {}) for e in graph.entities
    ]
    documents = {key: replace(info, region_code=moved[info.region_code]) for key, info in graph.documents.items()}
    groups = group_things(replace(graph, entities=tuple(entities), documents=documents))
    assert [area.chinese for area in groups.areas] == ["湖北省", "武汉市", "鼓楼区"], "a name in the graph goes before"


def test_what_lies_in_an_area_lies_on_its_disc() -> None:
    graph = large_graph(regions=130, size=1)
    groups = group_things(graph)
    layout = arrange(graph, groups)
    inside = [(layout.discs[group], layout.areas[area]) for group, area in groups.area_of.items()]
    inside += [(layout.areas[area.id], layout.areas[area.parent]) for area in groups.areas if area.parent]
    for inner, outer in inside:
        assert math.dist((inner.x, inner.y), (outer.x, outer.y)) + inner.radius <= outer.radius


def test_the_first_picture_of_many_regions_has_few_marks_and_lines() -> None:
    graph = large_graph(regions=130, size=1)
    groups = group_things(graph)
    assert len(overview_nodes(groups, arrange(graph, groups))) < 10
    assert len(overview_edges(graph, groups)) <= MOST_TIES


def test_no_disc_lies_over_the_middle() -> None:
    graph = large_graph()
    groups = group_things(graph)
    layout = arrange(graph, groups)
    for group, disc in layout.discs.items():
        if group != SHARED:
            beside = max(abs(disc.x) - layout.middle.half_width, 0), max(abs(disc.y) - layout.middle.half_height, 0)
            assert math.hypot(*beside) > disc.radius, group


def test_the_most_shared_initiatives_stand_in_the_middle_apart_from_each_other() -> None:
    graph = large_graph()
    groups = group_things(graph)
    assert most_shared(graph, groups) == ("program/all",)
    layout = arrange(graph, groups)
    assert all(
        abs(x) <= layout.middle.half_width and abs(y) <= layout.middle.half_height for x, y in layout.middle.stars
    )
    assert len(layout.stars) <= MOST_STARS


@pytest.mark.parametrize(
    "circles",
    [
        [((0, 0), 10)],
        [((0, 0), 10), ((100, 0), 10)],
        [((0, 0), 100), ((30, 0), 10)],
        [((x * 70, x * x * 11), 5 + x) for x in range(20)],
    ],
)
def test_a_circle_around_circles_holds_all_and_little_more(circles: list[tuple[tuple[int, int], int]]) -> None:
    middle, radius = enclosing(circles)
    assert all(math.dist(middle, at) + r <= radius for at, r in circles)
    widest = max([2 * r for _, r in circles] + [math.dist(a, b) + r + s for (a, r), (b, s) in combinations(circles, 2)])
    assert radius <= widest * 0.6 + 2

"""Where things stand on the page: each with its region, nothing on top of anything."""

from __future__ import annotations

import math
import time
from itertools import combinations

import pytest

from kg.export.page.groups import LONE, SHARED, Groups, group_things
from kg.export.page.kinds import FACT_WORDS, LEVEL_LOOKS, LOOKS, STATUS_WORDS
from kg.export.page.layout import CLUSTER_GAP, GROUP_GAP, Layout, arrange
from kg.export.page.packing import CELL_HEIGHT, CELL_WIDTH
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement
from kg.model.names import EntityKind, FactKind, Level, Status
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph


def large_graph(regions: int = 12, size: int = 40) -> KnowledgeGraph:
    """Regions that each report on schools of their own, and on one program that all share."""
    entities = [GraphEntity("program/all", EntityKind.PROGRAM, "双减", (), "", None, "")]
    statements: list[Statement] = []
    documents = {}
    for r in range(regions):
        region, document, code = f"region/{r}", f"doc/{r:016x}", f"{110000 + r}"
        entities.append(GraphEntity(region, EntityKind.REGION, "鼓楼区", (), "", None, "", {"code": code}))
        documents[document] = small.info(f"{r:064x}", f"{r}.txt", "", "", "鼓楼区", code, review=2023, plan=2024)
        ends = {"program": "program/all", "region": region}
        statements.append(small.fact(FactKind.PROGRAM, f"p{r}", ends, small.said(document, 0, "双减")))
        for n in range(size + r):
            school = f"school/{r}-{n}"
            entities.append(GraphEntity(school, EntityKind.SCHOOL, f"第{n}小学", (), "", None, region))
            said = small.said(document, 10 * n, "位于")
            statements.append(small.fact(FactKind.LOCATION, f"l{r}-{n}", {"school": school, "region": region}, said))
    return KnowledgeGraph(tuple(entities), tuple(statements), documents)


LARGE = large_graph()


@pytest.fixture(scope="module")
def groups() -> Groups:
    return group_things(LARGE)


@pytest.fixture(scope="module")
def layout(groups: Groups) -> Layout:
    return arrange(LARGE, groups)


def test_every_kind_level_and_status_has_a_look_and_a_word() -> None:
    assert set(LOOKS) == set(EntityKind)
    assert set(FACT_WORDS) == set(FactKind)
    assert set(STATUS_WORDS) == set(Status)
    assert len(LEVEL_LOOKS) == len(Level)
    assert len({look.color for look in LOOKS.values()}) == len(LOOKS)


def test_things_stand_with_the_region_whose_reports_name_them() -> None:
    of = group_things(small_graph()).of
    assert of[small.ZF] == of[small.FURONG] == of[small.SIXIAO] == "431221"
    assert of[small.KYJ] == of[small.LN] == "450204"
    assert of[small.SHUANGJIAN] == SHARED
    assert of[small.ZIJING_BUILD] == SHARED, "a report whose region is unknown is a group of its own"
    assert of["school/nowhere"] == LONE, "named by no statement, and of no region"
    assert of["organization/zf-jyj"] == "431221", "named by no statement: it stands with its region"


def test_regions_of_the_same_name_are_told_apart_by_code(groups: Groups) -> None:
    assert len(groups.groups) == 13
    assert groups.of["program/all"] == SHARED


def test_every_thing_has_a_place_of_its_own(layout: Layout) -> None:
    assert layout.places.keys() == {entity.key for entity in LARGE.entities}
    assert len(set(layout.places.values())) == len(layout.places)


def test_names_in_a_circle_have_room(layout: Layout, groups: Groups) -> None:
    kinds = {entity.key: entity.kind for entity in LARGE.entities}
    hubs = {group.hub for group in groups.groups}
    by_circle: dict[object, list[tuple[int, int]]] = {}
    for key, place in layout.places.items():
        if key not in hubs:
            by_circle.setdefault((groups.of[key], kinds[key]), []).append(place)
    for circle, points in by_circle.items():
        for (ax, ay), (bx, by) in combinations(points, 2):
            assert abs(ax - bx) >= CELL_WIDTH / 2 - 1 or abs(ay - by) >= CELL_HEIGHT, circle


def test_circles_of_a_group_do_not_touch_and_lie_on_its_disc(layout: Layout) -> None:
    for ((one, _), a), ((other, _), b) in combinations(layout.clusters.items(), 2):
        if one == other:
            assert math.dist((a.x, a.y), (b.x, b.y)) >= a.radius + b.radius + CLUSTER_GAP - 2
    for (group, _), circle in layout.clusters.items():
        disc = layout.discs[group]
        assert math.dist((circle.x, circle.y), (disc.x, disc.y)) + circle.radius <= disc.radius


def test_discs_do_not_touch(layout: Layout) -> None:
    for a, b in combinations(layout.discs.values(), 2):
        assert math.dist((a.x, a.y), (b.x, b.y)) >= a.radius + b.radius + GROUP_GAP - 2


def test_the_same_graph_has_the_same_places(layout: Layout, groups: Groups) -> None:
    assert arrange(LARGE, groups) == layout
    again = large_graph()
    assert arrange(again, group_things(again)) == layout


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_graph_of_next_to_nothing_has_places(count: int) -> None:
    graph = KnowledgeGraph(small_graph().entities[:count], (), {})
    assert len(arrange(graph, group_things(graph)).places) == count


def test_many_regions_are_arranged_in_little_time() -> None:
    graph = large_graph(regions=300, size=3)
    begin = time.process_time()
    arrange(graph, group_things(graph))
    assert time.process_time() - begin < 20

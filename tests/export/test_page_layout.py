"""What the page shows and where: all of a small graph, the best of a large one, nothing on top of anything."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from kg.export.page.kinds import FACT_WORDS, LOOKS, STATUS_WORDS
from kg.export.page.layout import CELL_HEIGHT, CELL_WIDTH, GAP, Layout, arrange
from kg.export.page.view import LONE, SHARED, View, choose
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement
from kg.model.names import EntityKind, FactKind, Status
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


@pytest.fixture(scope="module")
def view() -> View:
    return choose(large_graph())


@pytest.fixture(scope="module")
def layout(view: View) -> Layout:
    return arrange(view)


def test_every_kind_and_every_status_has_a_look_and_a_word() -> None:
    assert set(LOOKS) == set(EntityKind)
    assert set(FACT_WORDS) == set(FactKind)
    assert set(STATUS_WORDS) == set(Status)
    assert len({look.color for look in LOOKS.values()}) == len(LOOKS)


def test_a_small_graph_is_shown_whole() -> None:
    view = choose(small_graph())
    assert {e.key for e in view.entities} == {e.key for e in small_graph().entities}
    assert view.left_out == (0, 0)
    assert (small.ZIJING_BUILD, small.ZIJING) in view.lines
    assert (small.ZIJING_BUILD, small.ZF) in view.lines
    assert len(view.statements) == len(small_graph().statements)


def test_things_stand_with_the_region_whose_reports_name_them() -> None:
    group = choose(small_graph()).group
    assert group[small.ZF] == group[small.FURONG] == group[small.SIXIAO] == "431221"
    assert group[small.KYJ] == group[small.LN] == "450204"
    assert group[small.SHUANGJIAN] == SHARED
    assert group[small.ZIJING_BUILD] == SHARED, "a report whose region is unknown is a group of its own"
    assert group["school/nowhere"] == LONE, "named by no statement, and of no region"
    assert group["organization/zf-jyj"] == "431221", "named by no statement: it stands with its region"


def test_regions_of_the_same_name_are_told_apart_by_code(view: View) -> None:
    assert len(set(view.group.values())) == 13
    assert view.group["program/all"] == SHARED


def test_of_a_large_graph_the_best_connected_part_is_shown_and_the_rest_counted() -> None:
    graph = large_graph()
    view = choose(graph, max_nodes=20, max_lines=15)
    assert {"program/all", *(f"region/{r}" for r in range(12))} <= {e.key for e in view.entities}
    assert len(view.entities) == 20 and len(view.lines) == 15
    assert view.left_out == (len(graph.entities) - 20, 12 + 7 - 15)


def test_no_name_covers_another(layout: Layout) -> None:
    by_cell: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for x, y in layout.places.values():
        by_cell.setdefault((x // 400, y // 400), []).append((x, y))
    for (cx, cy), points in by_cell.items():
        near = [p for dx in (0, 1) for dy in (-1, 0, 1) for p in by_cell.get((cx + dx, cy + dy), [])]
        for a in points:
            for b in near:
                assert a == b or abs(a[0] - b[0]) >= CELL_WIDTH / 2 - 1 or abs(a[1] - b[1]) >= CELL_HEIGHT
    assert len(set(layout.places.values())) == len(layout.places)


def test_discs_do_not_touch(layout: Layout) -> None:
    for (_, ax, ay, a), (_, bx, by, b) in combinations(layout.discs, 2):
        assert math.dist((ax, ay), (bx, by)) >= a + b + GAP - 2


def test_everything_stands_on_the_disc_of_its_group(view: View, layout: Layout) -> None:
    discs = {name: (x, y, radius) for name, x, y, radius in layout.discs}
    for key, place in layout.places.items():
        x, y, radius = discs[view.group[key]]
        assert math.dist(place, (x, y)) < radius


def test_the_same_graph_has_the_same_picture(view: View, layout: Layout) -> None:
    assert arrange(view) == layout
    assert arrange(choose(large_graph())) == layout


def test_a_caption_counts_what_it_stands_on(layout: Layout) -> None:
    assert [c.text for c in layout.captions] == [f"学校 {n}" for n in sorted(range(40, 52))]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_graph_of_next_to_nothing_has_a_picture(count: int) -> None:
    graph = KnowledgeGraph(small_graph().entities[:count], (), {})
    assert len(arrange(choose(graph)).places) == count


def test_many_regions_are_arranged_in_little_time() -> None:
    import time

    begin = time.process_time()
    arrange(choose(large_graph(regions=300, size=3)))
    assert time.process_time() - begin < 20

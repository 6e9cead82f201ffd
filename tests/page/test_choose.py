"""A graph that is too large for a page: its best connected part goes on it, and the page says what does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.export.page import page
from kg.export.page.choose import FILE, Limits, part_of
from kg.graph.reading import read_file
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind
from tests.conftest import ROOT
from tests.page.opened import Opened

FEW = Limits(200, 150, 60)


@pytest.fixture(scope="module")
def seeds_graph() -> KnowledgeGraph:
    return read_file(ROOT / "exports" / "graph.ttl").graph


def test_what_fits_stays_as_it_is(seeds_graph: KnowledgeGraph) -> None:
    assert part_of(seeds_graph) == (seeds_graph, None)
    size = len(seeds_graph.entities), len(seeds_graph.statements), len(seeds_graph.figures)
    assert part_of(seeds_graph, Limits(*size))[1] is None
    assert part_of(seeds_graph, Limits(size[0] - 1, *size[1:]))[1] is not None


def test_a_part_holds_no_more_than_there_is_room_for_and_all_reports_and_regions(seeds_graph: KnowledgeGraph) -> None:
    part, whole = part_of(seeds_graph, FEW)
    assert whole and (whole.entities, whole.facts, whole.figures) == (
        len(seeds_graph.entities), len(seeds_graph.statements), len(seeds_graph.figures)
    )  # fmt: skip
    assert (len(part.entities), len(part.statements), len(part.figures)) == (FEW.entities, FEW.facts, FEW.figures)
    assert part.documents == seeds_graph.documents
    regions = [{e.key for e in g.entities if e.kind is EntityKind.REGION} for g in (part, seeds_graph)]
    assert regions[0] == regions[1]


def test_facts_of_a_part_name_only_what_is_in_it(seeds_graph: KnowledgeGraph) -> None:
    part, _ = part_of(seeds_graph, FEW)
    held = {entity.key for entity in part.entities}
    assert all(held.issuperset(statement.ends.values()) for statement in part.statements)
    assert all((figure.about or figure.region) in held for figure in part.figures)


def test_what_is_left_in_is_better_connected_than_what_is_left_out(seeds_graph: KnowledgeGraph) -> None:
    part, _ = part_of(seeds_graph, FEW)
    held = {entity.key for entity in part.entities}

    def degrees(inside: bool) -> list[int]:
        others = [e.key for e in seeds_graph.entities if e.kind is not EntityKind.REGION and (e.key in held) == inside]
        return [sum(key in s.ends.values() for s in seeds_graph.statements) for key in others]

    assert min(degrees(True)) >= max(degrees(False))


def test_incomplete_is_exactly_what_the_whole_tells_more_of(seeds_graph: KnowledgeGraph) -> None:
    part, whole = part_of(seeds_graph, FEW)
    assert whole

    def told(graph: KnowledgeGraph, key: str) -> tuple[int, int]:
        facts = sum(key in s.ends.values() for s in graph.statements)
        return facts, sum(key == (f.about or f.region) for f in graph.figures)

    more = {e.key for e in part.entities if told(part, e.key) != told(seeds_graph, e.key)}
    assert whole.incomplete == more


def test_the_order_in_which_a_graph_is_told_changes_nothing(seeds_graph: KnowledgeGraph) -> None:
    turned = replace(
        seeds_graph, entities=seeds_graph.entities[::-1], statements=seeds_graph.statements[::-1],
        figures=seeds_graph.figures[::-1],
    )  # fmt: skip
    part, whole = part_of(seeds_graph, FEW)
    other, same = part_of(turned, FEW)
    assert whole == same
    assert (part.entities, part.statements, part.figures) == (
        other.entities[::-1], other.statements[::-1], other.figures[::-1]
    )  # fmt: skip


def test_the_page_says_in_words_how_much_is_left_out(
    seeds_graph: KnowledgeGraph, tmp_path: Path, open_page: Callable[..., Opened]
) -> None:
    path = tmp_path / "part.html"
    path.write_bytes(page(seeds_graph, limits=FEW))
    assert b"connect-src" not in path.read_bytes()
    opened = open_page(path)
    left = len(seeds_graph.entities) - FEW.entities, len(seeds_graph.statements) - FEW.facts
    words = opened.read("#whole")
    assert words.startswith(f"另有 {left[0]} 个实体、{left[1]} 条事实没有放进这一页；kg serve 可看全部")
    assert "只按打开时这一页里的事实" in words
    opened.choose("language=en")
    assert "kg serve shows all" in opened.read("#whole")


def test_the_page_of_a_whole_graph_says_nothing_of_the_kind(seeds_page: Path, open_page: Callable[..., Opened]) -> None:
    opened = open_page(seeds_page)
    assert opened.page.locator("#whole").is_hidden()
    assert opened.page.evaluate("[explorer.graph.whole, explorer.graph.incomplete.size]") == [None, 0]


def test_ten_thousand_entities_with_thirty_thousand_lines_go_on_one_page() -> None:
    assert FILE.hold(10_000, 30_000, 10_000)

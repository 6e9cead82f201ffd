"""The filters of the page, against counts made in Python."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from kg.export.page import page
from kg.export.page.choose import Limits
from kg.graph.reading import read_file
from kg.model.graph import KnowledgeGraph, Statement
from kg.model.names import EntityKind
from tests.page.conftest import ROOT
from tests.page.opened import Opened
from tests.page.test_layout import large_graph

Open = Callable[..., Opened]


@cache
def seeds() -> KnowledgeGraph:
    return read_file(ROOT / "exports" / "graph.ttl").graph


@cache
def choices() -> list[dict[str, set[Any]]]:
    """For each fact what it can be chosen by, in each filter."""
    graph = seeds()
    things = {entity.key: entity for entity in graph.entities}
    codes = {e.attributes["code"]: e.key for e in graph.entities if e.attributes.get("code")}

    def above(key: str) -> set[str]:
        return {key, *above(things[key].region)} if key in things else set()

    def of(fact: Statement) -> dict[str, set[Any]]:
        ends = [things[key] for key in fact.ends.values()]
        told = {e.document for e in fact.evidence}
        named = [e.key if e.kind is EntityKind.REGION else e.region for e in ends]
        homes = [codes.get(graph.documents[document].region_code, "") for document in told]
        return {
            "kinds": {end.kind.value for end in ends},
            "regions": set().union(*(above(key) for key in named + homes)) or {""},
            "years": {fact.year or 0},
            "statuses": {fact.status.value if fact.status else ""},
            "levels": {-1 if e.level is None else e.level.value for e in ends if e.kind is EntityKind.HONOR},
            "documents": told,
            "confidence": {round(100 * max(e.confidence for e in fact.evidence))},
        }

    return [of(fact) for fact in graph.statements]


def passes(name: str, wanted: Any, found: set[Any]) -> bool:
    if name == "years":
        return any(wanted[0] <= year <= wanted[1] for year in found)
    if name == "confidence":
        return max(found) >= wanted
    return bool(found & set(wanted))


GANXIAN, JIANGXI, HUNAN = "region/360704", "region/360000", "region/430000"
CHOSEN: list[dict[str, Any]] = [
    {"kinds": ["School"]},
    {"regions": [JIANGXI]},
    {"regions": [GANXIAN, HUNAN]},
    {"regions": [""]},
    {"years": [2022, 2023]},
    {"statuses": ["planned", ""]},
    {"levels": [0, -1]},
    {"confidence": 90},
    {"kinds": ["Honor", "Project"], "years": [2018, 2023], "regions": [HUNAN, JIANGXI], "confidence": 80},
    {"statuses": ["completed"], "levels": [1], "years": [2018, 2024]},
]


@pytest.fixture(scope="module")
def opened(browser: Any, seeds_page: Path) -> Any:
    one = Opened(browser, seeds_page, "", (1400, 900))
    yield one
    one.close()


@pytest.mark.parametrize("chosen", CHOSEN, ids=lambda chosen: " ".join(chosen))
def test_what_passes_and_every_count_is_as_computed_by_hand(opened: Opened, chosen: dict[str, Any]) -> None:
    opened.page.evaluate(
        "(chosen) => { explorer.store.resetFilters(); explorer.store.set({ view: 'table', ...chosen }); }", chosen
    )
    facts = [n for n, of in enumerate(choices()) if all(passes(k, w, of[k]) for k, w in chosen.items())]
    assert opened.page.evaluate("explorer.passing.facts.map((one) => one.n)") == facts
    counts = opened.page.evaluate(
        "Object.fromEntries(Object.entries(explorer.passing.counts).map(([name, map]) => [name, [...map]]))"
    )
    for name, pairs in counts.items():
        others = {k: w for k, w in chosen.items() if k != name}
        left = [of[name] for of in choices() if all(passes(k, w, of[k]) for k, w in others.items())]
        expected = Counter(choice for found in left for choice in found)
        assert {value: count for value, count in pairs if count} == dict(expected), name


def test_facts_without_a_year_can_be_taken_in_and_left_out(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "years=2022-2023")
    box = opened.page.locator("#filter-years .choice input")
    expect(box).not_to_be_checked()
    dated = opened.page.evaluate("explorer.passing.facts.length")
    box.check()
    undated = sum(fact.year is None for fact in seeds().statements)
    assert opened.page.evaluate("explorer.passing.facts.length") == dated + undated
    opened.page.click("#reset")
    expect(box).to_be_checked()
    box.uncheck()
    assert opened.page.evaluate("explorer.passing.facts.every((one) => one.year > 0)")


def test_the_years_are_set_by_keys_and_the_handle_keeps_the_focus(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    low = opened.page.locator("#filter-years input[type=range]").first
    low.focus()
    for _ in range(4):
        opened.page.keyboard.press("ArrowRight")
    assert opened.state()["years"] == [2022, 2024]
    expect(low).to_be_focused()
    assert "2022–2024" in opened.read("#chips")
    opened.page.click("#back")
    opened.until("explorer.store.state.years === null")
    assert low.input_value() == "2018", "a way of four steps is one step back"


def test_the_focus_and_the_place_stay_when_a_choice_is_made(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, size=(1400, 500))
    opened.page.click("#filter-levels summary")
    box = opened.page.locator("#filter-levels input").nth(2)
    box.focus()
    place = opened.page.evaluate("document.querySelector('#side').scrollTop")
    opened.page.keyboard.press("Space")
    expect(box).to_be_focused()
    assert opened.page.evaluate("document.querySelector('#side').scrollTop") == place > 0
    opened.page.click("#language")
    expect(opened.page.locator("#filter-levels")).to_have_attribute("open", "")


def test_a_region_stands_for_its_parts_and_a_part_can_be_taken_out(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page)
    tree = opened.page.locator("#filter-regions")
    box = {name: tree.get_by_role("checkbox", name=name) for name in ("江西省", "南昌市", "赣州市", "赣县区")}
    box["江西省"].check()
    assert opened.state()["regions"] == [JIANGXI]
    expect(box["赣县区"]).to_be_checked()
    box["赣县区"].uncheck()
    assert opened.state()["regions"] == ["region/360100"]
    assert box["江西省"].evaluate("(box) => box.indeterminate")
    expect(box["南昌市"]).to_be_checked()


def test_choices_of_nothing_step_back_and_stay(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "kinds=Honor")
    count = opened.page.locator("#filter-statuses .choice").count()
    opened.page.evaluate("explorer.store.set({ statuses: ['planned'], kinds: ['Person'] })")
    assert opened.page.locator("#filter-statuses .choice").count() == count
    assert opened.page.locator("#filter-kinds .choice.none").count() > 0


def test_a_chip_takes_its_filter_back_and_the_focus_goes_to_the_next(open_page: Open, seeds_page: Path) -> None:
    opened = open_page(seeds_page, "years=2022-2023&kinds=School&statuses=")
    assert opened.page.locator(".chip").all_inner_texts() == ["类型\n学校\n×", "年份\n2022–2023\n×", "状态\n未说明\n×"]
    opened.page.locator(".chip").first.press("Enter")
    assert opened.state()["kinds"] == []
    expect(opened.page.locator(".chip").first).to_be_focused()
    opened.page.click("#clear")
    assert opened.page.locator("#chips").is_hidden()


def test_thirty_thousand_facts_are_filtered_at_once(open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    path.write_bytes(page(large_graph(regions=100, size=250), limits=Limits(30_000, 40_000, 1_000)))
    opened = open_page(path, "view=table")
    took = opened.page.evaluate(
        """(() => {
          const { graph, store } = explorer, times = [];
          explorer._after = [];  // The filters alone, without what is drawn.
          for (let n = 0; n < 15; n++) {
            const begin = performance.now();
            store.set({ confidence: 1 + n });
            times.push(performance.now() - begin);
          }
          return [graph.facts.length, times.sort((a, b) => a - b)[3]];
        })()"""
    )
    assert took[0] > 29_000 and took[1] < 60, json.dumps(took)

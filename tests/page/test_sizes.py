"""A page with 10,000 entities: small enough to send, soon there, and never with more marks than a browser can move."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.page.opened import Opened
from tests.page.sizes import WANTED, Sizes, measure

MOST_MARKS = 800


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("large")


@pytest.fixture(scope="module")
def sizes(browser: Browser, folder: Path) -> Sizes:
    return measure(browser, folder)


@pytest.fixture(scope="module")
def large(sizes: Sizes, browser: Browser, folder: Path) -> Iterator[Opened]:
    opened = Opened(browser, folder / "large.html", "", (1400, 900))
    yield opened
    opened.close()
    assert opened.problems == []


def test_ten_thousand_entities_are_one_file_that_can_be_sent(sizes: Sizes) -> None:
    assert sizes.megabytes <= 15


def test_it_is_there_in_a_fifteenth_of_the_time_of_a_small_page_of_pyvis(sizes: Sizes) -> None:
    assert sizes.ratio >= WANTED, sizes


def test_no_more_marks_are_drawn_than_a_browser_can_move(large: Opened) -> None:
    assert 1 < len(large.marks()) <= MOST_MARKS


@pytest.mark.parametrize("hops", [1, 2, 3])
def test_the_neighbourhood_of_the_best_known_thing_has_no_more_either(large: Opened, hops: int) -> None:
    key = large.page.evaluate(
        "[...explorer.graph.entities].sort((a, b) => b.facts.length - a.facts.length)[0].key",
    )
    large.page.evaluate("([focus, hops]) => explorer.store.set({ focus, hops })", [key, hops])
    large.settle()
    assert 10 < len(large.marks()) <= MOST_MARKS
    large.page.evaluate("explorer.store.set({ focus: '', hops: 1 })")


def test_a_filter_of_thirty_thousand_facts_takes_less_than_the_first_frame(large: Opened, sizes: Sizes) -> None:
    taken = large.page.evaluate(
        """() => { const begin = performance.now(); explorer.store.set({ kinds: ["Honor"], years: [2019, 2022] });
            const taken = performance.now() - begin; explorer.store.resetFilters(); return taken / 1000; }"""
    )
    assert taken < sizes.ours


@pytest.mark.parametrize("view", ["timeline", "table", "programs", "honors", "findings"])
def test_every_view_opens_on_a_large_graph(large: Opened, view: str, sizes: Sizes) -> None:
    taken = large.page.evaluate(
        """(view) => { const begin = performance.now(); explorer.store.set({ view });
            return (performance.now() - begin) / 1000; }""",
        view,
    )
    large.settle()
    assert taken < 2 * sizes.ours
    assert large.page.locator("#view *").count() < 20_000


def test_opened(open_page: Callable[..., Opened], folder: Path, sizes: Sizes) -> None:
    """Nothing is fetched, nothing goes wrong."""
    opened = open_page(folder / "large.html", "view=table")
    assert opened.page.locator("#view").count() == 1

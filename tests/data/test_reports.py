"""The invented reports of six regions are read whole, and what is expected of them stands in them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.model.facts import DocumentFacts, Failure
from kg.pipeline.document import read_one

if TYPE_CHECKING:
    from kg.knowledge import Knowledge

REPORTS = Path(__file__).parent / "reports"
QUOTED_IN = {"quote": ("report", "from"), "item": ("report",), "copy": ("to",), "quote_a": ("a",), "quote_b": ("b",)}
"""The field that names the report in which a quote stands; that of an outcome stands in the `later` one."""


def expected(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((REPORTS / "expected" / f"{name}.json").read_text("utf-8"))
    return loaded


TOLD: dict[str, dict[str, Any]] = expected("reports")["reports"]
FILES = sorted(path.stem for path in (REPORTS / "expected").glob("*.json"))


def text(report: str) -> str:
    return (REPORTS / f"{report}.txt").read_text("utf-8")


def quotes(value: Any) -> Iterator[tuple[str, str]]:
    """Report and quote of every object below; `quotes` of links.json goes by report."""
    if isinstance(value, list):
        for item in value:
            yield from quotes(item)
    elif isinstance(value, dict):
        for key, names in QUOTED_IN.items():
            where = value.get("later") if key == "quote" and "outcome" in value else None
            where = where or next((value[name] for name in names if name in value), None)
            if isinstance(value.get(key), str):
                yield where, value[key]
        for item in value.values():
            yield from quotes(item)


@pytest.mark.parametrize("report", TOLD)
def test_a_report_is_placed_in_its_region_and_years(report: str, knowledge: Knowledge) -> None:
    read = read_one(REPORTS / f"{report}.txt", knowledge, name=f"{report}.txt")
    assert not isinstance(read, Failure), read
    assert isinstance(read, DocumentFacts)
    told = TOLD[report]
    info = read.info
    assert (info.region_code, list(info.review_years), list(info.plan_years)) == (
        told["region_code"],
        told["review_years"],
        told["plan_years"],
    )
    assert read.facts


@pytest.mark.parametrize("report", TOLD)
def test_its_region_stands_in_its_prefecture_and_province(report: str, knowledge: Knowledge) -> None:
    told = TOLD[report]
    above = [division.name for division in knowledge.regions.ancestors(told["region_code"])]
    assert {told["prefecture"], told["province"]} <= set(above)


@pytest.mark.parametrize("name", FILES)
def test_every_expected_quote_stands_in_its_report(name: str) -> None:
    found = list(quotes(expected(name)))
    assert found or name in {"reports", "links"}
    assert [(report, quote) for report, quote in found if quote not in text(report)] == []


def test_every_name_that_is_linked_has_a_place_in_its_report() -> None:
    links = expected("links")
    named = [member for cluster in links["clusters"] for member in cluster["members"]]
    named += [member for pair in links["related"] + links["distinct"] for member in pair[:2]]
    assert [member for member in named if links["quotes"][member[0]][member[1]] not in text(member[0])] == []


def test_no_pair_is_the_same_and_told_apart() -> None:
    links = expected("links")
    cluster = {tuple(m): c["label"] for c in links["clusters"] for m in c["members"]}
    apart = [(tuple(a), tuple(b)) for a, b, _ in links["related"] + links["distinct"]]
    assert [pair for pair in apart if cluster.get(pair[0], 0) == cluster.get(pair[1], 1)] == []


def test_the_plans_have_every_outcome() -> None:
    outcomes = Counter(promise["outcome"] for promise in expected("promises")["promises"])
    assert set(outcomes) == {"kept", "under-way", "renamed", "dropped", "no-later-report"}
    assert sum(outcomes.values()) >= 40
    assert min(outcomes.values()) >= 5


def test_the_set_is_what_its_readme_lists() -> None:
    readme = (REPORTS / "README.md").read_text("utf-8")
    assert sorted(TOLD) == sorted(path.stem for path in REPORTS.glob("*.txt"))
    assert [name for name in TOLD if f"`{name}`" not in readme] == []

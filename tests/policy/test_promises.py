"""What became of promises: scored on the invented reports, and case by case on graphs of two reports."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from kg.errors import UsageError
from kg.model.graph import KnowledgeGraph
from kg.model.names import Status
from kg.policy.answers import Ground, tells_a_lack
from kg.policy.near import NEAR, is_short_form, likeness
from kg.policy.promises import Ledger, Outcome, Promise, promises
from tests.conftest import ROOT

FOLDER = ROOT / "tests/data/reports"
FOUND, RIGHT, SAME_ANSWER = 0.94, 0.95, 0.95
"""Shares of the expected items that are in the ledger, of these with a right outcome, and of the answers among these
that stand where the expected one stands. They may only rise."""

Item = Mapping[str, Any]


@pytest.fixture(scope="module")
def ledger(reports: KnowledgeGraph) -> Ledger:
    return promises(reports)


@pytest.fixture(scope="module")
def expected() -> list[Item]:
    items: list[Item] = json.loads((FOLDER / "expected/promises.json").read_text("utf-8"))["promises"]
    return items


def text(report: str) -> str:
    return (FOLDER / f"{report}.txt").read_text("utf-8")


def places(words: str, quote: str) -> Iterator[tuple[int, int]]:
    at = words.find(quote)
    while at >= 0:
        yield at, at + len(quote)
        at = words.find(quote, at + 1)


def found(item: Item, ledger: Ledger, graph: KnowledgeGraph) -> Promise | None:
    """The promise whose plan stands where the item stands, of several the one with the nearest name."""
    spans = list(places(text(item["report"]), item["item"]))
    hits = [
        promise
        for promise in ledger.promises
        if promise.year == item["year"]
        and any(
            graph.documents[said.document].source.stem == item["report"]
            and any(said.start < end and start < said.end for start, end in spans)
            for said in promise.plan.statement.evidence
        )
    ]
    return max(hits, key=lambda promise: len(set(promise.plan.name) & set(item["name"])), default=None)


def test_the_expected_items_are_found_with_their_outcomes(
    reports: KnowledgeGraph, ledger: Ledger, expected: list[Item]
) -> None:
    hits = [(item, promise) for item in expected if (promise := found(item, ledger, reports))]
    right = [(item, p) for item, p in hits if p.outcome in item.get("accept", [item["outcome"]])]
    answered = [(item, p) for item, p in right if item["quote"] and p.answer]
    same = [1 for item, p in answered if is_answer(item, p, reports)]
    assert len(hits) >= 40
    assert len(hits) / len(expected) >= FOUND
    assert len(right) / len(hits) >= RIGHT
    assert len(same) / len(answered) >= SAME_ANSWER
    assert {promise.outcome for _, promise in right} == set(Outcome)


def is_answer(item: Item, promise: Promise, graph: KnowledgeGraph) -> bool:
    assert promise.answer is not None
    said = promise.answer.evidence
    there = graph.documents[said.document].source.stem == item["later"]
    return there and any(
        said.start < end and start < said.end for start, end in places(text(item["later"]), item["quote"])
    )


def test_every_outcome_keeps_its_word(reports: KnowledgeGraph, ledger: Ledger) -> None:
    for promise in ledger.promises:
        match promise.outcome:
            case Outcome.KEPT:
                assert promise.answer is not None and promise.answer.status is Status.COMPLETED
            case Outcome.UNDER_WAY:
                assert promise.answer is not None and promise.answer.status is not Status.COMPLETED
            case Outcome.RENAMED:
                assert promise.answer is not None and not is_short_form(promise.answer.name, promise.plan.name)
            case Outcome.DROPPED:
                assert promise.answer is None and promise.looked_back
                assert all(
                    max(reports.documents[key].review_years) >= (promise.year or 0) for key in promise.looked_back
                )
            case Outcome.NO_LATER_REPORT:
                assert promise.answer is None and not promise.looked_back
        assert 0 < promise.confidence <= 1


def test_a_thing_is_promised_once_for_a_year(ledger: Ledger) -> None:
    things = Counter((p.region, p.year, p.plan.concept, p.plan.of) for p in ledger.promises)
    assert set(things.values()) == {1}


def test_a_review_before_the_plan_in_one_file_answers_nothing(reports: KnowledgeGraph, ledger: Ledger) -> None:
    """A report of half a year: what the first half did is no answer to the plan of the second."""
    half = [p for p in ledger.promises if reports.documents[p.plan.document].source.stem.startswith("youxian-2022")]
    assert half and {p.outcome for p in half} == {Outcome.NO_LATER_REPORT, Outcome.UNDER_WAY}
    assert all(p.again for p in half if p.answer)


def test_what_is_only_planned_again_says_so(ledger: Ledger) -> None:
    again = [p for p in ledger.promises if p.again]
    assert again and all(p.outcome in (Outcome.UNDER_WAY, Outcome.RENAMED) for p in again)


def test_regions_and_years_narrow_the_ledger(reports: KnowledgeGraph, ledger: Ledger) -> None:
    some = promises(reports, regions=["霍山"], years=(2023, 2023))
    assert {(p.region, p.year) for p in some.promises} == {("region/341525", 2023)}
    assert list(some.held) == ["region/341525"]
    assert list(some.promises) == [p for p in ledger.promises if (p.region, p.year) == ("region/341525", 2023)]


def test_an_unknown_region_is_the_users_mistake(reports: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="没有这个地区"):
        promises(reports, regions=["虚无县"])


def test_an_initiative_told_with_its_sort_is_one_item(ledger: Ledger) -> None:
    """“一校一农场”劳动教育工程 is one promise, not two."""
    quotes = [p.plan.name for p in ledger.promises if "一校一农场" in p.plan.evidence.quote]
    assert quotes == ["一校一农场"]


def test_a_title_that_is_still_worked_for_is_under_way(ledger: Ledger) -> None:
    sought = [p for p in ledger.promises if p.answer and p.answer.ground is Ground.TITLE_SOUGHT]
    assert sought and {p.outcome for p in sought} == {Outcome.UNDER_WAY}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("杏坛领雁工程", "“杏坛领雁”培育计划"),
        ("领雁杏坛工程", "杏坛领雁工程"),
        ("“金种子”培优计划", "“金种子”苗圃工程"),
        ("“书香八点半”阅读行动", "八点半书香校园工程"),
        ("安徽省学前教育普及普惠县", "学前教育普及普惠县创建"),
    ],
)
def test_names_of_one_thing_are_near(left: str, right: str) -> None:
    assert likeness(left, right) == likeness(right, left) >= NEAR


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("名师工程", "名师工作室"),
        ("杏坛新苗工程", "杏坛领雁工程"),
        ("食品安全校长负责制", "党组织领导的校长负责制"),
        ("送教下乡", "送教上门"),
        ("县管教聘", "学区制管理"),
        ("双减", "课后服务"),
    ],
)
def test_names_of_different_things_are_not(left: str, right: str) -> None:
    assert likeness(left, right) < NEAR


@pytest.mark.parametrize(
    ("quote", "lack"),
    [
        ("教育信息化设备老化", True),
        ("校外培训监管力量不足", True),
        ("心理健康教育專業力量薄弱", True),
        ("改造薄弱学校5所", False),
        ("资助家庭经济困难学生1200人", False),
    ],
)
def test_a_clause_that_ends_in_a_lack_is_a_problem(quote: str, lack: bool) -> None:
    assert tells_a_lack(quote) is lack

"""Titles from the county to the nation, against what was expected of the invented reports before they were read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model.graph import KnowledgeGraph
from kg.model.names import Level, Status
from kg.policy.ladder import Ladder, ladders, titles

REPORTS = Path(__file__).resolve().parents[1] / "data" / "reports"
EXPECTED = json.loads((REPORTS / "expected" / "ladder.json").read_text("utf-8"))["schools"]


@pytest.fixture(scope="module")
def found(reports: KnowledgeGraph) -> dict[tuple[str, str], Ladder]:
    return {(ladder.name, ladder.title_name): ladder for ladder in ladders(reports)}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda e: f"{e['school']}-{e['title']}")
def test_a_school_climbs_as_its_reports_tell(expected: dict[str, object], found: dict[tuple[str, str], Ladder]) -> None:
    ladder = found[str(expected["school"]), str(expected["title"])]
    steps = [(step.level.word, step.name, step.year, step.status) for step in ladder.steps]
    assert steps == [(s["level"], s["honor"], s["year"], Status(s["status"])) for s in expected["steps"]]  # type: ignore[attr-defined]
    assert ladder.rises


def test_there_is_no_ladder_that_nobody_expects(found: dict[tuple[str, str], Ladder]) -> None:
    known = {(expected["school"], expected["title"]) for expected in EXPECTED}
    others = {where: [step.name for step in ladder.steps] for where, ladder in found.items() if where not in known}
    # One more rises in the texts: from the province's title to the nation's, which is still sought.
    assert set(others) <= {("绵阳市游仙区望溪湖中学", "心理健康教育特色学校")}


def test_the_highest_level_is_one_that_was_won(found: dict[tuple[str, str], Ladder]) -> None:
    assert found["招远市沐阳小学", "文明校园"].highest is Level.PROVINCE
    assert found["霍山县云岫小学", "文明校园"].highest is Level.NATIONAL
    assert found["霍山县云岫小学", "文明校园"].steps[-1].sought == 2023


def test_regions_collect_titles(reports: KnowledgeGraph) -> None:
    names = {entity.key: entity.name for entity in reports.entities}
    told = {(names[one.region], one.title_name): one for one in titles(reports)}
    civilised = told["霍山县", "文明校园"]
    assert civilised.bearers == 2 and civilised.first == 2020
    assert civilised.by_level == {Level.NATIONAL: 1, Level.PROVINCE: 1, Level.PREFECTURE: 1, Level.COUNTY: 2}

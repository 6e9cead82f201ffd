"""Who was first, who followed, and from where: on the invented reports, against what was written down beside them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.errors import UsageError
from kg.knowledge.beginnings import Beginning, load_beginnings
from kg.model.graph import KnowledgeGraph
from kg.model.names import Level, Status
from kg.policy.diffusion import Diffusion, diffusion
from kg.policy.held import held
from kg.policy.higher import Direction, Ground, Higher, direction_of
from tests.conftest import ROOT

EXPECTED = json.loads((ROOT / "tests/data/reports/expected/diffusion.json").read_text("utf-8"))
OPEN = {"杏坛领雁", "百校千师帮带", "书香八点半"}
"""Initiatives that no list knows: whether their names are one is told by linking, which has tests of its own."""
JUDGED = [one for one in EXPECTED["concepts"] if one["concept"] not in OPEN]
ARGUABLE = {("千名教师进万家", "游仙区")}
"""全员家访: whether it is the same, people would not agree (see the README beside the reports)."""


def spread(graph: KnowledgeGraph, concept: str) -> Diffusion:
    return diffusion(graph, concept)


@pytest.mark.parametrize("one", JUDGED, ids=lambda one: one["concept"])
def test_each_region_begins_in_the_year_that_a_reader_found(one: dict[str, Any], reports: KnowledgeGraph) -> None:
    found = {(a.region.name, a.year) for a in spread(reports, one["concept"]).adopters}
    found -= {pair for pair in found if (one["concept"], pair[0]) in ARGUABLE}
    assert found == {(first["region"], first["year"]) for first in one["first"]}


@pytest.mark.parametrize("one", JUDGED, ids=lambda one: one["concept"])
def test_each_first_word_is_of_the_report_and_the_state_that_a_reader_found(
    one: dict[str, Any], reports: KnowledgeGraph
) -> None:
    found = {a.region.name: a for a in spread(reports, one["concept"]).adopters}
    for first in one["first"]:
        adopter = found[first["region"]]
        info = reports.documents[adopter.first.evidence.document]
        assert info.source.stem.removesuffix("-repost").removesuffix("-copy") == first["report"]
        assert (adopter.first.status is Status.PLANNED) == (first["status"] == "planned")
        if planned := first.get("planned"):
            assert adopter.planned == planned["year"]


@pytest.mark.parametrize("one", JUDGED, ids=lambda one: one["concept"])
def test_regions_that_never_name_it_are_silent_not_without_it(one: dict[str, Any], reports: KnowledgeGraph) -> None:
    arguable = {region for concept, region in ARGUABLE if concept == one["concept"]}
    assert {region.name for region in spread(reports, one["concept"]).silent} == set(one["silent"]) - arguable


@pytest.mark.parametrize("one", [one for one in JUDGED if "document" in one], ids=lambda one: one["concept"])
def test_a_region_before_the_national_paper_is_bottom_up_and_one_after_it_top_down(
    one: dict[str, Any], reports: KnowledgeGraph
) -> None:
    found = {a.region.name: a for a in spread(reports, one["concept"]).adopters}
    for first in one["first"]:
        adopter = found[first["region"]]
        assert adopter.direction.value == first["direction"]
        assert adopter.higher is not None
        assert (adopter.higher.year, adopter.higher.level.word) == (one["document"]["year"], one["document"]["level"])


def test_what_no_higher_level_is_known_to_have_said_has_no_direction(reports: KnowledgeGraph) -> None:
    found = spread(reports, "三名工程")
    assert {adopter.direction for adopter in found.adopters} == {found.direction} == {Direction.UNCLEAR}


def test_the_held_years_are_those_that_a_reader_found(reports: KnowledgeGraph) -> None:
    found = {one.name: one for one in held(reports).values()}
    for region, told in EXPECTED["held"].items():
        assert list(found[region].review_years) == told["review_years"]
        assert found[region].plan_years[-1] == told["last_plan"]


def test_regions_of_one_year_share_a_rank_and_the_next_counts_them_all(reports: KnowledgeGraph) -> None:
    found = spread(reports, "双减")
    assert [(a.rank, a.lag) for a in found.adopters] == [(1, 0), (1, 0), (1, 0), (4, 1), (4, 1), (6, 2)]


def test_the_curve_counts_only_regions_of_which_a_report_of_the_year_is_held(reports: KnowledgeGraph) -> None:
    found = spread(reports, "党组织领导的校长负责制")
    rows = {row.year: (row.new, row.cumulative, row.at_risk, row.begun, row.share) for row in found.curve}
    assert rows[2019] == (1, 1, 1, 1, 1.0)
    assert rows[2021] == (0, 1, 4, 0, 0.0)
    assert rows[2022] == (2, 3, 5, 3, 0.6)
    assert sum(row.new for row in found.curve) == len(found.adopters)


def test_a_silent_region_is_censored_where_its_reports_end(reports: KnowledgeGraph) -> None:
    found = spread(reports, "党组织领导的校长负责制")
    rows = {row.region.name: row for row in found.events}
    assert (rows["湄潭县"].entry, rows["湄潭县"].exit, rows["湄潭县"].event) == (2020, 2022, False)
    assert (rows["秦安县"].entry, rows["秦安县"].exit, rows["秦安县"].event) == (2020, 2023, True)
    assert rows["秦安县"].last_without == 2021, "nothing of 2022 is held: it began in 2022 or 2023"
    assert rows["龙游县"].truncated and not rows["秦安县"].truncated
    assert all(row.entry <= row.exit for row in found.events)


def test_a_name_in_traditional_characters_and_a_part_of_a_name_mean_the_same(reports: KnowledgeGraph) -> None:
    concept = spread(reports, "县管校聘").initiative.concept
    for asked in ("縣管教聘", "“区管校聘”", concept, f"https://w3id.org/cn-edu-kg/id/{concept}"):
        assert spread(reports, asked).initiative.concept == concept


@pytest.mark.parametrize(
    ("asked", "words"),
    [("强师工程计划", "强师计划"), ("双高计划", "no report held tells of it"), ("", "no such initiative")],
)
def test_an_unknown_name_is_answered_with_near_ones(asked: str, words: str, reports: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match=words):
        spread(reports, asked)


def paper(year: int, *, exact: bool = True) -> Higher:
    return Higher(Ground.PAPER, Level.PROVINCE, "通知", year, exact, None)


@pytest.mark.parametrize(
    ("year", "higher", "direction"),
    [
        (2020, (), Direction.UNCLEAR),
        (2020, (paper(2020),), Direction.TOP_DOWN),
        (2020, (paper(2021),), Direction.BOTTOM_UP),
        (2020, (paper(2021, exact=False),), Direction.UNCLEAR),
        (2020, (paper(2020, exact=False),), Direction.TOP_DOWN),
        (2020, (paper(2021), paper(2022, exact=False)), Direction.UNCLEAR),
        (2020, (Higher(Ground.HONOR, Level.PROVINCE, "示范县", 2019, True, None),), Direction.TOP_DOWN),
        (2020, (Higher(Ground.HONOR, Level.PROVINCE, "示范县", 2020, True, None),), Direction.UNCLEAR),
    ],
)
def test_the_direction_is_told_only_by_what_is_sure(
    year: int, higher: tuple[Higher, ...], direction: Direction
) -> None:
    assert direction_of(year, higher)[0] is direction


def test_a_paper_whose_level_nobody_knows_decides_nothing(reports: KnowledgeGraph) -> None:
    found = diffusion(reports, "党组织领导的校长负责制", beginnings={})
    assert {adopter.direction for adopter in found.adopters} == {Direction.UNCLEAR}


def test_each_published_paper_is_national() -> None:
    papers = {key: one for key, one in load_beginnings().items() if key.startswith("policy/")}
    assert papers and {one.level for one in papers.values()} == {Level.NATIONAL}
    assert all(isinstance(one, Beginning) and 1949 <= one.year <= 2030 for one in papers.values())

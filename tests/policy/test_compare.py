"""Who has what, since when: with the reports held as the denominator."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind, Status
from kg.policy.compare import Presence, compare
from kg.policy.initiatives import initiatives


def test_a_cell_tells_since_when_how_far_and_by_what_name(reports: KnowledgeGraph) -> None:
    told = compare(reports, concepts=["县管校聘"])
    (one,) = told.initiatives
    by_name = {region.name: told.cells[one.concept, region.region] for region in told.regions}
    assert {name: cell.since for name, cell in by_name.items()} == {
        "龙游县": 2019, "湄潭县": 2020, "招远市": 2021, "霍山县": 2022, "游仙区": 2022, "秦安县": 2023,
    }  # fmt: skip
    assert by_name["霍山县"].names == ("县管教聘",)
    assert by_name["秦安县"].planned_next == 2024
    assert by_name["霍山县"].first is not None and "试行" in by_name["霍山县"].first.evidence.quote


def test_every_pair_of_initiative_and_region_has_a_cell(reports: KnowledgeGraph) -> None:
    told = compare(reports)
    assert set(told.cells) == {(one.concept, region.region) for one in told.initiatives for region in told.regions}
    for one in told.initiatives:
        assert told.count(one.concept, Presence.TOLD) >= 2
        assert sum(told.count(one.concept, presence) for presence in Presence) == len(told.regions) == 6


def test_silence_and_no_report_are_told_apart(reports: KnowledgeGraph) -> None:
    told = compare(reports, concepts=["党组织领导的校长负责制"], years=(2021, 2021))
    (one,) = told.initiatives
    by_name = {region.name: told.cells[one.concept, region.region].presence for region in told.regions}
    assert by_name["湄潭县"] is Presence.SILENT
    assert by_name["游仙区"] is Presence.NOT_HELD
    assert told.count(one.concept, Presence.TOLD) == 0


def test_years_choose_what_is_told_and_not_since_when(reports: KnowledgeGraph) -> None:
    told = compare(reports, concepts=["县管校聘"], regions=["龙游县"], years=(2022, 2022))
    (cell,) = told.cells.values()
    assert (cell.presence, cell.since, cell.status, cell.status_year) == (Presence.TOLD, 2019, Status.PLANNED, 2022)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("霍山县", {"霍山县"}),
        ("霍山", {"霍山县"}),
        ("341525", {"霍山县"}),
        ("安徽省", {"霍山县"}),
        ("煙台市", {"招远市"}),
    ],
)
def test_a_region_stands_for_all_that_lies_in_it(asked: str, found: set[str], reports: KnowledgeGraph) -> None:
    assert {region.name for region in compare(reports, regions=[asked]).regions} == found


def test_a_region_without_reports_is_answered_with_those_there_are(reports: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="霍山县"):
        compare(reports, regions=["霍山区"])


def test_honors_are_compared_only_where_they_are_asked_for(reports: KnowledgeGraph) -> None:
    assert EntityKind.HONOR not in {one.kind for one in compare(reports).initiatives}
    assert {one.kind for one in compare(reports, kinds=[EntityKind.HONOR]).initiatives} == {EntityKind.HONOR}


def test_of_a_single_region_all_is_told(reports: KnowledgeGraph) -> None:
    told = compare(reports, regions=["秦安县"])
    assert len(told.initiatives) > len([one for one in told.initiatives if len(one.regions) > 1]) > 5


def test_an_initiative_of_one_region_is_told_where_it_is_asked_for(reports: KnowledgeGraph) -> None:
    alone = next(one for one in initiatives(reports).values() if len(one.regions) == 1)
    assert alone.concept not in {one.concept for one in compare(reports).initiatives}
    assert [one.concept for one in compare(reports, concepts=[alone.concept]).initiatives] == [alone.concept]


def test_a_name_that_a_page_filled_with_pinyin_is_the_regions_own(reports: KnowledgeGraph) -> None:
    told = compare(reports, concepts=["强师计划"], regions=["秦安县"])
    (cell,) = told.cells.values()
    assert cell.names == ("强师工程",)


def test_an_initiative_of_the_lists_has_the_name_of_the_lists(reports: KnowledgeGraph) -> None:
    assert compare(reports, concepts=["县管教聘"]).initiatives[0].name == "县管校聘"

"""Which papers regions carry out, against what was expected of the invented reports before they were read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.model.graph import KnowledgeGraph
from kg.model.names import Level
from kg.policy.reach import Reach, reach
from kg.text.names import plain_name

REPORTS = Path(__file__).resolve().parents[1] / "data" / "reports"
EXPECTED = json.loads((REPORTS / "expected" / "documents.json").read_text("utf-8"))["documents"]
EDGES = [(paper["title"], edge) for paper in EXPECTED for edge in paper["edges"]]


@pytest.fixture(scope="module")
def found(reports: KnowledgeGraph) -> dict[str, Reach]:
    return {bare(one.name): one for one in reach(reports)}


def bare(title: str) -> str:
    return plain_name(title).removeprefix("关于")


@pytest.mark.parametrize(("title", "edge"), EDGES, ids=[f"{e['report']}-{e['program']}-{t[:12]}" for t, e in EDGES])
def test_a_region_carries_out_a_paper_as_its_report_tells(
    title: str, edge: dict[str, str], found: dict[str, Reach]
) -> None:
    carried = found[bare(title)].carried
    told = [one for one in carried if (one.region.name, one.year) == (edge["region"], edge["year"])]
    assert told
    if edge["program"]:
        assert any(edge["program"] in one.name for one in told)


def test_every_paper_expected_is_there_with_level_and_year_and_no_other(found: dict[str, Reach]) -> None:
    assert set(found) == {bare(paper["title"]) for paper in EXPECTED}
    for paper in EXPECTED:
        one = found[bare(paper["title"])]
        assert (one.level.word if one.level is not None else None, one.year) == (paper["level"], paper["year"])


def test_no_region_and_year_is_told_that_nobody_expects(found: dict[str, Reach]) -> None:
    expected = {(bare(title), edge["region"], edge["year"]) for title, edge in EDGES}
    told = {(name, one.region.name, one.year) for name, paper in found.items() for one in paper.carried}
    assert told == expected


def test_the_denominator_counts_the_regions_whose_reports_could_tell(found: dict[str, Reach]) -> None:
    double = found[bare("关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见")]
    assert (double.level, double.since, len(double.regions), len(double.could)) == (Level.NATIONAL, 2021, 4, 6)
    detailed = found["四川省义务教育优质均衡发展评估细则"]
    assert [region.name for region in detailed.could] == ["游仙区"]


def test_a_paper_is_found_by_a_part_of_its_title_and_an_unknown_one_is_told(reports: KnowledgeGraph) -> None:
    (one,) = reach(reports, "基础教育强师计划")
    assert one.name == "新时代基础教育强师计划" and one.year == 2022
    with pytest.raises(UsageError, match="强师"):
        reach(reports, "强师计划实施意见")

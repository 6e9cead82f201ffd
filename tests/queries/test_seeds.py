"""Each shipped question on the exported graph of the seeds: rows that a reader finds in the five reports."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pyoxigraph import Store

from kg.graph.query import ask
from kg.graph.questions import fill, find_query, list_queries
from kg.graph.store import open_graph
from tests.conftest import ROOT

Row = tuple[str, ...]

FOUND: list[tuple[str, Mapping[str, str], Row]] = [
    ("document-reach", {}, ("湖北省县域普通高中发展提升行动计划（2022-2025）", "潜江市", "标准化建设工程", "2024")),
    ("documents-and-regions", {}, ("2022年柳南区教育系统师德师风建设年活动方案", "", "柳南区", "2022")),
    ("entity-evidence", {}, ("举措实施", "2024", "20.巩固深化“双减”成果", "001_2b350423542ef312.txt")),
    ("figures-by-region", {}, ("中方县", "", "2023", "学校", "", "82", "所")),
    ("figures-of-money", {"year": "2021"}, ("本县", "2021", "400000000", "投入", "", "", "已完成")),
    ("figures-over-years", {"indicator": "高考一本上线"}, ("高考一本上线", "", "赣县区", "2018", "624", "人")),
    ("figures-that-disagree", {}, ("差额", "心理危机较高学生群体占比", "0.94", "0.34")),
    ("first-mentions", {"concept": "县管校聘"}, ("2023", "中方县", "已完成")),
    ("honors-by-level", {}, ("国家级", "2018")),
    ("honors-by-year", {}, ("2023", "市级", "怀化市“清廉学校”", "中方县芙蓉学校")),
    ("honors-of-region", {"region_name": "中方县"}, ("中方县", "中方县芙蓉学校", "怀化市“清廉学校”", "市级", "2023")),
    ("honors-shared", {}, ("清廉学校", "1", "2")),
    ("initiative-regions", {"concept": "县管校聘"}, ("潜江市", "", "2024", "2024")),
    ("initiative-silent", {"concept": "县管校聘"}, ("赣县区", "1", "2018", "2019")),
    ("persons-honored", {}, ("李泉", "教师", "怀化华美学校", "中方县优秀教师", "2023")),
    ("program-participants", {}, ("课改开放日", "中方县一中", "中方县", "2023")),
    ("program-timeline", {}, ("2023", "柳南区", "计划", "繼續積極履行“雙減”辦職能")),
    ("programs-first", {}, ("3+X", "2018", "赣县区")),
    ("programs-of-region", {"region_name": "柳南区", "year": "2023"}, ("柳南区", "双减", "2023", "计划")),
    ("programs-shared", {}, ("优质均衡发展",)),
    ("projects-of-region", {"year": "2023"}, ("中方县", "中方小学运动场提质改造", "中方小学", "2023", "已完成")),
    ("projects-planned", {}, ("“四校五园”建设项目", "", "中方县")),
    ("promises-kept", {}, ("吉埠三小改扩建", "2019", "")),
    ("provenance", {"words": "清廉"}, ("荣誉授予",)),
    ("region-summary", {}, ("中方县", "项目建设")),
    (
        "reports",
        {},
        ("003_d8166b8c2cec7fb9.txt", "柳南区教育局2022年工作总结及2023年工作计划", "柳南区", "2022"),
    ),
    ("rule-yield", {}, ("known-program",)),
    ("school-participation", {}, ("中方县一中", "“试餐”制度", "2023", "进行中")),
    ("school-profile", {"school_name": "中方小学"}, ("中方小学", "荣誉授予", "怀化市“清廉学校”", "2023", "已完成")),
    ("school-ladder", {"school_name": "中方小学"}, ("中方小学", "市级", "怀化市“清廉学校”", "2023")),
    ("schools-by-region", {}, ("中方县", "中方县芙蓉学校")),
    ("titles-by-region", {}, ("中方县", "怀化市“清廉学校”", "市级", "2", "2023")),
]
"""Question, parameters, and the first cells of a row of its answer."""
NOTHING = ("projects-with-money", "school-history", "texts-shared", "undated-facts")
"""Of these the five reports tell nothing."""


@pytest.fixture(scope="module")
def store() -> Store:
    return open_graph(ROOT / "exports")


def answer(store: Store, name: str, settings: Mapping[str, str]) -> list[Row]:
    rows = ask(store, fill(find_query(name).text, settings)).rows
    return [tuple("" if term is None else str(getattr(term, "value", term)) for term in row) for row in rows]


@pytest.mark.parametrize(("name", "settings", "expected"), FOUND, ids=[name for name, _, _ in FOUND])
def test_a_row_that_a_reader_finds_is_there(
    store: Store, name: str, settings: Mapping[str, str], expected: Row
) -> None:
    found = answer(store, name, settings)
    assert expected in {row[: len(expected)] for row in found}


@pytest.mark.parametrize("name", NOTHING)
def test_of_what_no_report_tells_there_is_no_row(store: Store, name: str) -> None:
    assert answer(store, name, {}) == []


def test_what_is_set_narrows_the_answer(store: Store) -> None:
    everything, some = (answer(store, "programs-of-region", given) for given in ({}, {"year": "2023"}))
    assert {row for row in everything if row[2] == "2023"} == set(some) and len(some) < len(everything)


def test_the_least_sure_facts_come_first(store: Store) -> None:
    confidences = [float(row[0]) for row in answer(store, "low-confidence", {})]
    assert confidences == sorted(confidences) and confidences[0] < 0.5


def test_every_question_is_asked() -> None:
    asked = {name for name, _, _ in FOUND} | {*NOTHING, "low-confidence"}
    assert asked == {query.name for query in list_queries()}

"""Outcomes case by case: pairs of short reports, each of a county of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

import kg
from kg.policy.answers import Ground
from kg.policy.promises import Outcome, Promise, promises

PLAN = """{county}教育局{year}年工作总结和{next}年工作计划

一、{year}年工作总结

（一）办学条件不断改善。{county}青山小学综合楼竣工投用。开展“书香伴成长”读书活动。全面落实控辍保学责任。课后服务实现全覆盖。

二、{next}年工作计划

{plan}
"""
REVIEW = """{county}教育局{year}年工作总结

一、{year}年主要工作

{review}

（二）教学质量稳步提升。课后服务实现全覆盖。{county}青山小学被评为全县教学先进单位。开展控辍保学行动。
"""


@dataclass(frozen=True)
class Case:
    """What a county plans for 2022, what a later report of it tells, and what that makes of the promises."""

    county: str
    about: str
    plan: str
    review: str
    outcome: Outcome
    ground: Ground | None = None
    later: int = 2022
    """The year on which the later report looks back."""

    def reports(self) -> Mapping[str, str]:
        told = {f"{self.county}-plan": PLAN.format(county=self.county, year=2021, next=2022, plan=self.plan)}
        if self.review:
            told[f"{self.county}-review"] = REVIEW.format(county=self.county, year=self.later, review=self.review)
        return {name: text.replace("本县", self.county) for name, text in told.items()}


BUILD, DONE = "新建本县红旗小学教学楼。", "本县红旗小学教学楼建成投入使用。"
TITLE = "支持本县红旗小学创建全国文明校园。"
CASES = (
    Case("砀山县", "built", BUILD, DONE, Outcome.KEPT, Ground.SAME_THING),
    Case("灵璧县", "being built", BUILD, "本县红旗小学教学楼正在施工。", Outcome.UNDER_WAY, Ground.SAME_THING),
    Case("涡阳县", "another work", BUILD, "本县红旗小学食堂建成投入使用。", Outcome.DROPPED),
    Case("蒙城县", "another school", BUILD, "本县向阳小学教学楼建成投入使用。", Outcome.DROPPED),
    Case("利辛县", "nothing later", BUILD, "", Outcome.NO_LATER_REPORT),
    Case("霍邱县", "three years later", BUILD, "开展读书活动。", Outcome.DROPPED, later=2025),
    Case("舒城县", "too late to be silent", BUILD, "开展读书活动。", Outcome.NO_LATER_REPORT, later=2026),
    Case("金寨县", "late, but told", BUILD, DONE, Outcome.KEPT, Ground.SAME_THING, later=2027),
    Case("石台县", "told before", BUILD, DONE, Outcome.NO_LATER_REPORT, later=2020),
    Case("青阳县", "concept", "推行“县管校聘”改革。", "“区管校聘”改革顺利完成。", Outcome.RENAMED, Ground.SAME_THING),
    Case("泾县", "near name", "实施“青松计划”培养工程。", "“青松计划”领航行动培养教师30名。", Outcome.RENAMED,
         Ground.NEAR_NAME),
    Case("绩溪县", "title given", TITLE, "本县红旗小学被评为全国文明校园。", Outcome.KEPT, Ground.SAME_THING),
    Case("旌德县", "lower title", TITLE, "本县红旗小学被评为省级文明校园。", Outcome.DROPPED),
    Case("黟县", "title of another", TITLE, "本县向阳小学被评为全国文明校园。", Outcome.DROPPED),
    Case("祁门县", "paper", "出台《本县集团化办学实施方案》。", "落实《本县集团化办学实施方案》。", Outcome.KEPT,
         Ground.SAME_THING),
    Case("歙县", "a problem", "更新班班通设备。", "班班通设备老化。", Outcome.DROPPED),
)  # fmt: skip
TWO = Case("休宁县", "two names", "实施“青松”教师培养计划。实施“青松”校长培养计划。", "“青松”校长培养计划完成。",
           Outcome.KEPT)  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Promise]]:
    """What became of the promises for 2022, by county."""
    folder = tmp_path_factory.mktemp("pairs")
    for case in (*CASES, TWO):
        for name, text in case.reports().items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
    told = promises(kg.build(sorted(folder.glob("*.txt")), jobs=1).values)
    found: dict[str, list[Promise]] = {}
    for promise in told.promises:
        if promise.year == 2022:
            found.setdefault(told.held[promise.region].name, []).append(promise)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_a_later_report_answers_the_plan(case: Case, ledger: Mapping[str, list[Promise]]) -> None:
    (promise,) = ledger[case.county]
    assert promise.outcome is case.outcome
    assert (promise.answer.ground if promise.answer else None) is case.ground


def test_a_name_that_the_plan_promises_too_is_no_new_name(ledger: Mapping[str, list[Promise]]) -> None:
    assert sorted(p.outcome for p in ledger[TWO.county]) == [Outcome.DROPPED, Outcome.KEPT]

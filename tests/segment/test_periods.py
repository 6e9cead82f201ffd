"""Of which year and status a stretch speaks: the title's periods, a heading's, and what a sentence inherits."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.model.names import Status
from kg.segment.periods import heading_period, title_periods, years_in
from tests.segment.documents import context_of, segmented

COMPLETED, ONGOING, PLANNED = Status.COMPLETED, Status.ONGOING, Status.PLANNED

YEARS = [
    ("2022年工作总结", [2022]),
    ("2022年工作总结和2023年工作计划", [2022, 2023]),
    ("2021—2023年行动计划", [2021, 2023]),
    ("二〇一〇年九月", [2010]),
    ("二○二一年", [2021]),
    ("一九九八年建校", [1998]),
    ("共12022人", []),
    ("1.2022", []),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_years_are_read_in_digits_and_in_words(text: str, expected: list[int]) -> None:
    assert years_in(text) == expected


TITLES = [
    ("石门县教育局2022年工作总结", (2022,), ()),
    ("石门县教育局2022年工作总结及2023年工作计划", (2022,), (2023,)),
    ("石门县教育局2022年工作总结暨2023年工作思路", (2022,), (2023,)),
    ("石门县教育局2023年工作要点", (), (2023,)),
    ("石门县教育局2023年重点工作任务", (), (2023,)),
    ("石门县教育局2020年上半年工作总结和下半年工作安排", (2020,), (2020,)),
    ("石门县“十四五”教育事业发展规划", (), (2021, 2022, 2023, 2024, 2025)),
    ("石门县“十三五”教育规划实施情况评估报告", (2016, 2017, 2018, 2019, 2020), ()),
    ("石门县教育局工作总结", (), ()),
    ("石门县教育局关于2019年工作情况的报告", (2019,), ()),
    ("石门县2021年为民办实事计划完成情况", (2021,), ()),
]


@pytest.mark.parametrize(("title", "review", "plan"), TITLES)
def test_a_title_tells_which_years_are_reviewed_and_which_planned(
    title: str, review: tuple[int, ...], plan: tuple[int, ...], knowledge: Knowledge
) -> None:
    assert title_periods(title, knowledge) == (review, plan)


HEADINGS = [
    ("一、2022年工作总结", 2022, COMPLETED),
    ("一、工作回顾", 2022, COMPLETED),
    ("二、2023年工作计划", 2023, PLANNED),
    ("二、下一步工作打算", 2023, PLANNED),
    ("三、明年工作思路", 2023, PLANNED),
    ("二、存在的问题", 2022, COMPLETED),
    ("（一）学前教育", None, None),
    ("三、2023年工作", 2023, PLANNED),
    ("一、2022年工作", 2022, None),
]


@pytest.mark.parametrize(("heading", "year", "status"), HEADINGS)
def test_a_heading_opens_a_period_by_year_or_by_word(
    heading: str, year: int | None, status: Status | None, knowledge: Knowledge
) -> None:
    period = heading_period(heading, knowledge, 2022, 2023)
    assert (period.year, period.status) == (year, status)


REPORT = """石门县教育局2022年工作总结和2023年工作计划
全县教育稳步发展。
一、2022年工作总结
（一）学前教育
幼儿园如期开园。
（二）计划生育工作
按要求完成。
二、2023年工作计划
（一）总结推广经验
召开现场会。
1.做好2022年资金决算。决算及时。
"""
INHERITED = [
    ("全县教育稳步发展", 2022, COMPLETED, ("year-in-title", "review-document")),
    ("幼儿园如期开园", 2022, COMPLETED, ("year-in-heading", "review-heading")),
    ("按要求完成", 2022, COMPLETED, ("year-in-heading", "review-heading")),
    ("召开现场会", 2023, PLANNED, ("year-in-heading", "plan-heading")),
    ("决算及时", 2023, PLANNED, ("year-in-heading", "plan-heading")),
]


@pytest.mark.parametrize(("words", "year", "status", "rules"), INHERITED)
def test_a_sentence_inherits_from_the_nearest_heading_that_tells(
    words: str, year: int, status: Status, rules: tuple[str, str], knowledge: Knowledge
) -> None:
    context = context_of(segmented(REPORT, knowledge), words)
    assert (context.year, context.status) == (year, status)
    assert (context.year_rule, context.status_rule) == rules


def test_a_mere_plan_makes_everything_planned(knowledge: Knowledge) -> None:
    document = segmented("石门县教育局2023年工作要点\n1.新建学校。\n建成三所。\n", knowledge)
    context = context_of(document, "建成三所")
    assert (context.year, context.status) == (2023, PLANNED)


def test_a_report_of_half_a_year_plans_for_the_same_year(knowledge: Knowledge) -> None:
    document = segmented(
        "石门县教育局2021年上半年工作总结\n一、工作情况\n招生平稳。\n二、下半年打算\n开工新校。\n", knowledge
    )
    assert (document.info.review_years, document.info.plan_years) == ((2021,), (2021,))
    assert context_of(document, "招生平稳").status is COMPLETED
    assert (context_of(document, "开工新校").year, context_of(document, "开工新校").status) == (2021, PLANNED)


def test_next_years_ideas_in_a_report_of_one_year_carry_the_next_year(knowledge: Knowledge) -> None:
    document = segmented(
        "石门县教育局2021年工作总结\n一、主要工作\n招生平稳。\n二、下一步打算\n开工新校。\n", knowledge
    )
    assert document.info.plan_years == (2022,)
    assert context_of(document, "开工新校").year == 2022


def test_nothing_tells_no_year_and_no_status(knowledge: Knowledge) -> None:
    document = segmented("石门县教育概况\n全县有学校82所。\n", knowledge)
    context = context_of(document, "82所")
    assert (context.year, context.status, context.year_rule, context.status_rule) == (None, None, "", "")


TOLD = [
    ("石门县教育局2022年工作总结\n招生平稳。\n", 2022, "year-in-title"),
    ("石门县教育工作情况\n2021年，全县教育稳步发展。\n招生平稳。\n发布时间：2022-01-08\n", 2021, "year-in-opening"),
    ("石门县教育工作情况\n招生平稳。\n发布时间：2022-01-08\n", 2022, "date-of-document"),
    ("石门县教育局2022年工作总结\n二、下一步打算\n招生平稳。\n", 2023, "plan-heading"),
]


@pytest.mark.parametrize(("text", "year", "rule"), TOLD)
def test_a_sentence_knows_where_its_year_comes_from(text: str, year: int, rule: str, knowledge: Knowledge) -> None:
    context = context_of(segmented(text, knowledge), "招生平稳")
    assert (context.year, context.year_rule) == (year, rule)

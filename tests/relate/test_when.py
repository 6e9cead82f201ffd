"""Year and status of a fact: the clause's own words, then the heading's, then the period's."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.model.names import EntityKind, Status
from tests.relate.given import HEAD, related

DONE, GOING, PLANNED = "completed", "ongoing", "planned"
BOTH = "石门县教育局2022年工作总结和2023年工作计划\n"
PLAN = "石门县教育局2023年工作要点\n"

PROGRAMS = [
    (HEAD, "落实“双减”政策。", 2022, {DONE, GOING}),
    (HEAD, "稳步推进“双减”。", 2022, {GOING}),
    (HEAD, "2019年启动“双减”试点。", 2019, {DONE, GOING}),
    (HEAD, "去年，“双减”试点启动。", 2021, {DONE, GOING}),
    (HEAD, "明年，全面推开“双减”。", 2023, {PLANNED}),
    (HEAD, "力争“双减”取得实效。", 2022, {PLANNED}),
    (HEAD, "将推进“双减”专项督导。", 2022, {PLANNED}),
    (HEAD, "即将开展“双减”评估。", 2022, {PLANNED}),
    (HEAD, "2020年完成调研。今年落实“双减”。", 2022, {DONE, GOING}),
    (HEAD, "对照《实施意见（2018—2020年）》，落实“双减”。", 2022, {DONE, GOING}),
    (HEAD, "根据教基〔2021〕3号文件，落实“双减”。", 2022, {DONE, GOING}),
    (PLAN, "落实“双减”政策。", 2023, {PLANNED}),
    (PLAN, "继续稳步推进“双减”。", 2023, {PLANNED}),
    (BOTH, "二、2023年工作计划\n巩固“双减”成果。", 2023, {PLANNED}),
    (BOTH, "一、2022年工作总结\n巩固“双减”成果。\n二、2023年工作计划\n扩大招生。", 2022, {DONE, GOING}),
    ("石门县教育概况\n", "落实“双减”政策。", None, {None, GOING, DONE}),
    ("石门县教育概况\n", "2021年，落实“双减”政策。", 2021, {None, GOING, DONE}),
]


@pytest.mark.parametrize(("head", "text", "year", "statuses"), PROGRAMS)
def test_a_program_has_the_year_and_the_status_of_its_clause(
    head: str, text: str, year: int | None, statuses: set[str | None], knowledge: Knowledge
) -> None:
    found = related(text, {EntityKind.PROGRAM: ["双减"]}, knowledge, head=head)
    (relation,) = [relation for said, relation in found if said[0] == "program"]
    assert relation.year == year
    assert relation.status in statuses


WORKS = [
    ("县一中综合楼完工。", 2022, DONE),
    ("县一中综合楼已交付使用。", 2022, DONE),
    ("县一中综合楼9月投入使用。", 2022, DONE),
    ("新建县一中综合楼，主体封顶。", 2022, GOING),
    ("县一中综合楼正在装修。", 2022, GOING),
    ("县一中综合楼破土动工。", 2022, GOING),
    ("县一中综合楼完成投资60%。", 2022, GOING),
    ("县一中综合楼前期手续正在办理。", 2022, {PLANNED, GOING}),
    ("县一中综合楼未开工。", 2022, PLANNED),
    ("县一中综合楼暂缓实施。", 2022, PLANNED),
    ("确保县一中综合楼年底竣工。", 2022, PLANNED),
    ("县一中综合楼预计12月完工。", 2022, PLANNED),
    ("拟建县一中综合楼。", 2022, PLANNED),
    ("在建项目3个，有县一中综合楼等。", 2022, GOING),
    ("已完工4个：县一中综合楼、县二中宿舍楼。", 2022, DONE),
    ("2021年，县一中综合楼完工。", 2021, DONE),
    ("县一中综合楼明年9月投用。", 2023, PLANNED),
    ("县一中综合楼确保2023年8月交付。", 2023, PLANNED),
]


@pytest.mark.parametrize(("text", "year", "status"), WORKS)
def test_a_work_has_the_status_of_the_first_word_about_it(
    text: str, year: int, status: str | set[str], knowledge: Knowledge
) -> None:
    names = {EntityKind.SCHOOL: ["县一中"], EntityKind.PROJECT: ["县一中|综合楼"]}
    (relation,) = [relation for said, relation in related(text, names, knowledge) if said[0] == "project"]
    assert relation.year == year
    assert relation.status in ({status} if isinstance(status, str) else status)


def test_two_works_of_one_sentence_each_have_their_own_status(knowledge: Knowledge) -> None:
    names = {
        EntityKind.SCHOOL: ["县一中", "县二中", "县三中"],
        EntityKind.PROJECT: ["县一中|综合楼", "县二中|宿舍楼", "县三中|食堂"],
    }
    text = "县一中综合楼、县二中宿舍楼竣工，县三中食堂正在施工。"
    found = {said[1]: relation.status for said, relation in related(text, names, knowledge) if said[0] == "project"}
    assert found == {
        "县一中综合楼": Status.COMPLETED,
        "县二中宿舍楼": Status.COMPLETED,
        "县三中食堂": Status.ONGOING,
    }


AWARDS = [
    ("县一中获“文明校园”称号。", 2022),
    ("2018年，县一中获“文明校园”称号。", 2018),
    ("2018年，县一中扩建；2020年，县一中获“文明校园”称号。", 2020),
    ("去年，县一中获“文明校园”称号。", 2021),
    ("2016年，县一中建成，当年获“文明校园”称号。", 2016),
]


@pytest.mark.parametrize(("text", "year"), AWARDS)
def test_an_award_has_the_nearest_year_before_it(text: str, year: int, knowledge: Knowledge) -> None:
    names = {EntityKind.SCHOOL: ["县一中"], EntityKind.HONOR: ["“文明校园”"]}
    (relation,) = [relation for said, relation in related(text, names, knowledge) if said[0] == "award"]
    assert relation.year == year


WHY_YEAR = [
    (HEAD, "2019年启动“双减”试点。", 2019, "year-in-clause"),
    (HEAD, "2019年，全县调研，启动“双减”试点。", 2019, "year-in-sentence"),
    (HEAD, "去年启动“双减”试点。", 2021, "last-year"),
    (HEAD, "明年，全面推开“双减”。", 2023, "next-year"),
    (HEAD, "前年启动“双减”试点。", 2020, "year-before-last"),
    (HEAD, "2020年调研，同年启动“双减”试点。", 2020, "same-year"),
    (HEAD, "第三十七个教师节前夕，启动“双减”试点。", 2021, "year-of-series"),
    (HEAD, "2021年，启动督导。推进“双减”。", 2021, "year-opens-paragraph"),
    (HEAD, "2003年建成的学校落实“双减”。", 2022, "year-in-title"),
    (HEAD, "自2019年起，落实“双减”。", 2022, "year-in-title"),
    (BOTH, "二、2023年工作计划\n今年，巩固“双减”成果。", 2023, "this-year"),
    (BOTH, "二、2023年工作计划\n与去年相比，巩固“双减”成果。", 2022, "last-year"),
    (BOTH, "二、2023年工作计划\n巩固“双减”成果。", 2023, "year-in-heading"),
]


@pytest.mark.parametrize(("head", "text", "year", "rule"), WHY_YEAR)
def test_a_fact_keeps_which_words_told_its_year(
    head: str, text: str, year: int, rule: str, knowledge: Knowledge
) -> None:
    found = related(text, {EntityKind.PROGRAM: ["双减"]}, knowledge, head=head)
    (relation,) = [relation for said, relation in found if said[0] == "program"]
    assert (relation.year, relation.attributes["year_rule"]) == (year, rule)


WHY_STATUS = [
    (HEAD, "落实“双减”。", DONE, "review-document"),
    (HEAD, "稳步推进“双减”。", GOING, "program-under-way"),
    (HEAD, "力争“双减”取得实效。", PLANNED, "program-intended"),
    (HEAD, "拟进一步推进“双减”。", PLANNED, "program-intended"),
    (HEAD, "到2025年，“双减”全面落实。", PLANNED, "year-to-come"),
    (BOTH, "二、2023年工作计划\n落实“双减”。", PLANNED, "plan-heading"),
    (BOTH, "二、2023年工作计划\n2021年，落实“双减”。", DONE, "year-past"),
]


@pytest.mark.parametrize(("head", "text", "status", "rule"), WHY_STATUS)
def test_a_fact_keeps_which_words_told_its_status(
    head: str, text: str, status: str, rule: str, knowledge: Knowledge
) -> None:
    found = related(text, {EntityKind.PROGRAM: ["双减"]}, knowledge, head=head)
    (relation,) = [relation for said, relation in found if said[0] == "program"]
    assert (relation.status, relation.attributes["status_rule"]) == (status, rule)


SPANS = [
    ("2022—2025年，实施“双减”。", 2025, "2022", "2025"),
    ("2021-2022学年，落实“双减”。", 2022, "2021", "2022"),
    ("“十四五”期间，落实“双减”。", 2022, "2021", "2025"),
    ("2021年，落实“双减”。", 2021, "", ""),
]


@pytest.mark.parametrize(("text", "year", "begin", "finish"), SPANS)
def test_a_span_of_years_is_kept_with_both_ends(
    text: str, year: int, begin: str, finish: str, knowledge: Knowledge
) -> None:
    found = related(text, {EntityKind.PROGRAM: ["双减"]}, knowledge)
    (relation,) = [relation for said, relation in found if said[0] == "program"]
    assert relation.year == year
    assert (relation.attributes.get("begin", ""), relation.attributes.get("finish", "")) == (begin, finish)

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

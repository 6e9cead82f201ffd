"""Of which years a whole document speaks, where its title tells less than all."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.model.names import Status
from tests.segment.documents import context_of, segmented

YEARS = [
    ("在全县教育工作会议上的讲话\n（2022年2月16日）\n去年，全县教育稳步发展。今年要再上台阶。\n", (2021,), (2022,)),
    ("全县教育工作会议召开\n会议总结2021年教育工作，部署2022年任务。\n", (2021,), (2022,)),
    ("石门县2023年政府工作报告\n过去一年，学位增加。今年，继续扩容。\n", (2022,), (2023,)),
    ("石门县“十三五”工作总结和“十四五”工作思路\n", (2016, 2017, 2018, 2019, 2020), (2021, 2022, 2023, 2024, 2025)),
    ("石门县行动计划（2021—2023年）\n", (), (2021, 2022, 2023)),
    ("石门县第一中学2021—2022学年度第二学期工作计划\n", (), (2022,)),
    ("2022年全县教育工作的总体思路是：以提高质量为核心。\n", (), (2022,)),
    ("石门县2022年民生实事项目清单\n改造食堂。\n", (), (2022,)),
    ("石门县2022年民生实事完成情况\n改造食堂。\n", (2022,), ()),
    ("夹山镇中心小学\n夹山镇中心小学始建于1958年，1990年迁到现址，先后获多项荣誉。\n", (), ()),
    ("石门县教育概况\n2018年通过验收，2019年创建示范县，2020年扩容，2021年再上台阶。\n", (2021,), ()),
]


@pytest.mark.parametrize(("text", "review", "plan"), YEARS)
def test_the_years_of_a_document(
    text: str, review: tuple[int, ...], plan: tuple[int, ...], knowledge: Knowledge
) -> None:
    info = segmented(text, knowledge).info
    assert (info.review_years, info.plan_years) == (review, plan)


PARTS = """石门县教育局工作汇报
2021年工作回顾
一、学前教育
开园两所。
2022年工作打算
一、学前教育
再建四所。
"""


def test_a_line_without_a_number_that_names_its_time_opens_a_part(knowledge: Knowledge) -> None:
    document = segmented(PARTS, knowledge)
    done, meant = context_of(document, "开园两所"), context_of(document, "再建四所")
    assert (done.year, done.status) == (2021, Status.COMPLETED)
    assert (meant.year, meant.status) == (2022, Status.PLANNED)


def test_a_line_that_says_what_will_be_done_opens_a_plan_up_to_the_next_number_of_its_row(knowledge: Knowledge) -> None:
    text = (
        "石门县教育局2021年工作总结\n一、学前教育\n开园两所。\n下一步，我们将抓好以下工作：\n"
        "（一）扩容\n再建四所。\n二、义务教育\n大班额清零。\n"
    )
    document = segmented(text, knowledge)
    assert context_of(document, "再建四所").status is Status.PLANNED
    assert context_of(document, "大班额清零").status is Status.COMPLETED


def test_main_work_of_a_mere_plan_is_planned_and_its_state_of_things_is_not(knowledge: Knowledge) -> None:
    text = "石门县教育局2022年工作计划\n一、主要工作\n再建四所。\n二、存在的问题\n学位不足。\n"
    document = segmented(text, knowledge)
    assert context_of(document, "再建四所").status is Status.PLANNED
    assert context_of(document, "学位不足").status is Status.COMPLETED

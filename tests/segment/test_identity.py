"""What a document says of itself: title, region, issuer, date, years."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.model.names import Level
from kg.segment.identity import find_date, find_title
from tests.segment.documents import segmented

BODY = "全县教育系统认真贯彻落实各项决策部署，较好地完成了年度目标任务。\n"

TITLES = [
    ("石门县教育局2022年工作总结\n正文第一句。", "石门县教育局2022年工作总结"),
    ("石政教〔2022〕3号\n石门县教育局2022年工作总结\n正文第一句。", "石门县教育局2022年工作总结"),
    ("石门县教育局\n关于2022年工作情况的报告\n正文第一句。", "石门县教育局关于2022年工作情况的报告"),
    ("石门县教育局2022年工作总结（摘要）\n正文第一句。", "石门县教育局2022年工作总结（摘要）"),
    ("各科室：\n石门县教育局2023年工作要点\n正文第一句。", "石门县教育局2023年工作要点"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title_is_the_first_line_that_ends_as_titles_do(text: str, title: str, knowledge: Knowledge) -> None:
    assert find_title("", text, knowledge.words("title_word")) == title


def test_a_page_without_a_title_line_keeps_the_title_it_was_given(knowledge: Knowledge) -> None:
    assert find_title("工作动态", "全县教育系统开展活动。" * 20, knowledge.words("title_word")) == "工作动态"


REGIONS = [
    ("石门县教育局2022年工作总结\n", "石门县", "430726", Level.COUNTY),
    ("常德市教育局2022年工作总结\n石门县、桃源县、临澧县稳步推进。\n", "常德市", "430700", Level.PREFECTURE),
    ("湖南省教育厅2022年工作总结\n常德市、岳阳市稳步推进。\n", "湖南省", "430000", Level.PROVINCE),
    ("湖南省常德市石门县教育局2022年工作总结\n", "石门县", "430726", Level.COUNTY),
    ("南京市鼓楼区教育局2022年工作总结\n", "鼓楼区", "320106", Level.COUNTY),
    ("徐州市鼓楼区教育局2022年工作总结\n", "鼓楼区", "320302", Level.COUNTY),
    ("鼓楼区教育局2022年工作总结\n我区地处福州市中心，与晋安区、台江区毗邻。\n", "鼓楼区", "350102", Level.COUNTY),
    ("长阳县教育局2022年工作总结\n", "长阳土家族自治县", "420528", Level.COUNTY),
    ("靖州县教育局2022年工作总结\n", "靖州苗族侗族自治县", "431229", Level.COUNTY),
    ("黔东南州教育局2022年工作总结\n", "黔东南苗族侗族自治州", "522600", Level.PREFECTURE),
    ("鄂温克旗教育局2022年工作总结\n", "鄂温克族自治旗", "150724", Level.COUNTY),
    ("2022年工作总结\n" + "石门县各学校平稳开学。\n" * 4, "石门县", "430726", Level.COUNTY),
    ("教育局2022年工作总结\n石门县教育局\n" + BODY, "石门县", "430726", Level.COUNTY),
]  # fmt: skip


@pytest.mark.parametrize(("text", "region", "code", "level"), REGIONS)
def test_the_region_is_that_of_the_title_the_issuer_or_the_text(
    text: str, region: str, code: str, level: Level, knowledge: Knowledge
) -> None:
    info = segmented(text + BODY, knowledge).info
    assert (info.region, info.region_code, info.region_level) == (region, code, level)


UNKNOWN = [
    "教体局上半年工作总结\n我县完成招生，县一中开学。\n",
    "教体局上半年工作总结\n我县选派教师赴长沙市、武汉市跟岗，与上海市结对。\n",
    "上半年工作总结\n工作平稳。\n",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_text_that_names_no_place_of_its_own_rank_has_no_region_but_a_reason(text: str, knowledge: Knowledge) -> None:
    info = segmented(text, knowledge).info
    assert (info.region, info.region_code, info.region_level) == ("", "", None)
    assert info.region_why


ISSUERS = [
    ("石门县教育局2022年工作总结\n", "石门县教育局"),
    ("石门县教育体育局2022年工作总结\n", "石门县教育体育局"),
    ("石门县2022年教育工作总结\n石门县教育和体育局\n", "石门县教育和体育局"),
    ("常德市石门县教育局2022年工作总结\n", "常德市石门县教育局"),
    ("湖南省教育厅2022年工作总结\n", "湖南省教育厅"),
    ("石门县第一中学2022年工作总结\n", ""),
]


@pytest.mark.parametrize(("text", "issuer"), ISSUERS)
def test_the_issuer_is_named_with_its_region(text: str, issuer: str, knowledge: Knowledge) -> None:
    assert segmented(text + "各项工作平稳推进。\n", knowledge).info.issuer == issuer


def test_a_signature_names_the_issuer_and_its_region(knowledge: Knowledge) -> None:
    text = "2022年工作总结\n各项工作平稳推进。\n石门县教育局\n2022年12月30日\n"
    info = segmented(text, knowledge).info
    assert (info.issuer, info.region, info.date) == ("石门县教育局", "石门县", "2022-12-30")


DATES = [
    ("", "石门县教育局2022年工作总结", "正文。\n2023年1月6日", "2023-01-06"),
    ("", "石门县教育局2022年工作总结", "正文。\n（2023年1月6日）", "2023-01-06"),
    ("", "石门县教育局工作总结", "正文。\n二〇一〇年九月六日", "2010-09-06"),
    ("", "石门县教育局工作总结", "正文。\n二〇二一年十二月二十一日", "2021-12-21"),
    ("", "石门县教育局工作总结", "正文。\n2023年1月", "2023-01"),
    ("2023-02-16", "石门县教育局2022年工作总结", "正文。", "2023-02-16"),
    ("2023-02-16", "石门县教育局2022年工作总结", "正文。\n2023年1月6日", "2023-01-06"),
    ("", "石门县教育局2022年工作总结", "正文。", "2022"),
    ("", "石门县教育局工作总结", "2021年5月4日\n正文。", "2021-05-04"),
    ("", "石门县教育局工作总结", "我们于2019年3月5日开学，至今平稳，全年没有发生一起责任事故，群众满意。", ""),
    ("", "石门县教育局工作总结", "正文。", ""),
]


@pytest.mark.parametrize(("published", "title", "text", "date"), DATES)
def test_the_date_is_the_signatures_else_the_pages_else_the_titles_year(
    published: str, title: str, text: str, date: str
) -> None:
    assert find_date(published, title, text) == date


OWN_YEARS = [
    ("石门县教育局2022年工作总结\n正文。\n", (2022,), ()),
    ("石门县教育局2023年工作要点\n正文。\n", (), (2023,)),
    ("石门县教育局工作总结\n2021年，全县教育稳步发展。\n", (2021,), ()),
    ("石门县教育局工作总结\n正文。\n石门县教育局\n2020年12月28日\n", (2020,), ()),
    ("石门县教育局工作总结\n正文。\n", (), ()),
]


@pytest.mark.parametrize(("text", "review", "plan"), OWN_YEARS)
def test_the_years_are_the_titles_else_the_openings_else_the_dates(
    text: str, review: tuple[int, ...], plan: tuple[int, ...], knowledge: Knowledge
) -> None:
    info = segmented(text, knowledge).info
    assert (info.review_years, info.plan_years) == (review, plan)


def test_the_script_of_the_raw_text_is_kept(knowledge: Knowledge) -> None:
    assert segmented("石門縣教育局2022年工作總結\n縣第一中學開學。\n", knowledge).info.language == "zh-Hant"
    assert segmented("石门县教育局2022年工作总结\n县第一中学开学。\n", knowledge).info.language == "zh-Hans"

"""What of a page is the report: furniture, labels, title, a body that stands twice, lost stops."""

from __future__ import annotations

import pytest

from kg.clean.doubled_body import doubled_body
from kg.clean.furniture import furniture
from kg.clean.labelled_lines import is_labelled, read_labels
from kg.clean.lost_stops import lost_stops
from kg.clean.titles import find_title, full_title
from kg.clean.unmatched_quotes import unmatched_quotes
from kg.model.aligned import AlignedText

TITLE = "临江县教育局2023年工作总结"
BODY = [
    "2023年，全县教育系统认真贯彻落实各项决策部署，较好地完成了年度目标任务，现总结如下。",
    "一、主要工作",
    "（一）学校建设稳步推进。投入2260万元新建第一实验小学教学楼，新增学位1200个，秋季投入使用。",
    "（二）教师队伍不断优化。招聘教师386名，组织各级各类培训46期，参训教师5379人次。",
    "二、下步打算",
    "（一）持续推进集团化办学，加快县第二幼儿园建设，力争2024年9月建成开园。",
]


def left(*lines: str) -> list[str]:
    return furniture(AlignedText.plain("\n".join(lines)))[0].text.split("\n")


def test_all_that_is_not_the_report_goes() -> None:
    head = [
        "临江资讯在线",
        "首页 新闻 教育",
        "当前位置：首页>教育>正文",
        TITLE,
        "来源：临江县教育局|发布日期：2024-01-05",
        "访问量：12",
    ]
    tail = ["扫一扫，在手机打开当前页", "相关文章", "某县教育局工作要点", "·手工皂配方大全", "上一篇：没有了"]
    foot = ["主办单位：临江县人民政府", "地址：临江县人民路1号", "电话：0000-0000000", "网站标识码：0000000000"]
    assert left(*head, *BODY, *tail, *foot) == [TITLE, *BODY]


def test_a_clean_report_loses_nothing() -> None:
    view, repairs = furniture(AlignedText.plain("\n".join([TITLE, *BODY])))
    assert view.text == "\n".join([TITLE, *BODY]) and not repairs


@pytest.mark.parametrize(
    "line",
    [
        "各学区、局直各单位：",
        "临教发〔2023〕5号",
        "临江县教育局",
        "2024年1月5日",
        "地址：临江县人民路1号",
        "附件：2024年重点任务清单",
        "喀什校区\t45个班\t2057人",
        "体育彩票公益金项目",
        "激情广场大家唱",
    ],
)
@pytest.mark.parametrize("place", ["first", "last"])
def test_short_lines_of_a_report_stay(line: str, place: str) -> None:
    lines = [line, TITLE, *BODY] if place == "first" else [TITLE, *BODY, line]
    assert left(*lines) == lines


def test_the_links_under_a_head_end_where_the_text_goes_on() -> None:
    assert left(TITLE, "相关阅读：某县教育局总结", "某县教育局总结", *BODY) == [TITLE, *BODY]


def test_numbered_links_at_the_end_are_links() -> None:
    assert left(TITLE, *BODY, "【工作总结】相关文章：", "1.教育局工作总结", "2.学校工作总结") == [TITLE, *BODY]


def test_the_lines_of_a_message_from_an_account_go() -> None:
    tail = ["-END-", "来源|临江县教育局", "编辑|王伟", "点赞 收藏 评论", "在看", "微信扫一扫关注该公众号"]
    assert left("某某网>教育>正文", "2022-10-11 09:12来源：某某网", TITLE, *BODY, *tail) == [TITLE, *BODY]


def test_a_date_before_the_labels_is_the_date_of_the_page() -> None:
    assert read_labels(["2022-10-11 09:12:33来源：某某网"], title="", language="").published == "2022-10-11"


@pytest.mark.parametrize(
    "spam",
    [
        "久久国产一区|亚洲精品第一综合|精品一卡2卡",
        "澳门葡京娱乐城开户_真人娱乐",
        "http://a.example.com/1 http://b.example.com/2",
        "代孕 代开发票 办证刻章",
    ],
)
def test_link_spam_goes(spam: str) -> None:
    assert left(TITLE, *BODY, spam) == [TITLE, *BODY]


def test_the_line_of_the_source_becomes_metadata() -> None:
    lines = ["时间：2019-01-17 12:06来源：网络 作者：小编 点击：次", "信息来源：临江县教育局 发布时间：2023年2月6日"]
    found = read_labels(lines, title=TITLE, language="zh-Hans")
    assert (found.title, found.publisher, found.published) == (TITLE, "临江县教育局", "2023-02-06")


@pytest.mark.parametrize(
    ("line", "labelled"),
    [
        ("来源：县教育局", True),
        ("（责任编辑：王伟）", True),
        ("2023-02-16 09:00来源：县教育局", True),
        ("索引号：000014349/2023-00012 主题分类：教育", True),
        ("作者：王伟 时间：2023-02-16", True),
        ("时间：2023年2月16日", False),
        ("经费来源：财政拨款", False),
        ("来源：县财政投入200万元，学校自筹100万元。", False),
        ("编辑：校报编辑部共有编辑12名，全年出版校报24期，发行量达到3万份，深受师生欢迎", False),
    ],
)
def test_a_labelled_line_holds_nothing_but_labels(line: str, labelled: bool) -> None:
    assert is_labelled(line) is labelled


@pytest.mark.parametrize("value", ["2023-13-01", "2023", "昨天", ""])
def test_a_date_that_cannot_be_is_none(value: str) -> None:
    assert read_labels([f"发布日期：{value}"], title="", language="").published == ""


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([TITLE, *BODY], TITLE),
        (
            ["各学区：", "现将要点印发给你们，请遵照执行。", "2024年3月8日", "市教育局2024年工作要点", *BODY],
            "市教育局2024年工作要点",
        ),
        (
            ["临江县教育局", "关于2023年教育项目推进情况的通报", "各学校："],
            "临江县教育局关于2023年教育项目推进情况的通报",
        ),
        (["携手共进 打造共同体", "——两区教育合作办学典型经验材料", *BODY], "——两区教育合作办学典型经验材料"),
        (["临江县第一中学简介", *BODY], "临江县第一中学简介"),
        (BODY, ""),
        ([], ""),
    ],
)
def test_the_title_is_found_among_the_first_lines(lines: list[str], title: str) -> None:
    assert full_title(lines).endswith(title) and bool(full_title(lines)) == bool(title)


def test_no_title_has_no_place() -> None:
    assert find_title(["2024年3月8日", "一、2023年工作总结"]) is None


def once(*lines: str) -> list[str]:
    return doubled_body(AlignedText.plain("\n".join(lines)))[0].text.split("\n")


def test_a_body_that_stands_twice_is_read_once() -> None:
    assert once(TITLE, *BODY, "年度工作总结和计划", TITLE, *BODY) == [TITLE, *BODY]


def test_the_longer_copy_is_kept() -> None:
    short = [line[:30] for line in BODY[:4]]
    assert once(TITLE, *short, TITLE, *BODY) == [TITLE, *BODY]
    assert once(TITLE, *BODY, TITLE, *short) == [TITLE, *BODY]


def test_copies_that_differ_in_a_few_characters_are_one() -> None:
    other = [line.replace("稳步", "有序").replace("386", "368") for line in BODY]
    assert once(TITLE, *BODY, TITLE, *other) == [TITLE, *BODY]


def test_three_copies_are_read_once() -> None:
    assert once(TITLE, *BODY, TITLE, *BODY, TITLE, *BODY) == [TITLE, *BODY]


def test_what_stands_only_in_the_other_copy_is_kept() -> None:
    more = "（三）安全防线全面筑牢。联合公安部门整治校园周边环境6次，整改隐患217处，未发生安全事故。"
    assert once(TITLE, *BODY, TITLE, *BODY[:4], more) == [TITLE, *BODY, more]


def test_the_signature_of_the_first_copy_is_kept() -> None:
    assert once(TITLE, *BODY, "临江县教育局", "2024年1月5日", TITLE, *BODY) == [
        TITLE,
        *BODY,
        "临江县教育局",
        "2024年1月5日",
    ]


def test_a_short_last_line_of_both_copies_is_kept_once() -> None:
    last = "（六）支持临江县二中创建全国绿色学校。"
    assert once(TITLE, *BODY, last, TITLE, *BODY, last) == [TITLE, *BODY, last]


def test_a_line_that_runs_the_whole_text_together_goes() -> None:
    assert once("".join(BODY) * 2, TITLE, *BODY) == [TITLE, *BODY]


def test_paragraphs_that_come_again_inside_a_text_stay() -> None:
    lines = [
        TITLE,
        *BODY,
        BODY[2],
        "三、保障措施",
        "加强组织领导，压实工作责任，强化督导考核，确保各项任务落到实处，取得实效。" * 5,
    ]
    assert once(*lines) == lines


def test_rows_of_a_table_that_are_alike_stay() -> None:
    rows = [f"临江县实施义务教育薄弱环节改善项目第{n}标段，投入{n * 37}万元，完成{n}所学校" for n in range(1, 30)]
    assert once(TITLE, *rows) == [TITLE, *rows]


def test_a_body_that_stands_twice_is_one_repair() -> None:
    _, repairs = doubled_body(AlignedText.plain("\n".join([*BODY, *BODY])))
    assert [repair.rule for repair in repairs] == ["doubled-body"]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("一是抓基建，拓展新的领域二是做文化。", "一是抓基建，拓展新的领域。二是做文化。"),
        ("一是甲二是乙三是丙", "一是甲。二是乙。三是丙"),
        ("一是甲；二是乙，三是丙。", "一是甲；二是乙，三是丙。"),
        ("一是甲，其二是乙", "一是甲，其二是乙"),
        ("区别二是乙", "区别二是乙"),
        ("一是甲三是丙", "一是甲三是丙"),
        ("一是甲\n新二是乙", "一是甲\n新二是乙"),
    ],
)
def test_a_stop_comes_back_before_the_next_point(text: str, clean: str) -> None:
    assert lost_stops(AlignedText.plain(text))[0].text == clean


@pytest.mark.parametrize(
    ("text", "marks"), [("“甲”“乙”", 0), ("一课一名师”晒课", 1), ("“甲，“乙”", 1), ("“甲\n乙”", 2), ("”“", 2)]
)
def test_a_quote_without_a_partner_is_marked_only(text: str, marks: int) -> None:
    view, repairs = unmatched_quotes(AlignedText.plain(text))
    assert view.text == text and len(repairs) == marks
    assert all(repair.confidence < 0.5 for repair in repairs)

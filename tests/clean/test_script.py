"""How a text is written: script, punctuation, quotes, spaces, lines."""

from __future__ import annotations

import pytest

from kg.clean.paragraphs import paragraphs
from kg.clean.punctuation import punctuation
from kg.clean.quotes import quotes
from kg.clean.spaces import spaces
from kg.clean.traditional import language, traditional
from kg.clean.wrapped_lines import wrapped_lines
from kg.model.aligned import AlignedText

SIMPLIFIED = "2023年，全县教育系统认真贯彻落实各项决策部署，较好地完成了年度目标任务。"


@pytest.mark.parametrize(
    ("text", "script"),
    [("全縣教育系統", "zh-Hant"), (SIMPLIFIED, "zh-Hans"), (SIMPLIFIED + "於縣", "zh-Hans"), ("", "zh-Hans")],
)
def test_the_script_is_that_of_most_of_the_text(text: str, script: str) -> None:
    assert language(text) == script


def test_a_traditional_line_in_a_simplified_page_is_converted() -> None:
    text = f"{SIMPLIFIED}\n{SIMPLIFIED}\n{SIMPLIFIED}\n實驗小學獲評"
    assert traditional(AlignedText.plain(text))[0].text.endswith("\n实验小学获评")


def test_each_line_that_is_converted_is_one_repair() -> None:
    _, repairs = traditional(AlignedText.plain("全縣教育\n2023\n實驗小學"))
    assert [(r.before, r.after) for r in repairs] == [("縣", "县"), ("實驗學", "实验学")]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("2023年,全县(含民办)82所;", "2023年，全县（含民办）82所；"),
        ("共1,062个,其中2,100人", "共1,062个，其中2,100人"),
        ("2020,2021年", "2020，2021年"),
        ("占100%,2024年", "占100%，2024年"),
        ("于9:00开会,比例1:3", "于9:00开会，比例1:3"),
        ("来源:县教育局", "来源：县教育局"),
        ("网址http://a.cn/b?c=1,d", "网址http://a.cn/b?c=1,d"),
        ("２０２３年ＡＰＰ％", "2023年APP%"),
        ("第１．节", "第1.节"),
        ("「雙減」『五項』", "“雙減”‘五項’"),
        ("国教督办函[2019]30号", "国教督办函〔2019〕30号"),
        ("教发(2022)9号", "教发〔2022〕9号"),
        ("(2022)年", "（2022）年"),
        ("见<方案>", "见《方案》"),
        ("工作完成.", "工作完成。"),
        ("2.0版", "2.0版"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("2018–2020年", "2018-2020年"),
        ("怎么办?要快!", "怎么办？要快！"),
        ("hello, world(1)", "hello, world(1)"),
        ("f(x)函数", "f(x)函数"),
        ("授?。", "授?。"),
    ],
)
def test_marks_have_one_form(text: str, clean: str) -> None:
    assert punctuation(AlignedText.plain(text))[0].text == clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ('"双减"', "“双减”"),
        ('开展"名师四个一”活动', "开展“名师四个一”活动"),
        ('"甲"、"乙"', "“甲”、“乙”"),
        ("”双减”工作", "“双减”工作"),
        ("“双减“，", "“双减”，"),
        ("“甲”“乙”", "“甲”“乙”"),
        ("‘教、学、评’一致", "‘教、学、评’一致"),
        ("课堂'三段'教学", "课堂‘三段’教学"),
        ("it's", "it's"),
        ("一课一名师”晒课", "一课一名师”晒课"),
        ("“甲，“乙”", "“甲，“乙”"),
    ],
)
def test_quotes_open_and_close(text: str, clean: str) -> None:
    assert quotes(text) == clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("湖南省 2022 年", "湖南省2022年"),
        ("落实 《方案》 ，", "落实《方案》，"),
        ("1. 力争", "1.力争"),
        ("APP 交易 100 %", "APP交易100%"),
        ("“宣传二十大 奋进新征程”", "“宣传二十大 奋进新征程”"),
        ("“宣传二十大  奋进新征程”", "“宣传二十大 奋进新征程”"),
        ("New Oriental", "New Oriental"),
        ("目 录", "目录"),
        ("王 伟、李  明、欧阳 修", "王伟、李明、欧阳 修"),
        ("指标  2020年  属性", "指标\t2020年\t属性"),
        ("甲\t乙", "甲\t乙"),
        ("县教育局  2021年总结", "县教育局2021年总结"),
        ("　　一、工作".replace("　", " "), "  一、工作"),
    ],
)
def test_spaces_stay_only_where_they_part_something(text: str, clean: str) -> None:
    view, repairs = spaces(AlignedText.plain(text))
    assert view.text == clean
    assert bool(repairs) == (text != clean)


def test_a_paragraph_is_a_line() -> None:
    assert paragraphs(AlignedText.plain(" \n 一 \n\n\n\t二\n \n"))[0].text == "一\n二"
    assert paragraphs(AlignedText.plain(" \n "))[0].text == ""


SENTENCE = "全县教育系统坚持立德树人根本任务深化教育综合改革推进义务教育优质均衡发展和城乡一体化"


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


def test_a_text_that_was_cut_into_lines_of_one_width_is_joined() -> None:
    paragraph = SENTENCE * 8 + "。"
    text = f"一、工作回顾\n  {wrapped('  ' + paragraph, 30).strip()}\n（一）学校建设\n{wrapped(paragraph, 30)}"
    lines = wrapped_lines(AlignedText.plain(text))[0].text.split("\n")
    assert [line.strip() for line in lines] == ["一、工作回顾", paragraph, "（一）学校建设", paragraph]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(SENTENCE + "。" for _ in range(20)),
        "\n".join(f"{n}.{SENTENCE[:28]}" for n in range(10, 30)),
        "\n".join(["县第一小学综合楼", "县第二小学", "第三幼儿园"] * 10),
        f"{wrapped(SENTENCE * 8, 30)}\n{SENTENCE * 3}",
    ],
    ids=["sentences", "list", "short", "one line is longer"],
)
def test_lines_that_only_look_alike_stay(text: str) -> None:
    assert wrapped_lines(AlignedText.plain(text))[0].text == text

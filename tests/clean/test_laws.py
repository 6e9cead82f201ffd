"""Laws of cleaning, for any text: it never fails, never loses its way back, and does nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.document import CleanDocument
from kg.text.simplify import simplify
from tests.clean.documents import cleaned, cleaned_file

SIGNS = "縣学校2023年月日一二三是、。，,;:?!()（）“”\"'%<>|[]〔〕 \t\n\r\u00a0\u3000\u200b·—-~×xiànA"
PIECES = [
    "縣(xiàn)",
    "總?cè)藬?shù)",
    "“清廉學?!笔谂?。",
    "20225月",
    "20221027日",
    "2021111日",
    "100%111所",
    "〔20229文件",
    "首页>教育\n",
    "来源：县教育局 发布日期：2023-02-16\n",
    "扫一扫，在手机打开当前页\n",
    "相关文章\n",
    "×\n",
    "临江县教育局2023年工作总结\n",
    "全县教育系统认真贯彻落实各项决策部署，较好地完成了年度目标任务。\n",
    "一是抓基建二是做文化。",
    "附件：要点.docx\n",
    "主办单位：县政府\n",
    "地址：人民路1号\n",
    "&nbsp;",
    "学 校",
    "  ",
    "甲\t乙",
]
texts = st.one_of(
    st.text(max_size=120),
    st.text(st.sampled_from(SIGNS), max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)
INSERTED = set("年月日，。〕号人—")
"""What the rules put in where something was lost."""


def check(document: CleanDocument) -> None:
    """Everything that must hold for any clean document."""
    body, raw = document.body, document.raw
    assert list(body.starts) == sorted(body.starts)
    assert all(0 <= start <= end <= len(raw) for start, end in zip(body.starts, body.ends, strict=True))
    lines = body.text.split("\n")
    assert not body.text or all(line and line == line.strip(" \t") for line in lines)
    for repair in document.repairs:
        assert 0 <= repair.start <= repair.end <= len(raw)
        assert 0 <= repair.confidence <= 1 and repair.rule


@settings(max_examples=300, deadline=None)
@given(texts)
def test_any_text_is_cleaned(text: str) -> None:
    check(cleaned(text))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec="utf-16", exclude_categories=[]), max_size=60))
def test_even_lone_halves_of_characters_are_cleaned(text: str) -> None:
    check(cleaned(text + "\ud800"))


@settings(max_examples=300, deadline=None)
@given(texts)
def test_every_character_stands_for_a_place_that_holds_it(text: str) -> None:
    document = cleaned(text)
    for char, start, end in zip(document.text, document.body.starts, document.body.ends, strict=True):
        assert end > start or char in INSERTED, char


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_clean_text_is_not_changed_again(seeds: Path, number: str) -> None:
    (path,) = seeds.glob(f"{number}_*.txt")
    once = cleaned_file(path)
    check(once)
    again = cleaned(once.text)
    assert again.text == once.text
    assert {repair.rule for repair in again.repairs} <= {"unmatched-quote"}


@pytest.mark.parametrize("number", ["000", "003"])
def test_in_a_seed_every_character_comes_from_its_own_place(seeds: Path, number: str) -> None:
    (path,) = seeds.glob(f"{number}_*.txt")
    document = cleaned_file(path)
    same = "，：；！？（）\t\n"
    for char, start, end in zip(document.text, document.body.starts, document.body.ends, strict=True):
        origin = document.raw[start:end]
        if char not in same and char not in simplify(origin):
            # Only what was put in and what was cut to pieces may differ: both stand where the damage is.
            assert origin == "" or any(c in origin for c in "?!笔谂敝v"), (char, origin)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_cleaning_comes_to_rest(text: str) -> None:
    first = cleaned(text).text
    second = cleaned(first).text
    assert cleaned(second).text == second

"""Simplified characters stand where the traditional ones stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.simplify import simplify, traditional_share


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("著力體現教育公平", "着力体现教育公平"),
        ("著名學校效果顯著", "著名学校效果显著"),
        ("乾縣、餘干縣、於都縣", "乾县、余干县、于都县"),
        ("望裏鎮明廚亮竈", "望里镇明厨亮灶"),
        ("爲啓動", "为启动"),
        ("瀋陽市鍾山區", "沈阳市钟山区"),
        ("全县教育系统", "全县教育系统"),
        ("A1，。", "A1，。"),
    ],
)
def test_words_are_converted_as_a_reader_would(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified


@given(st.text(st.characters(), max_size=200))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(simplify(text)) == len(text)


@given(st.text(st.sampled_from("縣學校體育中小學教育局實驗第一12，\n\0\ud800"), max_size=60))
def test_converting_twice_changes_nothing_more(text: str) -> None:
    once = simplify(text)
    assert simplify(once) == once


def test_a_nul_or_a_lone_surrogate_does_not_cut_the_text() -> None:
    assert simplify("學\0校\ud800縣") == "学\0校\ud800县"


@pytest.mark.parametrize(("text", "share"), [("學校", 0.5), ("学校", 0.0), ("", 0.0), ("abc", 0.0), ("縣縣", 1.0)])
def test_the_share_counts_only_chinese_characters(text: str, share: float) -> None:
    assert traditional_share(text) == share

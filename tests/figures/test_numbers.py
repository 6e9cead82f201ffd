"""Numbers with a measure word, however they are written, are found with their exact value and place."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.figures.numbers import Number, find_numbers
from kg.knowledge import Knowledge

WORDS = st.sampled_from(["人", "名", "所", "元", "平方米", "%", "人次", "册", "间"])
SCALES = {"": 1, "万": 10_000, "亿": 10**8}
DIGITS = "零一二三四五六七八九"


def numbers(text: str, knowledge: Knowledge) -> list[Number]:
    return list(find_numbers(text, knowledge))


@given(st.integers(1, 10**9), WORDS)
@settings(max_examples=60, deadline=None)
def test_separators_and_plain_digits_are_one_number(value: int, word: str) -> None:
    for written in (str(value), f"{value:,}"):
        (found,) = numbers(f"共有{written}{word}。", _knowledge())
        assert found.value == value
        assert (found.start, found.end) == (2, 2 + len(written) + len(word))


@given(st.decimals("0.01", "9999.99", places=2), st.sampled_from(["", "万", "亿"]))
@settings(max_examples=60, deadline=None)
def test_ten_thousands_and_hundred_millions_are_multiplied_out_exactly(value: Decimal, scale: str) -> None:
    (found,) = numbers(f"投入{value}{scale}元。", _knowledge())
    assert found.value == value * SCALES[scale]
    assert found.digit == Decimal("0.01") * SCALES[scale]


@given(st.integers(11, 99))
def test_chinese_numbers_are_read_as_digits_are(value: int) -> None:
    ten, one = divmod(value, 10)
    written = ("" if ten == 1 else DIGITS[ten]) + "十" + (DIGITS[one] if one else "")
    (found,) = numbers(f"招聘教师{written}名。", _knowledge())
    assert found.value == value


@given(st.integers(1, 500), st.integers(1, 500))
@settings(max_examples=60, deadline=None)
def test_a_range_has_two_ends_and_only_if_it_rises(low: int, high: int) -> None:
    found = numbers(f"建设教室{low}—{high}间。", _knowledge())
    assert [(n.value, n.upper) for n in found] == ([(low, high)] if low < high else [])


@given(st.text("0123456789年月日号第、。（）〔〕.-—:：“”《》一二三十百万班级届 \n", max_size=40))
@settings(max_examples=150, deadline=None)
def test_without_a_measure_word_nothing_is_found(text: str) -> None:
    assert [n for n in numbers(text, _knowledge()) if text[n.start : n.end].strip("0123456789.,万亿") == ""] == []
    assert all(text[n.start : n.end] for n in numbers(text, _knowledge()))


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_overlaps(text: str) -> None:
    found = numbers(text, _knowledge())
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("text", "value", "approximate"),
    [
        ("约1200人", 1200, False),
        ("1200余人", 1200, True),
        ("1200多名", 1200, True),
        ("2万余册", 20_000, True),
        ("1.2亿多元", 120_000_000, True),
        ("50人左右", 50, True),
        ("百分之八十五", 85, False),
        ("3.2个百分点", "3.2", False),
        ("363㎡", 363, False),
    ],
)
def test_a_number_tells_its_value_and_whether_it_is_exact(
    text: str, value: int | str, approximate: bool, knowledge: Knowledge
) -> None:
    """That 约 stands before it is seen where its words are read."""
    (found,) = numbers(f"有{text}。", knowledge)
    assert (found.value, found.approximate) == (Decimal(value), approximate)


def _knowledge() -> Knowledge:
    from kg.knowledge import load_knowledge

    return load_knowledge()

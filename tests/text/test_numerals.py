"""Numbers as reports write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.numerals import parse_number, parse_year


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三十二", "32"),
        ("十", "10"),
        ("十二", "12"),
        ("一百零五", "105"),
        ("二百五", "250"),
        ("两千零三", "2003"),
        ("一万五千", "15000"),
        ("一亿二千万", "120000000"),
        ("三点五万", "35000"),
        ("二〇二三", "2023"),
        ("1.7288亿", "172880000"),
        ("4434万", "44340000"),
        ("1201.84万", "12018400"),
        ("1,062", "1062"),
        ("42.56", "42.56"),
        ("3千", "3000"),
        ("0", "0"),
    ],
)
def test_a_number_is_read(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "一中", "第二十七", "1,23", "1.", "１２", "三江", "百百", "三五百", "1万2万", "点五", "三点"]
)
def test_what_is_not_exactly_one_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(0, 10**15))
def test_digits_with_and_without_commas_are_the_same_number(number: int) -> None:
    assert parse_number(f"{number:,}") == parse_number(str(number)) == number


@given(st.text("零一二三四五六七八九十百千万亿两点〇0123456789.,", max_size=12))
def test_any_mixture_of_signs_gives_a_number_or_none(text: str) -> None:
    found = parse_number(text)
    assert found is None or found >= 0


@pytest.mark.parametrize(
    ("text", "year"),
    [("2023年", 2023), ("二〇二一年", 2021), ("二零一〇", 2010), ("23年", None), ("3023", None), ("２０２３", None)],
)
def test_a_year_has_four_digits_of_two_centuries(text: str, year: int | None) -> None:
    assert parse_year(text) == year

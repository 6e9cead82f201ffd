"""Readings and slugs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.pinyin import pinyin_readings, plain_reading, slug


@pytest.mark.parametrize(
    ("char", "reading"),
    [("校", "xiào"), ("校", "jiào"), ("縣", "xiàn"), ("长", "zhǎng"), ("長", "cháng"), ("的", "de"), ("綠", "lǜ")],
)
def test_a_character_has_all_its_readings(char: str, reading: str) -> None:
    assert reading in pinyin_readings(char)


@pytest.mark.parametrize("char", ["A", "1", "，", " ", "\ud800"])
def test_what_is_no_character_has_none(char: str) -> None:
    assert pinyin_readings(char) == frozenset()


@pytest.mark.parametrize(("toned", "plain"), [("xiàn", "xian"), ("lǜ", "lü"), ("de", "de"), ("ēn", "en")])
def test_the_tone_can_be_taken_off(toned: str, plain: str) -> None:
    assert plain_reading(toned) == plain


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("双减", "shuangjian"),
        ("重庆市", "chongqingshi"),
        ("长沙市", "changshashi"),
        ("“三个课堂”2.0", "sangeketang-2-0"),
        ("吕梁市", "lvliangshi"),
        ("PISA测试", "pisaceshi"),
        ("", ""),
    ],
)
def test_a_slug_reads_as_the_name(name: str, made: str) -> None:
    assert slug(name) == made


@given(st.text(min_size=1, max_size=30))
def test_a_slug_of_any_text_fits_an_iri(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


def test_a_slug_reads_as_pypinyin_does() -> None:
    from pypinyin import lazy_pinyin

    names = ["重庆市长寿区长安中学", "绿色学校", "朝阳区朝阳小学", "行知小学银行行动", "都江堰市大都会学校", "嗯呣㐀"]
    for name in names:
        plain = "".join(lazy_pinyin(name)).replace("ê", "e")
        assert slug(name) == "".join(c if c.isascii() else "-" for c in plain).strip("-")

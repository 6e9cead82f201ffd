"""Pinyin behind characters, and real brackets."""

from __future__ import annotations

import pytest

from kg.clean.inserted_pinyin import inserted_pinyin
from kg.model.aligned import AlignedText

THREE = "縣(xiàn)教(jiào)育(yù)"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("縣(xiàn)政府", "縣政府"),
        ("县（xiàn）政府", "县政府"),
        ("總(zǒng)結(jié)", "總結"),
        ("重(chóng)慶(qìng)", "重慶"),
        ("我(wo\u030c)們(men)", "我們"),
        ("學(xue\u0301)", "學"),
        ("關(ɡuān)", "關"),
        ("綠(lǜ)色", "綠色"),
        (THREE + "不(bú)", "縣教育不"),
        (THREE + "校(xiao)", "縣教育校"),
    ],
)
def test_a_reading_behind_its_character_goes(text: str, clean: str) -> None:
    assert inserted_pinyin(AlignedText.plain(text))[0].text == clean


@pytest.mark.parametrize(
    "text",
    [
        "測試(PISA)",
        "班(A)",
        "学校(xiao)",
        "校(xiao)",
        "縣(jiào)政府",
        "A(xiàn)",
        "縣(xiàn政府",
        "校(园)长",
        "学校(xuéxiào)",
        THREE.replace("(", "[").replace(")", "]"),
    ],
)
def test_other_brackets_stay(text: str) -> None:
    view, repairs = inserted_pinyin(AlignedText.plain(text))
    assert view.text == text and not repairs


def test_a_real_bracket_stays_in_a_damaged_document() -> None:
    view, _ = inserted_pinyin(AlignedText.plain(THREE + "測試(pisa)，班(A)，縣(gao)"))
    assert view.text == "縣教育測試(pisa)，班(A)，縣(gao)"


def test_the_place_of_a_repair_is_the_bracket() -> None:
    text = "全縣(xiàn)"
    (repair,) = inserted_pinyin(AlignedText.plain(text))[1]
    assert text[repair.start : repair.end] == repair.before == "(xiàn)"
    assert (repair.after, repair.confidence) == ("", 1.0)

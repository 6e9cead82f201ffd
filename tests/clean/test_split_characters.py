"""Characters that an insertion cut in two, and quotes that were lost with the character before."""

from __future__ import annotations

import pytest

from kg.clean.lost_quotes import lost_quotes
from kg.clean.split_characters import split_characters
from kg.model.aligned import AlignedText
from kg.text.simplify import simplify


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("學生總?cè)藬?shù)36308人", "學生總人數36308人"),
        ("《光明日?qǐng)?bào)》推介", "《光明日報》推介"),
        ("改革學科成績?cè)u(píng)價方式", "改革學科成績評價方式"),
        ("追求分?jǐn)?shù)，把", "追求分數，把"),
    ],
)
def test_the_lost_bytes_are_solved_by_the_readings(text: str, clean: str) -> None:
    view, repairs = split_characters(AlignedText.plain(text))
    assert view.text == clean
    assert all(repair.confidence >= 0.9 for repair in repairs)
    assert sum(r.rule == "split-character" for r in repairs) == text.count("?")


def test_a_lost_byte_with_nothing_behind_it_is_told_by_words_and_less_sure() -> None:
    view, repairs = split_characters(AlignedText.plain("板橋鎮?cè)?所中心小學"))
    assert view.text == "板橋鎮三所中心小學"
    assert {repair.confidence for repair in repairs} == {0.6}


@pytest.mark.parametrize(
    "text", ["總?cè)", "總?cè)。", "總?xx)藬?shù)", "A?cè)藬?shù)", "總?cè)a藬", "總" + "?cè)" * 40]
)
def test_what_cannot_be_solved_is_marked_and_left(text: str) -> None:
    view, repairs = split_characters(AlignedText.plain(text))
    assert view.text == text
    assert all(repair.confidence < 0.5 for repair in repairs)


def test_what_cannot_be_solved_is_told_once() -> None:
    assert [r.before for r in split_characters(AlignedText.plain("總?cè)。"))[1]] == ["?cè)"]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("通過縣級“清廉學?!笔谂?。風清氣正", "通過縣級“清廉學校”授牌。風清氣正"),
        ("舉辦兩期“家長夜?！敝v座，為家長", "舉辦兩期“家長夜校”講座，為家長"),
        ("實行“縣管校?!試點，跨校", "實行“縣管校聘”試點，跨校"),
        ("全面落實“雙?!，不搞", "全面落實“雙減”，不搞"),
        ("啟動“銀齡講學計?!。", "啟動“銀齡講學計劃”。"),
        ("評選“東坡名?!15名", "評選“東坡名師”15名"),
        ("推進“國培計？！工作", "推進“國培計劃”工作"),
    ],
)
def test_a_lost_closing_quote_comes_back_with_its_character(text: str, clean: str) -> None:
    view, repairs = lost_quotes(AlignedText.plain(text))
    assert simplify(view.text) == simplify(clean)
    assert all(0.5 <= repair.confidence < 1 for repair in repairs)


def test_the_tail_that_only_words_tell_is_less_sure_than_what_bytes_tell() -> None:
    confidences = {r.before: r.confidence for r in lost_quotes(AlignedText.plain("“清廉學?!笔谂?。"))[1]}
    assert confidences["笔谂?"] < confidences["?!"]


@pytest.mark.parametrize("text", ["“云溪鑫?!試點", "“三?!，"])
def test_a_term_that_nobody_knows_is_marked_and_left(text: str) -> None:
    view, (repair,) = lost_quotes(AlignedText.plain(text))
    assert view.text == text and repair.confidence < 0.5


@pytest.mark.parametrize("text", ["怎么办?!我们", "“双减?!”试点", "“双减”好不好?!", "“减”吗?!", "?!"])
def test_a_question_with_an_exclamation_mark_is_no_damage(text: str) -> None:
    assert lost_quotes(AlignedText.plain(text)) == (AlignedText.plain(text), [])

"""Damage that runs through a whole text: read in the wrong encoding, spread, strewn with spaces, without line ends."""

from __future__ import annotations

import pytest

from kg.clean.lost_line_ends import lost_line_ends
from kg.clean.misread import misread
from kg.clean.punctuation import punctuation
from kg.clean.spaces import spaces, spread_text
from kg.model.aligned import AlignedText
from tests.clean.documents import cleaned

SENTENCE = "全县教育系统坚持立德树人，推进义务教育优质均衡发展。"


def western(data: bytes) -> str:
    """The bytes as a Western program shows them."""
    return "".join(bytes([b]).decode("cp1252") if b not in b"\x81\x8d\x8f\x90\x9d" else chr(b) for b in data)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_what_a_western_program_made_of_chinese_is_chinese_again(encoding: str) -> None:
    wrong = western(SENTENCE.encode(encoding))
    document = cleaned(f"{wrong}\n{wrong}")
    assert document.text == f"{SENTENCE}\n{SENTENCE}"
    start = document.text.index("义务教育")
    first, last = document.body.span(start, start + 4)
    assert wrong[first:last] == western("义务教育".encode(encoding))
    assert [repair.rule for repair in document.repairs] == ["misread-encoding"] * 2


def test_a_broken_byte_costs_one_character() -> None:
    wrong = western(SENTENCE.encode()[:-2])
    assert misread(AlignedText.plain(wrong))[0].text == SENTENCE[:-1] + "\ufffd"


@pytest.mark.parametrize(
    "text", ["Éducation à l'école: été, près, où", "αβγ ½ ×", "锛刀与锄头", "教育局 “é” ü", "Ã©", "ÐÑÒÓÔÕ Straße"]
)
def test_what_only_looks_so_stays(text: str) -> None:
    assert misread(AlignedText.plain(text)) == (AlignedText.plain(text), [])


def test_a_spread_text_is_closed_up_and_a_spread_name_in_another_is_not_its_business() -> None:
    spread = " ".join("江滨小学2023年获评“清廉学校”,新增学位120个")
    assert spread_text(AlignedText.plain(spread))[0].text == spread.replace(" ", "")
    assert spread_text(AlignedText.plain(f"{SENTENCE}王 伟"))[0].text == f"{SENTENCE}王 伟"


def test_spaces_inside_words_show_that_the_others_part_nothing_either() -> None:
    strewn = "全县教 育系统坚持 立德树人，推进义 务教育优 质均衡发展，建成江滨 小学。"
    assert spaces(AlignedText.plain(strewn))[0].text == strewn.replace(" ", "")
    parted = "“宣传二十大 奋进新征程”征文，教师李晓明 王伟 张丽获奖，江滨小学 城东小学入选。"
    assert spaces(AlignedText.plain(parted))[0].text == parted


def test_dots_are_full_stops_only_where_a_text_has_no_others() -> None:
    dotted = "一.工作\n全县有学校82所.其中高中4所.入学率99.8%.教师3200.学位充足."
    stopped = "一.工作\n全县有学校82所。其中高中4所。入学率99.8%。教师3200。学位充足。"
    assert punctuation(AlignedText.plain(dotted))[0].text == stopped
    named = "阿不都.买买提获评优秀教师。" * 3
    assert punctuation(AlignedText.plain(named))[0].text == named


def test_a_report_in_one_line_gets_its_headings_back() -> None:
    parts = ["某县教育局2023年工作总结", f"2023年，{SENTENCE * 12}", "一、党建", "（一）学习。" + SENTENCE]
    parts += ["（二）组织。" + SENTENCE * 4, "二、2024年工作计划。" + SENTENCE * 6, "（一）建设。" + SENTENCE * 4]
    text = "".join(parts)
    assert lost_line_ends(AlignedText.plain(text))[0].text.split("\n") == parts
    paragraphs = "\n".join(parts)
    assert lost_line_ends(AlignedText.plain(paragraphs))[0].text == paragraphs

"""Sentences never overlap and together hold every character but line ends, for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.knowledge import load_knowledge
from kg.segment.sentences import split_sentences
from tests.segment.documents import segmented

KNOWLEDGE = load_knowledge()

SENTENCES = [
    ("建成学校。秋季招生！", ["建成学校。", "秋季招生！"]),
    ("他说：“好。”大家鼓掌。", ["他说：“好。”", "大家鼓掌。"]),
    ("一、标题\n正文。", ["一、标题", "正文。"]),
    ("投资1.5亿元。", ["投资1.5亿元。"]),
    ("为什么？因为缺编。", ["为什么？", "因为缺编。"]),
    ("没有句号", ["没有句号"]),
    ("分号；不断句。", ["分号；不断句。"]),
    ("\n\n", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_ends_with_its_mark_and_what_closes_after_it(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in split_sentences(text)] == expected


TEXTS = st.lists(
    st.sampled_from(
        [
            "一、2022年工作总结", "（一）学前教育", "1.优化布局。", "一是", "2023年工作计划", "县一中", "建成", "，",
            "；", "。", "！", "”", "\n", "\n\n", "2022年", "石门县教育局", "《", "》", " ", "第一，", "（", "）",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(TEXTS)
def test_no_character_is_lost_between_sentences(text: str) -> None:
    spans = split_sentences(text)
    assert all(a < b for a, b in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    outside = "".join(
        text[a:b] for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True)
    )
    assert outside.strip() == ""


YEAR_RULES = {
    *("year-in-heading", "review-heading", "plan-heading"),
    *(
        "year-in-title",
        "years-in-headings",
        "years-of-speech",
        "five-year-plan",
        "year-in-opening",
        "date-of-document",
        "",
    ),
}
STATUS_RULES = {"review-heading", "plan-heading", "review-document", "plan-document", ""}


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_becomes_a_tree_of_sections(text: str) -> None:
    document = segmented(text, KNOWLEDGE)
    root, *others = document.sections
    assert (root.start, root.end, root.parent) == (0, len(document.text), -1)
    for index, section in enumerate(others, 1):
        assert 0 <= section.parent < index
        above = document.sections[section.parent]
        assert above.start <= section.start <= section.end <= above.end
    for sentence in document.sentences:
        section = document.sections[sentence.section]
        assert section.start <= sentence.start
        context = sentence.context
        assert context.year_rule in YEAR_RULES
        assert context.status_rule in STATUS_RULES
        assert bool(context.year_rule) == (context.year is not None)
        assert bool(context.status_rule) == (context.status is not None)

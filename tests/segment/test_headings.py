"""Headings make a tree: each section knows its rank, its parent and where it ends."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.segment.headings import MOST, find_headings
from tests.segment.documents import segmented

HEADINGS = [
    ("一、工作回顾\n建成学校。", [(1, "一、工作回顾")]),
    ("（一）学前教育。新建2所。", [(2, "（一）学前教育")]),
    ("（一）、学前教育", [(2, "（一）、学前教育")]),
    ("1.优化布局。迁建学校。", [(3, "1.优化布局")]),
    ("1．优化布局", [(3, "1．优化布局")]),
    ("2、优化布局", [(3, "2、优化布局")]),
    ("（1）优化布局", [(4, "（1）优化布局")]),
    ("①优化布局", [(4, "①优化布局")]),
    ("第一部分 回顾", [(1, "第一部分 回顾")]),
    ("【重点工作】\n建成学校。", [(1, "【重点工作】")]),
    ("一是抓基建，二是抓管理。", [(5, "一是抓基建")]),
    ("一是抓基建；二是抓管理。", [(5, "一是抓基建"), (5, "二是抓管理")]),
    ("十一、安全工作", [(1, "十一、安全工作")]),
    ("1.5万平方米的操场竣工。", []),
    ("2022年建成一、二、三号楼。", []),
    ("第一中学开学。", []),
    ("全县共有学校82所。", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_a_line_is_a_heading_by_its_mark_and_up_to_its_full_stop(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(h.rank, text[h.start : h.end]) for h in find_headings(text)] == expected


def test_a_long_numbered_paragraph_gives_a_heading_of_bounded_length() -> None:
    (heading,) = find_headings("1." + "建" * 200)
    assert heading.end - heading.start == MOST


TREE = """石门县教育局2022年工作总结和2023年工作计划
一、2022年工作总结
（一）学前教育
1.新建幼儿园。建成2所。
2.改造幼儿园。改造3所。
（二）义务教育
落实免费政策。
二、2023年工作计划
（一）学前教育
再建4所。
"""


def test_sections_form_a_tree_that_the_ranks_tell(knowledge: Knowledge) -> None:
    document = segmented(TREE, knowledge)
    sections = document.sections
    shown = [(s.rank, s.heading, sections[s.parent].heading if s.parent >= 0 else None) for s in sections]
    assert shown == [
        (0, "石门县教育局2022年工作总结和2023年工作计划", None),
        (1, "一、2022年工作总结", "石门县教育局2022年工作总结和2023年工作计划"),
        (2, "（一）学前教育", "一、2022年工作总结"),
        (3, "1.新建幼儿园", "（一）学前教育"),
        (3, "2.改造幼儿园", "（一）学前教育"),
        (2, "（二）义务教育", "一、2022年工作总结"),
        (1, "二、2023年工作计划", "石门县教育局2022年工作总结和2023年工作计划"),
        (2, "（一）学前教育", "二、2023年工作计划"),
    ]


def test_a_section_ends_where_the_next_of_its_rank_or_above_begins(knowledge: Knowledge) -> None:
    document = segmented(TREE, knowledge)
    ends = {s.start: s.end for s in document.sections}
    starts = [s.start for s in document.sections]
    first, inner, plan = starts[1], starts[3], starts[6]
    assert ends[first] == plan
    assert ends[inner] == starts[4]
    assert ends[plan] == len(document.text)
    for section in document.sections[1:]:
        above = document.sections[section.parent]
        assert above.start <= section.start < section.end <= above.end
        assert above.rank < section.rank


def test_each_sentence_lies_in_its_innermost_section(knowledge: Knowledge) -> None:
    document = segmented(TREE, knowledge)
    where = {document.text[s.start : s.end].strip(): document.sections[s.section].heading for s in document.sentences}
    assert where["建成2所。"] == "1.新建幼儿园"
    assert where["落实免费政策。"] == "（二）义务教育"
    assert where["再建4所。"] == "（一）学前教育"

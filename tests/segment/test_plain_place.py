"""Districts whose names are also words, and texts that only a town or a body's full name could place wrongly."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.segment.place import find_place


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("矿区召开教师节表彰大会", "近年来，矿区区委、区政府推进教育。", "矿区"),
        ("阳泉市矿区教育局工作总结", "矿区教育系统努力工作。", "矿区"),
        ("城区教育局2022年工作总结", "我区教育稳步推进。", None),
        ("名单公布", "江苏省教育厅近日公布名单。启东市汇龙中学上榜。启东市教育局表示，启东教育再上台阶。", "启东市"),
        ("西夏亭镇表彰先进教师", "西夏亭镇党委、政府表彰先进教师，全镇教师参会。", "西华县"),
    ],
)
def test_the_region_of_a_text_with_hard_names(
    title: str, text: str, expected: str | None, knowledge: Knowledge
) -> None:
    place = find_place(title, f"{title}\n{text}", knowledge)
    assert (place.division and place.division.name) == expected

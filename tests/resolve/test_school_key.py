"""The canonical form of a school's name: short forms written out, and which short name stands for which full one."""

from __future__ import annotations

import pytest

from kg.resolve.school_key import expand, is_short_for

EXPANDED = [
    ("一中", "第一中学"),
    ("第一中学", "第一中学"),
    ("四小", "第四小学"),
    ("三幼", "第三幼儿园"),
    ("49中", "第四十九中学"),
    ("10中", "第十中学"),
    ("12中", "第十二中学"),
    ("20小", "第二十小学"),
    ("区二初", "区第二初级中学"),
    ("二高", "第二高级中学"),
    ("二实小", "第二实验小学"),
    ("第二实验小学", "第二实验小学"),
    ("梅城一中", "梅城第一中学"),
    ("一幼阳光分园", "第一幼儿园阳光分园"),
    ("二中东校区", "第二中学东校区"),
    ("实小", "实验小学"),
    ("城关实小", "城关实验小学"),
    ("求是高中", "求是高级中学"),
    ("高级中学", "高级中学"),
    ("暨阳初中", "暨阳初级中学"),
    ("职教中心", "职业教育中心"),
    ("特校", "特殊教育学校"),
    ("特殊教育学校", "特殊教育学校"),
    ("卫校", "卫生学校"),
    ("农校", "农业学校"),
    ("职中", "职业中学"),
    ("师大附中", "师大附属中学"),
    ("中心园", "中心幼儿园"),
    ("中心小学校", "中心小学"),
    ("“求实”小学", "求实小学"),
    ("中心学校", "中心学校"),
    ("八一中学", "八一中学"),
    ("五一小学", "五一小学"),
    ("云岭学校", "云岭学校"),
]


@pytest.mark.parametrize(("name", "full"), EXPANDED)
def test_a_short_form_is_written_out(name: str, full: str) -> None:
    assert expand(name) == full


@pytest.mark.parametrize("name", [name for name, _ in EXPANDED])
def test_writing_out_twice_changes_nothing(name: str) -> None:
    assert expand(expand(name)) == expand(name)


SHORT_FOR = [
    ("云岭学校", "天山学院云岭实验学校", True),
    ("求是高级中学", "德清县求是高级中学", True),
    ("云岭小学", "城关云岭小学", True),
    ("第一中学", "梅城第一中学", False),
    ("实验学校", "云岭实验学校", False),
    ("中心小学", "夹山镇中心小学", False),
    ("东山中学", "东山实验中学", False),
    ("第一小学", "第一实验小学", False),
    ("第一小学", "第十一小学", False),
    ("第二中学", "第十二中学", False),
    ("虹桥小学", "虹桥第二小学", False),
    ("城关小学", "城关中学", False),
    ("云岭小学", "云山小学", False),
    ("第一中学", "第一中学", False),
    ("石门县第一中学", "第一中学", False),
    ("小学", "城关小学", False),
]


@pytest.mark.parametrize(("short", "full", "expected"), SHORT_FOR)
def test_a_short_name_stands_only_for_a_name_that_it_abbreviates(short: str, full: str, expected: bool) -> None:
    assert is_short_for(short, full) is expected

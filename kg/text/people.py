"""Lines of a list of persons, by their form."""

from __future__ import annotations

import re

__all__ = ["PERSON_LINE"]

PERSON_LINE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4})(?:[\s\u3000]*（[^（）\n]{1,8}）[\s\u3000]*|[\s\u3000]+)(?P<office>[^\s，。；：\n]{3,40}?"
    r"(?:教师|老师|校长|园长|书记|主任|科员|局长|处长|科长|所长|股长|站长|馆长|教授|教研员|主席|会长|班主任|干事|辅导员|组长|部长|学生|职员|职工))"
)
"""A line that holds a person's name and the office held: 王丽 县第一小学教师."""

"""Persons in rolls: lines of names, names with their offices, names beside their schools."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.extract.person import is_name
from kg.model.names import EntityKind
from kg.text.people import PERSON_LINE

__all__ = ["find_rolls"]

_ROLL = re.compile(
    r"(?:[）：单]|教师|工作者|班主任|个人|标兵|能手|校长|园长|学生|干部|辅导员|骨干|新秀)\n"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、；，\s][\u4e00-\u9fff]{2,4})+)[。；]?(?=\n|$)"
)
"""A line of names below a line that opens a list or is a title."""
_OFFICE_LINE = re.compile(rf"^[ \t]*{PERSON_LINE.pattern}(?=[ \t]*$)", re.MULTILINE)
_BEFORE_SCHOOL = re.compile(r"(?:(?<=[\s：])|^)(?P<name>[\u4e00-\u9fff]{2,3})\s$")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_BEHIND_SCHOOL = re.compile(r"[ \t](?P<name>[\u4e00-\u9fff]{2,4})(?=[ \t]*(?:\n|$))")


def find_rolls(page: Page) -> None:
    """Write every person that a roll names: alone in its line, with an office, before or behind the school."""
    _rolls(page)
    _office_rolls(page)
    _school_rolls(page)


def _rolls(page: Page) -> None:
    """Write the names of a line that holds nothing else, below a line that opens a list: 优秀班主任（2人）."""
    for match in _ROLL.finditer(page.text):
        spans = [m.span() for m in _NAME.finditer(page.text, *match.span("names"))]
        if all(page.free(*span) and is_name(page, *span) for span in spans):
            for start, end in spans:
                page.add(EntityKind.PERSON, start, end, "name-in-roll", confidence=0.75)


def _office_rolls(page: Page) -> None:
    """Write the names of lines that give each its office, where two such lines stand."""
    surnames, words = page.knowledge.words("surname"), page.knowledge.words("person_not")
    # The line's form tells enough: a name may be made of any words (志坚).
    found = [m for m in _OFFICE_LINE.finditer(page.text) if m["name"] not in words]
    lines = [m for m in found if {m["name"][0], m["name"][:2]} & surnames]
    if len(lines) > 1:
        for match in lines:
            if page.free(*match.span("name")):
                page.add(EntityKind.PERSON, *match.span("name"), "name-in-roll", confidence=0.8)


def _school_rolls(page: Page) -> None:
    """Write the names of a roll that sets each beside its school, without marks.

    In one line (苏建 育才学校 董芳 实验中学) or a line each (实验中学 董芳).
    """
    found: dict[int, list[tuple[int, int]]] = {}
    lines: list[tuple[int, int]] = []
    for school in page.of_kind(EntityKind.SCHOOL):
        line = page.text.rfind("\n", 0, school.start) + 1
        name = _BEFORE_SCHOOL.search(page.text, max(0, school.start - 6), school.start)
        if name and _is_free_name(page, *name.span("name")):
            found.setdefault(line, []).append(name.span("name"))
            if name.start("name") == line and page.text[school.end : school.end + 1] in ("", "\n"):
                lines.append(name.span("name"))
        behind = _BEHIND_SCHOOL.match(page.text, school.end) if school.start == line else None
        if behind and _is_free_name(page, *behind.span("name")):
            lines.append(behind.span("name"))
    rows = [span for row in found.values() if len(row) > 2 for span in row]
    for start, end in dict.fromkeys([*rows, *(lines if len(lines) > 2 else [])]):
        page.add(EntityKind.PERSON, start, end, "name-in-roll", confidence=0.75)


def _is_free_name(page: Page, start: int, end: int) -> bool:
    """Whether a span can be a person's name and nothing is written there."""
    return page.free(start, end) and is_name(page, start, end)

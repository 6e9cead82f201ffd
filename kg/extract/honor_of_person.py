"""Titles right before a person's name: 全国模范教师赵洪银."""

from __future__ import annotations

from kg.extract.honor_head import MOST, is_levelled, title_start
from kg.extract.honor_level import honor_level
from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_titles_of_persons"]


def find_titles_of_persons(page: Page) -> None:
    """Write every title with its level that stands right before a person's name and is no honor yet."""
    ending = page.knowledge.pattern("(?:{honor_head})$")
    for person in page.of_kind(EntityKind.PERSON):
        end = person.start
        if not page.free(end - 1, end) or not ending.search(page.text, max(0, end - MOST), end):
            continue
        start = title_start(page, 0, end)
        name = page.text[start:end]
        if not is_levelled(page, start, end) or len(name) < 4 or not page.free(start, end):
            continue
        level = honor_level(page, name)
        known = {"level": level.word} if level is not None else {}
        page.add(EntityKind.HONOR, start, end, "title-before-name", confidence=0.75, attributes=known)

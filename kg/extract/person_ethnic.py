"""Persons whose names are written by their sound and have no surname: 扎西邓珠, 乌云其其格, 古丽娜尔."""

from __future__ import annotations

from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_ethnic_names"]

_NAME = r"(?:{ethnic_name_part}){2,4}(?![镇乡村街路县市州区寺湖山河])"
_AFTER_TITLE = rf"(?:{{person_title}}|、|和|与)(?P<name>{_NAME})"
_BEFORE_TITLE = rf"(?P<name>{_NAME})(?=老师|教师|同学|同志|校长|书记|局长|等(?:\d+|[一二三四五六七八九十]+)[名位人])"


def find_ethnic_names(page: Page) -> None:
    """Write the names made of two or more known parts beside a title, or in a list with a person."""
    for match in page.knowledge.pattern(_AFTER_TITLE).finditer(page.text):
        start, end = match.span("name")
        listed = page.text[start - 1] in "、和与"
        if page.free(start, end) and (not listed or page.named_before(start - 1, EntityKind.PERSON)):
            page.add(EntityKind.PERSON, start, end, "ethnic-name", confidence=0.8)
    for match in page.knowledge.pattern(_BEFORE_TITLE).finditer(page.text):
        if page.free(*match.span("name")):
            page.add(EntityKind.PERSON, *match.span("name"), "ethnic-name", confidence=0.8)

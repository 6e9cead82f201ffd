"""Grades without their kind: 晋升省二级 of a kindergarten, or behind another school's 省一级示范性普通高中."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["with_kind"]

_WHOLE = re.compile(r"^.{0,8}?[省市区]级?[特一二三四][级类](?P<kind>[\u4e00-\u9fff]{2,12})$")
_KINDERGARTEN = re.compile(r"幼儿园|中心园|[一二三四]幼")


def with_kind(page: Page, start: int, grade: str) -> str:
    """The grade with the kind of school it is for, as the sentence tells: that of the grade before it, or its school's.

    The grade as it is where nothing tells.
    """
    sentence = page.sentence_at(start)
    if sentence is None:
        return grade
    before = [m for m in page.touching(EntityKind.HONOR, sentence.start, start) if sentence.start <= m.start]
    for mention in sorted(before, key=lambda m: (m.start, m.end), reverse=True):
        whole = _WHOLE.match(mention.name)
        if whole is not None:
            return grade + whole["kind"]
    clause = re.split(r"[，；]", page.text[sentence.start : start])[-1]
    return grade + "幼儿园" if _KINDERGARTEN.search(clause) else grade

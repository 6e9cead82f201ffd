"""Schools that a list tells by their numbers: 第十五、十八小学; 县一、二、四中."""

from __future__ import annotations

import re

from kg.extract.edge import left_edge
from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_numbered_schools"]

_N = r"[一二三四五六七八九十百]{1,4}"
_ROW = re.compile(
    rf"(?P<first>第)?(?P<numbers>{_N}(?:[、和及与]第?{_N})+)"
    r"(?P<ending>(?:实验|中心|完全|初级|高级)?(?:小学|中学|学校|幼儿园)|初中|高中|[中小幼])(?![学生年月日届期次]|[中小幼]|型)"
)
_NUMBER = re.compile(rf"第?({_N})")
_PLACE = re.compile(r"[县市区州旗镇乡]$")


def find_numbered_schools(page: Page) -> None:
    """Write one school for each number of a row that shares its ending; a row needs 第 or a place before it."""
    for match in _ROW.finditer(page.text):
        if not page.free(*match.span()):
            continue
        start = match.start()
        edge = left_edge(page, start, most=12)
        placed = edge.region or _PLACE.search(page.text[edge.start : start])
        edge_start = edge.start if placed else start
        before = page.text[edge_start:start]
        short = len(match["ending"]) == 1
        if not before and (short or not match["first"]):
            # 一、二中教学楼: the first is the mark of a heading.
            continue
        numbers = list(_NUMBER.finditer(page.text, match.start("numbers"), match.end("numbers")))
        for number in numbers:
            first, last = number is numbers[0], number is numbers[-1]
            page.add(
                EntityKind.SCHOOL,
                edge_start if first else number.start(),
                match.end() if last else number.end(),
                "numbered-school",
                name=before + ("" if short and not match["first"] else "第") + number[1] + match["ending"],
                confidence=0.85,
                attributes={"ending": match["ending"]},
            )

"""Titles of schools in a run (现为…示范学校、…特色学校), and headings that call a title by its last words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.honor_head import is_levelled
from kg.extract.honor_row import RowTitle, is_chosen
from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_run_titles", "find_short_headings"]

_ITEM = re.compile(
    r"(?:(?<=[、，；“\s])|(?<=[现更又还也]是)|(?<=[现评名定]为)|(?<=[授赐]予)|(?<=获得)|(?<=荣获)|(?<=授予的))"
    r"(?=(?P<name>[\u4e00-\u9fffA-Z]{4,28}?(?:学校|单位|大队|中队|校园|团队))(?=[、，；。”\n]|等|和|及|称号|荣誉|（|$))"
)
"""One item between marks that ends as the titles of schools do; items may begin inside another: 东山中学现为|…."""
_TOLD = re.compile(r"现为|现是|(?:更|又|还|也|不仅)是|荣?获|授予|命名|被?评为|被?(?:认定|确定|列|评定|确认)为|先后被")
"""What shows that a sentence tells of titles."""
_NOT_TOLD = re.compile(r"(?:创建|建设|打造|争创|申报|开展|推进|评选|新增)[^，；。]{0,16}$")
_FIELD = re.compile(r"(?:教育|课程|改革|课题|技术|教学)(?:实验|试验|工程)|传统项目|(?<![\u4e00-\u9fff])A级|[A-Z]级")
"""Kinds that are given in a field of work and that no school bears in its own name: 计算机教育工程学校."""
_SHORT_HEADING = re.compile(
    r"(?:^|(?<=\n))(?:（?[一二三四五六七八九十\d]+[）、.．])?(?P<name>[\u4e00-\u9fff]{4,12})(?=（\d+余?[所个名人]）\s*(?:\n|$))"
)


def find_run_titles(page: Page) -> Iterator[RowTitle]:
    """Every title with its level or region, and a word of choice, in a sentence that tells of titles before it.

    现为湖北省书法教育特色学校、湖北省计算机教育工程学校: neither is a school's name, for a school stands before.
    """
    for match in _ITEM.finditer(page.text):
        start, end = match.span("name")
        sentence = page.sentence_at(start)
        if sentence is None or not page.free(start, end) or not _is_title(page, start, end):
            continue
        told = list(_TOLD.finditer(page.text, sentence.start, start))
        if told and not _NOT_TOLD.search(page.text, told[-1].end(), start):
            yield RowTitle(start, end, "run-title", 0.75)


def _is_title(page: Page, start: int, end: int) -> bool:
    """Whether words bear a level or a region, and a choice that no school's own name tells."""
    if "的" in page.text[start:end] or not is_levelled(page, start, end):
        return False
    return is_chosen(page, start, end) or bool(_FIELD.search(page.text, start, end))


def find_short_headings(page: Page) -> Iterator[tuple[int, int, str]]:
    """Span and full name of each heading over winners that calls by its last words the one title that ends so.

    文明校园（127所） below 东山中学等127所学校被授予“湖北省文明校园”称号 speaks of 湖北省文明校园.
    """
    for match in _SHORT_HEADING.finditer(page.text):
        short = match["name"]
        named = {m.name for m in page.of_kind(EntityKind.HONOR) if m.name.endswith(short) and m.end < match.start()}
        if len(named) == 1 and page.free(*match.span("name")):
            yield (*match.span("name"), named.pop())

"""Programs that a list sets right behind the schools that run them: 一小“红烛先锋”、二小“雏鹰引航”党建品牌."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.extract.page import Page
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["coined_of_schools"]

_COINED = re.compile(
    r"的?(?P<name>“[^“”，。；：！？、\n]{3,12}”"
    r"(?:(?!等)[\u4e00-\u9fff]{0,4}(?:教学法|课程|模式|品牌|大课间|课堂|评价|机制|工程|行动|改革|特色活动))?)"
)
_JOIN = re.compile(r"[、和与及]")
_OTHER = re.compile(
    r"称号|奖|获|评为|命名|授予|竣工|完工|落成|投入使用|开工|演讲|征文|作品|节目|论文|课题|比赛|[楼馆厅]"
)
"""What shows that the quotation marks hold a title, a work, a piece of writing or a building."""


def coined_of_schools(page: Page) -> Iterator[tuple[int, int]]:
    """The spans of coined names in rows of at least two, each right behind its school; none where titles are told."""
    schools = sorted(page.of_kind(EntityKind.SCHOOL), key=lambda m: m.start)
    row: list[re.Match[str]] = []
    for number, school in enumerate(schools):
        item = _COINED.match(page.text, school.end)
        if item is None:
            continue
        if row and not _joined(page, row[-1].end(), school):
            row = []
        row.append(item)
        if not _goes_on(page, item.end(), schools[number + 1 :]):
            if len(row) > 1 and not _OTHER.search(page.text, row[0].start(), _clause_end(page, item.end())):
                yield from (i.span("name") for i in row)
            row = []


def _joined(page: Page, end: int, school: Mention) -> bool:
    """Whether a school follows what ends here in its list."""
    return school.start == end + 1 and bool(_JOIN.match(page.text, end))


def _goes_on(page: Page, end: int, following: list[Mention]) -> bool:
    """Whether a further school with a coined name follows in the list."""
    at = bisect_left(following, end, key=lambda m: m.start)
    return (
        at < len(following) and _joined(page, end, following[at]) and bool(_COINED.match(page.text, following[at].end))
    )


def _clause_end(page: Page, at: int) -> int:
    """Where the clause ends that holds a place."""
    mark = re.compile(r"[，。；\n]").search(page.text, at)
    return mark.start() if mark else len(page.text)

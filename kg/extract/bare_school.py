"""Schools that a list names by their kind alone: 会宁一中、二中和职专; 四小、特教学校、白庙小学."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_bare_schools"]

_GOES_ON = re.compile(r"[生长教毕招班部]|学(?!校)|等?\d+所|建设标准|阶段")
_MARKS = frozenset("、和与及")
_WORK = r"(?:[一二三]期)?(?!建设|标准化|提[质升]|校园|实验室|图书|功能|文化){work_noun}"
_WORK_LEAD = re.compile(r"(?:推进|启动|实施|完成|新建|开工|动工|加快|续建|投入|建成|[了抓做][好实]?)$")
"""What stands before the one school of a kind where its building is told: 推进|职教中心迁建工程."""
_TOWN_SCHOOL = re.compile(r"(?<=[、和与及])[\u4e00-\u9fff]{1,3}镇[中小](?=[、，。；]|[和与及](?!学)|等|\d+所)")
"""新登镇中, 大源镇小: the school of a town, in a list with others."""


def find_bare_schools(page: Page) -> None:
    """Write every kind of school that stands in a list beside a named one; a county has one of each."""
    named = page.of_kind(EntityKind.SCHOOL)
    starts, ends = {m.start for m in named}, {m.end for m in named}
    work = page.knowledge.pattern(_WORK)
    for start, end, kind in page.seen.longest("school_bare_kind"):
        if not page.free(start, end) or _GOES_ON.match(page.text, end):
            continue
        before = page.text[start - 1 : start] in _MARKS and start - 1 in ends
        opens = start == 0 or not "\u4e00" <= page.text[start - 1] <= "\u9fff"
        behind = opens and page.text[end : end + 1] in _MARKS and end + 1 in starts
        led = opens or _WORK_LEAD.search(page.text, max(0, start - 3), start)
        if before or behind or (led and work.match(page.text, end)):
            page.add(EntityKind.SCHOOL, start, end, "kind-in-list", confidence=0.8, attributes={"ending": kind})
            starts.add(start)
            ends.add(end)
    for match in _TOWN_SCHOOL.finditer(page.text):
        start, end = match.span()
        if start - 1 in ends and page.free(start, end):
            page.add(EntityKind.SCHOOL, start, end, "kind-in-list", confidence=0.8, attributes={"ending": match[0][-1]})
            ends.add(end)

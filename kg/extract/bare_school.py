"""Schools that a list names by their kind alone: 会宁一中、二中和职专; 四小、特教学校、白庙小学."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_bare_schools"]

_GOES_ON = re.compile(r"[生长教毕招班部]|学(?!校)|等?\d+所|建设标准|阶段")
_MARKS = frozenset("、和与及")


def find_bare_schools(page: Page) -> None:
    """Write every kind of school that stands in a list beside a named one; a county has one of each."""
    named = page.of_kind(EntityKind.SCHOOL)
    starts, ends = {m.start for m in named}, {m.end for m in named}
    for start, end, kind in page.seen.longest("school_bare_kind"):
        if not page.free(start, end) or _GOES_ON.match(page.text, end):
            continue
        before = page.text[start - 1 : start] in _MARKS and start - 1 in ends
        opens = start == 0 or not "\u4e00" <= page.text[start - 1] <= "\u9fff"
        behind = opens and page.text[end : end + 1] in _MARKS and end + 1 in starts
        if before or behind:
            page.add(EntityKind.SCHOOL, start, end, "kind-in-list", confidence=0.8, attributes={"ending": kind})
            starts.add(start)
            ends.add(end)

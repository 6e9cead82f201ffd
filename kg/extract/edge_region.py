"""Regions at the left edge of a name: those that end it, begin it, or were cut by the dictionary."""

from __future__ import annotations

from kg.extract.page import Page

__all__ = ["AND", "is_place", "parted_place", "region_ending", "wider_region"]

AND = ("和", "与", "及")
"""Words that join two names and can stand at the beginning of a place's (和县)."""


def is_place(page: Page, start: int, end: int) -> bool:
    """Whether a known region's name stands at exactly this span."""
    return end - start > 1 and any(s == start for s, _ in page.region_ends.get(end, ()))


def parted_place(page: Page, pieces: tuple[str, ...], index: int, start: int) -> bool:
    """Whether the last two single characters are together a known place whose first one would stop the name."""
    first = pieces[index - 2] if index > 1 else ""
    stops = len(first) == 1 and first not in AND and first in page.knowledge.words("name_stop")
    return stops and is_place(page, start - 2, start)


def region_ending(page: Page, at: int, limit: int) -> int | None:
    """The start of the longest full region name that ends here and is not cut by the limit."""
    here = page.document.info.region_code
    starts = [
        s
        for s, code in page.region_ends.get(at, ())
        # 县域高中 are the county's; 新建县 was a county, but 新建县特校 is the county's new school.
        if s >= limit
        and page.text[at : at + 1] not in ("域", "属", "内")
        and page.is_full_name(s, at, code)
        and (page.text[s : at - 1] != "新建" or code == here)
    ]
    return min(starts) if starts else None


def wider_region(page: Page, start: int, limit: int) -> int:
    """The start of a path of regions, 湖南省常德市…: while a region ends where the last one begins."""
    while True:
        wider = [s for s, code in page.region_ends.get(start, ()) if s >= limit and s < start]
        if not wider:
            return start
        start = min(wider)

"""Policy documents: titles in 《》 that govern or plan, with the number of the paper beside them."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.model.names import EntityKind, Level

__all__ = ["find_policy_documents", "title_level"]

_TITLE = re.compile(r"《(?P<title>[^《》\n]{3,60})》(?P<number>（[^（）]{2,16}〔\d{4}〕\d+号）)?")
_YEARS = re.compile(r"（[^（）]*(?:19|20)\d\d[^（）]*）$|（(?:试行|暂行|修订|征求意见稿|送审稿|草案)）$")


def find_policy_documents(page: Page) -> None:
    """Write the titles that end as governing papers do; take all other titles so that nothing is found inside."""
    ending = page.knowledge.pattern("{document_ending}$")
    for match in _TITLE.finditer(page.text):
        start, end = match.span("title")
        bare = _YEARS.sub("", match["title"])
        if ending.search(bare):
            number = (match["number"] or "").strip("（）")
            level = title_level(page, bare)
            attributes = {"level": level.word} if level is not None else {}
            if number:
                attributes["number"] = number
            page.add(EntityKind.DOCUMENT, start, end, "titled-paper", attributes=attributes)
        page.take(match.start(), match.end())


def title_level(page: Page, title: str) -> Level | None:
    """The level of government that a title names: 《湖南省…》 is the province's; None where it names none."""
    if re.match(r"(?:关于)?(?:.{0,6})(?:国务院|教育部|国家|全国|中共中央|中央)", title):
        return Level.NATIONAL
    for start, _, name in page.knowledge.region_matcher().find(title):
        if start <= 2:
            codes = page.knowledge.region_codes()[name]
            division = page.knowledge.regions.by_code(codes[0])
            return division.level if division else None
    return None

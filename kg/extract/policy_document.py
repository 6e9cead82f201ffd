"""Policy documents: titles in 《》 that govern or plan, with the number of the paper beside them."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.model.names import EntityKind, Level

__all__ = ["find_policy_documents", "title_level"]

_TITLE = re.compile(r"《(?P<title>[^《》\n]{3,60})》(?P<number>（[^（）]{2,16}〔\d{4}〕\d+号）)?")
_OWN = re.compile(r"(?:关于)?全?(省|自治区|县|旗)(?![域级直])")
"""A title that begins with the level alone: 自治区…计划, 县…方案."""
_ISSUED = "(?:办公厅|联合|印发|下发|发布|出台|颁布|关于|的)*$"
_OF_NATION = "{national_body}(?:等.{1,4}部门)?" + _ISSUED
_OF_PROVINCE = re.compile("(?:省|自治区)(?:委|政府|人民政府|教育厅|教委)*" + _ISSUED)
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
            if level is None:
                level = _issuer_level(page, match.start(), number)
            attributes = {"level": level.word} if level is not None else {}
            if number:
                attributes["number"] = number
            page.add(EntityKind.DOCUMENT, start, end, "titled-paper", attributes=attributes)
        page.take(match.start(), match.end())


def title_level(page: Page, title: str) -> Level | None:
    """The level of government that a title names: 《湖南省…》 is the province's; None where it names none.

    Of regions in a row the last one counts: 《湖南省常德市石门县…》 is the county's.
    """
    if re.match(r"(?:关于)?(?:.{0,6})(?:国务院|教育部|国家|全国|中共中央|中央)", title):
        return Level.NATIONAL
    at, found = 2, None
    for start, end, name in page.knowledge.region_matcher().find(title):
        if start > at:
            break
        codes = page.knowledge.region_codes()[name]
        division = page.knowledge.regions.by_code(codes[0])
        at, found = end, division.level if division else None
    if found is None and (own := _OWN.match(title)):
        return Level.COUNTY if own[1] in "县旗" else Level.PROVINCE
    return found


def _issuer_level(page: Page, start: int, number: str) -> Level | None:
    """The level that the number of a paper tells, else the body right before its title: 国办发〔…〕, 省教育厅《…》."""
    sign = number.partition("〔")[0]
    if sign and page.knowledge.pattern("^{national_number}$").match(sign):
        return Level.NATIONAL
    if sign and page.knowledge.pattern("^{province_number}").match(sign):
        return Level.PROVINCE
    before = page.text[max(0, start - 24) : start]
    if page.knowledge.pattern(_OF_NATION).search(before):
        return Level.NATIONAL
    return Level.PROVINCE if _OF_PROVINCE.search(before) else None

"""Organizations: bureaus, offices, committees, associations and firms that act in the text."""

from __future__ import annotations

import re

from kg.extract.apply import rule_matches
from kg.extract.edge import left_edge
from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_organizations"]

_LEVEL = re.compile(r"(?:师市|兵团|自治[区州县旗]|[省市县区州盟旗])$")
_OF_MANY = re.compile(
    r"(?:(?:各|每个?)[省市县区州盟旗]*|县区|区县|市县|县市|[县市区]{3}|旗县区?|市州|（[市县区旗、]+）)$"
)
"""Before a body that each of several regions has: 各区教育局, 县区教育局, 县（市、区）教育局."""
_ALONE = frozenset({"education-authority", "national-body", "leading-group", "firm", "party-committee"})
"""Rules whose matches name a body even without a region or level before them."""

_YOUTH = re.compile(r"团[省市县区州盟旗]委")
"""The youth league's committee has its level inside its name."""

_LISTED = ("、", "和", "与", "及")
_WITHOUT_LEAD = frozenset({"national-body", "leading-group", "firm", "party-committee", "firm-or-charity"})
_OF_SCHOOL = re.compile(
    r"(?:机关|附属|直属|第[一二三四五六七八九十\d]+|实验|子弟|职工){0,2}(?:幼儿园|小学|中学|学校|高中|初中|高级中学|初级中学)(?!的?(?:干部|教师|校长|工作))"
)
"""A school's own name goes on behind the body that founded it: 林业局第一中学, 县委机关幼儿园."""


def find_organizations(page: Page) -> None:
    """Write what the rules for organizations find, each with the region or the level right before it.

    In a list they share it: 县教育局、财政局 are two bodies of the county.
    """
    shared: dict[int, str] = {}
    for rule, match in rule_matches(page, EntityKind.ORGANIZATION):
        start, end = match.span("name")
        if "office" in match.groupdict() and match["office"]:
            end = match.end("office")
        if rule.grow:
            begin = left_edge(page, start).start
        elif rule.id in ("national-body", "leading-group", "firm", "party-committee"):
            begin = start
        else:
            begin = _with_region(page, start)
        named = begin < start or rule.id in _ALONE or _YOUTH.match(page.text, start)
        if _OF_MANY.search(page.text, max(0, start - 8), start) and not page.region_ends.get(start):
            continue
        before = shared.get(start - 1, "") if begin == start and page.text[start - 1 : start] in _LISTED else ""
        if not (named or before) or not page.free(begin, end):
            continue
        if _OF_SCHOOL.match(page.text, end):
            continue
        lead = before or page.text[begin:start]
        if lead and rule.id not in _WITHOUT_LEAD:
            shared[end] = lead
        name = before + page.text[begin:end]
        page.add(EntityKind.ORGANIZATION, begin, end, rule.id, name=name, confidence=rule.confidence)


def _with_region(page: Page, start: int) -> int:
    """The start of the region or the level that stands right before a body's name; `start` if none does."""
    regions = [s for s, _ in page.region_ends.get(start, ())]
    if regions:
        begin = min(regions)
        wider = [s for s, _ in page.region_ends.get(begin, ())]
        return min(wider) if wider else begin
    level = _LEVEL.search(page.text, max(0, start - 3), start)
    if not level:
        return start
    return level.start()

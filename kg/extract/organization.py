"""Organizations: bureaus, offices, committees, associations and firms that act in the text."""

from __future__ import annotations

import re

from kg.extract.apply import rule_matches
from kg.extract.edge import left_edge
from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_organizations"]

_LEVEL = re.compile(r"(?:师市|兵团|[省市县区州盟旗])$")
_ALONE = frozenset({"education-authority", "national-body", "leading-group", "firm"})
"""Rules whose matches name a body even without a region or level before them."""


def find_organizations(page: Page) -> None:
    """Write what the rules for organizations find, each with the region or the level right before it."""
    for rule, match in rule_matches(page, EntityKind.ORGANIZATION):
        start, end = match.span("name")
        if "office" in match.groupdict() and match["office"]:
            end = match.end("office")
        if rule.grow:
            begin = left_edge(page, start).start
        elif rule.id in ("national-body", "leading-group", "firm"):
            begin = start
        else:
            begin = _with_region(page, start)
        if (begin == start and rule.id not in _ALONE) or not page.free(begin, end):
            continue
        page.add(EntityKind.ORGANIZATION, begin, end, rule.id, confidence=rule.confidence)


def _with_region(page: Page, start: int) -> int:
    """The start of the region or the level that stands right before a body's name; `start` if none does."""
    regions = [s for s, _ in page.region_ends.get(start, ())]
    if regions:
        begin = min(regions)
        wider = [s for s, _ in page.region_ends.get(begin, ())]
        return min(wider) if wider else begin
    level = _LEVEL.search(page.text, max(0, start - 2), start)
    if not level:
        return start
    return level.start()

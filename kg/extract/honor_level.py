"""The level of the body that gives an honor."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.model.names import Level

__all__ = ["honor_level"]

_LEVEL_WORDS = (
    (Level.NATIONAL, re.compile(r"全国|国家|教育部|国务院|中国|中央|全军")),
    (Level.PROVINCE, re.compile(r"^.{0,6}?(?:省|自治区|兵团)|全省|全区(?=自治)")),
)


def honor_level(page: Page, name: str) -> Level | None:
    """The level that an honor's name tells, seen from the document's region: 市级 in a county's report is above it."""
    for level, pattern in _LEVEL_WORDS:
        if pattern.search(name):
            return level
    for start, _, place in page.knowledge.region_matcher().find(name):
        if start == 0:
            division = page.knowledge.regions.by_code(page.knowledge.region_codes()[place][0])
            return division.level if division else None
    info = page.document.info
    if re.match(r"市级?|全市", name):
        return Level.COUNTY if info.region_level is Level.COUNTY and info.region.endswith("市") else Level.PREFECTURE
    if re.match(r"[县区旗]级?|全[县区]", name):
        return Level.COUNTY
    if re.match(r"州级?|全州", name):
        return Level.PREFECTURE
    return Level.SCHOOL if re.match(r"校级", name) else None

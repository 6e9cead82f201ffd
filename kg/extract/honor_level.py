"""The level of the body that gives an honor."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.model.names import Level

__all__ = ["giver_level", "honor_level"]

_LEVEL_WORDS = (
    (Level.NATIONAL, re.compile(r"全国|国家|教育部|国务院|中国|中央|全军")),
    (Level.PROVINCE, re.compile(r"^.{0,6}?(?:省|自治区|兵团)|^首都|全省|全区(?=自治)")),
)
_DATE = re.compile(r"^“?(?:\d{4}(?:—\d{4})?(?:学年度?|年度?)?)?(?:首批|第[一二三四五六七八九十\d]+[批届])?")
"""When a title was given, which tells no level."""
_AUTONOMOUS = frozenset({"15", "45", "54", "64", "65"})
"""The first digits of the codes of the autonomous regions."""
_GIVER = re.compile(
    r"(?:(?P<nation>教育部|国务院|团中央|全国[妇少总]|人社部|国家)|(?P<province>自治区|兵团|省)|(?P<word>[市县区州旗]))"
    r"(?:(?=委|人民政府|政府|教育|教体|人社|妇联|总工会|文明办|团委|体育|科协|少工委|文旅)[^，。；“”被由]{0,20}?)?"
    r"(?:联合|正式|共同)*(?:授予|评为|命名|表彰|认定|评定)[^，。；]{0,24}$"
)


def giver_level(page: Page, start: int) -> Level | None:
    """The level of the body that the clause before an honor says gives it: 县委、县政府授予…; None if it tells none."""
    sentence = page.sentence_at(start)
    found = _GIVER.search(page.text, max(sentence.start if sentence else 0, start - 60), start)
    if found is None:
        return None
    if found["nation"]:
        return Level.NATIONAL
    return Level.PROVINCE if found["province"] else _own_level(page, found["word"])


def _own_level(page: Page, word: str) -> Level | None:
    """The level of 市, 县, 区, 州 or 旗 as a report of this region uses the word."""
    info = page.document.info
    if word == "区" and not info.region.endswith("区") and info.region_code[:2] in _AUTONOMOUS:
        # 全区 in a county's report of 广西 is the autonomous region.
        return Level.PROVINCE
    if word == "市":
        return Level.COUNTY if info.region_level is Level.COUNTY and info.region.endswith("市") else Level.PREFECTURE
    return Level.PREFECTURE if word == "州" else Level.COUNTY


def honor_level(page: Page, name: str) -> Level | None:
    """The level that an honor's name tells, seen from the document's region: 市级 in a county's report is above it."""
    name = _DATE.sub("", name)
    for level, pattern in _LEVEL_WORDS:
        if pattern.search(name):
            return level
    for start, _, place in page.knowledge.region_matcher().find(name):
        if start == 0:
            division = page.knowledge.regions.by_code(page.knowledge.region_codes()[place][0])
            return division.level if division else None
    if name.startswith(("地区级", "自治州")):
        return Level.PREFECTURE
    word = re.match(r"全?([市县区州旗])级?", name)
    if word:
        return _own_level(page, word[1])
    return Level.SCHOOL if re.match(r"校级", name) else None

"""What the page around a text tells where the text itself is silent: whose site it is, and when it was posted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kg.knowledge import Knowledge
from kg.model.document import Repair
from kg.segment.place import Place, fits_word

__all__ = ["date_of_page", "lines_around", "place_of_page"]

_SITE = re.compile(
    r"(?:市|县|区|州|旗)?(?:论坛|在线|网|信息|门户|新闻|教育|教体|政府|人民政府|热线|之窗|日报|融媒|发布|播报|头条|政务|电视台)"
)
"""What follows a place's name in the name of a site or of who runs it."""
_CLOCK = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})[ T]?\d{1,2}:\d\d")
"""A day with a time of day: no plan or report dates its work so, only a page does."""
_OF_SITE = frozenset({"above-title", "breadcrumb", "forum", "labels", "navigation", "rights"})
_POSTED = re.compile(
    r"(?:发表于|发布于|发布时间|发布日期|时间|日期)[：:\s]*((?:19|20)\d\d)[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?"
)


def lines_around(publisher: str, repairs: Iterable[Repair]) -> tuple[str, ...]:
    """The publisher and the lines dropped from the page that tell whose site it is; advertisements are none."""
    return (publisher, *(r.before for r in repairs if not r.after and len(r.before) > 3 and r.rule in _OF_SITE))


def place_of_page(lines: Sequence[str], word: str, knowledge: Knowledge) -> Place | None:
    """The region whose site the page is on, if it has the rank with which the text speaks of its own; else None.

    A text without a place that says 我县 and stands on 远安论坛 speaks for 远安县.
    """
    found: Counter[str] = Counter()
    for line in lines:
        for _, end, name in knowledge.region_matcher().find(line):
            for code in knowledge.region_codes()[name]:
                division = knowledge.regions.by_code(code)
                if division is None or division.until is not None or not fits_word(division, word):
                    continue
                if _SITE.match(line, end):
                    found[code] += 1
    best = found.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return Place(knowledge.regions.by_code(best[0][0]), "page", word)


def date_of_page(lines: Sequence[str]) -> str:
    """The day on which the page was posted, ISO; empty if no line tells.

    >>> date_of_page(["来源：三秦都市报 2020-01-05 01:23"])
    '2020-01-05'
    """
    for pattern, line in ((p, line) for p in (_POSTED, _CLOCK) for line in lines):
        match = pattern.search(line)
        if match:
            year, month, day = match.groups()
            return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return ""

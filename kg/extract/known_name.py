"""Known names in a text, also those that quotation marks part: “组团式”教育人才援藏."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kg.extract.page import Page
from kg.knowledge.lookout import Sighting
from kg.model.names import EntityKind

__all__ = ["known_names", "may_end_a_school"]

_BEFORE = re.compile(r"[^“”‘’，。；：！？\n]{0,14}$")
_QUOTED = re.compile(r"“(?P<inside>[^“”，。；\n]{1,16})”(?=(?P<after>[^“”‘’，。；：！？\n]{0,16}))")

_SCHOOL = re.compile("学校|[小中]学|[高初]中|幼儿园|职校")
_CHARACTER = re.compile("[\u4e00-\u9fff]")
_OTHER = {EntityKind.PROGRAM: EntityKind.PROJECT, EntityKind.PROJECT: EntityKind.PROGRAM}


def known_names(page: Page, kind: EntityKind) -> list[Sighting]:
    """Start, end and name of each known name of a kind from left to right, the longest at each place.

    A name that marks part is taken with both of them (“5+2”课后服务), unless what stands between them is a name of the
    same concept (“双减”政策) or opens it (“两基”督导检查), or the marks are the last of a row (“名校长”“名班主任”培养).
    """
    plain = page.seen.longest(kind)
    concepts = page.knowledge.concepts[kind]
    found: list[Sighting] = []
    starts = [sighting[0] for sighting in plain]
    for start, end, word in _parted(page, kind):
        inside = plain[bisect_left(starts, start) : bisect_left(starts, end)]
        if not any(
            e <= end and (concepts[w].key == concepts[word].key or _leading(page.text, start, s, e))
            for s, e, w in inside
        ) and (not found or found[-1][1] <= start):
            found.append((start, end, word))
    if found:
        # Neither list overlaps itself: of those that begin before a name ends, only the last one can reach into it.
        begun = [sighting[0] for sighting in found]
        before = [(m, bisect_left(begun, m[1])) for m in plain]
        rest = [m for m, number in before if not number or found[number - 1][1] <= m[0]]
        plain = sorted([*found, *rest])
    return _not_within(plain, page.seen.longest(_OTHER[kind]))


def may_end_a_school(text: str, start: int) -> bool:
    """Whether the first word of a name can be the last of a school's: 溪头中心 + 学校厕所改造.

    >>> may_end_a_school("完成溪头中心学校厕所改造", 6), may_end_a_school("完成，学校厕所改造", 3)
    (True, False)
    """
    return bool(_SCHOOL.match(text, start)) and bool(_CHARACTER.match(text, start - 1)) if start else False


def _not_within(names: Sequence[Sighting], others: Sequence[Sighting]) -> list[Sighting]:
    """The names that are no part of a longer one of another kind: 学校厕所改造 of 学校厕所改造工程."""
    starts = [start for start, _, _ in others]
    kept = []
    for start, end, word in names:
        index = bisect_right(starts, start) - 1
        first, last = others[index][:2] if index >= 0 else (start, start)
        if not (end <= last and last - first > end - start):
            kept.append((start, end, word))
    return kept


def _leading(text: str, first: int, start: int, end: int) -> bool:
    """Whether a span with its marks opens what begins at `first`: “两基”督导检查, not 家校社协同育人“教联体”."""
    return start - 1 == first and text[first] == "“" and text[end : end + 1] == "”"


def _parted(page: Page, kind: EntityKind) -> Iterator[Sighting]:
    """The names that appear when one pair of marks is left out, in their places with the marks."""
    matcher = page.knowledge.concept_matcher(kind)
    for quoted in _QUOTED.finditer(page.text):
        opening = quoted.start()
        before = _BEFORE.search(page.text[max(0, opening - 14) : opening])
        left = len(before[0]) if before else 0
        if page.text[max(0, opening - left - 1) : opening].endswith("”"):
            continue
        right = left + len(quoted["inside"])
        for start, end, word in matcher.find(page.text[opening - left : opening] + quoted["inside"] + quoted["after"]):
            # From before the marks or the opening one, to the closing one or behind the marks, and across one of them.
            if start <= left and end >= right and (start, end) != (left, right):
                begin = opening - left
                yield begin + start, begin + end + (2 if end >= right else 0), word

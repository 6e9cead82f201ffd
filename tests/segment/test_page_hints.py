"""A text that names no place is placed by the page on which it stands."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.model.document import Repair
from kg.segment.page_hints import date_of_page, lines_around, place_of_page


@pytest.mark.parametrize(
    ("lines", "word", "expected"),
    [
        (["远安论坛"], "县", "远安县"),
        (["首页>临安区人民政府>政务公开"], "区", "临安区"),
        (["来自 湖北省宜昌市 电信"], "县", None),
        (["远安论坛", "攸县在线"], "县", None),
        (["打印本页"], "县", None),
    ],
)
def test_the_site_tells_the_region_of_a_text_that_says_only_our_county(
    lines: list[str], word: str, expected: str | None, knowledge: Knowledge
) -> None:
    place = place_of_page(lines, word, knowledge)
    assert (place and place.division and place.division.name) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("发表于2009-9-6 16:12:02|只看该作者", "2009-09-06"), ("发布日期：2021年3月", "2021-03"), ("ICP14000855", "")],
)
def test_the_day_of_posting_is_read_from_the_page(line: str, expected: str) -> None:
    assert date_of_page([line]) == expected


def test_an_advertisement_on_the_page_places_no_text() -> None:
    dropped = (
        Repair("contact", 0, 10, "广告热线：远安县某某公司", "", 1.0),
        Repair("forum", 0, 4, "攸县论坛", "", 1.0),
    )
    assert lines_around("", dropped) == ("", "攸县论坛")

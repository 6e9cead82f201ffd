"""Which words of a quote are marked, and how characters are typed."""

from __future__ import annotations

import pytest

from kg.export.page.kinds import VALUE_WORDS
from kg.export.page.letters import readings, traditional
from kg.export.page.quotes import marks_in, places_of
from kg.graph.vocabulary import CHANGES, STAGES
from kg.model.graph import GraphEntity, StatementEvidence
from kg.model.names import EntityKind

SCHOOL, REGION, PROJECT = EntityKind.SCHOOL, EntityKind.REGION, EntityKind.PROJECT


def said(quote: str, start: int = 0) -> StatementEvidence:
    return StatementEvidence("doc/a", start, start + len(quote), quote, "rule", 0.9)


def thing(
    name: str, *aliases: str, kind: EntityKind = SCHOOL, mentions: tuple[StatementEvidence, ...] = ()
) -> GraphEntity:
    return GraphEntity(f"x/{name}", kind, name, aliases, "", None, "", {}, mentions)


def marked(quote: str, *named: GraphEntity) -> list[str]:
    """The marked pieces as a browser cuts them, which counts in UTF-16."""
    units, places = quote.encode("utf-16-le"), marks_in(said(quote), named, {})
    return [units[2 * a : 2 * b].decode("utf-16-le") for a, b in zip(places[::2], places[1::2], strict=True)]


@pytest.mark.parametrize(
    ("quote", "name", "pieces"),
    [
        ("向阳学校获得表彰", "向阳学校", ["向阳学校"]),
        ("向陽學校獲得表彰", "向阳学校", ["向陽學校"]),
        ("向陽學(xué)校獲得表彰", "向阳学校", ["向陽學(xué)校"]),
        ("獲“清廉學(xué)校”稱號", "市“清廉学校”", ["清廉學(xué)校"]),
        ("獲市“清廉學(xué)校”稱號", "市“清廉学校”", ["市“清廉學(xué)校"]),
        ("向阳\n学校获得表彰", "向阳学校", ["向阳\n学校"]),
        ("𠮷田学校和向阳学校", "向阳学校", ["向阳学校"]),
        ("𠮷田學校", "𠮷田学校", ["𠮷田學校"]),
        ("没有它", "向阳学校", []),
        ("", "向阳学校", []),
        ("校", "校", []),
    ],
)
def test_a_name_is_marked_as_it_is_written(quote: str, name: str, pieces: list[str]) -> None:
    assert marked(quote, thing(name)) == pieces


def test_the_longest_name_that_stands_there_is_marked() -> None:
    assert marked("中方小学幼儿园开园", thing("小学幼儿园", "中方小学幼儿园")) == ["中方小学幼儿园"]


def test_pieces_of_a_name_are_marked_where_they_are_most_of_it() -> None:
    project = thing("东风中学教学综合楼", kind=PROJECT)
    assert marked("新建东风中学、五里中学等校教学综合楼", project) == ["东风中学", "教学综合楼"]
    assert marked("新建五里中学教学楼", project) == []
    school = thing("东风中学")
    assert marked("东风中学教师", project, school) == ["东风中学"]
    assert marked("东风中学建成投用", thing("东风中学建设", kind=PROJECT), school) == ["东风中学"]


def test_half_the_name_of_a_region_is_another() -> None:
    assert marked("广西壮族地区", thing("广西壮族自治区", kind=REGION)) == []


def test_places_that_the_build_knows_are_marked_whatever_stands_there() -> None:
    school = thing("向阳学校", mentions=(StatementEvidence("doc/a", 102, 104, "该校", "r", 0.9),))
    assert marks_in(said("由该校承办", 101), (school,), places_of([school])) == [1, 3]


def test_marks_that_touch_are_one() -> None:
    assert marked("中方县中方小学", thing("中方县", kind=REGION), thing("中方小学")) == ["中方县中方小学"]


def test_the_usual_reading_stands_first() -> None:
    assert readings(["重慶長沙"]) == {"庆": "qing", "沙": "sha suo", "重": "zhong chong tong", "长": "zhang chang"}
    assert readings(["吕A1，"]) == {"吕": "lv"}


def test_a_traditional_character_leads_to_the_one_that_is_in_a_name() -> None:
    assert traditional("双学")["雙"] == "双" and traditional("双学")["學"] == "学" and "國" not in traditional("双学")


def test_every_stage_and_change_has_words() -> None:
    assert VALUE_WORDS["stage"].keys() == STAGES.keys()
    assert VALUE_WORDS["how"].keys() == CHANGES.keys()

"""Names of regions that stand for the region in a text, and not for a street, a person, a town or a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.knowledge import Knowledge
from kg.model.names import Level
from kg.text.standing import names_something_else, stands_alone
from kg.text.words import words_of

__all__ = ["StandingName", "standing_names"]

_OF_GOVERNMENT = re.compile(r"教育|教体|教委|县?委|政府|人民|域|境|，|。|、|位于|地处|辖|是|全")
_SCHOOL = re.compile(r"(?:初中|高中|中学|小学|学校|完小|幼儿园|中心)")
_TOWN_END = re.compile(r"[\u4e00-\u9fff]{1,2}?(?:镇|乡|街道)")


class StandingName(NamedTuple):
    """A name of a region that stands for the region."""

    start: int
    end: int
    text: str
    below: bool
    """Whether it goes on the path of the name before it."""


def standing_names(text: str, knowledge: Knowledge) -> Iterator[StandingName]:
    """Every name of a region that stands for the region."""
    last, last_end, named_end = "", -1, -1
    parted = words_of(text)
    for start, end, name in knowledge.region_matcher().find(text):
        divisions = map(knowledge.regions.by_code, knowledge.region_codes()[name])
        # 靖州县 is as good as 靖州苗族侗族自治县.
        full = any(d is not None and d.name == name for d in divisions) or (len(name) > 2 and name[-1] in "县州旗")
        if text[end : end + 1] == "长" and text[end : end + 2] != "长期":
            continue
        below = start == last_end and _may_hold(last, name, knowledge)
        behind, named_end = start == named_end, end
        if behind and not full and not below and _SCHOOL.match(text, end):
            # 枞阳横山初中: a school's own name behind its county's.
            continue
        if not full and not below and (names_something_else(text, end) or not stands_alone(parted, start, end)):
            continue
        if not full and (_in_person_name(text, start, end, knowledge) or _begins_town(text, start, end, knowledge)):
            continue
        # 新建县第一实验小学, 全会和县委: a county whose name begins like a verb or with 和 must be spoken of as one.
        if (
            full
            and len(name) <= 3
            and name[:-1] in knowledge.words("name_stop")
            and not _OF_GOVERNMENT.match(text, end)
        ):
            continue
        if full and name[0] in "和与及" and text[end : end + 1] in ("委", "政"):
            continue
        last, last_end = name, end
        yield StandingName(start, end, name, below)


def _begins_town(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether a short name only begins the name of a township: 西夏 in 西夏亭镇."""
    town = _TOWN_END.match(text, end)
    return town is not None and any(
        d.level is Level.TOWNSHIP for d in knowledge.regions.by_name(text[start : town.end()])
    )


def _may_hold(above: str, name: str, knowledge: Knowledge) -> bool:
    """Whether a place of the first name can hold one of the second."""
    codes = knowledge.region_codes()
    return any(knowledge.regions.contains(a, b) for a in codes.get(above, ()) for b in codes[name] if a != b)


def _in_person_name(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether a short name is the given name of a person in a list: 黄梅、徐修武、胡荣军."""
    surnames = knowledge.words("surname")
    if text[end : end + 1] not in ("、", "，", "等", "和"):
        return False
    if text[start - 1 : start] == "、" and text[start] in surnames and text[end + 1 : end + 2] in surnames:
        # 黄梅 between two others; 黄梅、罗田 would be two counties.
        return bool(re.match(r"、[\u4e00-\u9fff]{3}、", text[end : end + 5]))
    return text[start - 1 : start] in surnames and text[max(0, start - 2) : start - 1] in ("、", "长", "，")

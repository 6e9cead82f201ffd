"""The left edge of a name: how far the words before an ending belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.edge_region import AND, is_place, parted_place, region_ending, wider_region
from kg.extract.page import Page
from kg.extract.stops import stands_before
from kg.model.names import Level

__all__ = ["NameEdge", "left_edge"]

MOST = 22
"""A name reaches at most so many characters to the left of its ending."""
_LEVEL = frozenset("县市区州省旗")
_IN_VILLAGES = frozenset("则而且之其于以为也都有")
"""Function words that also stand in villages' names: 维则."""
_SCHOOL_ENDS = ("小学", "中学", "学校", "幼儿园", "初中", "高中", "完小", "中心校")
_LEANING = frozenset({"以南", "以北", "以东", "以西", "对南", "对北"})


@dataclass(frozen=True, slots=True)
class NameEdge:
    """Where a name begins, and the words of which it is made before its ending."""

    start: int
    parts: tuple[str, ...]
    region: str
    """The region's full name or the level (县, 市 …) with which it begins; empty if with neither."""


def left_edge(page: Page, end: int, *, most: int = MOST) -> NameEdge:
    """The left edge of the name whose ending begins at `end`.

    Walks to the left word by word and stops at punctuation, at a word of the stop list, at a verb that names no
    school, at a number with its measure, at a word of kind once something proper is taken, and behind the full name
    of a region that begins the name.
    """
    limit = page.hard_start(end, most)
    pieces = page.words.cut(limit, end)
    names = page.knowledge.words("name_verb")
    start = end
    taken: list[str] = []
    index = len(pieces)
    while index > 0:
        place = region_ending(page, start, limit)
        if place is not None:
            taken.insert(0, page.text[place:start])
            return NameEdge(wider_region(page, place, limit), tuple(taken), taken[0])
        if (
            taken
            and page.text[start - 2 : start] == "城区"
            and (place := region_ending(page, start - 2, limit)) is not None
        ):
            # 山阳县|城区|第三中学.
            taken[:0] = page.text[place : start - 2], "城区"
            return NameEdge(wider_region(page, place, limit), tuple(taken), taken[0])
        word = pieces[index - 1]
        if len(word) == 1 and word in _LEVEL and _level_begins(page, pieces, index, taken):
            return NameEdge(start - 1, (word, *taken), word)
        if len(word) > 1 and word[-1] in _LEVEL and word[:-1] in page.knowledge.words("name_stop"):
            # 和县, 新建县 in the dictionary; in a list it is 和 + 县….
            return NameEdge(start - 1, (word[-1], *taken), word[-1])
        if (
            len(word) == 2
            and word[1] in _LEVEL
            and index > 1
            and pieces[index - 2] + word[0] in page.knowledge.words("verb")
        ):
            # 入市 in the dictionary; behind 并 it is 并入 + 市第七中学.
            return NameEdge(start - 1, (word[1], *taken), word[1])
        if word == "县城" and taken and taken[0].startswith("关"):
            # 县城关一中: 县 + 城关.
            return NameEdge(start - 2, ("县", "城" + taken[0], *taken[1:]), "县")
        if word in ("来", "回", "往") and any(is_place(page, start, start + size) for size in (2, 3)):
            # 来|连平中学授课.
            break
        if word in _LEANING and index == 1:
            # 以南 in the dictionary; at a clause's start it is 以 + 南环小学.
            return NameEdge(start - 1, (word[1:], *taken), "")
        if word[0] in AND and (
            is_place(page, start - len(word) + 1, start)
            or (len(word) > 2 and index > 1 and pieces[index - 2].endswith(_SCHOOL_ENDS))
        ):
            # 和启东 in the dictionary; in a list it is 和 + 启东, and behind another school's name 和 + 河东.
            return NameEdge(start - len(word) + 1, (word[1:], *taken), "")
        if is_place(page, start - len(word), start):
            # 遵义, 下关: the dictionary has some places as verbs.
            size = 1
        elif len(word) == 1 and parted_place(page, pieces, index, start):
            # 将乐, 达州, 从化: it parts others, and their first character is a function word.
            size, word = 2, pieces[index - 2] + word
        elif word.isdigit() and pieces[index - 2 : index - 1] == ("第",):
            # 第3小学.
            size, word = 2, "第" + word
        elif index > 1 and len(word) == len(pieces[index - 2]) == 1 and pieces[index - 2] + word in names:
            # 至善学校: a word that names schools, of which the dictionary knows only the function word.
            size, word = 2, pieces[index - 2] + word
        elif stands_before(page, word, pieces, index, start, taken):
            begin = _village(page, word, start, limit)
            if begin is not None:
                # 长湖镇维则|青联希望小学: a village's name between town and school, with a function word in it.
                return NameEdge(wider_region(page, begin, limit), (page.text[begin:start], *taken), "")
            break
        else:
            size = 1
        start -= len(word)
        taken.insert(0, word)
        index -= size
    return _township(page, start, limit, taken) or NameEdge(start, tuple(taken), "")


def _village(page: Page, word: str, start: int, limit: int) -> int | None:
    """The start of the township that ends one or two characters before a single stopping character; else None."""
    if word not in _IN_VILLAGES:
        return None
    for back in (2, 3):
        begin = region_ending(page, start - back, limit)
        if begin is not None and page.text[start - back - 1] in "镇乡村":
            return begin
    return None


def _level_begins(page: Page, pieces: tuple[str, ...], index: int, taken: list[str]) -> bool:
    """Whether 县, 市 … here is the level before a name, and not the end of a place's name (莫市, 沙区) or of 区域."""
    if taken and taken[0][0] in "域内属级":
        return False
    if index == 1:
        return True
    before = pieces[index - 2]
    knowledge = page.knowledge
    if before in "均都也":
        # 均州中学: no adverb stands before a school.
        return False
    return before in knowledge.words("name_stop") or before in knowledge.words("verb") or len(before) >= 4


def _township(page: Page, start: int, limit: int, taken: list[str]) -> NameEdge | None:
    """The edge moved to the left over a known township whose first characters stopped the name: 对|青山镇小学."""
    body = "".join(taken)
    end = next((i + len(w) for w in ("街道", "镇", "乡") if (i := body.find(w)) > 0), 0)
    if not end:
        return None
    for more in (1, 2):
        if start - more < limit:
            return None
        name = page.text[max(0, start - more) : start] + body[:end]
        if any(d.level is Level.TOWNSHIP for d in page.knowledge.regions.by_name(name)):
            return NameEdge(start - more, (name, body[end:]) if body[end:] else (name,), name)
    return None

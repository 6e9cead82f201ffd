"""The left edge of a name: how far the words before an ending belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.page import Page
from kg.model.names import Level
from kg.text.words import words

__all__ = ["NameEdge", "left_edge"]

MOST = 22
"""A name reaches at most so many characters to the left of its ending."""
_LEVEL = frozenset("县市区州省旗")
_AND = ("和", "与", "及")
_LEANING = frozenset({"以南", "以北", "以东", "以西", "对南", "对北"})
_TOPONYM = re.compile(r"[路街道村镇乡湖山河桥湾城里庄巷园洲岛港江溪坪岭坝屯堡店大东西南北]")
_NUMBER = re.compile(r"\d+|[一二三四五六七八九十百千两几多数]+")
_MEASURE = frozenset("所个家名座处批项栋年月日届期次类级人校条")
_COUNTING = frozenset("余多达近约名位个家月日年次期批座占处项")
"""Single characters that stop a name only beside a number: 3名, but 名山小学."""
_INSIDE = frozenset("正建现原同人")
"""Single characters that stand inside a name if another unknown one is before them: 长建小学, 正人小学."""
_BATCH = re.compile(
    r"第?[一二三四五六七八九十百\d]+(?:届|轮|批|期|次|个|家|所|名|年|年间|年后)|首[届批轮]|以上|以下|以外"
)
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+")


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
    pieces = words(page.text[limit:end])
    start = end
    taken: list[str] = []
    index = len(pieces)
    while index > 0:
        place = _region_ending(page, start, limit)
        if place is not None:
            taken.insert(0, page.text[place:start])
            return NameEdge(_wider_region(page, place, limit), tuple(taken), taken[0])
        word = pieces[index - 1]
        if len(word) == 1 and word in _LEVEL and _level_begins(page, pieces, index, taken):
            return NameEdge(start - 1, (word, *taken), word)
        if len(word) > 1 and word[-1] in _LEVEL and word[:-1] in page.knowledge.words("name_stop"):
            # 和县, 新建县 in the dictionary; in a list it is 和 + 县….
            return NameEdge(start - 1, (word[-1], *taken), word[-1])
        if word in _LEANING and index == 1:
            # 以南 in the dictionary; at a clause's start it is 以 + 南环小学.
            return NameEdge(start - 1, (word[1:], *taken), "")
        if word[0] in _AND and _is_place(page, start - len(word) + 1, start):
            # 和启东 in the dictionary; in a list it is 和 + 启东.
            return NameEdge(start - len(word) + 1, (word[1:], *taken), "")
        if _is_place(page, start - len(word), start):
            # 遵义, 下关: the dictionary has some places as verbs.
            size = 1
        elif len(word) == 1 and _parted_place(page, pieces, index, start):
            # 将乐, 达州, 从化: it parts others, and their first character is a function word.
            size, word = 2, pieces[index - 2] + word
        elif _stands_before(page, word, pieces, index, start, taken):
            break
        else:
            size = 1
        start -= len(word)
        taken.insert(0, word)
        index -= size
    return _township(page, start, limit, taken) or NameEdge(start, tuple(taken), "")


def _is_place(page: Page, start: int, end: int) -> bool:
    """Whether a known region's name stands at exactly this span."""
    return end - start > 1 and any(s == start for s, _ in page.region_ends.get(end, ()))


def _parted_place(page: Page, pieces: tuple[str, ...], index: int, start: int) -> bool:
    """Whether the last two single characters are together a known place whose first one would stop the name."""
    first = pieces[index - 2] if index > 1 else ""
    stops = len(first) == 1 and first not in _AND and first in page.knowledge.words("name_stop")
    return stops and _is_place(page, start - 2, start)


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


def _level_begins(page: Page, pieces: tuple[str, ...], index: int, taken: list[str]) -> bool:
    """Whether 县, 市 … here is the level before a name, and not the end of a place's name (莫市, 沙区) or of 区域."""
    if taken and taken[0][0] in "域内属级":
        return False
    if index == 1:
        return True
    before = pieces[index - 2]
    knowledge = page.knowledge
    return before in knowledge.words("name_stop") or before in knowledge.words("verb") or len(before) >= 4


def _stands_before(page: Page, word: str, pieces: tuple[str, ...], index: int, start: int, taken: list[str]) -> bool:
    """Whether a word stands before the name and not in it."""
    knowledge = page.knowledge
    following = taken[0] if taken else ""
    names_place = len(following) == 1 and bool(_TOPONYM.match(following))
    kind = word in knowledge.words("school_type_word")
    if kind and (not taken or following == "一贯制" or following.startswith(("进修", "培训"))):
        # 教师进修学校, 九年一贯制学校: elsewhere 教师 and 九年 stand before a name.
        return word in knowledge.words("name_stop") and not taken
    if _BATCH.fullmatch(word) or (word[:1] == "第" and following[:1] in _MEASURE):
        return True
    if _NUMBER.fullmatch(word):
        # 八一中学: a day of the calendar that names a school.
        if taken or word.isdigit():
            return word.isdigit() or following[0] in _MEASURE
        # 钢五中学: a numeral behind something proper; 五中学 alone counts.
        return len(word) < 2 and (index < 2 or pieces[index - 2] in knowledge.words("name_stop"))
    if len(word) == 1 and word in _MEASURE | _COUNTING:
        before = pieces[index - 2] if index > 1 else page.text[max(0, start - 2) : start - 1]
        if _NUMBER.fullmatch(before) or (following and _NUMBER.fullmatch(following)):
            return True
        if word in _COUNTING:
            return False
    if len(word) == 1 and index > 1 and len(pieces[index - 2]) == 1 and taken:
        # 抓实: a verb of the genre that the dictionary does not know.
        pair = pieces[index - 2] + word
        if pair in knowledge.words("name_stop") or pair in knowledge.words("genre_verb"):
            return True
    if word in knowledge.words("name_stop"):
        if word in _INSIDE and index > 1 and len(pieces[index - 2]) == 1:
            before_stops = pieces[index - 2] in knowledge.words("name_stop")
            return before_stops or pieces[index - 2] in page.knowledge.words("verb")
        if len(word) >= 2:
            # 建设路小学, 和平小学: the place's name needs the word.
            return not (word in knowledge.words("name_verb") and (names_place or not taken))
        if not taken and word in "都也再又":
            # 名都小学: an adverb stands before a verb, never before 小学.
            return False
        if _short_core(page, pieces, index, taken):
            return False
        # 怀都, 大有: a single character between unknown single ones is part of a name, not a function word.
        stop = knowledge.words("name_stop")
        alone = word not in _AND and index >= 2 and len(pieces[index - 2]) == 1 and pieces[index - 2] not in stop
        return not (alone and (index == 2 or (not taken and (pieces[index - 3] in stop or len(pieces[index - 3]) > 1))))
    if len(word) >= 3 and (word[-2:] in knowledge.words("name_stop") or word[-2:] in knowledge.words("genre_verb")):
        # 全面实施, 积极探索: the dictionary joins adverb and verb.
        return True
    if word in knowledge.words("verb"):
        if names_place and len(taken) == 1:
            # 倒流河学校, 前进路小学: a verb that names a river or a road.
            return False
        if word in knowledge.words("name_verb"):
            if _region_ending(page, start - len(word), 0) is not None:
                # 德清县求是高级中学: no clause begins between a county and a school.
                return False
            return bool(taken) and not names_place and following in knowledge.words("school_type_word")
        return True
    if word in knowledge.words("school_generic"):
        proper = [t for t in taken if not _is_kind(page, t)]
        return bool(proper) and not names_place
    return False


def _short_core(page: Page, pieces: tuple[str, ...], index: int, taken: list[str]) -> bool:
    """Whether a name would be one character long without the word before it: 向荣小学 at a clause's start."""
    knowledge = page.knowledge
    if len(taken) != 1 or len(taken[0]) != 1 or taken[0] in "县市区州省旗镇乡村校园":
        return False
    if pieces[index - 1] not in "为以向立达及获":
        # 由, 对, 在, 将 … stand before a school far more often than in its name.
        return False
    before = pieces[index - 2] if index > 1 else ""
    return (
        not before or before in knowledge.words("verb") or (len(before) > 1 and before in knowledge.words("name_stop"))
    )


def _is_kind(page: Page, word: str) -> bool:
    """Whether a word only says what kind of school it is."""
    knowledge = page.knowledge
    return (
        word in knowledge.words("school_generic")
        or word in knowledge.words("school_type_word")
        or word in knowledge.words("school_lone_word")
        or bool(_ORDINAL.fullmatch(word))
    )


def _region_ending(page: Page, at: int, limit: int) -> int | None:
    """The start of the longest full region name that ends here and is not cut by the limit."""
    here = page.document.info.region_code
    starts = [
        s
        for s, code in page.region_ends.get(at, ())
        # 县域高中 are the county's; 新建县 was a county, but 新建县特校 is the county's new school.
        if s >= limit
        and page.text[at : at + 1] not in ("域", "属", "内")
        and page.is_full_name(s, at, code)
        and (page.text[s : at - 1] != "新建" or code == here)
    ]
    return min(starts) if starts else None


def _wider_region(page: Page, start: int, limit: int) -> int:
    """The start of a path of regions, 湖南省常德市…: while a region ends where the last one begins."""
    while True:
        wider = [s for s, code in page.region_ends.get(start, ()) if s >= limit and s < start]
        if not wider:
            return start
        start = min(wider)

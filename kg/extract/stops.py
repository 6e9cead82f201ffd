"""Which words stand before a name and not in it: measures, numbers, stop words, verbs, words of kind."""

from __future__ import annotations

import re

from kg.extract.edge_region import AND, region_ending
from kg.extract.page import Page

__all__ = ["stands_before"]


_TOPONYM = re.compile(r"[路街道村镇乡湖山河桥湾城里庄巷园洲岛港江溪坪岭坝屯堡店大东西南北]")
_STREET = re.compile(r"[东西南北中][路街]|大街|大道")
"""建设东路小学, 和平大街小学: a word that names a street."""
_NUMBER = re.compile(r"\d+|[一二三四五六七八九十百千两几多数]+")
_MEASURE = frozenset("所个家名座处批项栋年月日届期次类级人校条")
_COUNTING = frozenset("余多达近约名位个家月日年次期批座占处项")
"""Single characters that stop a name only beside a number: 3名, but 名山小学."""
_INSIDE = frozenset("正建现原同人")
"""Single characters that stand inside a name if another unknown one is before them: 长建小学, 正人小学."""
_BATCH = re.compile(
    r"第?[一二三四五六七八九十百\d]+(?:届|轮|批|期|次|个|家|所|名|年|年间|年后)|首[届批轮]|以上|以下|以外"
)
_ROLE = re.compile(
    r"(?:成员|核心|领航|领衔|领办|牵头|结对|帮扶|受援|支援|龙头|优质|薄弱|联盟|友好|兄弟|共建|合作|对口|基地|试点)校$"
)
"""What a school is to others, before its name."""
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+")


def stands_before(page: Page, word: str, pieces: tuple[str, ...], index: int, start: int, taken: list[str]) -> bool:
    """Whether a word stands before the name and not in it."""
    knowledge = page.knowledge
    following = taken[0] if taken else ""
    names_place = (len(following) == 1 and bool(_TOPONYM.match(following))) or bool(_STREET.match(following))
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
    if len(word) == 1 and index > 1 and len(pieces[index - 2]) == 1:
        # 抓实: a verb of the genre that the dictionary does not know.
        pair = pieces[index - 2] + word
        if pair in knowledge.words("name_stop") or pair in knowledge.words("genre_verb"):
            return True
    if word == "校" and _ROLE.search(page.text, max(0, start - 4), start):
        # 集团成员校|淮河中学: a member of a group before its name.
        return True
    if word == "经" and page.text.startswith("开区", start):
        # 经开区第一中学: the zone's short name begins with a preposition.
        return False
    if word in knowledge.words("name_stop"):
        if word in _INSIDE and index > 1 and len(pieces[index - 2]) == 1:
            before_stops = pieces[index - 2] in knowledge.words("name_stop")
            return before_stops or pieces[index - 2] in page.knowledge.words("verb")
        if len(word) >= 2:
            # 建设路小学, 和平小学: the place's name needs the word.
            return not (word in knowledge.words("name_verb") and (names_place or not taken))
        if word in "均都也再又" and (not taken or taken == ["州"]):
            # 名都小学: an adverb stands before a verb, never before 小学.
            return False
        if _short_core(page, pieces, index, taken):
            return False
        # 怀都, 大有: a single character between unknown single ones is part of a name, not a function word.
        stop = knowledge.words("name_stop")
        alone = word not in AND and index >= 2 and len(pieces[index - 2]) == 1 and pieces[index - 2] not in stop
        return not (alone and (index == 2 or (not taken and (pieces[index - 3] in stop or len(pieces[index - 3]) > 1))))
    if len(word) >= 3 and (word[-2:] in knowledge.words("name_stop") or word[-2:] in knowledge.words("genre_verb")):
        # 全面实施, 积极探索: the dictionary joins adverb and verb.
        return True
    if word in knowledge.words("verb"):
        if names_place and len(taken) == 1:
            # 倒流河学校, 前进路小学: a verb that names a river or a road.
            return False
        if word in knowledge.words("name_verb"):
            if region_ending(page, start - len(word), 0) is not None:
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

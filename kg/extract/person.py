"""Persons: a surname and a given name beside a title, behind a school, or in a list with one."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.page import Page
from kg.knowledge import Knowledge
from kg.knowledge.lexicon import alternation
from kg.model.names import EntityKind
from kg.text.words import words

__all__ = ["find_persons"]

_HAN = re.compile(r"[\u4e00-\u9fff]")
_FOREIGN = re.compile(
    r"[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,8}?(?=扎|被|获|荣|在|、|，|。|；|同|等|老|校|教|主|为|从|是|的|负)"
)
_AFTER_SCHOOL = re.compile(r"(?=、|，|。|；|等|老师|校长|同学|荣|获|被)")
_FOLLOWS = re.compile(
    r"[，。；、：（）”“\s]|$|和|与|等|同志|老师|校长|副校长|荣|获|被|在|为|主|的|任|分|出|所|参|代|说|提|率|带|扎|从|当|介|入|共|负|领|解|作|向|及|一行|先|也|对"
)
_COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
"""The surnames of most people: their names may be words of the dictionary too (刘洋), a rarer one's may not (能力)."""
_SPAN = 3


@lru_cache(maxsize=1)
def _title_pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternation(titles))


def find_persons(page: Page) -> None:
    """Write every person that the text names: 校长何学锋, 李泉老师, 教师刘洋、赵晓燕, 永宁中学陈莉."""
    titles = _title_pattern(page.knowledge.lexicons["person_title"])
    for match in _FOREIGN.finditer(page.text):
        if page.free(*match.span()):
            lead = re.match(rf".{{0,6}}?{titles.pattern}", match[0])
            page.add(EntityKind.PERSON, match.start() + (lead.end() if lead else 0), match.end(), "dotted-name")
    for match in titles.finditer(page.text):
        if match[0][-1:] == "志" or match.end() >= len(page.text):
            _before(page, match.start())
            continue
        end = _name_end(page, match.end())
        if end:
            page.add(EntityKind.PERSON, match.end(), end, "name-after-title", confidence=0.9)
            _further(page, end)
        else:
            _before(page, match.start())
    for school in page.of_kind(EntityKind.SCHOOL):
        end = _name_end(page, school.end)
        if end and _AFTER_SCHOOL.match(page.text, end) and page.text[school.end : end][0] in _COMMON:
            page.add(EntityKind.PERSON, school.end, end, "name-after-school", confidence=0.8)


def _further(page: Page, end: int) -> None:
    """Write the further names of a list that a title opens."""
    while page.text[end : end + 1] == "、":
        following = _name_end(page, end + 1, listed=True)
        if not following:
            return
        page.add(EntityKind.PERSON, end + 1, following, "name-in-list", confidence=0.85)
        end = following


def _before(page: Page, end: int) -> None:
    """Write the name that stands right before a title, and those before it in its list: 赖红梅、李检发等教师."""
    stop = end
    while stop > 0 and page.text[stop - 1 : stop] == "副":
        stop -= 1
    start = _name_start(page, stop)
    if start is not None:
        page.add(EntityKind.PERSON, start, stop, "name-before-title", confidence=0.8)


def _name_start(page: Page, end: int) -> int | None:
    """Where a name that ends here begins, if it stands at a mark, behind a school, or at a word's edge; else None."""
    schools = {m.end for m in page.mentions if m.kind is EntityKind.SCHOOL}
    for length in (3, 2, 4):
        start = end - length
        if start < 0 or not page.free(start, end) or not all(map(_HAN.match, page.text[start:end])):
            continue
        edge = (
            start == 0
            or not _HAN.match(page.text[start - 1])
            or start in schools
            or page.text[start - 1] in "由有如是和与"
        )
        if edge and _is_name(page.text[start:end], page.knowledge):
            return start
    return None


def _name_end(page: Page, start: int, *, listed: bool = False) -> int | None:
    """Where a name that begins here ends, by the words of the text; None if none begins here."""
    text, knowledge = page.text, page.knowledge
    window = text[start : start + 6]
    if not window or not _HAN.match(window[0]):
        return None
    at = start
    for piece in words(window):
        if at > start and (piece in knowledge.words("name_stop") or piece in knowledge.words("verb")):
            break
        if at + len(piece) - start > _SPAN + (1 if listed else 0) or not all(map(_HAN.match, piece)):
            break
        at += len(piece)
        name = text[start:at]
        if len(name) == _SPAN:
            break
    for end in sorted({at, start + 2, start + 3}, reverse=True):
        name = text[start:end]
        if (
            end <= at
            and 2 <= len(name) <= 4
            and page.free(start, end)
            and _FOLLOWS.match(text, end)
            and _is_name(name, knowledge, listed=listed)
        ):
            return end
    return None


def _is_name(name: str, knowledge: Knowledge, *, listed: bool = False) -> bool:
    """Whether it can be a person's name: a surname first, and no word of the dictionary."""
    surnames = knowledge.words("surname")
    if name[0] not in surnames and name[:2] not in surnames:
        return listed and len(name) >= 3 and len(words(name)) == len(name)
    if name in knowledge.words("person_not") or name[:2] in knowledge.words("person_not"):
        return False
    pieces = words(name)
    stop, verbs = knowledge.words("name_stop"), knowledge.words("verb")
    if any(len(p) > 1 and (p in stop or p in verbs) for p in pieces) or pieces[-1] in stop:
        return False
    return not (len(pieces) == 1 and (name[0] not in _COMMON or len(name) > 2)) and not (
        len(pieces[0]) == 2 and len(name) == 3 and name[0] not in _COMMON
    )

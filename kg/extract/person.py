"""Persons: a surname and a given name beside a title or in a list behind one."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.knowledge.lexicon import alternation
from kg.model.names import EntityKind
from kg.text.words import words

__all__ = ["find_persons"]

_LATER = re.compile(r"、(?P<name>[\u4e00-\u9fff]{2,4}?(?:·[\u4e00-\u9fff]{2,6})?)(?=、|，|。|；|和|等|分|获|荣|被|在|出|同|扎|为|$)")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,8}?(?=扎|被|获|荣|在|、|，|。|；|同|等|老|校|教|主|为|从|是|的)")
_ENDS = r"(?=[，。；、：（）”“\s]|和|与|等|同志|老师|校长|荣|获|被|在|为|主|的|任|分|出|所|参|代|说|提|一行|率|带|出席|扎|从|当|介|入|$)"


def find_persons(page: Page) -> None:
    """Write every person that the text names beside a title: 校长何学锋, 李泉老师, 教师刘洋、赵晓燕."""
    knowledge = page.knowledge
    surname = alternation(knowledge.lexicons["surname"])
    title = alternation(knowledge.lexicons["person_title"])
    name = rf"(?P<name>{surname}[\u4e00-\u9fff]{{1,2}}?)"
    after_title = re.compile(rf"{title}{name}{_ENDS}")
    before_title = re.compile(rf"(?<![\u4e00-\u9fff])(?:.{{0,1}}?){name}(?:老师|同志|同学|校长|副校长|园长|县长|区长|市长|局长|书记|主任)")
    for match in _FOREIGN.finditer(page.text):
        if page.free(*match.span()):
            start = _after_title(page, match.start(), match.end(), title)
            page.add(EntityKind.PERSON, start, match.end(), "dotted-name")
    for match in after_title.finditer(page.text):
        start, end = match.span("name")
        if page.free(start, end) and _is_name(page, match["name"]):
            page.add(EntityKind.PERSON, start, end, "name-after-title", confidence=0.9)
            _list_after(page, end)
    for match in before_title.finditer(page.text):
        start, end = match.span("name")
        if page.free(start, end) and _is_name(page, match["name"]) and len(match["name"]) >= 2:
            page.add(EntityKind.PERSON, start, end, "name-before-title", confidence=0.8)


def _after_title(page: Page, start: int, end: int, title: str) -> int:
    """The start of a dotted name without the title that runs into it."""
    match = re.match(rf".{{0,6}}?{title}", page.text[start:end])
    return start + match.end() if match else start


def _list_after(page: Page, end: int) -> None:
    """The further names of a list that a title opens."""
    while True:
        match = _LATER.match(page.text, end)
        if not match or not page.free(*match.span("name")) or not _is_name(page, match["name"], listed=True):
            return
        page.add(EntityKind.PERSON, *match.span("name"), "name-in-list", confidence=0.85)
        end = match.end("name")


def _is_name(page: Page, name: str, *, listed: bool = False) -> bool:
    """Whether it can be a person's name: a surname first and no word of the dictionary."""
    surnames = page.knowledge.words("surname")
    if "·" in name:
        return True
    if name[0] not in surnames and name[:2] not in surnames:
        return listed and len(name) >= 3 and all(len(w) == 1 for w in words(name))
    pieces = words(name)
    stop, verbs = page.knowledge.words("name_stop"), page.knowledge.words("verb")
    if name in stop or name in verbs or name in page.knowledge.words("person_not"):
        return False
    return not any(len(p) > 1 and (p in stop or p in verbs) for p in pieces)

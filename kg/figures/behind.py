"""The words behind a number: the noun that it counts, or the predicate that tells it."""

from __future__ import annotations

import re

from kg.figures.before import EDGE
from kg.figures.numbers import Number
from kg.knowledge import Knowledge

__all__ = ["ONLY_VERB", "head_behind", "words_behind"]

_EDGES = re.compile(rf"[{EDGE}、]")
_SHARED = ("共产党", "共青团", "共同", "共享", "共建", "约谈", "即将", "系列", "系统", "系部")
ONLY_VERB = ("", "完成", "实现", "做到", "确保")
_LIST_TAIL = re.compile(r"(?:、[^，。；：、（）\n\d]{2,12}){1,6}(?=[，。；）\n]|$)")
TITLE = 60
"""A title in 《》 behind a number has no more characters."""


def words_behind(text: str, number: Number, limit: int) -> tuple[str, bool]:
    """What stands between a number and the next mark or number, and whether it is a mark, but 、."""
    edge = _EDGES.search(text, number.end, limit + 1)
    if edge is None:
        return text[number.end : limit], False
    return text[number.end : edge.start()], edge[0] != "、"


def head_behind(text: str, number: Number, behind: str, left: str, knowledge: Knowledge) -> tuple[str, bool]:
    """The noun behind a number, with the rest of a title, a predicate or a list that the next 、 would cut off."""
    if behind.startswith("《"):
        close = text.find("》", number.end, number.end + TITLE)
        return (text[number.end : close + 1], True) if close > 0 else ("", False)
    if number.unit.kind == "share" and left in ONLY_VERB and (left or behind.startswith("的")):
        return behind, False
    if behind.startswith(("和", "与", "及", "以及", "并")) and not behind.startswith(("和谐", "与会", "及格")):
        return "", False
    if behind.startswith(("共", "约", "合计", "总计", "即", "系")) and not behind.startswith(_SHARED):
        return "", False
    head, fits = knowledge.nouns().counted(behind, number.unit)
    if head == behind and text[number.end + len(head) : number.end + len(head) + 1] == "、":
        end = _LIST_TAIL.match(text, number.end + len(head))
        if end is not None and (not fits or knowledge.nouns().ends(end[0], number.unit)):
            return head + end[0], fits
    return head, fits

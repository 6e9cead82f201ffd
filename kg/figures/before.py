"""The words before a number: its clause, what is counted in it, and what links it to the number."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.model.document import Sentence
from kg.model.figures import Change

__all__ = ["EDGE", "FILLER", "Before", "Room", "words_before"]

EDGE = "，。；：（）【】|\n！？!?—"
_JOINT = re.compile(r"^(?:[、\s]|和(?!谐)|与|及|以及|并(?!列)|或)+")
_SEASON = re.compile(r"(?:(?:春|秋)季(?:学期)?|上学期|下学期|第[一二三四]季度)+")
_VAGUE = re.compile(r"(?:约|近|超过|超|逾|突破|不少于|不低于|至少|将近|接近|大约|高达|多达|不到|不足)[达为有]?$")
_FROM = re.compile(r"(?:由|从)(?:去年|上年|原来|过去|(?:19|20)\d\d年(?:\d{1,2}月)?(?:底|末|初)?)?的?$")
_LABEL = re.compile(r"[一-龥（）()、及和]{2,16}$")
"""What stands before a colon and names the number behind it: 撤并中小学校：296所."""
FILLER = re.compile(r"全年(?=[一-龥])|(?<!为)了(?!解)")
_BRACKETED = re.compile(r"[一-龥]（[一-龥、/]{1,6}）$")
"""A clause goes on across 新（改、扩）建 and 校（园）长."""
_WORD = re.compile(r"[一-龥]")
_COMPARED = re.compile(r"[比较与同环]")
_LATE_YEAR = re.compile(r"(.*)(?:19|20)\d\d年(?:以来|来|起|底前?|末|初|前)?")
LONG = 40
"""What is counted has no more characters; of a longer list the last item is taken."""
TAIL = 16
"""Words of linking and change right before a number have no more characters together."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room around a number in which the words stand that belong to it."""

    sentence: Sentence
    floor: int
    """The end of the figure before, or the start of the sentence."""
    ceiling: int
    """The start of the next number, or the end of the sentence."""
    named: Collection[int]
    """Where names of schools and works end: 河东中学、河西小学2所 counts what is named, not what the name says."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the words before a number say."""

    clause: int
    begin: int
    """Where what is counted begins, behind words of scope and time."""
    stop: int
    """Where it ends, before the words that link it to the number."""
    what: str
    qualifiers: tuple[str, ...]
    change: Change | None
    level: bool
    linked: bool
    """Whether 达, 为, 共有 or the like stand between what is counted and the number."""
    vague: bool
    partial: bool
    was: bool
    """Whether 由, 从 or → say that it was so before."""
    tail: str
    """The last words right before the number."""


def words_before(text: str, stop: int, room: Room, knowledge: Knowledge) -> Before:
    """What stands before a number in its clause, without words of time, scope, comparison and linking."""
    patterns = knowledge.figures
    number = stop
    clause = _last_of_list(text, _clause_start(text, room.floor, stop), stop, knowledge)
    tail = text[max(clause, stop - TAIL) : stop]
    change, level, stop = _changed(text, clause, stop, patterns["change"])
    if text[stop - 1 : stop] == "）" and stop == number and "（" in text[clause:stop]:
        stop = text.rfind("（", clause, stop)
    stop = _strip_end(text, clause, stop, patterns["link"])
    if stop < number and change is None and not level:
        change, level, stop = _changed(text, clause, stop, patterns["change"])
        if change is not None or level:
            stop = _strip_end(text, clause, stop, patterns["link"])
    linked = text[stop:number] not in ("", "了")
    begin = _strip_lead(text, clause, stop, patterns["lead"])
    compared = list(patterns["compare"].finditer(text, begin, stop)) if _COMPARED.search(text, begin, stop) else []
    if compared and compared[-1].end() == stop:
        stop = _strip_end(text, begin, compared[-1].start(), patterns["link"])
    season = _SEASON.match(text, begin, stop)
    begin = season.end() if season else begin
    late = _LATE_YEAR.match(text, begin, stop)
    if late:
        after = _strip_lead(text, late.end(), stop, patterns["lead"])
        # 占比2021年底达到30%: where nothing stands behind the year, what is counted stands before it.
        begin, stop = (after, stop) if after < stop else (begin, late.end(1))
    what, each = FILLER.sub("", text[begin:stop]), ()
    if "每" in text[clause:number]:
        each = tuple(patterns["each"].findall(text[clause:number]))
        what = patterns["each"].sub("", what)
    if compared:
        what = patterns["compare"].sub("", what)
    qualifiers = (*((season[0],) if season else ()), *each)
    partial = "其中" in text[clause:begin]
    was = bool(_FROM.search(tail)) or text[room.ceiling - 1 : room.ceiling] == "→"
    vague = bool(_VAGUE.search(tail)) or "约" in text[clause:begin]
    what = _balanced(what).strip("、的 ")
    what = what if _WORD.search(what) else ""
    return Before(clause, begin, stop, what, qualifiers, change, level, linked, vague, partial, was, tail)


def _balanced(words: str) -> str:
    """Words without the end of a quotation that begins before them."""
    close, open_ = words.find("”"), words.find("“")
    if close >= 0 and (open_ < 0 or close < open_):
        return re.sub(r"^等[一-龥]{0,2}(?=开展|进行|活动)|^等", "", words[close + 1 :])
    return words


def _clause_start(text: str, floor: int, stop: int) -> int:
    """Where the clause of a number begins: behind the last mark but 、, and not before `floor`."""
    if text[stop - 1 : stop] == "、":
        return stop  # 6所学校提档升级、2所幼儿园改扩建: what stands before 、 belongs to the figure before.
    start, end = floor, stop
    while True:
        start = end
        while start > floor and text[start - 1] not in EDGE:
            start -= 1
        bracketed = _BRACKETED.search(text, floor, start) if text[start - 1 : start] == "）" else None
        if bracketed is None or text[start : start + 1] < "一":
            break
        end = bracketed.start() + 1
    joint = _JOINT.match(text[start:stop])
    start += joint.end() if joint else 0
    if start == stop and text[start - 1 : start] == "）":
        # 特级教师（特级校长）5名: the remark in parentheses stands between the words and their number.
        opening = text.rfind("（", floor, start)
        return _clause_start(text, floor, opening) if opening > floor else start
    if start == stop and text[start - 1 : start] == "：" and (label := _LABEL.search(text, floor, start - 1)):
        return label.start()
    return start


def _last_of_list(text: str, start: int, stop: int, knowledge: Knowledge) -> int:
    """The start of the last item of a list before a number, where the whole list is not what it counts.

    评选师德楷模、优秀教师90名 counts both; 健全制度、开展督查3次 counts only what the last verb tells.
    """
    last = text.rfind("、", start, stop) + 1
    if last == 0:
        return start
    begins = text[last : last + 2]
    if stop - start > LONG or any(c.isdigit() for c in text[start:last]):
        return last
    return last if begins in knowledge.words("verb") and begins != text[start : start + 2] else start


def _strip_end(text: str, start: int, stop: int, link: re.Pattern[str]) -> int:
    """The end of a span without the linking words at its end."""
    start = max(start, stop - TAIL)
    found = link.search(text[start:stop])
    return start + found.start() if found else stop


def _strip_lead(text: str, start: int, stop: int, lead: re.Pattern[str]) -> int:
    """The start of a span without the words of scope and time at its start."""
    found = lead.match(text, start, stop)
    return found.end() if found else start


def _changed(text: str, start: int, stop: int, change: re.Pattern[str]) -> tuple[Change | None, bool, int]:
    """Whether the words before a number say that it is a change, or a level reached by one, and where they begin."""
    start = max(start, stop - TAIL)
    found = change.search(text[start:stop])
    if not found:
        return None, False, stop
    if found["to"]:
        return None, True, start + found.start()
    return Change.INCREASE if found["up"] else Change.DECREASE, False, start + found.start()

"""What a number counts: the words before it in its clause, and the noun behind its measure word."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.figures.draft import Draft
from kg.figures.numbers import Number
from kg.knowledge import Knowledge
from kg.model.document import Sentence
from kg.model.figures import Change

__all__ = ["Room", "draft_figure", "shared"]

_EDGE = "，。；：（）【】|\n！？!?—"
_EDGES = re.compile(rf"[{_EDGE}、]")
_JOINT = re.compile(r"^(?:[、\s]|和(?!谐)|与|及|以及|并(?!列)|或)+")
_SEASON = re.compile(r"(?:(?:春|秋)季(?:学期)?|上学期|下学期|第[一二三四]季度)+")
_VAGUE = re.compile(r"(?:约|近|超过|超|逾|突破|不少于|不低于|至少|将近|接近|大约|高达|多达|不到|不足)[达为有]?$")
_FROM = re.compile(r"(?:由|从)(?:去年|上年|原来|过去|(?:19|20)\d\d年(?:\d{1,2}月)?(?:底|末|初)?)?的?$")
_LABEL = re.compile(r"[一-龥（）()、及和]{2,16}$")
"""What stands before a colon and names the number behind it: 撤并中小学校：296所."""
_LIST_ENDS = re.compile(r"(?:等|(?<![惠涉普])及|和|与|以及|等共|等共计|等全县|等全市|等全区|为代表的)$")
_FILLER = re.compile(r"全年(?=[一-龥])|(?<!为)了(?!解)")
_BRACKETED = re.compile(r"[一-龥]（[一-龥、/]{1,6}）$")
"""A clause goes on across 新（改、扩）建 and 校（园）长."""
_WORD = re.compile(r"[一-龥]")
_SHARED = ("共产党", "共青团", "共同", "共享", "共建", "约谈", "即将", "系列", "系统", "系部")
_COMPARED = re.compile(r"[比较与同环]")
_LATE_YEAR = re.compile(r".*(?:19|20)\d\d年(?:以来|来|起|底前?|末|初|前)?")
_ONLY_VERB = ("", "完成", "实现", "做到", "确保")
_PURPOSE = re.compile(
    r"(?:用于|用来|支持|完成|建成|启动|实施|新建|改建|扩建|改造|建设|购置|购买|配备|加强|改善|更新|维修|对|为|资助|奖励|表彰)"
    r"[^、]{2,}$"
)
_LIST_TAIL = re.compile(r"(?:、[^，。；：、（）\n\d]{2,12}){1,6}(?=[，。；）\n]|$)")
TITLE = 60
"""A title in 《》 behind a number has no more characters."""
COUNTING = ("person", "school", "item", "act")
"""Kinds of measure words that count things; the others measure them."""
LONG = 40
"""What is counted has no more characters; of a longer list the last item is taken."""
SHORT = 12
"""Words before a number that the noun behind it explains (选派10名指导员) have no more characters."""
AHEAD = 26
"""The noun behind a number ends within so many characters."""


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
    """Where names of schools and works end: 桐木中学、活水学校2所 counts what is named, not what the name says."""


@dataclass(frozen=True, slots=True)
class _Before:
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


def draft_figure(text: str, number: Number, room: Room, knowledge: Knowledge) -> Draft | None:
    """The figure of a number; None where it only enumerates (三个方面)."""
    behind, marked = _behind(text, number, min(room.ceiling, number.end + AHEAD))
    if number.unit.kind == "item" and knowledge.nouns().enumerates(behind):
        return None
    before = _before(text, number.start, room, knowledge)
    head, fits = _head(text, number, behind, before.what, knowledge)
    if (head and "之一" in behind) or (number.bounded and behind and behind[0] != "的" and not fits):
        return None
    if fits and behind[len(head) :].startswith(("以上", "以下")):
        return None
    left = before.what
    if _LIST_ENDS.search(left) or (head and (fits or before.linked) and before.stop in room.named):
        # 撤销双溪等4个教学点: the names stand for what is counted, the verb before them says what was done.
        left = _verb(left, knowledge) if head else ""
    draft = _draft(number, room, before, left, knowledge)
    if number.unit.kind == "money" and marked and (purpose := _PURPOSE.match(behind)):
        draft.qualifiers += (_FILLER.sub("", purpose[0]).rstrip("的"),)
        draft.end = number.end + purpose.end()
    if left and left not in _ONLY_VERB:
        if number.unit.kind == "share":
            # 推进县域10%… says no rate; 满意率100%, 完成80%, 占60% do.
            sure = draft.fits or before.linked or number.value == 100 or left.endswith("完成") or "占" in left
            return draft if sure else None
        if (draft.fits and (not fits or before.linked or number.unit.kind not in COUNTING)) or (
            before.linked and not fits
        ):
            return draft
    if head and (fits or len(left) <= SHORT) and not before.change:
        _count_behind(draft, left if len(left) <= SHORT else "", head, fits=fits)
    return draft


def _before(text: str, stop: int, room: Room, knowledge: Knowledge) -> _Before:
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
    begin = _strip_lead(text, late.end(), stop, patterns["lead"]) if late else begin
    what, each = _FILLER.sub("", text[begin:stop]), ()
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
    return _Before(clause, begin, stop, what, qualifiers, change, level, linked, vague, partial, was, tail)


def _draft(number: Number, room: Room, before: _Before, left: str, knowledge: Knowledge) -> Draft:
    """The draft of a number that counts what the words before it say."""
    return Draft(
        number=number,
        sentence=room.sentence,
        clause=before.clause,
        own=before.clause,
        begin=before.begin if left else number.start,
        end=number.end,
        what=left,
        qualifiers=before.qualifiers,
        change=before.change,
        level=before.level,
        sums_up=bool(knowledge.figures["total"].search(before.tail)),
        before=before.was,
        partial=before.partial,
        fits=bool(left) and knowledge.nouns().ends(left, number.unit),
        vague=before.vague,
        rule="counted-before",
        confidence=0.92,
    )


def _head(text: str, number: Number, behind: str, left: str, knowledge: Knowledge) -> tuple[str, bool]:
    """The noun behind a number, with the rest of a title, a predicate or a list that the next 、 would cut off."""
    if behind.startswith("《"):
        close = text.find("》", number.end, number.end + TITLE)
        return (text[number.end : close + 1], True) if close > 0 else ("", False)
    if number.unit.kind == "share" and left in _ONLY_VERB and (left or behind.startswith("的")):
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


def _verb(words: str, knowledge: Knowledge) -> str:
    """The verb with which words begin: 改扩建, 撤销; empty if they begin with none."""
    verbs = knowledge.words("verb", "figure_verb")
    return next((words[:size] for size in (3, 2) if words[:size] in verbs), "")


def _balanced(words: str) -> str:
    """Words without the end of a quotation that begins before them."""
    close, open_ = words.find("”"), words.find("“")
    if close >= 0 and (open_ < 0 or close < open_):
        return re.sub(r"^等[一-龥]{0,2}(?=开展|进行|活动)|^等", "", words[close + 1 :])
    return words


def _count_behind(draft: Draft, verb: str, head: str, *, fits: bool) -> None:
    """Lets a draft count the noun behind its number, with the verb before it: 选派10名党建指导员."""
    draft.what = verb + _FILLER.sub("", head).strip("的 ")
    draft.end = draft.number.end + len(head)
    draft.fits, draft.rule, draft.confidence = fits, "counted-behind", 0.9 if fits else 0.75
    if draft.qualifiers and not verb and not fits:
        draft.what = ""  # 按每班50人测算: a measure of each, and the words behind it are of something else.
    if not verb:
        draft.begin = draft.number.start


def _behind(text: str, number: Number, limit: int) -> tuple[str, bool]:
    """What stands between a number and the next mark or number, and whether it is a mark, but 、."""
    edge = _EDGES.search(text, number.end, limit + 1)
    if edge is None:
        return text[number.end : limit], False
    return text[number.end : edge.start()], edge[0] != "、"


def _clause_start(text: str, floor: int, stop: int) -> int:
    """Where the clause of a number begins: behind the last mark but 、, and not before `floor`."""
    if text[stop - 1 : stop] == "、":
        return stop  # 6所学校提档升级、2所幼儿园改扩建: what stands before 、 belongs to the figure before.
    start, end = floor, stop
    while True:
        start = end
        while start > floor and text[start - 1] not in _EDGE:
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


def shared(drafts: Sequence[Draft], index: int, text: str) -> Draft | None:
    """The next figure of a list whose noun stands behind all its numbers: 春季98名、秋季86名适龄学生."""
    here = drafts[index]
    if index + 1 < len(drafts):
        other = drafts[index + 1]
        joined = text[here.end : here.end + 1] in ("、", "和", "与")
        if joined and other.sentence is here.sentence and other.number.unit == here.number.unit:
            return other if other.rule == "counted-behind" else None
    return None

"""What a number counts: the words before it in its clause, and the noun behind its measure word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.figures.before import FILLER, Before, Room, words_before
from kg.figures.behind import ONLY_VERB, head_behind, words_behind
from kg.figures.draft import Draft
from kg.figures.numbers import Number
from kg.knowledge import Knowledge

__all__ = ["Room", "draft_figure", "shared"]

_LIST_ENDS = re.compile(r"(?:等|(?<![惠涉普])及|和|与|以及|等共|等共计|等全县|等全市|等全区|为代表的)$")
_PURPOSE = re.compile(
    r"(?:用于|用来|支持|完成|建成|启动|实施|新建|改建|扩建|改造|建设|购置|购买|配备|加强|改善|更新|维修|对|为|资助|奖励|表彰)"
    r"[^、]{2,}$"
)
COUNTING = ("person", "school", "item", "act")
"""Kinds of measure words that count things; the others measure them."""
SHORT = 12
"""Words before a number that the noun behind it explains (选派10名指导员) have no more characters."""
AHEAD = 26
"""The noun behind a number ends within so many characters."""


def draft_figure(text: str, number: Number, room: Room, knowledge: Knowledge) -> Draft | None:
    """The figure of a number; None where it only enumerates (三个方面)."""
    behind, marked = words_behind(text, number, min(room.ceiling, number.end + AHEAD))
    if number.unit.kind == "item" and knowledge.nouns().enumerates(behind):
        return None
    before = words_before(text, number.start, room, knowledge)
    head, fits = head_behind(text, number, behind, before.what, knowledge)
    if (head and "之一" in behind) or (number.bounded and behind and behind[0] != "的" and not fits):
        return None
    if fits and behind[len(head) :].startswith(("以上", "以下")):
        return None
    left = before.what
    if _LIST_ENDS.search(left) or (head and (fits or before.linked) and before.stop in room.named):
        # 撤销河口等4个教学点: the names stand for what is counted, the verb before them says what was done.
        left = _verb(left, knowledge) if head else ""
    draft = _draft(number, room, before, left, knowledge)
    if number.unit.kind == "money" and marked and (purpose := _PURPOSE.match(behind)):
        draft.qualifiers += (FILLER.sub("", purpose[0]).rstrip("的"),)
        draft.end = number.end + purpose.end()
    if left and left not in ONLY_VERB:
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


def _draft(number: Number, room: Room, before: Before, left: str, knowledge: Knowledge) -> Draft:
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


def _verb(words: str, knowledge: Knowledge) -> str:
    """The verb with which words begin: 改扩建, 撤销; empty if they begin with none."""
    verbs = knowledge.words("verb", "figure_verb")
    return next((words[:size] for size in (3, 2) if words[:size] in verbs), "")


def _count_behind(draft: Draft, verb: str, head: str, *, fits: bool) -> None:
    """Lets a draft count the noun behind its number, with the verb before it: 选派10名党建指导员."""
    draft.what = verb + FILLER.sub("", head).strip("的 ")
    draft.end = draft.number.end + len(head)
    draft.fits, draft.rule, draft.confidence = fits, "counted-behind", 0.9 if fits else 0.75
    if draft.qualifiers and not verb and not fits:
        draft.what = ""  # 按每班50人测算: a measure of each, and the words behind it are of something else.
    if not verb:
        draft.begin = draft.number.start


def shared(drafts: Sequence[Draft], index: int, text: str) -> Draft | None:
    """The next figure of a list whose noun stands behind all its numbers: 春季98名、秋季86名适龄学生."""
    here = drafts[index]
    if index + 1 < len(drafts):
        other = drafts[index + 1]
        joined = text[here.end : here.end + 1] in ("、", "和", "与")
        if joined and other.sentence is here.sentence and other.number.unit == here.number.unit:
            return other if other.rule == "counted-behind" else None
    return None

"""Year and status of figures: the year named before a number in its sentence, else what the sentence inherits."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.figures.draft import Draft
from kg.knowledge import Knowledge
from kg.model.document import DocumentInfo, SegmentedDocument, Sentence
from kg.model.names import Status
from kg.text.years import YearMark, year_marks

__all__ = ["Calendar"]

_OTHER = re.compile(r"(?:(?<!占)比|较|与|同|和|比上|相比|自|从|由)$")
"""Before a year: the year is compared with, or things only began in it."""
_SINCE = re.compile(r"(?:起|以来|开始|以前|前|之前)")
_NEXT_ITEM = re.compile(r"；(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]是)")
_LIST_MARK = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]是)[^，。]{0,20}?(?=20\d\d年|今年|明年)"
)
_OPENS = re.compile(r"(?:在|到|截[至止])?(?=(?:19|20)\d\d年(?!以来|起|前后|代)|今年(?!以来)|明年|去年)")


class Calendar:
    """The years of one document, looked up by place; each sentence is read once."""

    def __init__(self, document: SegmentedDocument, knowledge: Knowledge) -> None:
        self._document = document
        self._planned, self._ongoing = knowledge.figures["planned"], knowledge.figures["ongoing"]
        self._starts = [s.start for s in document.sentences]
        self._marks: dict[int, list[YearMark]] = {}
        self._opened: dict[int, int | None] = {}

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character; None between sentences."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._document.sentences[index].end:
            return None
        return self._document.sentences[index]

    def year_of(self, draft: Draft) -> int | None:
        """The year of a figure: the nearest before it in its sentence, else its paragraph's, else inherited."""
        text, sentence, base = self._document.text, draft.sentence, _base(self._document.info, draft.sentence)
        if draft.before:
            named = [mark for mark in self._years(sentence) if draft.clause <= mark.start < draft.number.start]
            return named[-1].year(base, None) if named else None
        best: int | None = None
        for mark in self._years(sentence):
            if mark.start >= draft.number.start:
                break
            if _OTHER.search(text, max(sentence.start, mark.start - 2), mark.start) or _SINCE.match(text, mark.end):
                continue
            if text[mark.start - 1] in "到至" and _NEXT_ITEM.search(text, mark.end, draft.number.start):
                continue
            best = mark.year(base, best) or best
        if best is None:
            best = self._paragraph(sentence, base)
        return best if best is not None else sentence.context.year

    def status_of(self, draft: Draft) -> Status | None:
        """How far along: a plan's figures are planned unless of a past year; else words of aim before the number."""
        context, year = draft.sentence.context, draft.year
        if context.status is Status.PLANNED:
            past = year is not None and context.year is not None and year < context.year
            return Status.COMPLETED if past or draft.before else Status.PLANNED
        words = self._document.text[draft.own : draft.end]
        if self._planned.search(words):
            return Status.PLANNED
        return Status.ONGOING if self._ongoing.search(words) else context.status

    def _years(self, sentence: Sentence) -> list[YearMark]:
        found = self._marks.get(sentence.start)
        if found is None:
            found = self._marks[sentence.start] = year_marks(self._document.text, sentence.start, sentence.end)
        return found

    def _paragraph(self, sentence: Sentence, base: int | None) -> int | None:
        """The year with which the nearest earlier sentence of the paragraph begins that begins with one."""
        if sentence.start not in self._opened:
            text = self._document.text
            line = text.rfind("\n", 0, sentence.start) + 1
            index = bisect_right(self._starts, sentence.start) - 2
            found: int | None = None
            while found is None and index >= 0 and self._starts[index] >= line:
                found = self._opening(self._document.sentences[index], base)
                index -= 1
            self._opened[sentence.start] = found
        return self._opened[sentence.start]

    def _opening(self, sentence: Sentence, base: int | None) -> int | None:
        text = self._document.text
        head = _LIST_MARK.match(text, sentence.start)
        begin = head.end() if head else sentence.start
        opens = _OPENS.match(text, begin)
        if opens is None:
            return None
        marks = year_marks(text, opens.end(), min(opens.end() + 6, sentence.end))
        return marks[0].year(base, None) if marks else None


def _base(info: DocumentInfo, sentence: Sentence) -> int | None:
    """The year that 今年 means here: the document's own."""
    if info.review_years:
        return info.review_years[-1]
    if info.date[:4].isdigit():
        return int(info.date[:4])
    return info.plan_years[0] if info.plan_years else sentence.context.year

"""One document's text with its mentions in order: clauses, groups and neighbours for the relation finders."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument, Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.text.years import YearMark

__all__ = ["Scene"]

_CLAUSE = re.compile(r"[，；：。！？\n]")
_LISTING = re.compile(
    r"(?:小学部|初中部|中学部|高中部|幼儿部|国际部)?(?:等)?(?:、|和|与|及|以及|暨|，)?(?:[两三四五六七八九十\d]+(?:所|个|家|校|园|镇|乡)(?:学校|小学|中学|中心小学|中心校)?)?"
)
_IS_TOLD = re.compile(
    r"(?:（[^）]{1,20}）)?，?(?:学校)?(?:是|始建于|创办于|创建于|创办|成立于|位于|坐落|地处|筹建于|前身|占地|现有|校园面积)"
)
_WHEN = re.compile(r"(?:[^，。\n]{0,14}，|近日|日前|今天|昨日|(?:20\d\d年)?\d{1,2}月\d{1,2}日)?")
_THE_SCHOOL = re.compile(r"(?<=[，。；：\n])(?:学校|我校|该校|我园|该园)(?!教育|建设|布局|安全|体育|管理)")
_PORTRAIT = re.compile(r"(?:学校|幼儿园)(?:简介|概况|荣誉|介绍)|校史|办学历程")
"""Words in the head of a text that portrays a school."""
_YEAR_OF = re.compile(r"\s*(?:20\d\d(?:—20\d\d)?(?:学年度?|年度?)|(?:过去|这|近)?一年来?|本学期|本学年)(?:以来|来)?，?")
_GOES_BY = re.compile(
    r"(?:全体教职工|全体师生|党总?支部?|党委)?(?:认真|继续|始终|紧紧|全面|深入|坚决)?(?:坚持|以[^，。]{2,40}为|在[^，。]{2,40}(?:领导|指导|支持|关心)下|围绕|贯彻|落实|秉承|立足)"
)
_REACH = 250
"""Characters of a clause that count on either side of a place: no clause but a list is as long, and a list of
thousands would be searched anew for each of its items."""
_FIRST = 80
_PAGE = 4000
"""A school's own page names it in its first characters and is not longer than so many."""


class Scene:
    """The text of a document and all its mentions, looked up by place."""

    def __init__(self, document: SegmentedDocument, mentions: Sequence[Mention], knowledge: Knowledge) -> None:
        self.document = document
        self.text = document.text
        self.mentions = mentions
        self.knowledge = knowledge
        self._sentence_starts = [s.start for s in document.sentences]
        self._starts = [m.start for m in mentions]
        self._marks = [match.start() for match in _CLAUSE.finditer(self.text)]
        self._of_kind: dict[EntityKind, list[int]] = {kind: [] for kind in EntityKind}
        for index, mention in enumerate(mentions):
            self._of_kind[mention.kind].append(index)
        self._starts_of_kind = {kind: [self._starts[i] for i in found] for kind, found in self._of_kind.items()}
        self.years: dict[tuple[int, int], list[YearMark]] = {}
        """The years named in a sentence up to some place, kept: all facts of a clause ask for them."""
        self._clauses: dict[tuple[int, int], tuple[int, int]] = {}
        """By a place and the start of a sentence, for the same reason."""
        self.opened: dict[int, tuple[int | None, bool] | None] = {}
        """By the start of a sentence, how its paragraph opened, kept for the same reason."""

    @cached_property
    def subject(self) -> int | None:
        """The school that the document is about: the only one that its title names, or that its first words tell of.

        None in a bureau's report.
        """
        named = self._of_title()
        named = self._of_opening() if named is None else named
        return self._of_all() if named is None else named

    def _of_all(self) -> int | None:
        """The only school that a short text without issuer names, if it speaks of 学校 or 我校 all along."""
        if self.document.info.issuer or len(self.text) > _PAGE:
            return None
        if len(_THE_SCHOOL.findall(self.text)) < 3 and not _PORTRAIT.search(self.text, 0, 2 * _FIRST):
            return None
        schools = [i for i, m in enumerate(self.mentions) if m.kind is EntityKind.SCHOOL]
        return schools[0] if len({self.mentions[i].name for i in schools}) == 1 else None

    def _of_opening(self) -> int | None:
        """The school with which a text without issuer begins, if it goes on with what that school is."""
        if self.document.info.issuer or len(self.text) > _PAGE:
            return None
        for index, mention in enumerate(self.mentions):
            if mention.kind is EntityKind.SCHOOL and self._is_a_line(mention):
                return index
            if mention.kind is EntityKind.SCHOOL and mention.start < _FIRST:
                told = (
                    _IS_TOLD.match(self.text, mention.end)
                    or self._is_called_the_school(mention)
                    or self._reviews_its_year(mention)
                )
                return index if told else None
        return None

    def _is_a_line(self, mention: Mention) -> bool:
        """Whether a line in the text's first words is a school's name and no more: the head of its page."""
        if mention.start > _FIRST // 2 or mention.end >= len(self.text):
            return False
        opens = mention.start == 0 or self.text[mention.start - 1] == "\n"
        return opens and self.text[mention.end] == "\n"

    def _reviews_its_year(self, mention: Mention) -> bool:
        """Whether a report begins with a year and what the school went by in it: 2023年，A小学坚持以…为指导."""
        line = self.text.rfind("\n", 0, mention.start) + 1
        return bool(_YEAR_OF.fullmatch(self.text, line, mention.start) and _GOES_BY.match(self.text, mention.end))

    def _is_called_the_school(self, mention: Mention) -> bool:
        """Whether a school with which the first sentence begins is what the text goes on to call 学校."""
        sentence = self.sentence_at(mention.start)
        if sentence is None or not _WHEN.fullmatch(self.text, sentence.start, mention.start):
            return False
        others = {
            m.name for m in self.mentions if m.kind is EntityKind.SCHOOL and m.start < sentence.end and m is not mention
        }
        return not others and len(_THE_SCHOOL.findall(self.text, sentence.start)) >= 2

    def _of_title(self) -> int | None:
        title = self.document.info.title
        named = {
            m.name: i
            for i, m in reversed(list(enumerate(self.mentions)))
            if m.kind is EntityKind.SCHOOL and m.name in title
        }
        longest = max(named, key=len, default="")
        return named[longest] if longest and all(name in longest for name in named) else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character; None between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index < 0 or offset >= self.document.sentences[index].end:
            return None
        return self.document.sentences[index]

    def clause_at(self, offset: int, sentence: Sentence) -> tuple[int, int]:
        """The span between the marks ，；：。 around a character, inside its sentence."""
        known = self._clauses.get((offset, sentence.start))
        if known is None:
            following = bisect_left(self._marks, offset)
            start = max(sentence.start, offset - _REACH, self._marks[following - 1] + 1 if following else 0)
            mark = self._marks[following] if following < len(self._marks) else sentence.end
            known = self._clauses[offset, sentence.start] = (
                start, max(offset, min(sentence.end, offset + _REACH, mark))
            )  # fmt: skip
        return known

    def within(self, start: int, end: int, *kinds: EntityKind) -> list[int]:
        """Indices of the mentions of some kinds that begin in a span and end in it, from left to right."""
        if len(kinds) == 1:
            indices, starts = self._of_kind[kinds[0]], self._starts_of_kind[kinds[0]]
            found = indices[bisect_left(starts, start) : bisect_left(starts, end)]
            return [i for i in found if self.mentions[i].end <= end]
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [i for i in range(low, high) if self.mentions[i].kind in kinds and self.mentions[i].end <= end]

    def of_kind(self, kind: EntityKind) -> Sequence[int]:
        """Indices of all mentions of a kind, from left to right."""
        return self._of_kind[kind]

    def first_from(self, start: int, kind: EntityKind) -> Mention | None:
        """The first mention of a kind that begins here or later; None if none does."""
        position = bisect_left(self._starts_of_kind[kind], start)
        indices = self._of_kind[kind]
        return self.mentions[indices[position]] if position < len(indices) else None

    @cached_property
    def home(self) -> int | None:
        """The index of the first mention of the document's own region; None if it is named nowhere."""
        code = self.document.info.region_code
        for index in self._of_kind[EntityKind.REGION]:
            attributes = self.mentions[index].attributes
            if attributes.get("own") == "yes" or (code and attributes.get("code") == code):
                return index
        return None

    def sentences_with(self, words: Iterable[str]) -> list[Sentence]:
        """The sentences that hold one of some words, in their order; quick where few do."""
        found: set[int] = set()
        for word in words:
            at = self.text.find(word)
            while at >= 0:
                found.add(bisect_right(self._sentence_starts, at) - 1)
                at = self.text.find(word, at + 1)
        return [self.document.sentences[index] for index in sorted(found) if index >= 0]

    def outermost(self, start: int, end: int, kind: EntityKind) -> list[int]:
        """The mentions of a kind in a span that stand in no longer one of that kind, from left to right."""
        kept: list[int] = []
        for index in self.within(start, end, kind):
            mention = self.mentions[index]
            if kept and mention.start < self.mentions[kept[-1]].end:
                if mention.end > self.mentions[kept[-1]].end:
                    kept[-1] = index
                continue
            kept.append(index)
        return kept

    def outer(self, indices: Sequence[int]) -> list[int]:
        """Without the regions that stand inside the name of another mention: 石门 in 石门一中, 常德市 in a title."""
        return [i for i in indices if i not in self._inner]

    @cached_property
    def _inner(self) -> frozenset[int]:
        """The regions that stand inside another mention."""
        found: set[int] = set()
        reach = 0
        wide = -1
        for index, mention in enumerate(self.mentions):
            if mention.kind is not EntityKind.REGION:
                if mention.end >= reach:
                    reach, wide = mention.end, mention.start
            elif mention.end <= reach and wide <= mention.start:
                found.add(index)
        # A region that begins where the longer name begins may come before it in order.
        starts = {m.start: m.end for m in self.mentions if m.kind is not EntityKind.REGION}
        found.update(
            i for i, m in enumerate(self.mentions) if m.kind is EntityKind.REGION and starts.get(m.start, -1) >= m.end
        )
        return frozenset(found)

    def groups(self, indices: Sequence[int]) -> list[list[int]]:
        """Mentions that stand in one list (、 和 及 between them) together, from left to right."""
        found: list[list[int]] = []
        for index in indices:
            if found:
                last, mention = self.mentions[found[-1][-1]], self.mentions[index]
                if mention.start < last.end or _LISTING.fullmatch(self.text, last.end, mention.start):
                    found[-1].append(index)
                    continue
            found.append([index])
        return found

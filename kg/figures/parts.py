"""Which figures are parts of which, and whether the parts add up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from kg.figures.draft import Draft
from kg.knowledge import Knowledge
from kg.model.figures import Identity, IdentityKind

__all__ = ["find_parts"]

_JOINED = re.compile(r"[，、；：）\s]*(?:和|及|以及|另有|还有)?$")
_REMARK = re.compile(r"（[^（）]{0,40}）")
"""A remark in parentheses without a figure: 普通高中1所（省级重点高中）."""
NEAR = Decimal("0.05")
"""Parts behind 其中 that miss the whole by no more than this share of it were meant to add up; others are a choice."""
SURE = 10
"""Figures without a word for parts are whole and parts only if the whole is at least this and the sum exact."""


class _Reader:
    """One pass over the figures of a document from left to right."""

    def __init__(self, text: str, drafts: Sequence[Draft], knowledge: Knowledge) -> None:
        self.text, self.drafts = text, drafts
        self.opener = knowledge.figures["parts"]
        self.identities: list[Identity] = []

    def read(self) -> None:
        index = 0
        while index < len(self.drafts):
            index = max(self.whole(index), index + 1)

    def whole(self, index: int) -> int:
        """Reads the figures behind one that may be its parts; gives the index of the first figure behind them."""
        if (
            self.drafts[index].number.unit.kind == "share"
            or self.drafts[index].change is not None
            or self.drafts[index].number.upper is not None
        ):
            return index + 1
        if index + 1 >= len(self.drafts) or not self.near(index, index + 1):
            return index + 1
        gap = self.gap(index, index + 1)
        if gap.lstrip().startswith("（") and "）" not in gap:
            return self.bracketed(index)
        if self.opener.match(gap):
            return self.opened(index, index + 1)
        return self.unopened(index)

    def bracketed(self, index: int) -> int:
        """Parts in parentheses: all figures up to the closing one."""
        close = self.text.find("）", self.drafts[index].end)
        last = index + 1
        while last < len(self.drafts) and self.drafts[last].number.start < close:
            last += 1
        inner = self.run(index + 1, last, like=index)
        partial = bool(re.match(r"[（\s]*(?:含|其中含|包括)", self.gap(index, index + 1)))
        self.settle(index, inner, claimed=not partial and len(inner) > 1)
        return last

    def opened(self, index: int, first: int) -> int:
        """Parts behind 其中, 包括, ：, as far as they stand in a row; they stop where they add up."""
        parts: list[int] = []
        at = first
        total = Decimal(0)
        while at < len(self.drafts) and self.alike(index, at) and (not parts or self.joined(at - 1, at)):
            if parts and total >= self.drafts[index].number.value and self.equal(index, parts):
                break
            if not self.comparable(index, at) or total + self.drafts[at].number.value > self.limit(index):
                break
            parts.append(at)
            total += self.drafts[at].number.value
            at = self.nested(at)
        if not self.close(index, parts):
            parts = self.before_semicolon(parts)
        self.settle(index, parts, claimed=False)
        return at if parts else index + 1

    def limit(self, index: int) -> Decimal:
        """What parts can come to at most, if the whole is right or nearly so."""
        return self.drafts[index].number.value * (1 + NEAR)

    def comparable(self, whole: int, part: int) -> bool:
        """Whether a general measure word (个, 项) counts the same things in both: 学位2.2万个 has no part 项目18个."""
        a, b = self.drafts[whole], self.drafts[part]
        return a.number.unit.kind != "item" or not (a.fits and b.fits) or a.what[-1:] == b.what[-1:]

    def close(self, index: int, parts: Sequence[int]) -> bool:
        """Whether the parts nearly add up: they were then meant to."""
        total = sum((self.drafts[p].number.value for p in parts), Decimal(0))
        return abs(total - self.drafts[index].number.value) <= self.drafts[index].number.value * NEAR

    def before_semicolon(self, parts: list[int]) -> list[int]:
        """Those of the parts that stand before the first ；: what comes after it speaks of other things."""
        for place, (left, right) in enumerate(pairwise(parts), 1):
            if "；" in self.text[self.drafts[left].end : self.drafts[right].begin]:
                return parts[:place]
        return parts

    def nested(self, index: int) -> int:
        """The figures that are parts of a part, in parentheses or behind 包括."""
        if index + 1 >= len(self.drafts) or not self.near(index, index + 1):
            return index + 1
        gap = self.gap(index, index + 1)
        if gap.startswith("（"):
            return self.bracketed(index)
        if self.opener.match(gap) and self.drafts[index].sentence is self.drafts[index + 1].sentence:
            return self.exactly(index)
        return index + 1

    def exactly(self, index: int) -> int:
        """Parts of a part without parentheses: those in a row that add up to it, else only the first."""
        parts: list[int] = []
        at = index + 1
        while at < len(self.drafts) and self.alike(index, at) and (not parts or self.joined(at - 1, at)):
            parts.append(at)
            at += 1
            if len(parts) > 1 and self.equal(index, parts):
                self.settle(index, parts, claimed=False)
                return at
        self.settle(index, parts[:1], claimed=False)
        return index + 1 + len(parts[:1])

    def unopened(self, index: int) -> int:
        """Parts that no word opens: only where they stand in a row behind the whole and add up exactly."""
        parts: list[int] = []
        at = index + 1
        if self.drafts[index].number.value < SURE:
            return index + 1
        while at < len(self.drafts) and self.alike(index, at) and self.joined(at - 1, at):
            parts.append(at)
            at += 1
            if len(parts) > 1 and self.equal(index, parts):
                self.settle(index, parts, claimed=False)
                return at
        return index + 1

    def summed(self) -> None:
        """Wholes behind their parts: 小学2所、初中3所，共计5所."""
        for index, draft in enumerate(self.drafts):
            if not draft.sums_up or draft.part_of is not None:
                continue
            parts: list[int] = []
            at = index - 1
            while at >= 0 and self.alike(index, at) and self.joined(at, parts[-1] if parts else index):
                if self.drafts[at].part_of is None:
                    parts.append(at)
                at -= 1
                if len(parts) > 1 and self.equal(index, parts):
                    break
            bare = draft.begin == draft.number.start
            if len(parts) > 1 and (bare or self.equal(index, parts)):
                self.settle(index, parts[::-1], claimed=bare)

    def run(self, first: int, last: int, *, like: int) -> list[int]:
        """The figures of a span that can be parts of `like`; those in inner parentheses are read as theirs."""
        found: list[int] = []
        at = first
        while at < last:
            if self.alike(like, at):
                found.append(at)
                gap = self.gap(at, at + 1) if at + 1 < last else ""
                if gap.startswith("（"):
                    at = self.bracketed(at)
                    continue
            at += 1
        return found

    def settle(self, index: int, parts: list[int], *, claimed: bool) -> None:
        """Marks the parts, and states the identity where they add up or were meant to."""
        for part in parts:
            self.drafts[part].part_of = index
        if len(parts) < 2:
            return
        total = sum((self.drafts[p].number.value for p in parts), Decimal(0))
        vague = any(self.drafts[i].approximate or self.each(i) for i in (index, *parts))
        holds = self.equal(index, parts)
        if holds or ((claimed or self.close(index, parts)) and not vague):
            self.identities.append(Identity(IdentityKind.SUM, (index, *parts), total, holds))

    def each(self, index: int) -> bool:
        """Whether a figure holds for each of several: 甲县、乙县各1个."""
        return "各" in self.text[self.drafts[index].begin : self.drafts[index].number.start]

    def equal(self, index: int, parts: Sequence[int]) -> bool:
        """Whether the parts add up, within what rounding of their last digits can hide."""
        values = [self.drafts[i].number.value for i in (index, *parts)]
        digits = [self.drafts[i].number.digit for i in (index, *parts)]
        exact = all(d == digits[0] and d >= 1 for d in digits)
        slack = Decimal(0) if exact else max(digits)
        return abs(sum(values[1:], Decimal(0)) - values[0]) <= slack

    def alike(self, left: int, right: int) -> bool:
        """Whether two figures count in the same measure."""
        a, b = self.drafts[left], self.drafts[right]
        return a.number.unit.name == b.number.unit.name and a.change is b.change and b.number.upper is None

    def near(self, left: int, right: int) -> bool:
        """Whether the second figure stands in the first one's sentence, or opens the next with 其中."""
        a, b = self.drafts[left], self.drafts[right]
        return a.sentence is b.sentence or self.text[a.sentence.end : b.begin].lstrip().startswith(("其中", "包括"))

    def joined(self, left: int, right: int) -> bool:
        """Whether nothing but marks stands between two figures' words."""
        between = _REMARK.sub("", self.text[self.drafts[left].end : self.drafts[right].clause])
        return _JOINED.match(between) is not None and "\n" not in between

    def gap(self, left: int, right: int) -> str:
        """The words between two figures that belong to neither."""
        return _REMARK.sub("", self.text[self.drafts[left].end : self.drafts[right].begin])


def find_parts(text: str, drafts: Sequence[Draft], knowledge: Knowledge) -> list[Identity]:
    """The sums that hold or fail; `part_of` of the drafts is set on the way."""
    reader = _Reader(text, drafts, knowledge)
    reader.read()
    reader.summed()
    return reader.identities

"""For which region a figure holds, or about which school it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.figures.draft import Draft
from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.facts import Mention
from kg.model.names import EntityKind, Level

__all__ = ["Places"]

_WIDER = re.compile(
    r"(?:(?<![一-龥])|(?<=[占居列达为的]))(全国|全省|全区|全州|全市|我国|我省|我市)(?=共|有|现|已|各|范围|平均|累计|普惠|学前|义务|高中|高考|\d)"
)
_LEVELS = {"国": Level.NATIONAL, "省": Level.PROVINCE, "州": Level.PREFECTURE, "市": Level.PREFECTURE}
_MARKS = "，。；：|\n"
_PLACES = (EntityKind.REGION, EntityKind.SCHOOL, EntityKind.PROJECT)
_LISTED_KINDS = (EntityKind.SCHOOL, EntityKind.PROJECT, EntityKind.PERSON)
_LISTED = re.compile(r"(?:等|、|和|与|及)")
_PAGE = 6000
"""The text about one school is not longer than so many characters."""


class Places:
    """The regions and schools of one document, looked up by place."""

    def __init__(self, document: SegmentedDocument, mentions: Sequence[Mention], knowledge: Knowledge) -> None:
        self._document, self._mentions, self._knowledge = document, mentions, knowledge
        order = sorted(range(len(mentions)), key=lambda i: (mentions[i].start, -mentions[i].end))
        self._named = [i for i in order if mentions[i].kind in _PLACES]
        self._starts = [mentions[i].start for i in self._named]
        self.name_ends = frozenset(m.end for m in mentions if m.kind in _LISTED_KINDS)
        """Where the names of schools, works and persons end."""
        self.home = self._home()
        self._subject = self._title_school()

    def settle(self, draft: Draft, before: Draft | None) -> None:
        """Region and school of a figure, from the words before it; strips their names from what is counted.

        What the figure `before` in the same clauses is about goes on until another subject is named.
        """
        text = self._document.text
        draft.region, draft.about = self.home, self._subject
        if (other := self._wider(draft)) is not None:
            draft.region, draft.about = (other if other >= 0 else None), None
            return
        start = max(draft.sentence.start, text.rfind("；", draft.sentence.start, draft.number.start) + 1)
        if before is not None and before.number.start >= start:
            draft.region, draft.about = before.region, before.about
            start = before.number.end
        for index in self._within(start, draft.number.start):
            mention = self._mentions[index]
            if mention.kind is EntityKind.PROJECT:
                continue
            if _LISTED.match(text, mention.end) and mention.end < draft.number.start:
                continue
            if mention.end >= draft.number.start:
                # 其中甲县18个: the name says of what kind, not what is counted.
                draft.fits = draft.fits and mention.start != draft.begin
                continue
            if not self._leads(mention, draft):
                continue
            if mention.kind is EntityKind.SCHOOL:
                draft.about = index
            elif self._above(mention):
                continue
            elif self._is_elsewhere(mention):
                draft.region, draft.about = None, None
            elif self._is_own(mention):
                draft.region, draft.about = self.home, self._subject
            else:
                draft.region, draft.about = index, None
            if mention.start == draft.begin:
                name = text[mention.start : mention.end]
                draft.fits = draft.fits and draft.what.strip() != name
                draft.what = _without(draft.what, name)
        if draft.about is not None:
            about = self._mentions[draft.about]
            draft.what = _without(draft.what, text[about.start : about.end])

    def names(self, start: int) -> bool:
        """Whether a character stands inside the name of a region or a school: 三台子镇, 第十二小学."""
        place = bisect_left(self._starts, start + 1) - 1
        return any(
            self._mentions[i].start <= start < self._mentions[i].end
            and self._mentions[i].kind is not EntityKind.PROJECT
            for i in self._named[max(0, place - 2) : place + 1]
        )

    def _leads(self, mention: Mention, draft: Draft) -> bool:
        """Whether a name stands where a subject does: at the start of its clause or of what is counted."""
        before = self._document.text[mention.start - 1 : mention.start]
        return mention.start in (draft.begin, draft.sentence.start) or (before != "" and before in _MARKS)

    def _is_own(self, mention: Mention) -> bool:
        """Whether a region is the document's: 我县, 全区, or its name."""
        code = mention.attributes.get("code")
        return mention.attributes.get("own") == "yes" or (bool(code) and code == self._document.info.region_code)

    def _above(self, mention: Mention) -> bool:
        """Whether a region holds the document's: it names who gives or governs, not where something is."""
        code, own = mention.attributes.get("code", ""), self._document.info.region_code
        return bool(code and own and code != own and self._knowledge.regions.contains(code, own))

    def _is_elsewhere(self, mention: Mention) -> bool:
        """Whether a region lies outside the document's: it gives, sends or compares, and the figure is not of it."""
        code, own = mention.attributes.get("code", ""), self._document.info.region_code
        return bool(code and own and code != own and not self._knowledge.regions.contains(own, code))

    def _wider(self, draft: Draft) -> int | None:
        """The region of 全省 or 全国 in a county's report, -1 if it is not named; None where nothing says so."""
        text, start = self._document.text, max(draft.sentence.start, draft.clause - 1)
        found = next(reversed(list(_WIDER.finditer(text, start, draft.number.start))), None)
        own = self._document.info.region_level
        if found is None or own is None:
            return None
        level = _LEVELS.get(found[1][1])
        if level is None or level >= own or (found[1][1] == "市" and own is Level.COUNTY and self._is_city()):
            return None
        for above in self._knowledge.regions.ancestors(self._document.info.region_code):
            if above.level is level:
                return next((i for i in self._named if self._mentions[i].attributes.get("code") == above.code), -1)
        return -1

    def _is_city(self) -> bool:
        return self._document.info.region.endswith("市")

    def _within(self, start: int, end: int) -> list[int]:
        """The names that begin in a span, but for those inside a longer one."""
        found: list[int] = []
        reach = start
        for place in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            mention = self._mentions[self._named[place]]
            if mention.end > reach:
                found.append(self._named[place])
                reach = mention.end
        return found

    def _home(self) -> int | None:
        """The first mention of the document's own region."""
        code = self._document.info.region_code
        for index, mention in enumerate(self._mentions):
            own = mention.attributes.get("own") == "yes" or (code and mention.attributes.get("code") == code)
            if mention.kind is EntityKind.REGION and own:
                return index
        return None

    def _title_school(self) -> int | None:
        """The one school that the title names, in a text that no authority issued."""
        if self._document.info.issuer or len(self._document.text) > _PAGE:
            return None
        title = self._document.info.title
        named: dict[str, int] = {}
        for index in self._named:
            mention = self._mentions[index]
            if mention.kind is EntityKind.SCHOOL and mention.name in title:
                named.setdefault(mention.name, index)
        longest = max(named, key=lambda name: (len(name), name), default="")
        return named[longest] if longest and all(name in longest for name in named) else None


def _without(what: str, name: str) -> str:
    """What is counted without the name of whom it is about.

    >>> _without("县一中的本科上线人数", "县一中")
    '本科上线人数'
    """
    rest = what.removeprefix(name).removeprefix("的").strip()
    return what if rest == "" or rest[0] in "级属直" else rest

"""One document's text with its mentions in order: clauses, groups and neighbours for the relation finders."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument, Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind

__all__ = ["Scene"]

_CLAUSE = re.compile(r"[，；：。！？\n]")
_LISTING = re.compile(
    r"(?:等)?(?:、|和|与|及|以及|；|暨|，)?(?:[两三四五六七八九十\d]+(?:所|个|家|校|园|镇|乡)(?:学校|小学|中学|中心小学|中心校)?)?"
)


class Scene:
    """The text of a document and all its mentions, looked up by place."""

    def __init__(self, document: SegmentedDocument, mentions: Sequence[Mention], knowledge: Knowledge) -> None:
        self.document = document
        self.text = document.text
        self.mentions = mentions
        self.knowledge = knowledge
        self._sentence_starts = [s.start for s in document.sentences]
        self._starts = [m.start for m in mentions]

    @property
    def subject(self) -> int | None:
        """The school that the document is about: the only one that its title names; None in a bureau's report."""
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
        start = sentence.start
        for match in _CLAUSE.finditer(self.text, sentence.start, offset):
            start = match.end()
        stop = _CLAUSE.search(self.text, offset, sentence.end)
        return start, stop.start() if stop else sentence.end

    def within(self, start: int, end: int, *kinds: EntityKind) -> list[int]:
        """Indices of the mentions of some kinds that begin in a span and end in it, from left to right."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [i for i in range(low, high) if self.mentions[i].kind in kinds and self.mentions[i].end <= end]

    def outer(self, indices: Sequence[int]) -> list[int]:
        """Without the regions that stand inside the name of another mention: 凤山 in 凤山一中."""
        spans = [
            (self.mentions[i].start, self.mentions[i].end)
            for i in indices
            if self.mentions[i].kind is not EntityKind.REGION
        ]
        return [
            i
            for i in indices
            if self.mentions[i].kind is not EntityKind.REGION
            or not any(a <= self.mentions[i].start and self.mentions[i].end <= b for a, b in spans)
        ]

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

"""The page on which the finders of one document write: its text, what is known, and what is already taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument, Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.text.words import words_of

__all__ = ["Page"]

_HARD = re.compile(
    r"[，。；：、！？“”‘’《》〈〉（）【】\s|—…/]|(?<=\d)[.．](?!\d)|(?<=[一二三四五六七八九十])是|(?<=）)建|(?<=\d日)[前后]"
)


class Page:
    """Text, sentences and the mentions found so far; a finder reads it and adds to it.

    This is the one value of the package that changes: finders run in a fixed order, and each must not write where
    an earlier one has written.
    """

    def __init__(self, document: SegmentedDocument, knowledge: Knowledge) -> None:
        self.document = document
        self.text = document.text
        self.words = words_of(document.text)
        self.seen = knowledge.lookout().seen(document.text)
        self.knowledge = knowledge
        self.mentions: list[Mention] = []
        self._taken = bytearray(len(self.text))
        self._parts: dict[tuple[EntityKind, int], list[int]] = {}
        """For each kind and stretch of 64 characters the mentions in it; to look at all takes hours in a long text."""
        self._ends: dict[EntityKind, set[int]] = {kind: set() for kind in EntityKind}
        self._starts = [s.start for s in document.sentences]
        self.region_ends: dict[int, list[tuple[int, str]]] = {}
        """End of each region's name in the text to its start and code, also inside other names."""

    def sentence_index(self, offset: int) -> int | None:
        """The index of the sentence that holds a character, or None between sentences."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.document.sentences[index].end else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character, or None between sentences."""
        index = self.sentence_index(offset)
        return None if index is None else self.document.sentences[index]

    def is_full_name(self, start: int, end: int, code: str) -> bool:
        """Whether a region stands at a span with its full name: 常德市, 务川自治县, not 常德 alone."""
        division = self.knowledge.regions.by_code(code)
        name = self.text[start:end]
        return len(name) >= 3 and (division is None or name != division.short or division.short == division.name)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing is written on any character of the span."""
        return self._taken.find(1, start, end) < 0

    def take(self, start: int, end: int) -> None:
        """Keep a span from later finders without naming anything there."""
        self._taken[start:end] = b"\x01" * (end - start)

    def add(
        self,
        kind: EntityKind,
        start: int,
        end: int,
        rule: str,
        *,
        name: str = "",
        confidence: float = 1.0,
        taking: bool = True,
        attributes: Mapping[str, str] | None = None,
    ) -> Mention:
        """Write a mention; its name is the surface unless another is given."""
        mention = Mention(kind, start, end, name or self.text[start:end], rule, confidence, attributes or {})
        self.mentions.append(mention)
        self._ends[kind].add(end)
        for part in range(start // 64, (end - 1) // 64 + 1):
            self._parts.setdefault((kind, part), []).append(len(self.mentions) - 1)
        if taking:
            self.take(start, end)
        return mention

    def named_before(self, at: int, *kinds: EntityKind) -> bool:
        """Whether a mention of one of the kinds ends right before a character."""
        return any(at in self._ends[kind] for kind in kinds)

    def touching(self, kind: EntityKind, start: int, end: int) -> list[Mention]:
        """The mentions of one kind that share a character with a span, in the order of their writing."""
        parts = range(max(start, 0) // 64, (end - 1) // 64 + 1)
        near = {index for part in parts for index in self._parts.get((kind, part), ())}
        found = (self.mentions[index] for index in sorted(near))
        return [m for m in found if m.start < end and start < m.end]

    def of_kind(self, kind: EntityKind) -> list[Mention]:
        """The mentions of one kind so far, from left to right."""
        return sorted((m for m in self.mentions if m.kind is kind), key=lambda m: (m.start, m.end))

    def hard_start(self, end: int, most: int) -> int:
        """How far left of `end` a name can reach: to the nearest punctuation or written span, at most `most`."""
        start = end
        least = max(0, end - most)
        while start > least and not self._taken[start - 1] and not _HARD.match(self.text, start - 1):
            start -= 1
        return start

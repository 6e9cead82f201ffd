"""Persons whom no rule finds: characters that look like a name, where names stand.

Each stretch that a surname opens is weighed by its characters and by the signs around it; the weights are learned from
the invented sentences of the tests, see `scripts/learn_person_names.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.page import Page
from kg.model.names import EntityKind
from kg.text.dictionary import word_counts

__all__ = ["Candidate", "candidates", "find_likely_persons"]

LEAST = 0.5
"""How likely a name must be. On 83 texts that no rule had seen, 0.35, 0.5 and 0.65 gave nearly the same scores."""
LOW = {2: 4.0, 3: -1.0}
"""Stretches of two and of three characters that look less like a name than this are not weighed: of 6,000 on annotated
texts the weights took none for a name."""
WEAKEST = -1.0
"""What looks less like a name than this does not count as its rival either."""
ALIKE = 4.5
"""Looks so much like a name that its neighbour in a list is taken for one too."""
COMMON = 50
"""How often the dictionary saw a word that is no given name."""
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_ENDS = (
    (EntityKind.SCHOOL, "school"),
    (EntityKind.REGION, "region"),
    (EntityKind.ORGANIZATION, "body"),
)
_MARKS = frozenset("，。；：（）”“！？")
_LINKS_BEFORE = frozenset("和与及由对给向是中")
_AND = frozenset("和与及")
_WITH_PERSON = frozenset("同老先女")
_WITH_VERB = frozenset("在的为被获荣说作从将任以把")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name, and the signs by which it is judged."""

    start: int
    end: int
    signs: tuple[str, ...]


def find_likely_persons(page: Page) -> None:
    """Write the stretches that are likely names and on which nothing is written, the likeliest first."""
    chance = page.knowledge.person_names.chance
    weighed = ((chance(c.signs), c) for c in candidates(page) if page.free(c.start, c.end))
    for likely, found in sorted(((p, c) for p, c in weighed if p >= LEAST), key=lambda x: (-x[0], x[1].start)):
        if page.free(found.start, found.end):
            page.add(EntityKind.PERSON, found.start, found.end, "likely-name", confidence=round(likely, 3))


def candidates(page: Page) -> Iterator[Candidate]:
    """Every stretch of two or three characters that a surname opens, outside the names of other things."""
    around = _Around(page)
    for start in around.starts:
        sentence = page.sentence_at(start)
        if sentence is None:
            continue
        for size, score in around.shapes[start].items():
            end = start + size
            if score < LOW[size] or end > sentence.end:
                continue
            before, after = around.before(start), around.after(end)
            # Amid running words the weights take nothing for a name: most stretches stand there.
            if (before, after) != ("han", "han") and not around.is_other(start, end):
                yield Candidate(start, end, around.signs(start, end, score, before, after))


class _Around:
    """What stands around the places of a page at which a name may begin."""

    def __init__(self, page: Page) -> None:
        self.page, self.text = page, page.text
        titles = page.seen.every("person_title")
        self.title_ends = {end for _, end, _ in titles}
        self.title_starts = {start for start, _, _ in titles}
        self.verbs = page.knowledge.words("verb", "win_verb", "award_verb")
        self.school_starts = {m.start for m in page.mentions if m.kind is EntityKind.SCHOOL}
        self.shapes = self._shapes()
        self.starts = sorted(self.shapes)
        self._edges: dict[tuple[int, int], frozenset[int]] = {}

    def _shapes(self) -> dict[int, dict[int, float]]:
        """Each place to the lengths that a name may have there, with how much it looks like one."""
        names, text = self.page.knowledge.person_names, self.text
        surnames = names.letters["first"]
        other = bytearray(len(text))
        for m in self.page.mentions:
            if m.kind is not EntityKind.PERSON:
                other[m.start : m.end] = b"\x01" * (m.end - m.start)
        shapes: dict[int, dict[int, float]] = {}
        for run in _HAN.finditer(text):
            for start in range(run.start(), run.end() - 1):
                if text[start] not in surnames or other[start]:
                    continue
                sizes = {
                    size: score
                    for size in (2, 3)
                    if start + size <= run.end() and other.find(1, start, start + size) < 0
                    if (score := names.score(text[start : start + size])) >= WEAKEST
                }
                if sizes:
                    shapes[start] = sizes
        return shapes

    def is_other(self, start: int, end: int) -> bool:
        """Whether a stretch is a word, a surname with an office (高校长), 和 with a word, or ends as places do."""
        name, words = self.text[start:end], self.page.knowledge.words
        if name[0] == "暨" or (name[0] in _AND and self._is_word(start + 1, end)):
            return True
        if self.text.startswith(self.page.knowledge.lexicons["person_not_follow"], end):
            return True
        return (
            name[-1] in words("person_not_ending") or name in words("person_not") or name[1:] in words("person_title")
        )

    def _is_word(self, start: int, end: int) -> bool:
        return end - start > 1 and word_counts().get(self.text[start:end], 0) >= COMMON

    def signs(self, start: int, end: int, score: float, before: str, after: str) -> tuple[str, ...]:
        """All that speaks for or against a name between two places."""
        size, looks = end - start, max(-1, min(6, int(score // 2)))
        edges = self._word_edges(start)
        word = next((n for n in range(1, 9) if start + n in edges), 0) if start in edges else 0
        inner = any(at in edges and at + 1 not in edges for at in range(start, end - 1))
        signs = [
            "any",
            f"size={size}",
            f"looks{size}={looks}",
            f"before={before}",
            f"after={after}",
            f"around={before}|{after}",
            f"before{size}={before}|{looks}",
            f"after{size}={after}|{looks}",
            f"edges={int(start in edges)}{int(end in edges)}",
            f"word{size}={word}",
            f"words={int(inner)}",
            f"words={int(inner)}|{before}",
        ]
        rival = self.shapes[start].get(5 - size)
        if rival is not None:
            signs.append(f"rival{size}={max(-3, min(3, int((score - rival) // 1.5)))}")
        if self._is_word(start + 1, end):
            # 高|年级
            signs.append("rest=word")
        if end - 1 in edges and end not in edges:
            signs.append("last=opens word")
        return tuple(signs)

    def _word_edges(self, start: int) -> frozenset[int]:
        """The edges of the words of the stretch without marks that holds a place, within its sentence."""
        sentence = self.page.sentence_at(start)
        span = self.page.words.run(start, sentence.start, sentence.end) if sentence is not None else (start, start)
        if span not in self._edges:
            at, edges = span[0], {span[0]}
            for word in self.page.words.cut(*span):
                at += len(word)
                edges.add(at)
            self._edges[span] = frozenset(edges)
        return self._edges[span]

    def _looks(self, start: int) -> bool:
        return max(self.shapes.get(start, {}).values(), default=WEAKEST) > ALIKE

    def before(self, start: int) -> str:
        """The kind of what stands right before a place."""
        if start in self.title_ends:
            return "title"
        for kind, word in _ENDS:
            if self.page.named_before(start, kind):
                return word
        char = self.text[start - 1] if start else "\n"
        if char == "、":
            named = self.page.named_before(start - 1, EntityKind.PERSON)
            return "list" if named or self._looks(start - 3) or self._looks(start - 4) else char
        return _class(char, _LINKS_BEFORE)

    def after(self, end: int) -> str:
        """The kind of what stands right behind a place."""
        if end in self.title_starts:
            return "title"
        if end in self.school_starts:
            return "school"
        char = self.text[end] if end < len(self.text) else "\n"
        if char == "、" or char in _AND:
            return "list" if self._looks(end + 1) else char
        if char not in _MARKS and any(self.text[end : end + size] in self.verbs for size in (2, 3, 4)):
            return "verb"
        if char in _WITH_PERSON:
            return "person word"
        return _class(char, _WITH_VERB | frozenset("等"))


def _class(char: str, told: frozenset[str]) -> str:
    """A mark or a telling character as it is, any other by its class."""
    if char == "\n":
        return "line"
    if char in " \u3000":
        return "blank"
    if char in _MARKS or char in told:
        return char
    if _HAN.match(char):
        return "han"
    return "digit" if char.isdigit() else "other"

"""A report that stands twice on its page is read once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.clean.step import Line, Mended, dropped, lines
from kg.model.aligned import AlignedText

__all__ = ["doubled_body"]

CONFIDENCE = 0.95
LONG = 20
"""Characters from which a line is a paragraph that does not come twice by chance."""
FEW = 3
"""Paragraphs that must come twice."""
SHARE = 0.6
"""Share of the shorter copy that must stand in the other one too."""
ALIKE = 0.7
"""Share of the shorter paragraph's 5-grams that the other one holds too. The two copies of one seed differ in a few
characters and in cut ends; paragraphs of different sections share below 0.2."""
EDGE = 8
"""Characters at the beginning or the end by which a paragraph is looked up: one of both is whole in every copy seen."""
SHORTEST_TITLE = 8
FRAME = 30
"""Characters of a line between the copies that may be the second copy's own heading."""
ROUNDS = 4
MOST = 20
"""Earlier paragraphs with the same beginning that one is compared with: rows of a table all begin alike."""
LONGEST_LINES = 3

_NOT_TEXT = re.compile(r"[^0-9A-Za-z㐀-䶿一-鿿]+")
_SIGNATURE = re.compile(r"(?:局|委员会|政府|办公室|学校|中学|小学|幼儿园)$|\d{4}年\d{1,2}月|二[〇○零]..年")


@dataclass(frozen=True)
class _Paragraph:
    """A line and what of it is compared."""

    number: int
    line: Line
    key: str

    @cached_property
    def grams(self) -> frozenset[str]:
        """Every five characters of the key that stand in a row; kept, for a row of a table is compared with many."""
        return frozenset(self.key[i : i + 5] for i in range(len(self.key) - 4))


def doubled_body(view: AlignedText) -> Mended:
    """The text with one copy of a body that stands in it more than once: the longer copy, and the first of equals.

    Lines that stand only in the other copy are kept. Titles that come again above the text go too.
    """
    repairs = []
    paragraphs = _paragraphs(view.text)
    for _ in range(ROUNDS):
        unwanted = _second_copy(paragraphs) or _run_together(paragraphs)
        if not unwanted:
            break
        view, made = dropped(view, [(p.line, "doubled-body") for p in unwanted], confidence=CONFIDENCE)
        repairs += made
        paragraphs = _paragraphs(view.text)
    titles = [(p.line, "repeated-title") for p in _repeated_title(paragraphs)]
    view, made = dropped(view, titles, confidence=CONFIDENCE)
    return view, repairs + made


def _paragraphs(text: str) -> list[_Paragraph]:
    """The lines of a text with what of them is compared."""
    return [_Paragraph(n, line, _NOT_TEXT.sub("", line.text)) for n, line in enumerate(lines(text))]


def _second_copy(paragraphs: Sequence[_Paragraph]) -> list[_Paragraph]:
    """The lines of the copy that is not kept; none if the text does not stand twice."""
    long = [p for p in paragraphs if len(p.key) >= LONG]
    pairs = _pairs(long)
    if len(pairs) < FEW:
        return []
    edge = _parting(pairs)
    pairs = [(a, b) for a, b in pairs if a.number < edge <= b.number]
    first = [p for p in long if pairs[0][0].number <= p.number <= max(a.number for a, _ in pairs)]
    second = [p for p in long if edge <= p.number <= pairs[-1][1].number]
    sizes = sum(len(p.key) for p in first), sum(len(p.key) for p in second)
    if len(pairs) < FEW or sum(min(len(a.key), len(b.key)) for a, b in pairs) < SHARE * min(sizes):
        return []
    keeps_second = sizes[1] > sizes[0]
    goes = first if keeps_second else second
    partners = {(a if keeps_second else b).number for a, b in pairs}
    known = {p.key for p in paragraphs if not goes[0].number <= p.number <= goes[-1].number}
    unwanted = [
        p
        for p in paragraphs[goes[0].number : goes[-1].number + 1]
        if p.number in partners or len(p.key) < LONG or any(p.key in key for key in known)
    ]
    between = paragraphs[first[-1].number + 1 : second[0].number]
    above = paragraphs[: first[0].number] if keeps_second else paragraphs[: first[-1].number + 1]
    ends = paragraphs[second[-1].number + 1 :]
    heads = _heads_above(above, between) if keeps_second else _heads_between(above, between, ends)
    tail = _same_end(between, ends) if keeps_second else _same_end(ends, between)
    return [*unwanted, *heads, *(p for p in tail if p not in heads)]


def _parting(pairs: Sequence[tuple[_Paragraph, _Paragraph]]) -> int:
    """The number of the paragraph before which the most pairs part, the first of equals: there a second copy begins."""
    firsts, seconds = sorted(a.number for a, _ in pairs), sorted(b.number for _, b in pairs)
    return max(seconds, key=lambda number: (bisect_left(firsts, number) - bisect_left(seconds, number), -number))


def _pairs(long: Sequence[_Paragraph]) -> list[tuple[_Paragraph, _Paragraph]]:
    """Each paragraph with an earlier one that is equal or nearly equal; every paragraph in one pair at most."""
    earlier: dict[str, list[_Paragraph]] = {}
    taken: set[int] = set()
    pairs: list[tuple[_Paragraph, _Paragraph]] = []
    for paragraph in long:
        edges = {paragraph.key[:EDGE], paragraph.key[-EDGE:]}
        known = [p for edge in sorted(edges) for p in earlier.get(edge, [])[-MOST:] if p.number not in taken]
        partner = next((p for p in known if _alike(p, paragraph)), None)
        if partner:
            taken.add(partner.number)
            pairs.append((partner, paragraph))
        else:
            for edge in edges:
                earlier.setdefault(edge, []).append(paragraph)
    return pairs


def _alike(one: _Paragraph, other: _Paragraph) -> bool:
    """Whether the shorter text stands in the longer one, but for a few changes."""
    short, longer = (one, other) if len(one.key) <= len(other.key) else (other, one)
    return longer.key.startswith(short.key) or len(short.grams & longer.grams) >= ALIKE * len(short.grams)


def _heads_above(above: Sequence[_Paragraph], between: Sequence[_Paragraph]) -> list[_Paragraph]:
    """Title and other heads of the first copy, which goes, if the second one has them too; and what the page says in
    short lines above the second copy, but for what ends the first."""
    keys = {p.key for p in between}
    heads = [p for p in above if p.key and p.key in keys]
    first = next((n for n, p in enumerate(between) if p.key in {head.key for head in heads}), len(between))
    for paragraph in reversed(between[:first]):
        text = paragraph.line.text
        if len(text) > FRAME or "。" in text or _SIGNATURE.search(text):
            break
        heads.append(paragraph)
    return heads


def _same_end(goes: Sequence[_Paragraph], stays: Sequence[_Paragraph]) -> list[_Paragraph]:
    """The short lines behind the copy that goes, as far as they end the other copy too."""
    keys = {p.key for p in stays}
    ends: list[_Paragraph] = []
    for paragraph in goes:
        if paragraph.key not in keys:
            break
        ends.append(paragraph)
    return ends


def _heads_between(
    above: Sequence[_Paragraph], between: Sequence[_Paragraph], ends: Sequence[_Paragraph]
) -> list[_Paragraph]:
    """Title and other heads of the second copy, which goes; what ends the first copy, as it may end both, stays."""
    known, last = {p.key for p in above}, {p.key for p in ends if p.key}
    heads: list[_Paragraph] = []
    for paragraph in reversed(between):
        long = len(paragraph.line.text) > FRAME
        if paragraph.key in last or (paragraph.key not in known and (long or _SIGNATURE.search(paragraph.line.text))):
            break
        heads.append(paragraph)
    return heads


def _run_together(paragraphs: Sequence[_Paragraph]) -> list[_Paragraph]:
    """A line that only runs together, or cuts short, what the other lines say."""
    long = [p for p in paragraphs if len(p.key) >= LONG]
    for whole in sorted(long, key=lambda p: -len(p.key))[:LONGEST_LINES]:
        if len(whole.key) < 10 * LONG:
            break
        parts = {p.key for p in long if p is not whole and len(p.key) < len(whole.key) and p.key in whole.key}
        if len(parts) >= FEW and sum(len(p) * whole.key.count(p) for p in parts) >= SHARE * len(whole.key):
            return [whole]
    return []


def _repeated_title(paragraphs: Sequence[_Paragraph]) -> list[_Paragraph]:
    """Lines above the running text that say the same as the line of the title, which comes first."""
    heads: dict[str, _Paragraph] = {}
    repeated: list[_Paragraph] = []
    for paragraph in paragraphs:
        if "。" in paragraph.line.text or len(paragraph.key) > 3 * LONG:
            break
        if paragraph.key in heads and len(paragraph.key) >= SHORTEST_TITLE:
            repeated.append(paragraph)
        heads.setdefault(paragraph.key, paragraph)
    return repeated

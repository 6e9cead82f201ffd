"""Characters that an inserted reading cut in two: 總?cè)藬?shù) is 總人數.

The page's program walked over the GBK bytes by twos and lost step. After 總 (BF 82) it took the pair 82 C8 for 側 and
wrote `(cè)` behind it, in the middle of 人 (C8 CB). The decoder then read C8 and the bracket as one broken character:
`?cè)`. So each `?reading)` stands for one lost byte, which with the byte before it makes a character of that reading,
and with the byte after it makes the character that was cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.clean.gbk import best, character, two_bytes
from kg.clean.inserted_pinyin import READING, reading_of
from kg.clean.step import Mended, repair
from kg.model.aligned import AlignedText, Edit
from kg.model.document import Repair

__all__ = ["split_characters"]

_CUT = re.compile(rf"(?<=[㐀-䶿一-鿿])[?？]{READING}[)）]")
_LOST = re.compile(rf"[?？]({READING})[)）]")
_TRAIL = re.compile(rf"([@-~])[(（]({READING})[)）]")
_CHINESE = re.compile("[一-鿿]")
_LONGEST = 12
"""Bytes in a run; the longest seen has 6."""
_MOST_LOST = 3
"""Lost bytes in a run; seen are up to 2. Each has up to 190 values, so that many more would take for ever."""
UNIQUE, LIKELY, GUESSED, MARKED = 0.99, 0.9, 0.6, 0.3
SURE = 0.8
"""Share of the word counts from which one of several solutions is taken."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A `?reading)`, or a `u(reading)` whose letter is the second byte of a character."""

    rule: str
    start: int
    end: int
    index: int
    """Of the byte that it stands for."""
    reading: str
    """Of the character that this byte makes with the one before it; empty if nothing was written behind it."""


@dataclass(slots=True)
class _Run:
    """A stretch of text from the first lost byte to where characters are whole again."""

    start: int
    end: int
    bytes: list[int | None]
    """From the two of the whole character before it on; None is lost."""
    cuts: list[_Cut] = field(default_factory=list)


def split_characters(view: AlignedText) -> Mended:
    """The text with every cut character whole again; a run with no or several solutions is only marked.

    >>> split_characters(AlignedText.plain("總?cè)藬?shù)36308人"))[0].text
    '總人數36308人'
    """
    edits: list[Edit] = []
    repairs: list[Repair] = []
    at = 0
    while found := _CUT.search(view.text, at):
        run = _run(view.text, found.start())
        solution, confidence = _solved(view.text, run) if run else ("", MARKED)
        if run and solution:
            edits.append(Edit(run.start, run.end, solution))
            for cut in run.cuts:
                whole = solution[cut.index // 2 - 1]
                repairs.append(repair(view, cut.rule, cut.start, cut.end, whole, confidence))
        else:
            repairs.append(repair(view, "split-character", *found.span(), found[0], MARKED))
        at = run.end if run else found.end()
    return view.edited(edits) if edits else view, repairs


def _run(text: str, start: int) -> _Run | None:
    """The bytes from the character before `start` to the next whole character; None if they never fall in step."""
    before = two_bytes(text[start - 1])
    if before is None:
        return None
    run = _Run(start, start, [*before])
    while len(run.bytes) < _LONGEST:
        index, piece = len(run.bytes), _LOST.match(text, run.end)
        if piece:
            run.bytes.append(None)
            run.cuts.append(_Cut("split-character", *piece.span(), index, piece[1]))
            run.end = piece.end()
        elif index % 2 == 0:
            return run if run.bytes.count(None) <= _MOST_LOST else None
        elif text[run.end : run.end + 1] in {"?", "？"}:
            run.bytes.append(None)
            run.cuts.append(_Cut("split-character", run.end, run.end + 1, index, ""))
            run.end += 1
        elif piece := _TRAIL.match(text, run.end):
            run.bytes.append(ord(piece[1]))
            run.cuts.append(_Cut("split-letter", *piece.span(), index, piece[2]))
            run.end = piece.end()
        else:
            both = two_bytes(text[run.end : run.end + 1])
            if both is None or not _CHINESE.match(text[run.end]):
                return None
            run.bytes.extend(both)
            run.end += 1
    return None


def _solved(text: str, run: _Run) -> tuple[str, float]:
    """The characters of the run and how sure they are; an empty text if it cannot be told."""
    readings = {cut.index: cut.reading for cut in run.cuts if cut.reading}
    solutions = sorted({"".join(_whole(found)) for found in _filled(run.bytes, 2, readings)})
    if len(solutions) == 1:
        return solutions[0], UNIQUE
    chosen, share = best(text[max(run.start - 4, 0) : run.start], solutions, text[run.end : run.end + 4])
    if share < SURE:
        return "", MARKED
    return chosen, LIKELY if len(readings) == len(run.cuts) else GUESSED


def _filled(known: list[int | None], index: int, readings: dict[int, str]) -> Iterator[list[int]]:
    """Every way to fill the lost bytes from `index` on, so that all characters exist and are read as they must be."""
    if index == len(known):
        yield [byte for byte in known if byte is not None]
        return
    given = known[index]
    # A lost byte with nothing behind it was none of ASCII: that would have stayed in the text.
    first = 0x40 if index in readings else 0x80
    for byte in range(first, 0xFF) if given is None else (given,):
        before = known[index - 1]
        made = character(before, byte) if before is not None else ""
        if index % 2 and not _CHINESE.match(made):
            continue
        if index in readings and not (_CHINESE.match(made) and reading_of(made, readings[index])):
            continue
        yield from _filled([*known[:index], byte, *known[index + 1 :]], index + 1, readings)


def _whole(known: list[int]) -> Iterator[str]:
    """The characters of the run, without the one before it."""
    for index in range(2, len(known), 2):
        yield character(known[index], known[index + 1])

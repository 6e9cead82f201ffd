"""Characters that an inserted reading cut in two: 總?cè)藬?shù) is 總人數.

The page's program looked for the two bytes of a character anywhere in the GBK text, not only where characters begin.
In 總人 (BF 82 C8 CB) it took 82 C8 for 側 and wrote `(cè)` behind it, in the middle of 人. The decoder then read C8 and
the bracket as one broken character: `?cè)`. So each `?reading)` stands for one lost byte, which with the byte before
it makes a character of that reading, and with the byte after it makes the character that was cut.

Behind a cut everything is read one byte late, 教?chù)煹? for 教師等, until a byte stands alone again: before a digit or
a line's end it is lost and shows as `?`, and where it is an ASCII letter it shows as that: 幼?biàn)簣@ for 幼兒園.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from kg.clean.gbk import character, fitness, two_bytes
from kg.clean.inserted_pinyin import READING, reading_of
from kg.clean.likely import are_usual, likeliest
from kg.clean.step import Mended, repair
from kg.model.aligned import AlignedText
from kg.model.document import Repair

__all__ = ["split_characters"]

_CUT = re.compile(rf"(?<=[㐀-䶿一-鿿])[?？\ufffd][(（]?{READING}[)）]")
_LOST = re.compile(rf"[?？\ufffd][(（]?({READING})[)）]")
_TRAIL = re.compile(rf"([@-~])(?:[(（]({READING})[)）])?")
_CHINESE = re.compile("[一-鿿]")
_TEXT = re.compile("[一-鿿，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％]")
"""What may stand in a stretch that is read one byte late."""
_LONGEST = 160
"""Bytes in a run: a sentence without any digit, ASCII mark or reading is shorter."""
_MOST_LOST = 6
"""Lost bytes in a run; seen are up to 2."""
_MOST_OPTIONS = 4000
"""Characters that one place is chosen from; of two lost bytes next to each other there would be twenty thousand."""
MOST_REPAIRS = 3000
"""Cut characters of a text that are solved, each in some milliseconds; a long report has a hundred, what has more is
no report."""
UNKNOWN = "\ufffd"
"""Stands for a character that cannot be told, inside a run whose others can."""
LONG = 2
"""Characters from which a run with an unknown one is worth the others."""
UNIQUE, LIKELY, GUESSED, MARKED = 0.99, 0.9, 0.6, 0.3
SURE = 0.8
"""Share of the word counts from which one of several solutions is taken."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text that stands for one or two bytes of the run."""

    start: int
    end: int
    index: int
    """Of its first byte."""
    rule: str = ""
    """How a lost byte or a letter that is the second byte of a character is called; empty for a whole character."""
    reading: str = ""
    """Of the character that this byte makes with the one before it; empty if nothing was written behind it."""


@dataclass(slots=True)
class _Run:
    """A stretch of text from the first lost byte to where characters are whole again."""

    start: int
    end: int
    bytes: list[int | None]
    """From the two of the whole character before it on; None is lost."""
    pieces: list[_Piece] = field(default_factory=list)

    def take(self, end: int, found: Sequence[int | None], rule: str = "", reading: str = "") -> None:
        """The next piece of the text, which ends at `end`, with its bytes."""
        self.pieces.append(_Piece(self.end, end, len(self.bytes), rule, reading))
        self.bytes.extend(found)
        self.end = end


def split_characters(view: AlignedText) -> Mended:
    """The text with every cut character whole again; a run with no or several solutions is only marked.

    >>> split_characters(AlignedText.plain("總?cè)藬?shù)36308人"))[0].text
    '總人數36308人'
    >>> split_characters(AlignedText.plain("公辦幼?biàn)簣@，優秀教?chù)熽?duì)伍"))[0].text
    '公辦幼兒園，優秀教師隊伍'
    """
    found = _CUT.search(view.text)
    if not found:
        return view, []
    texts: list[str] = []
    starts, ends = array("I"), array("I")
    repairs: list[Repair] = []
    at = 0
    while found:
        run = _run(view.text, found.start()) if len(repairs) < MOST_REPAIRS else None
        solution, confidence = _solved(view.text, run) if run else ("", MARKED)
        begin, end = (run.start, run.end) if run else found.span()
        texts.append(view.text[at:begin])
        starts.extend(view.starts[at:begin])
        ends.extend(view.ends[at:begin])
        if run and solution:
            texts.append(solution)
            for first, last in _places(run):
                starts.append(view.starts[first])
                ends.append(view.ends[last - 1])
            repairs.extend(
                repair(view, piece.rule, piece.start, piece.end, solution[piece.index // 2 - 1], confidence)
                for piece in run.pieces
                if piece.rule
            )
        else:
            texts.append(view.text[begin:end])
            starts.extend(view.starts[begin:end])
            ends.extend(view.ends[begin:end])
            repairs.append(repair(view, "split-character", *found.span(), found[0], MARKED))
        at = end
        found = _CUT.search(view.text, at)
    texts.append(view.text[at:])
    starts.extend(view.starts[at:])
    ends.extend(view.ends[at:])
    return AlignedText("".join(texts), starts, ends), repairs


def _run(text: str, start: int) -> _Run | None:
    """The bytes from the character before `start` to the next whole character; None if they never fall in step."""
    before = two_bytes(text[start - 1])
    if before is None:
        return None
    run = _Run(start, start, [*before])
    while len(run.bytes) < _LONGEST:
        late, piece = len(run.bytes) % 2 == 1, _LOST.match(text, run.end)
        if piece:
            run.take(piece.end(), [None], "split-character", piece[1])
        elif not late:
            return run if run.bytes.count(None) <= _MOST_LOST else None
        elif text[run.end : run.end + 1] in {"?", "？", "\ufffd"}:
            run.take(run.end + 1, [None], "split-character")
        elif piece := _TRAIL.match(text, run.end):
            run.take(piece.end(), [ord(piece[1])], "split-letter", piece[2] or "")
        else:
            both = two_bytes(text[run.end : run.end + 1])
            if both is None:
                return None
            run.take(run.end + 1, both)
    return None


def _solved(text: str, run: _Run) -> tuple[str, float]:
    """The characters of the run and how sure they are; an empty text if it cannot be told."""
    readings = {piece.index: piece.reading for piece in run.pieces if piece.reading}
    options = [list(_options(run.bytes, index, readings)) for index in range(2, len(run.bytes), 2)]
    if not all(options):
        return "", MARKED
    solution, confidence = text[max(run.start - 4, 0) : run.start], UNIQUE
    first = len(solution)
    for number, choice in enumerate(options):
        if len(choice) > 1:
            behind = "".join(known[0] for known in _until_open(options[number + 1 :]))
            behind += text[run.end : run.end + 4] if number + 1 + len(behind) == len(options) else ""
            chosen, share = likeliest(solution[-4:], tuple(choice), behind[:4])
            if share < SURE:
                chosen = UNKNOWN
            confidence = min(confidence, LIKELY)
        else:
            chosen = choice[0]
        solution += chosen
    if UNKNOWN in solution[first:]:
        if len(options) < LONG:
            return "", MARKED
        return solution[first:], GUESSED
    bare = [piece for piece in run.pieces if piece.rule and not piece.reading]
    # A question mark or a letter alone is weak evidence: then the whole must at least be words, or usual characters.
    words = fitness(solution[:first], solution[first:], text[run.end : run.end + 4])
    if bare and not words and not are_usual(solution[first:]):
        return "", MARKED
    return solution[first:], GUESSED if bare and confidence < UNIQUE else min(
        confidence, LIKELY
    ) if bare else confidence


def _until_open(options: Sequence[list[str]]) -> Iterator[list[str]]:
    """The places up to the next one where several characters are possible."""
    for choice in options:
        if len(choice) > 1:
            return
        yield choice


def _options(known: Sequence[int | None], index: int, readings: dict[int, str]) -> Iterator[str]:
    """The characters that the bytes at `index` and behind it can make, so that all readings are as they must be."""
    bytes_of = [_values(known, place, readings) for place in (index, index + 1)]
    if len(bytes_of[0]) * len(bytes_of[1]) > _MOST_OPTIONS:
        return
    for lead, trail in product(*bytes_of):
        made = character(lead, trail)
        if not _TEXT.match(made):
            continue
        if index + 1 in readings and not reading_of(made, readings[index + 1]):
            continue
        yield made


def _values(known: Sequence[int | None], index: int, readings: dict[int, str]) -> Sequence[int]:
    """What a byte can be: itself, or if it is lost, what the reading behind it allows with the byte before it."""
    given = known[index]
    if given is not None:
        if index % 2 == 0 and index in readings and not _read_with(known[index - 1], given, readings[index]):
            return ()
        return (given,)
    # A lost byte with nothing behind it was none of ASCII: that would have stayed in the text.
    values = range(0x40 if index in readings else 0x80, 0xFF)
    if index in readings and index % 2 == 0:
        return [byte for byte in values if _read_with(known[index - 1], byte, readings[index])]
    return values


def _read_with(lead: int | None, trail: int, reading: str) -> bool:
    """Whether the two bytes make a character of that reading; a lost first byte excludes nothing."""
    if lead is None:
        return True
    made = character(lead, trail)
    return bool(_CHINESE.match(made)) and reading_of(made, reading)


def _places(run: _Run) -> Iterator[tuple[int, int]]:
    """For each character of the solution, from where to where in the text its two bytes stand."""
    spans: list[tuple[int, int]] = []
    for number, piece in enumerate(run.pieces):
        behind = run.pieces[number + 1].index if number + 1 < len(run.pieces) else len(run.bytes)
        spans.extend([(piece.start, piece.end)] * (behind - piece.index))
    for first in range(0, len(spans), 2):
        yield spans[first][0], spans[first + 1][1]

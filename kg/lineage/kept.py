"""Clean texts packed: all documents of a build are compared, so their texts stay in memory until the last is read."""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from operator import sub

from kg.model.aligned import AlignedText
from kg.model.facts import Mention
from kg.model.lineage import KeptText
from kg.model.names import EntityKind

__all__ = ["Opened", "kept", "opened"]

NAMES = frozenset({EntityKind.REGION, EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.ORGANIZATION})
"""Of these kinds are the names that who copies a text puts in the place of others."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A clean text with its way back to the raw text, and the spans of names in it."""

    body: AlignedText
    names: tuple[tuple[int, int], ...]


def kept(body: AlignedText, mentions: Iterable[Mention] = ()) -> KeptText:
    """The text, its places and the names in it, packed: about a byte and a half a character.

    >>> opened(kept(AlignedText.plain("全县学校82所"))).body.span(2, 4)
    (2, 4)
    """
    spans = sorted({(m.start, m.end) for m in mentions if m.kind in NAMES})
    numbers = array("i", (len(body.text),))
    # From each start to the next is almost always one, as is each width: that packs to nothing.
    numbers.extend(map(sub, body.starts, chain((0,), body.starts)))
    numbers.extend(map(sub, body.ends, body.starts))
    numbers.extend(chain.from_iterable(spans))
    text = body.text.encode("utf-8", "surrogatepass")
    return KeptText(zlib.compress(text, 1), zlib.compress(_little(numbers).tobytes(), 1))


def opened(packed: KeptText) -> Opened:
    """What was kept."""
    numbers = array("i")
    numbers.frombytes(zlib.decompress(packed.places))
    numbers = _little(numbers)
    size = numbers[0]
    starts, ends, at = array("I"), array("I"), 0
    for step, width in zip(numbers[1 : size + 1], numbers[size + 1 : 2 * size + 1], strict=True):
        at += step
        starts.append(at)
        ends.append(at + width)
    spans = iter(numbers[2 * size + 1 :])
    text = zlib.decompress(packed.text).decode("utf-8", "surrogatepass")
    return Opened(AlignedText(text, starts, ends), tuple(zip(spans, spans, strict=True)))


def _little(numbers: array[int]) -> array[int]:
    """The same numbers as every machine writes them."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers

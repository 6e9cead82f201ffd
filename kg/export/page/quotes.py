"""Where in a quote the named things stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from kg.clean.inserted_pinyin import READING
from kg.model.graph import GraphEntity, StatementEvidence
from kg.model.names import EntityKind
from kg.text.simplify import has_traditional, simplify

__all__ = ["Marks", "Places", "marks_in", "places_of"]

Marks: TypeAlias = list[int]
"""Start and end of each piece in turn, in units of UTF-16 as browsers count: `[0, 4, 9, 11]`."""
Span: TypeAlias = tuple[int, int]
Places: TypeAlias = Mapping[tuple[str, str], Sequence[Span]]
"""Entity and document to the sorted spans where the document names it."""


LEAST_PIECE = 3
"""Characters of a piece of a name: two alone are any word."""
LEAST_SHARE = 0.6
"""So much of a name must stand in the quote for its pieces to be marked."""


def places_of(entities: Iterable[GraphEntity]) -> Places:
    """Where each document names each entity, as the build tells; empty for a graph that was read from a file."""
    found: dict[tuple[str, str], list[Span]] = {}
    for entity in entities:
        for mention in entity.mentions:
            found.setdefault((entity.key, mention.document), []).append((mention.start, mention.end))
    return {where: sorted(set(spans)) for where, spans in found.items()}


def marks_in(evidence: StatementEvidence, named: Sequence[GraphEntity], places: Places) -> Marks:
    """The pieces of the quote that name one of the entities; found by their names where no place is known.

    Pieces that touch or overlap are one.
    """
    spans: list[Span] = []
    unnamed = []
    for entity in named:
        known = places.get((entity.key, evidence.document), ())
        at = bisect_left(known, (evidence.start, 0))
        inside = [(s - evidence.start, e - evidence.start) for s, e in known[at : at + 20] if e <= evidence.end]
        found = inside or _by_name(evidence.quote, entity)
        spans += found
        if not found and entity.kind not in _WHOLE:
            unnamed.append(entity)
    for entity in unnamed:
        spans += [piece for piece in _by_pieces(evidence.quote, entity.name) if _adds(piece, spans)]
    return _units(evidence.quote, _joined(spans))


def _by_name(quote: str, entity: GraphEntity) -> list[Span]:
    """The first place of the longest of its names that stands there: as written, or read as the build reads reports."""
    names = sorted({entity.name, *entity.aliases}, key=lambda name: (-len(name), name))
    for name in names:
        at = quote.find(name) if len(name) > 1 else -1
        if at >= 0:
            return [(at, at + len(name))]
    text, places = _plain(quote)
    for name in names:
        wanted, _ = _plain(name)
        at = text.find(wanted) if len(wanted) > 1 else -1
        if at >= 0:
            return [(places[at], places[at + len(wanted) - 1] + 1)]
    return []


def _by_pieces(quote: str, name: str) -> list[Span]:
    """The pieces of a name in their order, if they are most of it: 阳埠中学 and 教学综合楼 of a list of works."""
    (wanted, _), (text, places) = _plain(name), _plain(quote)
    if len(set(wanted) & set(text)) < LEAST_SHARE * len(set(wanted)):
        return []
    blocks = SequenceMatcher(None, wanted, text, autojunk=False).get_matching_blocks()
    found = [block for block in blocks if block.size >= LEAST_PIECE]
    if sum(block.size for block in found) < LEAST_SHARE * len(wanted):
        return []
    return [(places[block.b], places[block.b + block.size - 1] + 1) for block in found]


def _adds(piece: Span, spans: Iterable[Span]) -> bool:
    """Whether it marks a word that is not marked: 建 behind the name of a school is none."""
    start, end = piece
    return all(end <= s or e <= start or max(s - start, end - e) >= LEAST_PIECE for s, e in spans)


_WHOLE = (EntityKind.REGION, EntityKind.PERSON)
"""Half a name of these is another's."""
_PINYIN = re.compile(f"(?<=[㐀-䶿一-鿿])[(（]{READING}[)）]")


@lru_cache(maxsize=1 << 12)
def _plain(text: str) -> tuple[str, tuple[int, ...]]:
    """Letters, digits and simplified characters without inserted pinyin, and the place of each.

    >>> _plain("縣實驗學(xué)校 獲“清廉”")
    ('县实验学校获清廉', (0, 1, 2, 3, 9, 11, 13, 14))
    """
    simple = simplify(text) if has_traditional(text) else text
    places = [n for n, char in enumerate(text) if char.isalnum()]
    for inserted in _PINYIN.finditer(text):
        places = [n for n in places if not inserted.start() <= n < inserted.end()]
    return "".join(simple[n] for n in places), tuple(places)


def _joined(spans: Iterable[Span]) -> list[int]:
    joined: list[int] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1]:
            joined[-1] = max(joined[-1], end)
        else:
            joined += [start, end]
    return joined


def _units(quote: str, places: list[int]) -> Marks:
    """The places as a browser counts: a character beyond the basic plane is two."""
    if quote.isascii() or max(quote, default="") < "\U00010000":
        return places
    at = [0, *places]
    counted, total = [], 0
    for start, end in pairwise(at):
        total += len(quote[start:end].encode("utf-16-le", "surrogatepass")) // 2
        counted.append(total)
    return counted

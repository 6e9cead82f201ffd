"""Where in a quote the named things stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from kg.model.graph import GraphEntity, StatementEvidence

__all__ = ["Marks", "Places", "marks_in", "places_of"]

Marks: TypeAlias = list[int]
"""Start and end of each piece in turn, in units of UTF-16 as browsers count: `[0, 4, 9, 11]`."""
Places: TypeAlias = Mapping[tuple[str, str], Sequence[tuple[int, int]]]
"""Entity and document to the sorted spans where the document names it."""


def places_of(entities: Iterable[GraphEntity]) -> Places:
    """Where each document names each entity, as the build tells; empty for a graph that was read from a file."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for entity in entities:
        for mention in entity.mentions:
            found.setdefault((entity.key, mention.document), []).append((mention.start, mention.end))
    return {where: sorted(set(spans)) for where, spans in found.items()}


def marks_in(evidence: StatementEvidence, named: Sequence[GraphEntity], places: Places) -> Marks:
    """The pieces of the quote that name one of the entities; found by their names where no place is known.

    Pieces that touch or overlap are one.
    """
    spans: list[tuple[int, int]] = []
    for entity in named:
        known = places.get((entity.key, evidence.document), ())
        at = bisect_left(known, (evidence.start, 0))
        inside = [(s - evidence.start, e - evidence.start) for s, e in known[at : at + 20] if e <= evidence.end]
        spans += inside or _by_name(evidence.quote, entity)
    return _units(evidence.quote, _joined(spans))


def _by_name(quote: str, entity: GraphEntity) -> list[tuple[int, int]]:
    """The first place of the longest of its names that stands there."""
    for name in sorted({entity.name, *entity.aliases}, key=lambda name: (-len(name), name)):
        at = quote.find(name) if len(name) > 1 else -1
        if at >= 0:
            return [(at, at + len(name))]
    return []


def _joined(spans: Iterable[tuple[int, int]]) -> list[int]:
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

"""Texts that reports share, read back from RDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode

from kg.errors import GraphError
from kg.graph.reading.statements import quotation_told
from kg.graph.reading.told import Told
from kg.graph.vocabulary import ek, term
from kg.model.evidence import StatementEvidence
from kg.model.lineage import SHARED_TEXT, Direction, SharedKind, SharedText

__all__ = ["shared_told"]


def shared_told(told: Told, keys: Mapping[str, str]) -> Iterator[SharedText]:
    """All shared texts, sorted by key; raises `GraphError` for one that is not whole."""
    for iri, key in sorted(keys.items(), key=lambda item: item[1]):
        if ek("SharedText") in told.nodes(iri, term("rdf:type")):
            yield _shared(told, iri, key, keys)


def _shared(told: Told, iri: str, key: str, keys: Mapping[str, str]) -> SharedText:
    similarity = float(told.word(iri, ek("similarity")) or 0)
    earlier, later = told.node(iri, ek("earlierPassage")), told.node(iri, ek("laterPassage"))
    direction, kind = told.word(iri, ek("directionBy")) or Direction.UNKNOWN, told.word(iri, ek("sharedKind"))
    places = told.nodes(iri, ek("sharedPassage"))
    if kind not in set(SharedKind) or direction not in set(Direction) or len(places) != 2:
        raise GraphError(f"{key}: 两处相同的文字不完整 / a shared text is not whole")
    if earlier and later:
        sides = [_side(told, node, keys, similarity) for node in (earlier, later)]
    else:
        sides = sorted((_side(told, node, keys, similarity) for node in places), key=lambda side: side.document)
    return SharedText(key, SharedKind(kind), sides[0], sides[1], similarity, Direction(direction))


def _side(told: Told, node: NamedNode, keys: Mapping[str, str], similarity: float) -> StatementEvidence:
    document, start, end, quote = quotation_told(told, node, keys)
    return StatementEvidence(document, start, end, quote, SHARED_TEXT, similarity)

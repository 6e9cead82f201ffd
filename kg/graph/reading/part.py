"""A part of a graph, read back from its store without the rest being read."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, Store

from kg.graph.reading.back import ReadBack, read_back
from kg.graph.statements import LINKS
from kg.graph.vocabulary import CLASS_OF_FACT, ek, role_property, term
from kg.model.names import FACT_ENDS

__all__ = ["read_part"]

_ROLES = frozenset(term(role_property(kind, role)) for kind in CLASS_OF_FACT for role in FACT_ENDS[kind])
_OF_FACT = _ROLES | {term(name) for name in LINKS.values()}
"""From a fact to the things that it names."""
_OF_FIGURE = frozenset(term(name) for name in ("sdmx-dimension:refArea", "ek:about"))
_WORDS_OF_FIGURE = frozenset(term(name) for name in ("dct:subject", "sdmx-attribute:unitMeasure"))
_OF_THING = frozenset((ek("homeRegion"), ek("concept"), ek("affiliation")))
_EVIDENCE = (ek("hasEvidence"), term("oa:hasTarget"), term("oa:hasSelector"))


def read_part(
    store: Store,
    *,
    things: Iterable[str] = (),
    facts: Iterable[str] = (),
    figures: Iterable[str] = (),
    documents: Iterable[str] = (),
) -> ReadBack:
    """The graph of these nodes (IRIs) and of what they rest on: of facts and figures what they name, their words and
    reports; of reports their regions; of things their regions up to the widest, concepts and bodies.

    Raises `GraphError` as `read_back`.
    """
    part = _Part(store)
    part.take(q.subject.value for q in store.quads_for_pattern(None, term("void:uriSpace"), None, None)
              if isinstance(q.subject, NamedNode))  # fmt: skip
    facts, figures = list(facts), list(figures)
    named = {*things, *part.take(facts, _OF_FACT), *part.take(figures, _OF_FIGURE)}
    part.take(part.take(figures, _WORDS_OF_FIGURE))
    said: Iterable[str] = [*facts, *figures]
    for step in _EVIDENCE:
        said = part.take(said, frozenset((step,)))
        documents = [*documents, *part.take(said, frozenset((term("oa:hasSource"),)))]
    part.take(said)
    named |= part.take(documents, frozenset((ek("inRegion"),)))
    while named:
        named = part.take(named, _OF_THING) - part.taken.keys()
    return read_back(sorted((quad for quads in part.taken.values() for quad in quads), key=str))


class _Part:
    """What has been taken from a store so far: the quads of each node."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.taken: dict[str, list[Quad]] = {}

    def take(self, iris: Iterable[str], leading: frozenset[NamedNode] = frozenset()) -> set[str]:
        """Takes what is said of the nodes, each once; gives the nodes to which properties in `leading` lead."""
        found: set[str] = set()
        for iri in iris:
            if iri not in self.taken:
                self.taken[iri] = list(self._store.quads_for_pattern(NamedNode(iri), None, None, None))
            found.update(q.object.value for q in self.taken[iri] if q.predicate in leading
                         and isinstance(q.object, NamedNode))  # fmt: skip
        return found

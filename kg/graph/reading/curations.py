"""What people corrected, read back from RDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.errors import GraphError
from kg.graph.reading.told import Told
from kg.graph.vocabulary import ek, term
from kg.model.curation import Action, Curation

__all__ = ["curations_told"]


def curations_told(told: Told, keys: Mapping[str, str]) -> Iterator[Curation]:
    """All curations, sorted by key; raises `GraphError` for one whose action is unknown."""
    subjects: dict[str, set[str]] = defaultdict(set)
    for iri, key in keys.items():
        for node in told.nodes(iri, ek("curated")):
            subjects[node.value].add(key)
    for iri, key in sorted(keys.items(), key=lambda item: item[1]):
        if ek("Curation") not in told.nodes(iri, term("rdf:type")):
            continue
        action = told.word(iri, ek("action"))
        if action not in set(Action):
            raise GraphError(f"{key}: 没有这种条目 / no such action: {action!r}")
        yield Curation(
            key,
            Action(action),
            told.word(iri, ek("curator")),
            told.word(iri, ek("curationReason"), language="zh"),
            tuple(sorted(subjects[iri])),
            tuple(sorted(told.words(iri, ek("removedKey")))),
        )

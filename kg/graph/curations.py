"""Rows about what people corrected: who did it and why; what was corrected points here by `ek:curated`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.graph.iri import Namespaces
from kg.graph.literals import chinese, text
from kg.graph.turtle import Row
from kg.model.curation import Curation

__all__ = ["curated_by", "curation_rows"]


def curated_by(curations: Iterable[Curation]) -> dict[str, list[str]]:
    """Key of whatever was corrected or confirmed to the keys of the curations by which it is so."""
    found: dict[str, list[str]] = defaultdict(list)
    for curation in curations:
        for subject in curation.subjects:
            found[subject].append(curation.key)
    return dict(found)


def curation_rows(curation: Curation, names: Namespaces) -> Iterator[Row]:
    """One entry of a curation file: what it does, who wrote it and why, and the keys that are gone because of it."""
    node = names.entity(curation.key)
    yield node, "a", "ek:Curation"
    yield node, "ek:action", text(curation.action.value)
    yield node, "ek:curator", text(curation.who)
    yield node, "ek:curationReason", chinese(curation.why)
    for key in curation.removed:
        yield node, "ek:removedKey", text(key)

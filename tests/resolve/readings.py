"""Documents of a few sentences, read by all stages up to the facts of one document."""

from __future__ import annotations

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Entity
from kg.model.graph import GraphEntity, Resolution
from kg.model.names import EntityKind
from kg.resolve import resolve
from tests.specs.reading import read_text

__all__ = ["entities", "names_of", "read", "resolved"]


def read(region: str, text: str, knowledge: Knowledge, *, year: int = 2022) -> DocumentFacts:
    """What a report of a region says in a few sentences."""
    return read_text(f"{region}教育局{year}年工作总结\n{text}\n", knowledge)


def entities(document: DocumentFacts, kind: EntityKind) -> list[Entity]:
    """The entities of one kind in a document."""
    return [e for e in document.entities if e.kind is kind]


def names_of(resolution: Resolution, kind: EntityKind) -> list[tuple[str, str]]:
    """Name and region of the entities of one kind over all documents, sorted."""
    return sorted((e.name, e.region) for e in resolution.entities if e.kind is kind)


def resolved(knowledge: Knowledge, *documents: DocumentFacts) -> dict[tuple[EntityKind, str], list[GraphEntity]]:
    """All entities over the documents, by kind and name."""
    found: dict[tuple[EntityKind, str], list[GraphEntity]] = {}
    for entity in resolve(documents, knowledge).entities:
        found.setdefault((entity.kind, entity.name), []).append(entity)
    return found

"""Names of one report that people know for two things: the report is read again with that in mind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.curate.entries import Entry, of
from kg.curate.find import MissingError, find_document
from kg.model.curation import Action
from kg.model.facts import DocumentFacts, Entity
from kg.model.identity import Apart
from kg.text.keys import document_key
from kg.text.names import plain_name

__all__ = ["names_apart"]


def names_apart(entries: Sequence[Entry], facts: Sequence[DocumentFacts]) -> Mapping[str, tuple[Apart, ...]]:
    """Document key to the pairs of names that it joins and that a not-same-as entry tells apart, sorted.

    An entry that names two reports tells these apart, not names of one: it gives nothing here.
    """
    documents = {document_key(d.info.source.sha256): d for d in facts}
    found: dict[str, set[Apart]] = defaultdict(set)
    for entry in of(entries, Action.NOT_SAME_AS):
        for key in _meant(entry, documents):
            for entity in documents[key].entities:
                if pair := _joined(entry, entity):
                    found[key].add(pair)
    return {key: tuple(sorted(pairs, key=repr)) for key, pairs in found.items()}


def _meant(entry: Entry, documents: Mapping[str, DocumentFacts]) -> Iterator[str]:
    """The reports of which an entry speaks: those that it names if these are one, all if it names none."""
    infos = {key: facts.info for key, facts in documents.items()}
    try:
        named = {find_document(ref.document, infos) for ref in entry.things if ref.document}
    except MissingError:
        return  # it is told where the entry is applied
    if len(named) < 2:
        yield from named or documents


def _joined(entry: Entry, entity: Entity) -> Apart | None:
    """The names of an entry, if they are two names of this entity."""
    stays, goes = entry.things
    names = {plain_name(name) for name in (entity.name, *entity.aliases)}
    theirs = plain_name(stays.name), plain_name(goes.name)
    if not stays.name or not goes.name or theirs[0] == theirs[1] or not names.issuperset(theirs):
        return None
    return Apart(entity.kind, stays.name, goes.name) if stays.kind is goes.kind is entity.kind else None

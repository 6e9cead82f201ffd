"""Entries by which one thing is two: by reports, or by names that one report uses."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from kg.curate.entries import Entry, Ref, of
from kg.curate.find import MissingError, find_document, said
from kg.curate.ledger import Ledger
from kg.model.curation import Action
from kg.model.document import DocumentInfo
from kg.model.facts import Entity
from kg.model.graph import GraphEntity
from kg.text.names import plain_name

__all__ = ["split"]

Members = dict[tuple[str, str], Entity]
"""(document key, entity id) to what the document says of the entity."""


def split(
    ledger: Ledger,
    found: Mapping[Entry, list[GraphEntity]],
    documents: Mapping[str, DocumentInfo],
    members: Members,
    entities: dict[str, GraphEntity],
    entity_of: dict[tuple[str, str], str],
) -> dict[frozenset[str], Entry]:
    """Takes apart what over the reports became one; returns the pairs of keys that must stay apart."""
    apart: dict[frozenset[str], Entry] = {}
    parted: dict[frozenset[Ref], GraphEntity] = {}
    for entry in sorted(of(list(found), Action.NOT_SAME_AS), key=repr):
        left, right = found[entry]
        if left.key == right.key:
            try:
                pair = frozenset(entry.things)
                if pair not in parted:
                    parted[pair] = _taken_out(entry.things, left.key, documents, members, entities, entity_of)
                right = parted[pair]
            except MissingError as why:
                ledger.refuse(entry, str(why))
                continue
        apart[frozenset((left.key, right.key))] = entry
        ledger.applied(entry, [left.key, right.key])
    return apart


def _taken_out(
    refs: tuple[Ref, ...],
    key: str,
    documents: Mapping[str, DocumentInfo],
    members: Members,
    entities: dict[str, GraphEntity],
    entity_of: dict[tuple[str, str], str],
) -> GraphEntity:
    """A new entity of what the second name stands for in the reports; raises `MissingError` where it cannot be."""
    stays, goes = (_meant(ref, key, documents, members, entity_of) for ref in refs)
    # What bears both names is the one that it is called by first.
    both = stays & goes
    goes -= {place for place in both if plain_name(members[place].name) == plain_name(refs[0].name)}
    stays -= {place for place in both if plain_name(members[place].name) == plain_name(refs[1].name)}
    if not goes or not stays or stays & goes:
        raise MissingError(
            "分不开：两个名称要各有出处；同名的请用 document 写明是哪份报告的 / cannot be told apart: each name must "
            f"stand in a report; of one name say with document which report's is meant: {said(refs[1])}"
        )
    telling = plain_name(refs[1].name) + "|" + (find_document(refs[1].document, documents) if refs[1].document else "")
    new = f"{key}-{hashlib.sha256(telling.encode()).hexdigest()[:8]}"
    entity_of.update(dict.fromkeys(goes, new))
    whole = entities[key]
    rest = {place for place, of_key in entity_of.items() if of_key == key}
    entities[key] = _only(whole, rest, members, whole.key)
    entities[new] = _only(whole, goes, members, new)
    return entities[new]


def _meant(
    ref: Ref,
    key: str,
    documents: Mapping[str, DocumentInfo],
    members: Members,
    entity_of: Mapping[tuple[str, str], str],
) -> set[tuple[str, str]]:
    """The entities of single reports that a name stands for."""
    document = find_document(ref.document, documents) if ref.document else ""
    return {
        place
        for place, of_key in entity_of.items()
        if of_key == key
        and (not document or place[0] == document)
        and (not ref.name or plain_name(ref.name) in map(plain_name, (members[place].name, *members[place].aliases)))
    }


def _only(whole: GraphEntity, places: set[tuple[str, str]], members: Members, key: str) -> GraphEntity:
    """What only some reports say of an entity: their names, and their places that name it."""
    told = [members[place] for place in sorted(places)]
    counts = Counter(entity.name for entity in told)
    name = min(counts, key=lambda n: (-counts[n], -len(n), n))
    aliases = {alias for entity in told for alias in (entity.name, *entity.aliases)} - {name}
    spans = {(place[0], said.start, said.end) for place in places for said in members[place].evidence}
    mentions = tuple(m for m in whole.mentions if (m.document, m.start, m.end) in spans)
    return replace(whole, key=key, name=name, aliases=tuple(sorted(aliases)), mentions=mentions)

"""Entries about who is who: applied to the resolution, so that all that follows from it is put together anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.curate.entries import Entry, label, of
from kg.curate.find import MissingError, Things
from kg.curate.ledger import Ledger
from kg.curate.split import split
from kg.model.curation import Action
from kg.model.document import DocumentInfo
from kg.model.facts import DocumentFacts
from kg.model.figures import Figure
from kg.model.graph import GraphEntity, Resolution
from kg.text.keys import document_key

__all__ = ["curate_things"]

_OF_KIND = ("code", "stage", "ownership", "role")
"""Attributes that only a thing of its kind has."""
_ABOUT_THINGS = (Action.TYPE, Action.NOT_SAME_AS, Action.SAME_AS, Action.RENAME)


def curate_things(ledger: Ledger, facts: Sequence[DocumentFacts], resolution: Resolution) -> Resolution:
    """The resolution after type (of the entities), not-same-as, same-as and rename.

    All names are looked up in what the program resolved by itself, so the order of the entries does not matter.
    """
    documents = {document_key(d.info.source.sha256): d.info for d in facts}
    members = {(document_key(d.info.source.sha256), e.id): e for d in facts for e in d.entities}
    named_in: dict[str, set[str]] = defaultdict(set)
    for (document, _), key in resolution.entity_of.items():
        named_in[key].add(document)
    things = Things(resolution.entities, named_in)
    entities = dict(things.by_key)
    entity_of = dict(resolution.entity_of)
    found = _found(ledger, things, documents)
    counted = {
        entity_of.get((document_key(d.info.source.sha256), e), "") for d in facts for f in d.figures for e in _about(f)
    }
    _retype(ledger, found, entities, counted)
    apart = split(ledger, found, documents, members, entities, entity_of)
    _join(ledger, found, apart, entities)
    _rename(ledger, found, entities)
    return _moved(resolution, ledger, entities, entity_of)


def _found(ledger: Ledger, things: Things, documents: Mapping[str, DocumentInfo]) -> dict[Entry, list[GraphEntity]]:
    """The entities that each entry about things names; an entry that names none is refused."""
    found = {}
    for entry in (entry for action in _ABOUT_THINGS for entry in of(ledger.entries, action)):
        try:
            found[entry] = [things.find(ref, documents) for ref in entry.things]
        except MissingError as why:
            ledger.refuse(entry, str(why))
    return found


def _agreed(ledger: Ledger, found: Mapping[Entry, list[GraphEntity]], action: Action, what: str) -> dict[str, Entry]:
    """Entity key to the first entry of an action about it; entries that want different things are all refused."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in of(list(found), action):
        groups[found[entry][0].key].append(entry)
    agreed = {}
    for key, entries in groups.items():
        if len({getattr(entry, what) for entry in entries}) > 1:
            for entry in entries:
                others = ", ".join(label(other) for other in entries if other != entry)
                ledger.refuse(entry, f"与其他条目矛盾，都不采用 / contradicts {others}: none is applied")
        else:
            agreed[key] = entries[0]
            for entry in entries:
                ledger.applied(entry, [key])
    return agreed


def _about(figure: Figure) -> tuple[str, str]:
    """The ids of what a figure is about; empty where nothing is known."""
    return figure.region or "", figure.about or ""


def _retype(
    ledger: Ledger,
    found: Mapping[Entry, list[GraphEntity]],
    entities: dict[str, GraphEntity],
    counted: set[str],
) -> None:
    """Corrects kinds. What lies in a region or is counted in it would lose its place: such are refused."""
    homes = {entity.region for entity in entities.values()}
    for key, entry in _agreed(ledger, found, Action.TYPE, "kind").items():
        assert entry.kind is not None
        if key in homes:
            ledger.refuse(entry, f"还有实体属于它，改不了 / other things lie in it, so it stays a region: {key}")
        elif key in counted:
            ledger.refuse(entry, f"有数据属于它，改不了 / figures are told of it, so it stays what it is: {key}")
        else:
            attributes = {name: v for name, v in entities[key].attributes.items() if name not in _OF_KIND}
            entities[key] = replace(entities[key], kind=entry.kind, attributes=attributes)


def _join(
    ledger: Ledger,
    found: Mapping[Entry, list[GraphEntity]],
    apart: Mapping[frozenset[str], Entry],
    entities: dict[str, GraphEntity],
) -> None:
    """Merges what same-as entries name; what hangs together by several entries becomes one."""
    entries = [e for e in of(list(found), Action.SAME_AS) if _one_kind(ledger, e, found[e], entities)]
    group_of: dict[str, set[str]] = {}
    for entry in entries:
        group = set().union(*(group_of.get(t.key, {t.key}) for t in found[entry]))
        group_of.update(dict.fromkeys(group, group))
    for group in {min(g): g for g in group_of.values()}.values():
        theirs = [entry for entry in entries if found[entry][0].key in group]
        against = [entry for pair, entry in apart.items() if pair <= group]
        if against:
            for entry in theirs:
                ledger.refuse(entry, f"与之矛盾，不采用 / contradicted, not applied, by {label(against[0])}")
            continue
        first = {found[e][0].key for e in theirs}
        later = {t.key for e in theirs for t in found[e][1:]}
        kept = min(first - later or first)
        gone = sorted(group - {kept})
        entities[kept] = _merged(entities[kept], [entities.pop(key) for key in gone])
        ledger.moved.update(dict.fromkeys(gone, kept))
        for entry in theirs:
            ledger.applied(entry, [kept], {t.key for t in found[entry]} - {kept})


def _one_kind(ledger: Ledger, entry: Entry, named: Sequence[GraphEntity], entities: Mapping[str, GraphEntity]) -> bool:
    kinds = {entities[t.key].kind.value for t in named}
    if len({t.key for t in named}) < 2:
        ledger.refuse(entry, f"已是同一个 / they are one already: {named[0].key}")
        return False
    if len(kinds) > 1:
        listed = ", ".join(sorted(kinds))
        ledger.refuse(
            entry, f"类型不同，先用 [[type]] 改正 / of different kinds, correct one by [[type]] first: {listed}"
        )
        return False
    return True


def _merged(kept: GraphEntity, others: Sequence[GraphEntity]) -> GraphEntity:
    """One entity with all names and places; of what only one can be true that of the kept one, else the first known."""
    attributes = dict(kept.attributes)
    for other in others:
        for name, value in other.attributes.items():
            attributes.setdefault(name, value)
    names = {name for entity in (kept, *others) for name in (entity.name, *entity.aliases)}
    mentions = {m for entity in (kept, *others) for m in entity.mentions}
    return replace(
        kept,
        aliases=tuple(sorted(names - {kept.name})),
        concept=kept.concept or next((o.concept for o in others if o.concept), ""),
        level=kept.level if kept.level is not None else next((o.level for o in others if o.level is not None), None),
        region=kept.region or next((o.region for o in others if o.region), ""),
        attributes=dict(sorted(attributes.items())),
        mentions=tuple(sorted(mentions, key=lambda m: (m.document, m.start, m.end, m.rule))),
    )


def _rename(ledger: Ledger, found: Mapping[Entry, list[GraphEntity]], entities: dict[str, GraphEntity]) -> None:
    """Gives entities their right names; the old ones stay as other names. After merges a name holds for the whole."""
    moved = {entry: [entities.get(ledger.now(t.key), t) for t in named] for entry, named in found.items()}
    for key, entry in _agreed(ledger, moved, Action.RENAME, "name").items():
        entity = entities[key]
        names = {entity.name, *entity.aliases} - {entry.name}
        entities[key] = replace(entity, name=entry.name, aliases=tuple(sorted(names)))


def _moved(
    resolution: Resolution,
    ledger: Ledger,
    entities: Mapping[str, GraphEntity],
    entity_of: Mapping[tuple[str, str], str],
) -> Resolution:
    """The resolution in which every key of an entity merged away is that of the one it became."""
    now = ledger.now

    def linked(entity: GraphEntity) -> GraphEntity:
        region = now(entity.region)
        attributes = {n: now(v) if n.endswith("_id") else v for n, v in entity.attributes.items()}
        return replace(entity, region="" if region == entity.key else region, attributes=attributes)

    decisions = []
    for decision in resolution.decisions:
        theirs = tuple(now(key) for key in decision.entities)
        if decision.same or len(set(theirs)) == len(theirs):
            decisions.append(replace(decision, entities=theirs))
    return Resolution(
        tuple(linked(entity) for _, entity in sorted(entities.items())),
        {place: now(key) for place, key in entity_of.items()},
        tuple(decisions),
        {place: now(key) for place, key in resolution.former.items()},
    )

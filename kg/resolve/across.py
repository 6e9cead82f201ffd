"""Who is who over all documents: entities of several documents that have one key are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Entity, Evidence
from kg.model.graph import GraphEntity, Resolution, StatementEvidence
from kg.model.identity import LINK, LINK_CONFIDENCE, Decision, Reason
from kg.model.names import EntityKind, FactKind
from kg.resolve.concepts import link_concepts
from kg.resolve.former import former_schools, keys_in_scope
from kg.resolve.reasons import told_apart, told_same
from kg.resolve.scope import Identity, homes, identity_of
from kg.text.keys import document_key
from kg.text.links import linked

__all__ = ["resolve"]


@dataclass(frozen=True, slots=True)
class Member:
    """What one document says of an entity of the graph."""

    document: str
    """Key of the document."""
    entity: Entity
    identity: Identity
    region: str
    """Key of the region that the document puts it in, or empty."""


def resolve(facts: Sequence[DocumentFacts], knowledge: Knowledge) -> Resolution:
    """Entities over all documents, sorted by key; the order of the documents does not matter.

    A school is known by its county and its full name, an honor by its title and the region that gives it, a
    program, paper or scheme by its name: names that only look alike are never merged. Why is told by the decisions.
    """
    members: dict[str, list[Member]] = defaultdict(list)
    entity_of: dict[tuple[str, str], str] = {}
    former: dict[tuple[str, str, str], str] = {}
    for document in sorted(facts, key=lambda d: d.info.source.sha256):
        known = {m.entity.id: m for m in _members(document, knowledge)}
        key = document_key(document.info.source.sha256)
        for member in known.values():
            members[member.identity.key].append(member)
            entity_of[key, member.entity.id] = member.identity.key
        for old in former_schools(document, {i: m.identity for i, m in known.items()}, knowledge):
            former[key, old.successor, old.entity.name] = old.identity.key
            if old.identity.key != entity_of[key, old.successor]:
                region = known[old.successor].region
                members[old.identity.key].append(Member(key, old.entity, old.identity, region))
    before: dict[str, set[str]] = defaultdict(set)
    for (key, successor, _), old_key in former.items():
        before[entity_of[key, successor]].add(old_key)
    for group in members.values():
        group[:] = [replace(m, entity=_with_keys(m.document, m.entity, entity_of)) for m in group]
    entities = [_merged(name, group, frozenset(before[name]), knowledge) for name, group in sorted(members.items())]
    entities = sorted([*entities, *_regions_above(entities, knowledge)], key=lambda e: e.key)
    forms = {name: group[0].identity.form for name, group in members.items()}
    entities, linked_names = link_concepts(entities, forms, knowledge)
    names = {entity.key: entity.name for entity in entities}
    decisions = [
        *_decided_in_documents(facts, entity_of),
        *_successions(facts, entity_of, former, names),
        *_decided_over_documents(members, names, knowledge),
        *linked_names,
    ]
    return Resolution(tuple(entities), entity_of, tuple(sorted(decisions, key=_place)), former)


def _members(document: DocumentFacts, knowledge: Knowledge) -> Iterator[Member]:
    """The entities of one document with what they are over all documents."""
    home_of = homes(document)
    by_id = {e.id: e for e in document.entities}
    key = document_key(document.info.source.sha256)
    for entity in document.entities:
        home = by_id[home_of[entity.id]] if entity.id in home_of else None
        identity = identity_of(entity, home, document, knowledge)
        region = ""
        if entity.kind is EntityKind.SCHOOL and identity.scope.isdigit():
            inside = home is not None and home.attributes.get("code", "")[:6] == identity.scope
            region = "" if inside else f"region/{identity.scope}"
        if home is not None and not region and entity.kind is not EntityKind.REGION:
            region = identity_of(home, None, document, knowledge).key
        yield Member(key, entity, identity, region)


def _with_keys(document: str, entity: Entity, entity_of: Mapping[tuple[str, str], str]) -> Entity:
    """An entity whose attributes that name entities of its document (`affiliation_id`) name those over all."""
    known = linked(entity.attributes, lambda id: entity_of.get((document, id)))
    return replace(entity, attributes=known) if known != entity.attributes else entity


def _regions_above(entities: list[GraphEntity], knowledge: Knowledge) -> list[GraphEntity]:
    """The regions above those of the documents that no document names: the tree of regions is whole."""
    known = {e.key for e in entities}
    above: dict[str, GraphEntity] = {}
    for entity in entities:
        code = entity.attributes.get("code", "") if entity.kind is EntityKind.REGION else ""
        line = knowledge.regions.ancestors(code) if code else ()
        for index, division in enumerate(line):
            key = f"region/{division.code}"
            parent = f"region/{line[index + 1].code}" if index + 1 < len(line) else ""
            if key not in known:
                above[key] = GraphEntity(
                    key, EntityKind.REGION, division.name, (), "", None, parent, {"code": division.code}
                )
    return list(above.values())


def _merged(key: str, group: list[Member], before: frozenset[str], knowledge: Knowledge) -> GraphEntity:
    """One entity from those of all documents: the name that most of them use, the longest of equals.

    A former name under which the graph knows a school of its own is no other name of this one.
    """
    entities = [member.entity for member in group]
    first = entities[0]
    counts = Counter(entity.name for entity in entities)
    name = min(counts, key=lambda n: (-counts[n], -len(n), n))
    aliases = {a for m in group for a in _other_names(m, before, knowledge)} - {name}
    attributes: dict[str, str] = {}
    for entity in entities:
        for field, value in entity.attributes.items():
            attributes.setdefault(field, value)
    region = next((member.region for member in group if member.region), "")
    if first.kind is EntityKind.REGION and attributes.get("code"):
        above = knowledge.regions.ancestors(attributes["code"])
        region = f"region/{above[0].code}" if above else ""
    level = next((e.level for e in entities if e.level is not None), None)
    concept = next((e.concept for e in entities if e.concept not in ("", key)), "")
    if not concept:
        # A paper that gives its concept the key is linked to nothing but itself.
        attributes = {field: told for field, told in attributes.items() if field not in (LINK, LINK_CONFIDENCE)}
    return GraphEntity(
        key,
        first.kind,
        name,
        tuple(sorted(aliases)),
        concept,
        level,
        region,
        dict(sorted(attributes.items())),
        tuple(sorted((_said(m.document, e) for m in group for e in m.entity.evidence), key=_place_of_words)),
    )


def _other_names(member: Member, before: frozenset[str], knowledge: Knowledge) -> Iterator[str]:
    """The names that one document gives an entity, but those of the schools that went before it."""
    for name in (member.entity.name, *member.entity.aliases):
        if not before or before.isdisjoint(keys_in_scope(name, member.identity.scope, knowledge)):
            yield name


def _said(document: str, evidence: Evidence) -> StatementEvidence:
    """Where a document names an entity."""
    return StatementEvidence(document, evidence.start, evidence.end, evidence.quote, evidence.rule, evidence.confidence)


def _place_of_words(evidence: StatementEvidence) -> tuple[str, int, int, str]:
    return evidence.document, evidence.start, evidence.end, evidence.rule


def _decided_in_documents(
    facts: Iterable[DocumentFacts], entity_of: Mapping[tuple[str, str], str]
) -> Iterator[Decision]:
    """The decisions of each document, about the entities of the graph."""
    for document in facts:
        key = document_key(document.info.source.sha256)
        for made in document.decisions:
            entities = tuple(entity_of[key, id] for id in made.entities)
            if made.same or len(set(entities)) == len(entities):
                yield Decision(made.same, made.reason, made.kind, made.names, entities, (key,), made.detail)


def _successions(
    facts: Iterable[DocumentFacts],
    entity_of: Mapping[tuple[str, str], str],
    former: Mapping[tuple[str, str, str], str],
    names: Mapping[str, str],
) -> Iterator[Decision]:
    """That a school and what became of it stay two, once for each document that tells it."""
    for document in facts:
        key = document_key(document.info.source.sha256)
        for fact in document.facts:
            if fact.kind is not FactKind.SUCCESSION or "successor" not in fact.ends:
                continue
            new = entity_of[key, fact.ends["successor"]]
            was = former.get((key, fact.ends["successor"], fact.attributes.get("was", "")), "")
            old = entity_of[key, fact.ends["former"]] if "former" in fact.ends else was
            if old and old != new:
                told = {"how": fact.attributes.get("how", "")}
                said = names[old], names[new]
                yield Decision(False, Reason.SUCCESSION, EntityKind.SCHOOL, said, (old, new), (key,), told)


def _decided_over_documents(
    members: Mapping[str, list[Member]], names: Mapping[str, str], knowledge: Knowledge
) -> Iterator[Decision]:
    """Why entities of several documents are one, and why near ones are not."""
    for group in members.values():
        documents = tuple(sorted({member.document for member in group}))
        said = tuple(sorted({member.entity.name for member in group}))
        if len(documents) > 1:
            yield told_same(group[0].entity.kind, said, documents, group[0].identity, knowledge)
    schools = {
        key: (group[0].identity, tuple(sorted({m.document for m in group})))
        for key, group in members.items()
        if group[0].entity.kind is EntityKind.SCHOOL
    }
    yield from told_apart(schools, names, knowledge)


def _place(decision: Decision) -> tuple[object, ...]:
    """By what decisions are sorted: merges first, then by kind, entities, reason, names and documents."""
    return not decision.same, decision.kind, decision.entities, decision.reason, decision.names, decision.documents

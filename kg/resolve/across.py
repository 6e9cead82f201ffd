"""Who is who over all documents: entities of several documents that have one key are one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Entity
from kg.model.graph import Decision, GraphEntity, Resolution
from kg.model.names import EntityKind, FactKind, Level
from kg.resolve.same import bare_name, leading_region
from kg.resolve.school_key import expand
from kg.text.keys import document_key, named_key

__all__ = ["resolve"]

_FOLDER = {
    EntityKind.SCHOOL: "school",
    EntityKind.PROJECT: "project",
    EntityKind.PROGRAM: "program",
    EntityKind.HONOR: "honor",
    EntityKind.DOCUMENT: "policy",
    EntityKind.ORGANIZATION: "organization",
    EntityKind.PERSON: "person",
    EntityKind.REGION: "region",
}


def resolve(facts: Sequence[DocumentFacts], knowledge: Knowledge) -> Resolution:
    """Entities over all documents, sorted by key; the order of the documents does not matter.

    A school is known by its county and its full name, an honor by its title and the region that gives it, a
    program, paper or scheme by its name: names that only look alike are never merged.
    """
    members: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    regions: dict[str, str] = {}
    entity_of: dict[tuple[str, str], str] = {}
    for document in sorted(facts, key=lambda d: d.info.source.sha256):
        key = document_key(document.info.source.sha256)
        homes = _homes(document)
        by_id = {e.id: e for e in document.entities}
        for entity in document.entities:
            scope = _scope(entity, document, homes, by_id, knowledge)
            name = _key(entity, scope, document, knowledge)
            members[name].append((key, entity))
            entity_of[key, entity.id] = name
            home = homes.get(entity.id)
            if entity.kind is EntityKind.REGION:
                continue
            regions.setdefault(name, _key(by_id[home], "", document, knowledge) if home else "")
    entities = [_merged(name, group, regions.get(name, ""), knowledge) for name, group in sorted(members.items())]
    entities = sorted([*entities, *_regions_above(entities, knowledge)], key=lambda e: e.key)
    return Resolution(tuple(entities), entity_of, tuple(_decisions(members)))


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


def _homes(document: DocumentFacts) -> Mapping[str, str]:
    """Entity to the region that a fact puts it in: schools by location, the others by the region that runs them."""
    homes: dict[str, str] = {}
    depth = {e.id: len(e.attributes.get("code", "").rstrip("0")) for e in document.entities}
    for fact in document.facts:
        region = fact.ends.get("region")
        for role in ("school", "project", "document"):
            if region and role in fact.ends and (role == "school") == (fact.kind is FactKind.LOCATION):
                known = homes.get(fact.ends[role])
                # A school that lies in a county and its prefecture is the county's.
                if known is None or depth[region] > depth[known]:
                    homes[fact.ends[role]] = region
    return homes


def _scope(
    entity: Entity, document: DocumentFacts, homes: Mapping[str, str], by_id: Mapping[str, Entity], knowledge: Knowledge
) -> str:
    """The division code inside which the entity's name is unique; empty where the name stands for itself."""
    info = document.info
    own = info.region_code or f"x{info.source.sha256[:8]}"
    if entity.kind is EntityKind.SCHOOL:
        home = by_id[homes[entity.id]] if entity.id in homes else None
        code = home.attributes.get("code", "") if home else ""
        return code[:6] if code else own
    if entity.kind in (EntityKind.PROJECT, EntityKind.PERSON):
        return own
    if entity.kind is EntityKind.HONOR:
        return _level_code(entity.level, own, knowledge)
    if entity.kind is EntityKind.ORGANIZATION:
        leading = leading_region(entity.name, info.region_code, knowledge)
        return leading[0] if leading else ""
    if entity.kind is EntityKind.DOCUMENT and len(bare_name(entity.name)) < 8:
        return own
    return ""


def _level_code(level: Level | None, own: str, knowledge: Knowledge) -> str:
    """The code of the region that gives an honor of a level, as seen from the document's region."""
    if level is Level.NATIONAL:
        return "000000"
    if level in (Level.PROVINCE, Level.PREFECTURE):
        for division in knowledge.regions.ancestors(own) if own.isdigit() else ():
            if division.level is level:
                return division.code
    return own


def _key(entity: Entity, scope: str, document: DocumentFacts, knowledge: Knowledge) -> str:
    """The key under which equal things of all documents meet."""
    folder = _FOLDER[entity.kind]
    code = entity.attributes.get("code", "")
    if entity.kind is EntityKind.REGION:
        return f"region/{code}" if code else named_key("region", document.info.source.sha256[:8], entity.name)
    if entity.kind is EntityKind.PROGRAM and entity.concept:
        return entity.concept
    name = bare_name(entity.name)
    if entity.kind is EntityKind.SCHOOL:
        leading = leading_region(name, document.info.region_code, knowledge)
        rest = name[leading[1] :] if leading and len(name) - leading[1] >= 2 else name
        return named_key(folder, scope, expand(rest))
    if entity.kind is EntityKind.HONOR:
        return named_key(folder, scope, re.sub(r"^(?:全国|国家级|省级?|市级?|县级?|区级?|州级?)", "", name))
    return named_key(folder, scope, name)


def _merged(key: str, group: list[tuple[str, Entity]], region: str, knowledge: Knowledge) -> GraphEntity:
    """One entity from those of all documents: the name that most of them use, the longest of equals."""
    entities = [entity for _, entity in group]
    first = entities[0]
    counts = Counter(entity.name for entity in entities)
    name = min(counts, key=lambda n: (-counts[n], -len(n), n))
    aliases = {a for e in entities for a in (e.name, *e.aliases)} - {name}
    attributes: dict[str, str] = {}
    for entity in entities:
        for field, value in entity.attributes.items():
            attributes.setdefault(field, value)
    if first.kind is EntityKind.REGION and attributes.get("code"):
        above = knowledge.regions.ancestors(attributes["code"])
        region = f"region/{above[0].code}" if above else ""
    level = next((e.level for e in entities if e.level is not None), None)
    concept = next((e.concept for e in entities if e.concept), "")
    return GraphEntity(
        key,
        first.kind,
        name,
        tuple(sorted(aliases)),
        concept if concept != key else "",
        level,
        region,
        dict(sorted(attributes.items())),
    )


def _decisions(members: Mapping[str, list[tuple[str, Entity]]]) -> list[Decision]:
    """Why entities of different documents are one."""
    made: list[Decision] = []
    for key, group in sorted(members.items()):
        documents = sorted({document for document, _ in group})
        made.extend(Decision(documents[0], other, True, f"same key {key}") for other in documents[1:])
    return made

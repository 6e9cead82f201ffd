"""Rows about the things of the world: entities, the concepts they share, and years."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from kg.graph.iri import Namespaces
from kg.graph.literals import chinese, date, decimal, english, integer, text
from kg.graph.turtle import Row
from kg.graph.vocabulary import CLASS_OF_KIND, LEVELS, STAGES
from kg.model.graph import GraphEntity
from kg.model.identity import LINK, LINK_CONFIDENCE, RELATED
from kg.model.names import EntityKind

__all__ = ["concept_rows", "entity_rows", "year_rows"]

_GREGORIAN = "<http://www.opengis.net/def/uom/ISO-8601/0/Gregorian>"
_TITLES = (EntityKind.HONOR, EntityKind.PROGRAM)
"""Kinds whose instances are concepts themselves: `skos:broader` leads from them to what they share."""


def entity_rows(
    entity: GraphEntity,
    names: Namespaces,
    *,
    known: Container[str],
    concepts: Container[str] = (),
    reports: bool = False,
) -> Iterator[Row]:
    """What the graph says of one entity by itself: class, names, level, region, shared concept, attributes.

    `known` are the keys of all entities, `concepts` those of what they share: what the graph does not describe is not
    pointed at. `reports` says
    that the entity is a body that issued a report. A subclass stands beside its class
    (`ek:School , ek:PrimarySchool`), so that a query needs no inference.
    """
    node = names.entity(entity.key)
    for kind in _classes(entity):
        yield node, "a", kind
    if reports:
        yield node, "a", "ek:EducationAuthority"
    yield node, "skos:prefLabel", chinese(entity.name)
    for alias in sorted(set(entity.aliases) - {entity.name}):
        yield node, "skos:altLabel", chinese(alias)
    if entity.level is not None:
        yield node, "ek:level", LEVELS[entity.level]
    if entity.region in known and entity.region != entity.key:
        inside = "schema:containedInPlace" if entity.kind is EntityKind.REGION else "ek:inRegion"
        yield node, inside, names.entity(entity.region)
        # Statements add further regions; this one tells it apart from others of its name.
        yield node, "ek:homeRegion", names.entity(entity.region)
    if entity.concept and entity.concept != entity.key:
        yield node, "ek:concept", names.entity(entity.concept)
        if entity.kind in _TITLES:
            yield node, "skos:broader", names.entity(entity.concept)
    for near in entity.attributes.get(RELATED, "").split():
        if near in known or near in concepts:
            yield node, "skos:related", names.entity(near)
    yield from _attributes(entity, node)
    body = entity.attributes.get("affiliation_id", "")
    if body in known:
        yield node, "ek:affiliation", names.entity(body)


def _classes(entity: GraphEntity) -> Iterator[str]:
    yield CLASS_OF_KIND[entity.kind]
    if entity.kind is EntityKind.SCHOOL and (stage := STAGES.get(entity.attributes.get("stage", ""))):
        yield stage


def _attributes(entity: GraphEntity, node: str) -> Iterator[Row]:
    """The attributes that the vocabulary knows as properties, any other as a note: nothing is lost."""
    for name, value in sorted(entity.attributes.items()):
        if name == "code" and entity.kind is EntityKind.REGION:
            yield node, "ek:divisionCode", text(value)
        elif name == "number" and entity.kind is EntityKind.DOCUMENT:
            yield node, "ek:documentNumber", text(value)
        elif name in ("ownership", "role"):
            yield node, f"ek:{name}", text(value)
        elif name == LINK:
            yield node, "ek:linkReason", text(value)
        elif name == LINK_CONFIDENCE:
            yield node, "ek:linkConfidence", decimal(float(value))
        elif name in (RELATED, "affiliation_id") or (name == "affiliation" and "affiliation_id" in entity.attributes):
            continue
        elif name != "stage" or value not in STAGES:
            yield node, "skos:note", text(f"{name}: {value}")


def concept_rows(entities: Iterable[GraphEntity], names: Namespaces, *, described: Container[str]) -> Iterator[Row]:
    """The concepts that entities are instances of and that neither an entity nor a published scheme describes.

    A concept takes the shortest name of its instances: 文明校园 of 省级文明校园 and 市级文明校园. Their other names
    stand beside it.
    """
    instances: dict[str, list[str]] = {}
    for entity in entities:
        if entity.concept and entity.concept not in described:
            instances.setdefault(entity.concept, []).append(entity.name)
    for concept in sorted(instances):
        node = names.entity(concept)
        yield node, "a", "ek:Concept"
        shortest, *others = sorted(set(instances[concept]), key=lambda name: (len(name), name))
        yield node, "skos:prefLabel", chinese(shortest)
        yield from ((node, "skos:altLabel", chinese(name)) for name in others)


def year_rows(years: Iterable[int], names: Namespaces) -> Iterator[Row]:
    """Years as intervals of OWL-Time, described by their calendar year, that carry a number besides: comparing
    `xsd:gYear` values gives nothing, silently, in some engines.
    """
    for number in sorted(set(years)):
        node = names.year(number)
        yield node, "a", "ek:Year"
        yield node, "skos:prefLabel", chinese(f"{number}年")
        yield node, "skos:prefLabel", english(str(number))
        yield node, "ek:yearNumber", integer(number)
        description = names.entity(f"year/{number:04d}-description")
        yield node, "time:hasDateTimeDescription", description
        yield description, "a", "time:DateTimeDescription"
        yield description, "time:hasTRS", _GREGORIAN
        yield description, "time:unitType", "time:unitYear"
        yield description, "time:year", date(f"{number:04d}")

"""Triples about the things of the world: entities, the concepts they share, and years."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg.graph.iri import Namespaces
from kg.graph.literals import chinese, english, integer, text
from kg.graph.vocabulary import CLASS_OF_KIND, LEVELS, STAGES, ek, term
from kg.model.graph import GraphEntity
from kg.model.names import EntityKind

__all__ = ["concept_triples", "entity_triples", "year_triples"]

_A, _LABEL, _ALT, _NOTE = term("rdf:type"), term("skos:prefLabel"), term("skos:altLabel"), term("skos:note")
_BROADER, _WITHIN = term("skos:broader"), term("schema:containedInPlace")
_HOME, _CONCEPT = ek("homeRegion"), ek("concept")
_TITLES = (EntityKind.HONOR, EntityKind.PROGRAM)
"""Kinds whose instances are concepts themselves: `skos:broader` leads from them to what they share."""


def entity_triples(
    entity: GraphEntity, names: Namespaces, *, known: Container[str], reports: bool = False
) -> Iterator[Triple]:
    """What the graph says of one entity by itself: class, names, level, region, shared concept, attributes.

    `known` are the keys of all entities: a region that the graph does not describe is not pointed at. `reports` says
    that the entity is a body that issued a report. A subclass stands beside its class
    (`ek:School , ek:PrimarySchool`), so that a query needs no inference.
    """
    node = names.entity(entity.key)
    for kind in _classes(entity):
        yield Triple(node, _A, kind)
    if reports:
        yield Triple(node, _A, ek("EducationAuthority"))
    yield Triple(node, _LABEL, chinese(entity.name))
    for alias in sorted(set(entity.aliases) - {entity.name}):
        yield Triple(node, _ALT, chinese(alias))
    if entity.level is not None:
        yield Triple(node, ek("level"), LEVELS[entity.level])
    if entity.region in known and entity.region != entity.key:
        inside = _WITHIN if entity.kind is EntityKind.REGION else ek("inRegion")
        yield Triple(node, inside, names.entity(entity.region))
        # Statements add further regions; this one tells it apart from others of its name.
        yield Triple(node, _HOME, names.entity(entity.region))
    if entity.concept and entity.concept != entity.key:
        yield Triple(node, _CONCEPT, names.entity(entity.concept))
        if entity.kind in _TITLES:
            yield Triple(node, _BROADER, names.entity(entity.concept))
    yield from _attributes(entity, node)
    body = entity.attributes.get("affiliation_id", "")
    if body in known:
        yield Triple(node, ek("affiliation"), names.entity(body))


def _classes(entity: GraphEntity) -> Iterator[NamedNode]:
    yield CLASS_OF_KIND[entity.kind]
    if entity.kind is EntityKind.SCHOOL and (stage := STAGES.get(entity.attributes.get("stage", ""))):
        yield stage


def _attributes(entity: GraphEntity, node: NamedNode) -> Iterator[Triple]:
    """The attributes that the vocabulary knows as properties, any other as a note: nothing is lost."""
    for name, value in sorted(entity.attributes.items()):
        if name == "code" and entity.kind is EntityKind.REGION:
            yield Triple(node, ek("divisionCode"), text(value))
        elif name in ("ownership", "role"):
            yield Triple(node, ek(name), text(value))
        elif name == "affiliation_id" or (name == "affiliation" and "affiliation_id" in entity.attributes):
            continue
        elif name != "stage" or value not in STAGES:
            yield Triple(node, _NOTE, text(f"{name}: {value}"))


def concept_triples(
    entities: Iterable[GraphEntity], names: Namespaces, *, described: Container[str]
) -> Iterator[Triple]:
    """The concepts that entities are instances of and that neither an entity nor a published scheme describes.

    A concept takes the shortest name of its instances: 文明校园 of 省级文明校园 and 市级文明校园.
    """
    instances: dict[str, list[str]] = {}
    for entity in entities:
        if entity.concept and entity.concept not in described:
            instances.setdefault(entity.concept, []).append(entity.name)
    for concept in sorted(instances):
        node = names.entity(concept)
        yield Triple(node, _A, ek("Concept"))
        yield Triple(node, _LABEL, chinese(min(instances[concept], key=lambda name: (len(name), name))))


def year_triples(years: Iterable[int], names: Namespaces) -> Iterator[Triple]:
    """Years as nodes that carry a number: comparing `xsd:gYear` values gives nothing, silently, in some engines."""
    for number in sorted(set(years)):
        node = names.year(number)
        yield Triple(node, _A, ek("Year"))
        yield Triple(node, _LABEL, chinese(f"{number}年"))
        yield Triple(node, _LABEL, english(str(number)))
        yield Triple(node, ek("yearNumber"), integer(number))

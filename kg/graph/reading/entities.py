"""Entities read back from RDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.errors import GraphError
from kg.graph.reading.told import Told
from kg.graph.schemes import used_concepts
from kg.graph.vocabulary import CLASS_OF_KIND, LEVELS, STAGES, ek, term
from kg.model.graph import GraphEntity
from kg.model.identity import LINK, LINK_CONFIDENCE, RELATED
from kg.model.names import EntityKind

__all__ = ["entities_told"]

_KIND = {term(name): kind for kind, name in CLASS_OF_KIND.items()}
_LEVEL = {term(name): level for level, name in LEVELS.items()}
_STAGE = {term(name): stage for stage, name in STAGES.items()}
_A, _NOTE = term("rdf:type"), term("skos:note")


def entities_told(told: Told, keys: Mapping[str, str]) -> Iterator[GraphEntity]:
    """All entities, sorted by key.

    One that a published concept names, too, comes back with the usual name and the level that the concept gives it.
    """
    for iri, key in sorted(keys.items(), key=lambda item: item[1]):
        kinds = [_KIND[node] for node in told.nodes(iri, _A) if node in _KIND]
        if kinds:
            yield _entity(told, iri, key, kinds[0], keys)


def _entity(told: Told, iri: str, key: str, kind: EntityKind, keys: Mapping[str, str]) -> GraphEntity:
    name = told.word(iri, term("skos:prefLabel"), language="zh")
    if not name:
        raise GraphError(f"{key}: 没有中文名称 / has no Chinese name (skos:prefLabel@zh)")
    level = told.node(iri, ek("level"))
    home = told.node(iri, ek("homeRegion"))
    shared = told.node(iri, ek("concept"))
    return GraphEntity(
        key=key,
        kind=kind,
        name=name,
        aliases=tuple(sorted(told.words(iri, term("skos:altLabel"), language="zh"))),
        concept=keys.get(shared.value, "") if shared else "",
        level=_LEVEL.get(level) if level else None,
        region=keys.get(home.value, "") if home else "",
        attributes=dict(sorted(_attributes(told, iri, kind, keys).items())),
    )


def _attributes(told: Told, iri: str, kind: EntityKind, keys: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for note in told.words(iri, _NOTE):
        name, _, value = note.partition(": ")
        found[name] = value
    if code := told.word(iri, ek("divisionCode")):
        found["code"] = code
    if kind is EntityKind.DOCUMENT and (number := told.word(iri, ek("documentNumber"))):
        found["number"] = number
    if reason := told.word(iri, ek("linkReason")):
        found[LINK] = reason
        found[LINK_CONFIDENCE] = told.word(iri, ek("linkConfidence"))
    if kind is EntityKind.PROGRAM and not used_concepts([keys.get(iri, "")]):
        near = sorted(keys[node.value] for node in told.nodes(iri, term("skos:related")) if node.value in keys)
        found |= {RELATED: " ".join(near)} if near else {}
    for name in ("ownership", "role"):
        if value := told.word(iri, ek(name)):
            found[name] = value
    stage = next((_STAGE[node] for node in told.nodes(iri, _A) if node in _STAGE), "")
    if stage and kind is EntityKind.SCHOOL:
        found["stage"] = stage
    if (body := told.node(iri, ek("affiliation"))) and body.value in keys:
        found["affiliation"] = told.word(body.value, term("skos:prefLabel"), language="zh")
        found["affiliation_id"] = keys[body.value]
    return found

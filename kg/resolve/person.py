"""The role and the affiliation of persons, from all their mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.model.facts import Entity, Mention
from kg.model.names import EntityKind

__all__ = ["with_affiliations"]


def with_affiliations(
    entities: Sequence[Entity], mentions: Sequence[Mention], entity_of: Mapping[int, str]
) -> tuple[Entity, ...]:
    """The entities, each person with `role` (several joined by 、) and `affiliation` with `affiliation_id`.

    The affiliation is the first school or body that a mention of the person gives, by the name of its entity.
    """
    if not any(mention.kind is EntityKind.PERSON for mention in mentions):
        return tuple(entities)
    names = {entity.id: entity.name for entity in entities}
    place = {f"{m.start}-{m.end}-{m.name}": i for i, m in enumerate(mentions)}
    known: dict[str, dict[str, str]] = {}
    for index, mention in enumerate(mentions):
        if mention.kind is not EntityKind.PERSON or index not in entity_of:
            continue
        told = known.setdefault(entity_of[index], {})
        roles = [*told.get("role", "").split("、"), *mention.attributes.get("role", "").split("、")]
        told["role"] = "、".join(dict.fromkeys(role for role in roles if role))
        body = entity_of.get(place.get(mention.attributes.get("affiliation", ""), -1))
        if body is not None and "affiliation_id" not in told:
            told |= {"affiliation": names[body], "affiliation_id": body}
    return tuple(
        replace(e, attributes={**e.attributes, **{k: v for k, v in known[e.id].items() if v}}) if e.id in known else e
        for e in entities
    )

"""The concepts over all documents: initiatives of several names that are one thing point to one, each with its why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.knowledge import Knowledge
from kg.model.graph import GraphEntity
from kg.model.identity import LINK, LINK_CONFIDENCE, RELATED, Decision, Reason
from kg.model.names import EntityKind
from kg.resolve.alike import Verdict
from kg.resolve.concept import SURE
from kg.resolve.near_names import NearName, near_names

__all__ = ["link_concepts"]


def link_concepts(
    entities: Sequence[GraphEntity], forms: Mapping[str, str], knowledge: Knowledge
) -> tuple[list[GraphEntity], list[Decision]]:
    """The entities with the concepts that they share, and a decision for each link and each near name.

    `forms` gives the form of each entity's name by its key. An initiative that shares its concept with no other keeps
    none: it is its own. A near one is linked to the concept of the other; what is only near is told as related.
    """
    published = {c.key for c in knowledge.concepts[EntityKind.PROGRAM].values()}
    programs = [e for e in entities if e.kind is EntityKind.PROGRAM]
    unknown = {forms[e.key]: e.concept for e in programs if e.concept and e.concept not in published}
    near = [*near_names(unknown, knowledge)]
    moved = {found.key: found for found in near if found.shown.verdict is Verdict.SAME}
    instances: dict[str, list[GraphEntity]] = defaultdict(list)
    for entity in programs:
        instances[_target(entity.concept, moved) or entity.key].append(entity)
    related: dict[str, set[str]] = defaultdict(set)
    decisions: list[Decision] = []
    for found in near:
        if found.shown.verdict is Verdict.RELATED:
            ends = [_ends(key, instances, published) for key in (found.key, _target(found.other, moved))]
            if ends[0] and ends[1]:
                related[found.key].update(ends[1])
                decisions.extend(_refused(found, instances, moved))
    linked: list[GraphEntity] = []
    for entity in entities:
        if entity.kind is EntityKind.PROGRAM and entity.concept:
            entity = _linked(entity, moved, instances, published, related[entity.concept])
        linked.append(entity)
    for concept, group in sorted(instances.items()):
        decisions.extend(_told(concept, group, forms, moved, published))
    return linked, decisions


def _target(concept: str, moved: Mapping[str, NearName]) -> str:
    """The concept to which the entities of a concept are linked in the end."""
    return moved[concept].other if concept in moved else concept


def _ends(concept: str, instances: Mapping[str, Sequence[GraphEntity]], published: Iterable[str]) -> tuple[str, ...]:
    """What stands for a concept in the graph: itself where several share it or it is a known one, else its instance."""
    group = instances.get(concept, ())
    if len(group) == 1 and concept not in set(published):
        return (group[0].key,)
    return (concept,) if group else ()


def _linked(
    entity: GraphEntity,
    moved: Mapping[str, NearName],
    instances: Mapping[str, Sequence[GraphEntity]],
    published: Iterable[str],
    related: Iterable[str],
) -> GraphEntity:
    """An initiative with its concept, why and how surely it is linked to it, and what is near to it."""
    concept = _target(entity.concept, moved)
    told = {name: value for name, value in entity.attributes.items() if name not in (LINK, LINK_CONFIDENCE)}
    near = sorted(set(related) - {entity.key, concept})
    told |= {RELATED: " ".join(near)} if near else {}
    if concept not in set(published) and len(instances[concept]) < 2:
        return replace(entity, concept="", attributes=dict(sorted(told.items())))
    reason = Reason.NEAR_FORM if entity.concept in moved else Reason.SAME_FORM
    told |= {LINK: reason.value, LINK_CONFIDENCE: f"{SURE[reason]:.2f}"}
    return replace(entity, concept=concept, attributes=dict(sorted(told.items())))


def _told(
    concept: str,
    group: Sequence[GraphEntity],
    forms: Mapping[str, str],
    moved: Mapping[str, NearName],
    published: Iterable[str],
) -> Iterable[Decision]:
    """Why the initiatives of a concept share it: one decision for those of one form, one for each near name."""
    if concept not in set(published) and len(group) < 2:
        return
    equal = [e for e in group if e.concept not in moved and e.key != concept]
    if equal and (len(equal) > 1 or concept in set(published)):
        sure = {"form": forms[equal[0].key], "confidence": f"{SURE[Reason.SAME_FORM]:.2f}", "concept": concept}
        yield _decision(True, Reason.SAME_FORM, equal, sure)
    for entity in group:
        if entity.concept in moved:
            found = moved[entity.concept]
            others = [e for e in group if e is not entity and forms.get(e.key) == found.other_form]
            sure = {
                "score": f"{found.shown.score:.2f}", "confidence": f"{SURE[Reason.NEAR_FORM]:.2f}", "concept": concept,
                "form": found.other_form, "words": found.shown.words,
            }  # fmt: skip
            yield _decision(True, Reason.NEAR_FORM, [entity, *others], sure)


def _refused(
    found: NearName, instances: Mapping[str, Sequence[GraphEntity]], moved: Mapping[str, NearName]
) -> Iterable[Decision]:
    """That an initiative is near to another and not shown to be the same; none where no report names the other."""
    mine = instances.get(_target(found.key, moved), ())
    theirs = instances.get(_target(found.other, moved), ())
    if mine and theirs and mine != theirs:
        told = {"score": f"{found.shown.score:.2f}", "words": found.shown.words or f"{found.form}、{found.other_form}"}
        yield _decision(False, Reason.RELATED_NAME, [mine[0], theirs[0]], told)


def _decision(same: bool, reason: Reason, entities: Sequence[GraphEntity], detail: Mapping[str, str]) -> Decision:
    documents = tuple(sorted({said.document for entity in entities for said in entity.mentions}))
    names, keys = tuple(e.name for e in entities), tuple(e.key for e in entities)
    return Decision(same, reason, EntityKind.PROGRAM, names, keys, documents, detail)

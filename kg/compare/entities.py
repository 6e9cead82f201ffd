"""What became of the things of the old graph: the same, renamed, moved, merged, split, or gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.compare.model import EntityDifference, Field
from kg.model.graph import GraphEntity, KnowledgeGraph

__all__ = ["became", "entity_differences"]

Entities = Mapping[str, GraphEntity]


def became(old: KnowledgeGraph, new: KnowledgeGraph, documents: Mapping[str, str]) -> dict[str, str]:
    """Key in the old graph to key in the new one, for all things that are found again.

    One that lost its key is found where exactly one thing of its kind shares a name with it and either belongs to the
    same region or is spoken of by the same reports; `documents` leads from reports of the old graph to the new one.
    """
    there = {entity.key: entity for entity in new.entities}
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in new.entities:
        for name in (entity.name, *entity.aliases):
            by_name[entity.kind.value, name].add(entity.key)
    spoken_old, spoken_new = _reports(old), _reports(new)
    found = {}
    for entity in old.entities:
        if entity.key in there:
            found[entity.key] = entity.key
            continue
        reports = {documents.get(report, report) for report in spoken_old[entity.key]}
        for names in ((entity.name,), entity.aliases):
            near = {key for name in names for key in by_name[entity.kind.value, name]}
            likely = {key for key in near if _same_region(entity, there[key]) or spoken_new[key] & reports}
            if len(likely) == 1:
                found[entity.key] = likely.pop()
                break
    return found


def _same_region(one: GraphEntity, other: GraphEntity) -> bool:
    """Whether both are known to belong to one region: two things of no known region need not be one."""
    return bool(one.region) and one.region == other.region


def _reports(graph: KnowledgeGraph) -> dict[str, set[str]]:
    """Key of each thing to the reports that say something of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in graph.statements:
        for key in statement.ends.values():
            found[key].update(evidence.document for evidence in statement.evidence)
    for figure in graph.figures:
        for key in (figure.region, figure.about):
            found[key].update(evidence.document for evidence in figure.evidence)
    return found


def entity_differences(old: Entities, new: Entities, follow: Mapping[str, str]) -> Iterator[EntityDifference]:
    """All that differs in the things themselves; `follow` as `became` gives it. First merges, then what is renamed,
    split, changed, gained and lost, each sorted by key."""
    origins: dict[str, list[str]] = defaultdict(list)
    for before, after in sorted(follow.items()):
        origins[after].append(before)
    found: list[EntityDifference] = []
    for after, befores in origins.items():
        fields = _fields(old[befores[0]], new[after], follow, old, new) if len(befores) == 1 else ()
        if len(befores) > 1:
            found.append(_difference("merged", [old[key] for key in befores], [new[after]]))
        elif befores[0] != after or old[after].name != new[after].name:
            found.append(_difference("renamed", [old[befores[0]]], [new[after]], fields))
        elif fields:
            found.append(_difference("changed", [old[after]], [new[after]], fields))
    found += [_difference("lost", [entity], []) for key, entity in old.items() if key not in follow]
    by_alias: dict[tuple[str, str], list[GraphEntity]] = defaultdict(list)
    for entity in old.values():
        for alias in entity.aliases:
            by_alias[entity.kind.value, alias].append(entity)
    for key, entity in new.items():
        if key not in origins:
            whole = _split_from(entity, by_alias[entity.kind.value, entity.name], new)
            found.append(_difference("split", [whole], [entity]) if whole else _difference("gained", [], [entity]))
    order = ("merged", "renamed", "split", "changed", "gained", "lost")
    yield from sorted(found, key=lambda d: (order.index(d.state), d.keys))


def _split_from(entity: GraphEntity, bearers: list[GraphEntity], new: Entities) -> GraphEntity | None:
    """Of the things of the old graph that bore the new one's name the one that, without that name, is still there."""
    wholes = [
        before
        for before in bearers
        if before.key in new
        and entity.name not in (new[before.key].name, *new[before.key].aliases)
        and before.region == entity.region
    ]
    return wholes[0] if len(wholes) == 1 else None


def _difference(
    state: str, before: list[GraphEntity], after: list[GraphEntity], fields: tuple[Field, ...] = ()
) -> EntityDifference:
    kind = (before or after)[0].kind.value
    keys = tuple(entity.key for entity in (*before, *after))
    return EntityDifference(
        state, kind, tuple(e.name for e in before), tuple(e.name for e in after), tuple(dict.fromkeys(keys)), fields
    )


def _fields(
    before: GraphEntity, after: GraphEntity, follow: Mapping[str, str], old: Entities, new: Entities
) -> tuple[Field, ...]:
    """What differs in a thing that both graphs know."""

    def region(entity: GraphEntity, there: Entities) -> str:
        return there[entity.region].name if entity.region in there else entity.region

    fields = [Field("name", before.name, after.name)]
    lost, gained = sorted({*before.aliases} - {*after.aliases}), sorted({*after.aliases} - {*before.aliases})
    fields.append(Field("aliases", "、".join(lost), "、".join(gained)))
    fields.append(Field("concept", before.concept, after.concept))
    levels = [entity.level.word if entity.level is not None else "" for entity in (before, after)]
    fields.append(Field("level", *levels))
    if follow.get(before.region, before.region) != after.region:
        fields.append(Field("region", region(before, old) or before.region, region(after, new)))
    for name in sorted(before.attributes.keys() | after.attributes.keys()):
        one, other = before.attributes.get(name, ""), after.attributes.get(name, "")
        if (follow.get(one, one) if name.endswith("_id") else one) != other:
            fields.append(Field(name, one, other))
    return tuple(field for field in fields if field.before != field.after or field.name == "region")

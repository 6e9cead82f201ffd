"""Graphs as values, put together by keys: a key is a pure function of what it names, so the same thing has the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Protocol, TypeVar

from kg.combine.choice import Choices, Conflict
from kg.combine.documents import merged_documents
from kg.errors import GraphError, UsageError
from kg.model.graph import (
    Curation,
    GraphEntity,
    GraphFigure,
    GraphIdentity,
    KnowledgeGraph,
    Statement,
    StatementEvidence,
)
from kg.model.lineage import Direction, SharedText

__all__ = ["Merged", "common_base", "merge"]


class Keyed(Protocol):
    """What has a key."""

    @property
    def key(self) -> str:
        """Path under the base IRI."""


K = TypeVar("K", bound=Keyed)


@dataclass(frozen=True, slots=True)
class Merged:
    """Several graphs as one, and what had to be chosen."""

    graph: KnowledgeGraph
    conflicts: tuple[Conflict, ...]


def merge(graphs: Sequence[KnowledgeGraph]) -> Merged:
    """All that the graphs hold, each thing once.

    The order of the graphs, a graph given twice, and merging some of them before change nothing. Names of a thing are
    all kept: the fullest is its name, the others are aliases. Who is who is not decided anew: names that only a build
    of all reports would take for one thing stay several. Raises `GraphError` where one key stands for several things.

    >>> nothing = KnowledgeGraph((), (), {})
    >>> merge([nothing, nothing]) == merge([nothing])
    True
    """
    choices = Choices()
    entities = [_entity(choices, group) for group in _groups(graph.entities for graph in graphs)]
    names = {entity.key: entity.name for entity in entities}
    documents, read_by = merged_documents(choices, graphs)
    merged = KnowledgeGraph(
        entities=tuple(_named_body(entity, names) for entity in entities),
        statements=tuple(_statement(choices, group) for group in _groups(graph.statements for graph in graphs)),
        documents=documents,
        figures=tuple(_figure(choices, group) for group in _groups(graph.figures for graph in graphs)),
        identities=tuple(_identity(choices, group) for group in _groups(graph.identities for graph in graphs)),
        read_by=read_by,
        shared_texts=tuple(_shared(choices, group) for group in _groups(graph.shared_texts for graph in graphs)),
        curations=tuple(_curation(group) for group in _groups(graph.curations for graph in graphs)),
    )
    choices.conflicts += _undone(merged)
    return Merged(merged, tuple(sorted(choices.conflicts)))


def common_base(bases: Iterable[str], wanted: str | None = None) -> str:
    """The base of all IRIs of a merged graph; raises `UsageError` when the graphs have several and none is wanted.

    >>> common_base(["urn:ex:a/", "urn:ex:a/"]), common_base(["urn:ex:a/", "urn:ex:b/"], "urn:ex:c/")
    ('urn:ex:a/', 'urn:ex:c/')
    """
    known = sorted(set(bases))
    if wanted or len(known) == 1:
        return wanted or known[0]
    raise UsageError(
        "图谱的 IRI 前缀不同，请用 --base-iri 说明都改成哪个 / the graphs have different bases, say with --base-iri to "
        f"which all are rewritten: {', '.join(known)}"
    )


def _curation(group: list[Curation]) -> Curation:
    """A correction with all that it changed in any of the graphs."""
    _same(group, lambda curation: (curation.action, curation.who, curation.why))
    subjects = {key for curation in group for key in curation.subjects}
    removed = {key for curation in group for key in curation.removed}
    return replace(group[0], subjects=tuple(sorted(subjects)), removed=tuple(sorted(removed)))


def _shared(choices: Choices, group: list[SharedText]) -> SharedText:
    """A shared text; where the graphs differ in what they know of it, a known direction goes before an unknown one."""
    _same(group, lambda one: sorted((side.document, side.start, side.end) for side in one.evidence))
    return choices.greatest(group[0].key, "direction", group, _sureness, _direction)


def _sureness(one: SharedText) -> tuple[object, ...]:
    return one.direction is not Direction.UNKNOWN, one.similarity, _direction(one)


def _direction(one: SharedText) -> str:
    sides = f"{one.first.document} → {one.second.document}"
    return f"{sides} {one.direction.value} {one.kind.value} {one.similarity:.4f}"


def _undone(graph: KnowledgeGraph) -> Iterator[Conflict]:
    """What a correction took out of one graph and another brings again: it stays, and is told."""
    there = {entity.key for entity in graph.entities} | {statement.key for statement in graph.statements}
    for curation in graph.curations:
        yield from (Conflict(key, "removed", (curation.key,), "kept") for key in curation.removed if key in there)


def _groups(parts: Iterable[Iterable[K]]) -> list[list[K]]:
    """What the graphs say of each key, in the order of keys."""
    found: dict[str, list[K]] = {}
    for one in chain.from_iterable(parts):
        found.setdefault(one.key, []).append(one)
    return [group for _, group in sorted(found.items())]


def _same(group: Sequence[K], said: Callable[[K], object]) -> None:
    """Nothing; raises `GraphError` where one key stands for different things."""
    first = said(group[0])
    if any(said(other) != first for other in group[1:]):
        raise GraphError(f"{group[0].key}: 同一个键说的不是一回事 / one key for different things")


def _entity(choices: Choices, group: list[GraphEntity]) -> GraphEntity:
    _same(group, lambda entity: entity.kind)
    key = group[0].key
    name = choices.fullest(key, "name", (entity.name for entity in group))
    levels = [entity.level for entity in group if entity.level is not None]
    return GraphEntity(
        key=key,
        kind=group[0].kind,
        name=name,
        aliases=tuple(sorted({n for entity in group for n in (entity.name, *entity.aliases)} - {name})),
        concept=choices.fullest(key, "concept", (entity.concept for entity in group)),
        # The higher level, as the smaller number tells it.
        level=choices.greatest(key, "level", levels, lambda level: -level, lambda level: level.word)
        if levels
        else None,
        region=choices.fullest(key, "region", (entity.region for entity in group)),
        attributes=choices.attributes(key, [entity.attributes for entity in group]),
        mentions=_evidence(mention for entity in group for mention in entity.mentions),
    )


def _named_body(entity: GraphEntity, names: dict[str, str]) -> GraphEntity:
    """The entity with its school or body under the name that this has now."""
    body = names.get(entity.attributes.get("affiliation_id", ""))
    return replace(entity, attributes={**entity.attributes, "affiliation": body}) if body else entity


def _statement(choices: Choices, group: list[Statement]) -> Statement:
    _same(group, lambda s: (s.kind, s.ends, s.year, s.status))
    attributes = choices.attributes(group[0].key, [statement.attributes for statement in group])
    return replace(group[0], evidence=_evidence(e for s in group for e in s.evidence), attributes=attributes)


def _evidence(told: Iterable[StatementEvidence]) -> tuple[StatementEvidence, ...]:
    """Each span and rule once, with the highest confidence; by document and place."""
    found: dict[tuple[str, int, int, str], StatementEvidence] = {}
    for one in sorted(told, key=lambda e: (e.confidence, e.quote)):
        found[one.document, one.start, one.end, one.rule] = one
    return tuple(one for _, one in sorted(found.items()))


def _figure(choices: Choices, group: list[GraphFigure]) -> GraphFigure:
    """As `kg build` puts equal figures together: the shortest words, approximate only if all are."""
    _same(group, lambda f: (f.value, f.upper, f.unit, f.change, f.region, f.about, f.year, f.status))
    return replace(
        group[0],
        what=min((figure.what for figure in group), key=lambda what: (len(what), what)),
        qualifiers=min(figure.qualifiers for figure in group),
        approximate=all(figure.approximate for figure in group),
        part_of=choices.fullest(group[0].key, "part_of", (figure.part_of for figure in group)),
        evidence=_evidence(e for figure in group for e in figure.evidence),
    )


def _identity(choices: Choices, group: list[GraphIdentity]) -> GraphIdentity:
    _same(group, lambda identity: (identity.kind, sorted(identity.figures)))
    return choices.greatest(
        group[0].key, "computed", group,
        lambda i: (i.holds, i.computed, i.figures), lambda i: f"{i.computed:f} {'成立' if i.holds else '不成立'}",
    )  # fmt: skip

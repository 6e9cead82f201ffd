"""One initiative over all regions: what is called by the same concept, and each time that a region takes it up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.knowledge.concepts import published_names
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import EntityKind, FactKind, Status
from kg.policy.held import held, home_regions, upwards
from kg.text.simplify import simplify

__all__ = [
    "KINDS",
    "ROLES",
    "Adoption",
    "Initiative",
    "concept_of",
    "initiatives",
    "own_name",
    "simple_words",
    "surest_by_region",
]

KINDS = (EntityKind.PROGRAM, EntityKind.HONOR, EntityKind.PROJECT, EntityKind.DOCUMENT)
"""What regions can share."""
ROLES = {
    FactKind.PROGRAM: "program",
    FactKind.PARTICIPATION: "program",
    FactKind.AWARD: "honor",
    FactKind.PROJECT: "project",
    FactKind.DOCUMENT: "document",
}
"""Which end of a fact is the initiative."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """A report says of a region that it plans, does or did something of an initiative."""

    region: str
    """Key of the reporting region where the fact holds there or within it; else of the region the fact names."""
    year: int | None
    status: Status | None
    name: str
    """What the report itself calls it; where damage hides that, the usual name."""
    statement: Statement
    evidence: StatementEvidence
    """The surest place."""


@dataclass(frozen=True, slots=True)
class Initiative:
    """What one concept stands for in all reports."""

    concept: str
    """`GraphEntity.concept`, or the key of the one entity that has no concept."""
    kind: EntityKind
    name: str
    """That of the published concept; of any other that of the entity with most facts."""
    entities: tuple[str, ...]
    """Keys, sorted."""
    adoptions: tuple[Adoption, ...]
    """By year, those without a year last, then by region and statement."""

    @property
    def regions(self) -> tuple[str, ...]:
        """Keys of the regions that take it up, sorted."""
        return tuple(sorted({adoption.region for adoption in self.adoptions}))


def concept_of(entity: GraphEntity) -> str:
    """What makes an entity the same initiative as another: its concept, else itself."""
    return entity.concept or entity.key


def initiatives(graph: KnowledgeGraph, kinds: Collection[EntityKind] = KINDS) -> Mapping[str, Initiative]:
    """All initiatives of these kinds, by concept, sorted; those that no fact speaks of are missing."""
    by_key = {entity.key: entity for entity in graph.entities}
    members: dict[str, list[GraphEntity]] = {}
    for entity in graph.entities:
        if entity.kind in kinds:
            members.setdefault(concept_of(entity), []).append(entity)
    found: dict[str, list[Adoption]] = {}
    facts: dict[str, int] = {}
    published = published_names()
    for entity, adoption in _adoptions(graph, by_key):
        if entity.kind in kinds:
            found.setdefault(concept_of(entity), []).append(adoption)
            facts[entity.key] = facts.get(entity.key, 0) + 1
    return {
        concept: Initiative(
            concept,
            members[concept][0].kind,
            published.get(concept)
            or max(members[concept], key=lambda e: (facts.get(e.key, 0), -len(e.name), e.key)).name,
            tuple(sorted(entity.key for entity in members[concept])),
            tuple(sorted(found[concept], key=_by_time)),
        )
        for concept in sorted(found)
    }


def _by_time(adoption: Adoption) -> tuple[int, str, str, str]:
    return (adoption.year or 9999, adoption.region, adoption.statement.key, adoption.evidence.document)


def _adoptions(graph: KnowledgeGraph, by_key: Mapping[str, GraphEntity]) -> Iterator[tuple[GraphEntity, Adoption]]:
    """One for each fact and reporting region, the surest place of its reports standing for it."""
    home = home_regions(graph)
    reporting = held(graph)
    published = published_names()
    for statement in graph.statements:
        entity = by_key.get(statement.ends.get(ROLES.get(statement.kind, ""), ""))
        if entity is None:
            continue
        for region, evidence in surest_by_region(statement, graph, home, by_key, reporting).items():
            name = own_name(entity, evidence, usual=published.get(concept_of(entity), ""))
            yield entity, Adoption(region, statement.year, statement.status, name, statement, evidence)


def surest_by_region(
    statement: Statement,
    graph: KnowledgeGraph,
    home: Mapping[str, str],
    by_key: Mapping[str, GraphEntity],
    reporting: Mapping[str, object],
) -> Mapping[str, StatementEvidence]:
    """Key of each region that a statement is about, as its reports tell, to their surest words; sorted.

    `home` is `home_regions` of the graph, `by_key` its entities, `reporting` its `held`.
    """

    def order(evidence: StatementEvidence) -> tuple[float, str, str, int]:
        # Of a report and its repost, which say the same words equally surely, the older one is the source.
        date = graph.documents[evidence.document].date if evidence.document in graph.documents else ""
        return (-evidence.confidence, date or "9999", evidence.document, evidence.start)

    named = _named_region(statement, by_key)
    surest: dict[str, StatementEvidence] = {}
    for evidence in statement.evidence:
        region = _taking(named, home.get(evidence.document, ""), by_key, reporting)
        if region and (region not in surest or order(evidence) < order(surest[region])):
            surest[region] = evidence
    return dict(sorted(surest.items()))


def _named_region(statement: Statement, by_key: Mapping[str, GraphEntity]) -> str:
    """The region that the fact names: itself, or where the school that takes part or is honored lies."""
    for role in ("region", "to", "school"):
        end = by_key.get(statement.ends.get(role, ""))
        if end is not None:
            return end.key if end.kind is EntityKind.REGION else end.region
    return ""


def _taking(named: str, home: str, by_key: Mapping[str, GraphEntity], reporting: Mapping[str, object]) -> str:
    """The region that reports, where the named one lies within it; else the nearest reporting one, or the named one."""
    chain = upwards(named, by_key)
    if not chain or home in chain:
        return home or named
    return next((region for region in chain if region in reporting), named)


def own_name(entity: GraphEntity, evidence: StatementEvidence, *, usual: str = "") -> str:
    """The longest of its names that the quote holds, in whatever script; where damage hides it, the usual one."""
    words = simple_words(evidence.quote)
    names = sorted({entity.name, *entity.aliases}, key=lambda name: (-len(name), name))
    return next((name for name in names if name in words), usual or entity.name)


_PINYIN = re.compile(r"[(（][^()（）\u4e00-\u9fff\d]{1,7}[)）]")
"""Pinyin that a page has put behind characters: 強(qiáng)師(shī)工程."""


@lru_cache(maxsize=4096)
def simple_words(quote: str) -> str:
    """A quote in simplified characters, without pinyin behind them."""
    return simplify(_PINYIN.sub("", quote))

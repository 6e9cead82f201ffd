"""Which reports a graph holds: the denominator of every comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model.document import DocumentInfo
from kg.model.graph import GraphEntity, KnowledgeGraph
from kg.model.names import EntityKind, Level

__all__ = ["Held", "held", "home_regions", "upwards"]


@dataclass(frozen=True, slots=True)
class Held:
    """The reports of one region."""

    region: str
    """Key of the region."""
    name: str
    level: Level | None
    documents: tuple[str, ...]
    """Keys, sorted."""
    review_years: tuple[int, ...]
    """Years that some report looks back on, sorted."""
    plan_years: tuple[int, ...]
    """Years that some report looks forward to, sorted."""

    @property
    def years(self) -> tuple[int, ...]:
        """All years of which some report speaks, sorted."""
        return tuple(sorted({*self.review_years, *self.plan_years}))


def held(graph: KnowledgeGraph) -> Mapping[str, Held]:
    """What is held of each region that reports, by its key, sorted; reports without a region are nobody's."""
    of: dict[str, list[str]] = {}
    for document, region in home_regions(graph).items():
        of.setdefault(region, []).append(document)
    names = {entity.key: entity.name for entity in graph.entities}
    return {region: _held(region, names[region], sorted(of[region]), graph.documents) for region in sorted(of)}


def _held(region: str, name: str, keys: list[str], documents: Mapping[str, DocumentInfo]) -> Held:
    reports = [documents[key] for key in keys]
    return Held(
        region,
        name,
        next((info.region_level for info in reports if info.region_level is not None), None),
        tuple(keys),
        tuple(sorted({year for info in reports for year in info.review_years})),
        tuple(sorted({year for info in reports for year in info.plan_years})),
    )


def home_regions(graph: KnowledgeGraph) -> Mapping[str, str]:
    """Document key to the key of the region that it speaks for, found by code or by name.

    A report whose region nothing tells is missing, unless the build gave it a region of its own (本县).
    """
    regions = [entity for entity in graph.entities if entity.kind is EntityKind.REGION]
    by_code = {e.attributes["code"]: e.key for e in regions if e.attributes.get("code")}
    by_name = {e.name: e.key for e in reversed(regions)}
    own = _own_regions(graph, {e.key for e in regions if not e.attributes.get("code") and not e.region})
    found = {}
    for key, info in graph.documents.items():
        region = by_code.get(info.region_code) if info.region_code else by_name.get(info.region)
        if region := region or own.get(key):
            found[key] = region
    return found


def _own_regions(graph: KnowledgeGraph, unplaced: set[str]) -> dict[str, str]:
    """The regions without a place that only one report speaks of, by that report."""
    told: dict[str, set[str]] = {}
    for statement in graph.statements:
        region = statement.ends.get("region", "")
        if region in unplaced:
            told.setdefault(region, set()).update(e.document for e in statement.evidence)
    return {next(iter(documents)): region for region, documents in sorted(told.items()) if len(documents) == 1}


def upwards(region: str, by_key: Mapping[str, GraphEntity]) -> list[str]:
    """Keys of a region and of all that it lies in, the nearest first; none for an unknown one."""
    chain: list[str] = []
    while region in by_key and region not in chain:
        chain.append(region)
        region = by_key[region].region
    return chain

"""The region that a user means."""

from __future__ import annotations

from kg.errors import UsageError
from kg.model.graph import GraphEntity, KnowledgeGraph
from kg.model.names import EntityKind
from kg.text.simplify import simplify

__all__ = ["chosen_region"]

_SHOWN = 12


def chosen_region(graph: KnowledgeGraph, wanted: str) -> GraphEntity:
    """The region of that name, other name, code or key. Raises `UsageError` that names those there are."""
    plain = simplify(wanted.strip())
    regions = [entity for entity in graph.entities if entity.kind is EntityKind.REGION]
    found = [
        region
        for region in regions
        if plain in (region.key, region.name, region.attributes.get("code"), *region.aliases)
    ]
    if len(found) == 1:
        return found[0]
    told = Ranked(graph).names(found or regions)
    if found:
        raise UsageError(f"{wanted}: 不止一个，请用代码 / more than one, give the code: {told}")
    raise UsageError(f"{wanted}: 图中没有这个地区 / no such region in the graph: {told}")


class Ranked:
    """Regions by how much is said of them."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._facts: dict[str, int] = {}
        for statement in graph.statements:
            for key in statement.ends.values():
                self._facts[key] = self._facts.get(key, 0) + 1

    def names(self, regions: list[GraphEntity]) -> str:
        """The first dozen with their codes."""
        ordered = sorted(regions, key=lambda region: (-self._facts.get(region.key, 0), region.key))
        told = [f"{r.name} {r.attributes.get('code', r.key)}" for r in ordered[:_SHOWN]]
        return "、".join(told) + (" …" if len(ordered) > _SHOWN else "")

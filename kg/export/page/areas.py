"""Many regions as a tree: provinces, and in a province of many regions its prefectures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.knowledge.folder import ontology_folder
from kg.knowledge.regions import Gazetteer, load_gazetteer
from kg.model.graph import GraphEntity, KnowledgeGraph
from kg.model.names import EntityKind

__all__ = ["MOST_GROUPS", "Area", "areas_of"]

MOST_GROUPS = 40
"""So many regions with all their circles can be told apart in one window; more are shown by province."""
_PROVINCE, _PREFECTURE = 2, 4
"""Digits of a division code that name the province and the prefecture."""
_ELSEWHERE = "@"


@dataclass(frozen=True, slots=True)
class Area:
    """A province or prefecture that holds the groups of its regions."""

    id: str
    """`@` and the first digits of the division code: `@43`, `@4312`; `@` for what lies nowhere known."""
    chinese: str
    english: str
    parent: str
    """The id of the area around it, or empty."""


def areas_of(
    graph: KnowledgeGraph, groups: Sequence[str], hubs: Mapping[str, str]
) -> tuple[list[Area], dict[str, str]]:
    """The areas, the outer ones first, and for each group the id of the innermost area; nothing for few groups.

    `groups` are those of regions and reports. Where a region lies is told by its code, else by the chain of regions
    that it belongs to.
    """
    if len(groups) <= MOST_GROUPS:
        return [], {}
    by_key = {entity.key: entity for entity in graph.entities if entity.kind is EntityKind.REGION}
    names = {code: e.name for e in by_key.values() if (code := e.attributes.get("code", ""))}
    codes = {group: _code(group, hubs.get(group, ""), by_key) for group in groups}
    outer = {group: _ELSEWHERE + codes[group][:_PROVINCE] for group in groups}
    inner = dict(outer)
    for area in set(outer.values()) - {_ELSEWHERE}:
        inside = [group for group in groups if outer[group] == area]
        if len(inside) > MOST_GROUPS:
            inner |= {group: _ELSEWHERE + codes[group][:_PREFECTURE] for group in inside}
    found = {*outer.values(), *inner.values()}
    parents = {inner[group]: outer[group] for group in groups if inner[group] != outer[group]}
    areas = [_area(one, parents.get(one, ""), names) for one in sorted(found, key=lambda one: (len(one), one))]
    return areas, inner


def _code(group: str, hub: str, by_key: Mapping[str, GraphEntity]) -> str:
    """The division code of the group's region or of the nearest region around it; empty where none is known."""
    if group.isascii() and group.isdigit():
        return group
    seen: set[str] = set()
    while hub in by_key and hub not in seen:
        seen.add(hub)
        if code := by_key[hub].attributes.get("code", ""):
            return code
        hub = by_key[hub].region
    return ""


def _area(area: str, parent: str, names: Mapping[str, str]) -> Area:
    digits = area.removeprefix(_ELSEWHERE)
    if not digits:
        return Area(area, "其他", "Elsewhere", parent)
    full = digits.ljust(6, "0")
    return Area(area, names.get(full) or _official(full) or _directly_under(full, digits, names), "", parent)


def _directly_under(full: str, digits: str, names: Mapping[str, str]) -> str:
    """Counties without a prefecture share digits that name none: they go by their province and those digits."""
    province = full[:_PROVINCE].ljust(6, "0")
    return f"{names.get(province) or _official(province)}{digits}"


def _official(code: str) -> str:
    """What no report names has a name all the same; empty where the code is not known."""
    division = _gazetteer().by_code(code)
    return division.name if division else ""


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return load_gazetteer(ontology_folder() / "regions")

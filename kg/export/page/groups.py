"""Which region's reports each thing belongs to: the large parts of the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.export.page.areas import Area, areas_of
from kg.model.document import DocumentInfo
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind

__all__ = ["LONE", "SHARED", "Group", "Groups", "group_things"]

SHARED = ""
"""The group of what the reports of several regions name."""
LONE = "~"
"""The group of what no statement names and that belongs to no region of a report."""


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the picture."""

    id: str
    """A region by its code or name, a report without a region by its title, `SHARED`, or `LONE`."""
    chinese: str
    english: str
    """Only for the two groups that are no region; a region has its own name."""
    hub: str
    """Key of the region that it is the group of, or empty."""


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups that hold something, by id, and who stands where."""

    groups: tuple[Group, ...]
    of: Mapping[str, str]
    """Entity key to the id of its group."""
    of_document: Mapping[str, str]
    """Document key to the id of its group."""
    areas: tuple[Area, ...] = ()
    """Provinces and prefectures, the outer ones first, where there are too many groups for one look."""
    area_of: Mapping[str, str] = field(default_factory=dict)
    """Group id to the id of the area in which it lies; empty where there are no areas."""


def group_things(graph: KnowledgeGraph) -> Groups:
    """Each thing with the region whose reports name it; `SHARED` when reports of several regions do.

    What no statement names stands with the region it belongs to, and a reporting region in its own group.
    """
    home = {key: _home(info) for key, info in graph.documents.items()}
    hubs = _hubs(graph)
    of_hub = {key: group for group, key in hubs.items()}
    named: dict[str, set[str]] = {}
    for statement in graph.statements:
        homes = {home[e.document] for e in statement.evidence if e.document in home}
        for key in statement.ends.values():
            named.setdefault(key, set()).update(homes)
    of = {}
    for entity in graph.entities:
        homes = named.get(entity.key) or {of_hub.get(entity.region, LONE)}
        of[entity.key] = of_hub.get(entity.key) or (next(iter(homes)) if len(homes) == 1 else SHARED)
    names = _names(graph)
    held = sorted({*of.values(), *home.values()})
    areas, area_of = areas_of(graph, [name for name in held if name not in (SHARED, LONE)], hubs)
    grouped = tuple(Group(name, *names[name], hubs.get(name, "")) for name in held)
    return Groups(grouped, of, home, tuple(areas), area_of)


def _home(info: DocumentInfo) -> str:
    """What tells the region of a report from all others: its code, for names repeat; else what the report has."""
    return info.region_code or info.region or info.title or info.source.stem


def _names(graph: KnowledgeGraph) -> dict[str, tuple[str, str]]:
    """What each group is called on the picture."""
    regions = {_home(i): (i.region or i.title or i.source.stem, "") for i in graph.documents.values()}
    return regions | {SHARED: ("多地共有", "Shared by several"), LONE: ("只提到，没有事实", "Named only, no facts")}


def _hubs(graph: KnowledgeGraph) -> dict[str, str]:
    """Group to the key of the region that it is the group of, found by its code or its name."""
    regions = [e for e in graph.entities if e.kind is EntityKind.REGION]
    by_code = {e.attributes["code"]: e.key for e in regions if e.attributes.get("code")}
    by_name = {e.name: e.key for e in reversed(regions)}
    found: dict[str, str] = {}
    for info in graph.documents.values():
        key = by_code.get(info.region_code) or (by_name.get(info.region) if not info.region_code else None)
        if key:
            found.setdefault(_home(info), key)
    return found

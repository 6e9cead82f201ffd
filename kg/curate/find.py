"""The things and reports that an entry names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.curate.entries import Ref
from kg.errors import KgError
from kg.model.document import DocumentInfo
from kg.model.graph import GraphEntity
from kg.model.names import EntityKind
from kg.text.names import near_names, plain_name

__all__ = ["MissingError", "Things", "find_document", "keys_told", "said"]

SHOWN = 3


class MissingError(KgError):
    """Why an entry names nothing, or too much; caught where entries are applied."""


class Things:
    """The entities of a graph by key and by name."""

    def __init__(self, entities: Iterable[GraphEntity], named_in: Mapping[str, set[str]] | None = None) -> None:
        """`named_in`: entity key to the keys of the documents that name it."""
        self.by_key = {entity.key: entity for entity in entities}
        self.named_in = named_in or {}
        self._by_name: dict[tuple[EntityKind, str], list[GraphEntity]] = {}
        for entity in self.by_key.values():
            for name in {plain_name(name) for name in (entity.name, *entity.aliases)}:
                self._by_name.setdefault((entity.kind, name), []).append(entity)

    def find(self, ref: Ref, documents: Mapping[str, DocumentInfo]) -> GraphEntity:
        """The one entity that is meant; raises `MissingError` where there is none, or several."""
        if ref.key:
            found = [self.by_key[key] for key in keys_told(ref.key) if key in self.by_key][:1]
        else:
            assert ref.kind is not None
            bearing = self._by_name.get((ref.kind, plain_name(ref.name)), ())
            found = [entity for entity in bearing if self._lies_in(entity, ref.region)]
        if ref.document and found:
            document = find_document(ref.document, documents)
            found = [e for e in found if document in self.named_in.get(e.key, ())]
        first_names = [e for e in found if plain_name(e.name) == plain_name(ref.name)]
        if len(found) > 1 and len(first_names) == 1:
            found = first_names
        if not found:
            raise MissingError(f"图中没有 / not in the graph: {said(ref)}{self._near(ref)}")
        if len(found) > 1:
            keys = ", ".join(sorted(e.key for e in found)[:SHOWN])
            raise MissingError(
                f"可能是几个，请写明 region 或 IRI / could be several, give region or IRI: {said(ref)}: {keys}"
            )
        return found[0]

    def _near(self, ref: Ref) -> str:
        """What may have been meant, for the end of a message: the name elsewhere or of another kind, or near names."""
        wanted = plain_name(ref.name)
        if not wanted:
            return ""
        same = [e for (_, name), theirs in self._by_name.items() if name == wanted for e in theirs]
        near = [f"{e.kind.value} {e.name} <{e.key}>" for e in same]
        near = near or near_names(wanted, (name for kind, name in self._by_name if kind is ref.kind))
        near = near or near_names(wanted, (name for _, name in self._by_name))
        return f"；相近的有 / near: {'、'.join(near[:SHOWN])}" if near else ""

    def _lies_in(self, entity: GraphEntity, region: str) -> bool:
        if not region:
            return True
        home = self.by_key.get(entity.region)
        if home is None:
            return False
        return self.is_called(home, region)

    def is_called(self, region: GraphEntity, told: str) -> bool:
        """Whether a region is told by this name, division code, key or IRI."""
        names = (region.name, *region.aliases, region.attributes.get("code", ""))
        return bool(told) and (plain_name(told) in map(plain_name, names) or region.key in keys_told(told))


def find_document(name: str, documents: Mapping[str, DocumentInfo]) -> str:
    """The key of the report that is called so: by key, file name, end of the path, or stem; raises `MissingError`."""
    exact = [k for k, d in documents.items() if name in (k, d.source.path, d.source.sha256)]
    loose = [k for k, d in documents.items() if d.source.path.endswith(f"/{name}") or d.source.stem == name]
    found = exact or loose
    if len(found) != 1:
        if found:
            raise MissingError(f"可能是几份 / could be several: {name}")
        near = near_names(name, (info.source.path.rpartition("/")[2] for info in documents.values()))
        told = f"；相近的有 / near: {'、'.join(near)}" if near else ""
        raise MissingError(f"图中没有这份报告 / no such report in the graph: {name}{told}")
    return found[0]


def said(ref: Ref) -> str:
    """How messages call what an entry names.

    >>> said(Ref(kind=EntityKind.SCHOOL, name="一中", region="甲县"))
    'School 一中 (甲县)'
    """
    if ref.key:
        return ref.key
    where = "".join(f" ({word})" for word in (ref.region, ref.document) if word)
    return f"{ref.kind.value if ref.kind else ''} {ref.name}{where}"


def keys_told(told: str) -> list[str]:
    """The keys that a key or an IRI can mean: itself, and what stands behind each sign at which a base can end.

    >>> keys_told("https://w3id.org/cn-edu-kg/id/region/431221")[-2:]
    ['region/431221', '431221']
    """
    if "://" not in told and not told.startswith("urn:"):
        return [told]
    return [told[match.end() :] for match in re.finditer(r"[/#:]", told)]

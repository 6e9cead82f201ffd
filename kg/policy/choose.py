"""Which initiatives and regions a user means: by key, IRI, code, or any name in either script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.errors import UsageError
from kg.knowledge.concepts import load_concepts
from kg.knowledge.folder import ontology_folder
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind
from kg.policy.held import Held, upwards
from kg.policy.initiatives import KINDS, Initiative
from kg.text.names import near_names, plain_name

__all__ = ["find_initiative", "find_regions"]

_ENOUGH = 2
"""Characters of a name that is looked for inside longer ones."""
_PART = 4
"""Characters of a part of names that is enough to mean the one initiative whose names hold it."""
_SHOWN = 5


def find_initiative(asked: str, known: Mapping[str, Initiative], graph: KnowledgeGraph) -> Initiative:
    """The initiative meant by a concept's key, an IRI that ends in one, or a name or alias in any script.

    Where a program and an honor bear the name, the program is meant. Raises `UsageError` with near names where nothing
    bears it, and with the keys to choose from where several of one kind do.
    """
    by_entity = {key: concept for concept, initiative in known.items() for key in initiative.entities}
    for key in {**by_entity, **{concept: concept for concept in known}}:
        if asked == key or asked.endswith("/" + key):
            return known[by_entity.get(key, key)]
    wanted = plain_name(asked)
    names = _names(known, graph)
    bearing = [concept for concept in names.get(wanted, ()) if concept in known]
    if not bearing:
        bearing = [concept for concept in _published(wanted) if concept in known]
    if not bearing:
        # 杏坛领雁 of 杏坛领雁工程: what stands in the names of one initiative only, means that.
        inside = {
            concept for name, found in names.items() if len(wanted) >= _PART and wanted in name for concept in found
        }
        bearing = sorted(inside) if len(inside) == 1 else []
    first = next(([one for one in bearing if known[one].kind is kind] for kind in KINDS
                  if any(known[one].kind is kind for one in bearing)), [])  # fmt: skip
    own = [one for one in first if plain_name(known[one].name) == wanted]
    chosen = own if len(own) == 1 else first
    if len(chosen) == 1:
        return known[chosen[0]]
    if chosen:
        keys = ", ".join(f"{known[one].name} = {one}" for one in chosen[:_SHOWN])
        raise UsageError(f"“{asked}”可以指几项举措，请写标识 / several initiatives bear this name, give a key: {keys}")
    raise UsageError(_unknown(asked, wanted, names, known))


def find_regions(asked: str, reporting: Mapping[str, Held], graph: KnowledgeGraph) -> tuple[str, ...]:
    """Keys of the reporting regions meant by a name, a code or a key: itself, and all that lie in it.

    Only regions that report, and those in which these lie, can be meant. Raises `UsageError` with near names.
    """
    by_key = {entity.key: entity for entity in graph.entities if entity.kind is EntityKind.REGION}
    chains = {region: upwards(region, by_key) for region in reporting}
    there = sorted({key for chain in chains.values() for key in chain})
    wanted = plain_name(asked)

    def is_meant(key: str) -> bool:
        code = by_key[key].attributes.get("code", "")
        return asked == key or asked.endswith("/" + key) or (bool(code) and asked == code)

    meant = [key for key in there if is_meant(key)]
    meant = meant or [key for key in there if plain_name(by_key[key].name) == wanted]
    meant = meant or [key for key in there if wanted in map(plain_name, by_key[key].aliases)]
    if not meant:
        names = sorted({by_key[key].name for key in there})
        near = near_names(wanted, names) or names[:_SHOWN]
        told = f"有 / there are: {'、'.join(near)}" if near else "没有一份报告有地区 / no report has a region"
        raise UsageError(f"没有这个地区的报告 / no report of such a region: {asked}; {told}")
    return tuple(region for region in reporting if set(meant) & set(chains[region]))


def _names(known: Mapping[str, Initiative], graph: KnowledgeGraph) -> Mapping[str, Sequence[str]]:
    """Each plain name to the concepts that bear it."""
    by_key = {entity.key: entity for entity in graph.entities}
    names: dict[str, list[str]] = {}
    for concept, initiative in known.items():
        members = [by_key[key] for key in initiative.entities]
        for name in sorted({plain_name(name) for member in members for name in (member.name, *member.aliases)}):
            names.setdefault(name, []).append(concept)
    return names


def _published(wanted: str) -> Iterable[str]:
    """The concepts of `ontology/` that bear a name, which no report may use as it stands."""
    tables = load_concepts(ontology_folder() / "concepts").values()
    return sorted({concept.key for table in tables for name, concept in table.items() if plain_name(name) == wanted})


def _unknown(asked: str, wanted: str, names: Mapping[str, Sequence[str]], known: Mapping[str, Initiative]) -> str:
    """What is said of a name that no initiative bears: whether it is a known one, and which names are near."""
    containing = [
        name for name in sorted(names, key=lambda n: (len(n), n)) if len(wanted) >= _ENOUGH and wanted in name
    ]
    near = list(dict.fromkeys([*containing[:_SHOWN], *near_names(wanted, names, most=_SHOWN)]))[:_SHOWN]
    shown = ", ".join(dict.fromkeys(known[names[name][0]].name for name in near))
    if next(iter(_published(wanted)), ""):
        told = f"手头的报告都没有提到“{asked}” / no report held tells of it"
    else:
        told = f"没有这项举措 / no such initiative: {asked}"
    return f"{told}; {'相近的 / near: ' + shown if shown else '看有哪些 / see which there are: kg compare'}"

"""Rows about the published concepts that a graph uses: what `ontology/concepts` says of them and of those above."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from kg.graph.iri import Namespaces
from kg.graph.literals import chinese, english, integer, tagged, text
from kg.graph.turtle import Row
from kg.knowledge.concepts import FILES
from kg.knowledge.folder import ontology_folder
from kg.knowledge.skos import Properties, read_skos

__all__ = ["published_names", "scheme_rows", "used_concepts"]

_LINKS = {"broader": "skos:broader", "related": "skos:related", "differentFrom": "owl:differentFrom"}


@cache
def _published() -> Mapping[str, Properties]:
    """All concepts and papers of the schemes by their keys; read when the first graph is written."""
    folder = ontology_folder() / "concepts"
    return {key: told for stem in FILES for key, told in read_skos(folder / f"{stem}.ttl").items()}


def used_concepts(keys: Collection[str]) -> tuple[str, ...]:
    """The published concepts among the keys, and all that stand above them, sorted.

    >>> used_concepts(["program/zhuandiketang", "program/no-such"])
    ('program/sangeketang', 'program/zhuandiketang')
    """
    # A report may name the paper from which a concept comes: that is no concept.
    found = {key for key in keys if "inScheme" in _published().get(key, ())}
    rest = list(found)
    while rest:
        above = set(_published()[rest.pop()].get("broader", ())) - found
        found |= above
        rest.extend(above)
    return tuple(sorted(found))


def published_names(keys: Collection[str]) -> dict[str, tuple[str, str]]:
    """The Chinese and the English name of each of the concepts that is published; English may be empty.

    >>> published_names(["program/shuangjian", "program/no-such"])
    {'program/shuangjian': ('双减', 'Double reduction')}
    """
    told = {key: _published()[key] for key in sorted(keys) if key in _published()}
    return {key: (one["prefLabel"][0], next(iter(one.get("prefLabel@en", ())), "")) for key, one in told.items()}


def scheme_rows(used: Collection[str], names: Namespaces, *, known: Mapping[str, Collection[str]]) -> Iterator[Row]:
    """What the schemes say of the concepts in use, and of the papers that these come from.

    `known` are the names of all entities by their keys. A concept that is an entity keeps the names that the reports
    give it, and takes the usual one and those in other scripts beside them; links lead to concepts and regions that
    the graph holds.
    """
    for key in used:
        told, node = _published()[key], names.entity(key)
        if key not in known:
            yield node, "a", "ek:Concept"
            yield from ((node, "skos:prefLabel", chinese(name)) for name in told["prefLabel"])
            yield from ((node, "skos:altLabel", chinese(name)) for name in told.get("altLabel", ()))
        elif told["prefLabel"][0] not in known[key]:
            yield node, "skos:altLabel", chinese(told["prefLabel"][0])
        yield from ((node, "skos:prefLabel", english(name)) for name in told.get("prefLabel@en", ()))
        yield from ((node, "skos:prefLabel", tagged(name, "zh-hant")) for name in told.get("prefLabel@zh-hant", ()))
        yield from _about(node, told)
        yield from ((node, "ek:inRegion", names.entity(r)) for r in told.get("inRegion", ()) if r in known)
        for name, link in _LINKS.items():
            yield from ((node, link, names.entity(other)) for other in told.get(name, ()) if other in used)
        for paper in told.get("source", ()):
            yield node, "dct:source", names.entity(paper)
            yield from _paper(paper, names, known=known)


def _about(node: str, told: Properties) -> Iterator[Row]:
    """Scheme, level, first year and note."""
    yield from ((node, "skos:inScheme", f"ek:{scheme}") for scheme in told["inScheme"])
    yield from ((node, "ek:level", f"ek:{level}") for level in told["level"] if level != "variousLevels")
    yield from ((node, "ek:firstYear", integer(int(year))) for year in told.get("firstYear", ()))
    yield from ((node, "skos:scopeNote", chinese(note)) for note in told.get("scopeNote", ()))


def _paper(key: str, names: Namespaces, *, known: Collection[str]) -> Iterator[Row]:
    """A paper that started something: a legal resource; one that a report names, too, is an entity already."""
    told, node = _published()[key], names.entity(key)
    if key not in known:
        yield node, "a", "eli:LegalResource"
        yield node, "skos:prefLabel", chinese(told["prefLabel"][0])
    yield node, "ek:issuer", chinese(told["issuer"][0])
    yield node, "ek:firstYear", integer(int(told["firstYear"][0]))
    yield from ((node, "ek:documentNumber", text(number)) for number in told.get("documentNumber", ()))

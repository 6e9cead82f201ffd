"""A spec's document read by the real stages, and what differs from what the spec expects."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from kg.clean import clean
from kg.evaluate.matching import ALIASES_THAT_COUNT, same_name
from kg.extract import extract
from kg.knowledge import Knowledge
from kg.model.aligned import AlignedText
from kg.model.document import RawDocument, SourceFile
from kg.model.facts import DocumentFacts, Entity, Fact
from kg.relate import relate
from kg.resolve import resolve_document
from kg.segment import segment
from tests.specs.corpus import Spec

__all__ = ["differences", "read_text"]

ENDS = frozenset({"school", "region", "in", "honor", "to", "project", "program", "document", "former", "successor"})
"""The roles that a fact's ends play; every other key of an expected fact is an attribute."""


def read_text(text: str, knowledge: Knowledge) -> DocumentFacts:
    """The facts of a plain text, by all stages from clean to resolve."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    raw = RawDocument(SourceFile("a.txt", sha256, "text/plain", "utf-8", len(text)), text, AlignedText.plain(text))
    document = segment(clean(raw), knowledge)
    mentions = extract(document, knowledge)
    return resolve_document(document, mentions, relate(document, mentions, knowledge), knowledge)


def differences(spec: Spec, read: DocumentFacts) -> list[str]:
    """One line for each thing that was not read as the spec says; none if all is as it should be."""
    return [
        *_region(spec, read),
        *_missing(spec, read),
        *_unwanted(spec, read),
        *_split(spec, read),
        *_attributes(spec, read),
        *_facts(spec, read),
    ]


def _region(spec: Spec, read: DocumentFacts) -> Iterator[str]:
    """The document must be known as its region's."""
    if not spec.region.endswith(read.info.region) or bool(spec.region) != bool(read.info.region):
        yield f"the document's region: expected {spec.region}, read {read.info.region or 'none'}"


def _missing(spec: Spec, read: DocumentFacts) -> Iterator[str]:
    """Names that no entity bears, or that share their entity with another name."""
    for kind, names in spec.finds.items():
        entities = [e for e in read.entities if e.kind == kind]
        taken: set[str] = set()
        # The names with the fewest choices first: 一中 must not take the entity that 县一中 needs.
        for name in sorted(names, key=lambda n: len(_bearers(n, entities))):
            free = [e for e in _bearers(name, entities) if e.id not in taken]
            if free:
                taken.add(free[0].id)
            else:
                yield f"missed {kind} {name}; read: {_names(entities)}"


def _unwanted(spec: Spec, read: DocumentFacts) -> Iterator[str]:
    """Entities of the text that the spec leaves; what only the head names does not count, nor the own region."""
    start = len(spec.head)
    for kind, names in spec.leaves.items():
        found = [e for e in read.entities if e.kind == kind and any(v.start >= start for v in e.evidence)]
        if "*" in names:
            known = [*spec.finds.get(kind, ()), *spec.may.get(kind, ()), *([spec.region] if kind == "Region" else [])]
            allowed = {e.id for name in known for e in _bearers(name, found)}
            if kind == "Region":
                allowed |= {e.id for e in found if e.name == read.info.region}
            for entity in found:
                if entity.id not in allowed:
                    yield f"wrong {kind} {entity.name} ({entity.evidence[0].rule})"
        for name in names:
            for entity in _bearers(name, found):
                yield f"wrong {kind} {name} ({entity.evidence[0].rule})"


def _split(spec: Spec, read: DocumentFacts) -> Iterator[str]:
    """Names of one thing that several entities bear, or none."""
    for kind, groups in spec.same.items():
        for group in groups:
            bearers = {e.id for e in read.entities if e.kind == kind for n in group if same_name(n) in _own_names(e)}
            if len(bearers) != 1 or not all(
                any(same_name(n) in _all_names(e) for e in read.entities if e.id in bearers) for n in group
            ):
                read_names = _names(e for e in read.entities if e.kind == kind)
                yield f"{kind} {' = '.join(group)} should be one; read: {read_names}"


def _attributes(spec: Spec, read: DocumentFacts) -> Iterator[str]:
    """Levels, codes and other attributes that differ."""
    for name, level in spec.levels.items():
        found = {e.level.word if e.level is not None else "none" for e in _bearers(name, read.entities)}
        if found != {level}:
            yield f"level of {name}: expected {level}, read {', '.join(sorted(found)) or 'no such entity'}"
    for name, code in spec.codes.items():
        codes = {e.attributes.get("code", "none") for e in _bearers(name, read.entities) if e.kind == "Region"}
        if codes != {code}:
            yield f"code of {name}: expected {code}, read {', '.join(sorted(codes)) or 'no such region'}"
    for name, wanted in spec.attributes.items():
        known = [e.attributes for e in _bearers(name, read.entities)]
        if not any(wanted.items() <= dict(k).items() for k in known):
            yield f"of {name}: expected {dict(wanted)}, read {list(map(dict, known)) or 'no such entity'}"


def _facts(spec: Spec, read: DocumentFacts) -> Iterator[str]:
    """Facts that are not stated, and facts of the text that should not be."""
    by_id = {e.id: e for e in read.entities}
    for wanted in spec.facts:
        same_ends = [f for f in read.facts if f.kind == wanted["type"] and _ends_agree(wanted, f, by_id)]
        if not any(_rest_agrees(wanted, f) for f in same_ends):
            near = same_ends or [f for f in read.facts if f.kind == wanted["type"]]
            yield f"missed fact {_said(wanted)}; read: {'; '.join(_shown(f, by_id) for f in near[:6]) or 'none'}"
    start = len(spec.head)
    for lacked in spec.lacks:
        for fact in read.facts:
            if (
                fact.kind == lacked["type"]
                and fact.evidence.end > start
                and _ends_agree(lacked, fact, by_id)
                and _rest_agrees(lacked, fact)
            ):
                yield f"wrong fact {_shown(fact, by_id)} ({fact.evidence.rule})"


def _ends_agree(wanted: Mapping[str, Any], fact: Fact, by_id: Mapping[str, Entity]) -> bool:
    """Whether each end that is named is an entity of that name; `to = ""` asks for a fact without that end."""
    for role, name in wanted.items():
        if role not in ENDS:
            continue
        if name == "":
            if role in fact.ends:
                return False
        elif role not in fact.ends or not _bearers(name, [by_id[fact.ends[role]]]):
            return False
    return True


def _rest_agrees(wanted: Mapping[str, Any], fact: Fact) -> bool:
    """Whether year, status and attributes are those that are named."""
    for key, value in wanted.items():
        if key in ENDS or key == "type":
            continue
        if key == "year":
            if (fact.year or 0) != value:
                return False
        elif key == "status":
            if fact.status not in value.split("|"):
                return False
        elif fact.attributes.get(key) != str(value):
            return False
    return True


def _bearers(name: str, entities: Iterator[Entity] | list[Entity] | tuple[Entity, ...]) -> list[Entity]:
    """The entities that go by a name, as the scorer compares; those whose own name it is come first."""
    wanted = {same_name(n) for n in name.split("|")}
    found = [e for e in entities if wanted & _own_names(e)]
    return sorted(found, key=lambda e: same_name(e.name) not in wanted)


def _own_names(entity: Entity) -> set[str]:
    return {same_name(n) for n in (entity.name, *entity.aliases[:ALIASES_THAT_COUNT])}


def _all_names(entity: Entity) -> set[str]:
    return {same_name(n) for n in (entity.name, *entity.aliases)}


def _names(entities: Any) -> str:
    return "、".join(e.name for e in entities) or "none"


def _said(wanted: Mapping[str, Any]) -> str:
    return " ".join(f"{key}={value}" for key, value in wanted.items())


def _shown(fact: Fact, by_id: Mapping[str, Entity]) -> str:
    ends = " ".join(f"{role}={by_id[id].name}" for role, id in fact.ends.items())
    rest = " ".join(f"{key}={value}" for key, value in fact.attributes.items())
    return f"{fact.kind} {ends} {fact.year or '-'} {fact.status or '-'} {rest}".rstrip()

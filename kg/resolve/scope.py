"""The region inside which a name is unique, and the key under which equal things of all documents meet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Entity
from kg.model.identity import LINK
from kg.model.names import EntityKind, FactKind, Level
from kg.resolve.concept import own_form
from kg.resolve.prefix import bare_name, leading_region, strip_own_region
from kg.resolve.school_key import expand, is_telling
from kg.text.keys import named_key

__all__ = ["Identity", "homes", "identity_of"]

_FOLDER = {
    EntityKind.SCHOOL: "school",
    EntityKind.PROJECT: "project",
    EntityKind.PROGRAM: "program",
    EntityKind.HONOR: "honor",
    EntityKind.DOCUMENT: "policy",
    EntityKind.ORGANIZATION: "organization",
    EntityKind.PERSON: "person",
    EntityKind.REGION: "region",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """What an entity of one document is over all documents."""

    key: str
    """`GraphEntity.key`."""
    scope: str
    """The division code inside which the name is unique, `x…` where the document's region is unknown, or empty."""
    form: str
    """The name as it is compared: without region, written out."""


def homes(document: DocumentFacts) -> Mapping[str, str]:
    """Entity to the region that a fact puts it in: schools by location, the others by the region that runs them."""
    found: dict[str, str] = {}
    depth = {e.id: len(e.attributes.get("code", "").rstrip("0")) for e in document.entities}
    for fact in document.facts:
        region = fact.ends.get("region")
        for role in ("school", "project", "document"):
            if region and role in fact.ends and (role == "school") == (fact.kind is FactKind.LOCATION):
                known = found.get(fact.ends[role])
                # A school that lies in a county and its prefecture is the county's.
                if known is None or depth[region] > depth[known]:
                    found[fact.ends[role]] = region
    return found


def identity_of(entity: Entity, home: Entity | None, document: DocumentFacts, knowledge: Knowledge) -> Identity:
    """The key of an entity of one document; `home` is the region that the document puts it in."""
    folder = _FOLDER[entity.kind]
    name = bare_name(entity.name)
    if entity.kind is EntityKind.REGION:
        code = entity.attributes.get("code", "")
        key = f"region/{code}" if code else named_key("region", document.info.source.sha256[:8], entity.name)
        return Identity(key, code, name)
    if entity.kind is EntityKind.SCHOOL:
        scope, form = _school(name, home, document, knowledge)
        return Identity(named_key(folder, scope, form), scope, form)
    scope = _scope(entity, document, knowledge)
    if entity.kind is EntityKind.PROGRAM and entity.concept:
        rest = strip_own_region(name, document.info, knowledge)[1]
        form = own_form(entity.kind, rest, knowledge)
        # What is linked to a concept has a name of its own; else it is the concept.
        linked = LINK in entity.attributes
        return Identity(named_key(folder, "", rest) if linked else entity.concept, scope, form)
    if entity.kind is EntityKind.HONOR:
        name = re.sub(r"^(?:全国|国家级|省级?|市级?|县级?|区级?|州级?)", "", name)
    return Identity(named_key(folder, scope, name), scope, name)


def _own(document: DocumentFacts) -> str:
    """The code of the document's region; a mark of its own where none is known."""
    return document.info.region_code or f"x{document.info.source.sha256[:8]}"


def _school(name: str, home: Entity | None, document: DocumentFacts, knowledge: Knowledge) -> tuple[str, str]:
    """The county inside which a school's name is unique, and the name without region, written out.

    常德市第一中学 is the prefecture's own 第一中学 even where a county's report names it: were it looked for in the
    county, it would be taken for the county's. A name that tells by itself (常德市恒雅中学) stays where it lies.
    """
    leading = leading_region(name, document.info.region_code, knowledge)
    rest = name[leading[1] :] if leading and len(name) - leading[1] >= 2 else name
    form = expand(rest)
    code = home.attributes.get("code", "") if home is not None else ""
    scope = code[:6] if code else _own(document)
    above = leading is not None and knowledge.regions.contains(leading[0], scope) and leading[0] != scope
    return (leading[0][:6] if leading and above and not is_telling(form) else scope), form


def _scope(entity: Entity, document: DocumentFacts, knowledge: Knowledge) -> str:
    """The division code inside which the entity's name is unique; empty where the name stands for itself."""
    own = _own(document)
    if entity.kind in (EntityKind.PROJECT, EntityKind.PERSON):
        return own
    if entity.kind is EntityKind.HONOR:
        return _level_code(entity.level, own, knowledge)
    if entity.kind is EntityKind.ORGANIZATION:
        leading = leading_region(entity.name, document.info.region_code, knowledge)
        return leading[0] if leading else ""
    if entity.kind is EntityKind.DOCUMENT and len(bare_name(entity.name)) < 8:
        return own
    return ""


def _level_code(level: Level | None, own: str, knowledge: Knowledge) -> str:
    """The code of the region that gives an honor of a level, as seen from the document's region."""
    if level is Level.NATIONAL:
        return "000000"
    if level in (Level.PROVINCE, Level.PREFECTURE):
        for division in knowledge.regions.ancestors(own) if own.isdigit() else ():
            if division.level is level:
                return division.code
    return own

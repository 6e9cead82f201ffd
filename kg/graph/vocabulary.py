"""The terms of `ontology/edu.ttl` that the code writes, as prefixed names; a test holds the two together."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.graph.prefixes import ONTOLOGY, PREFIXES
from kg.model.figures import Change, IdentityKind
from kg.model.names import EntityKind, FactKind, Level, Status

__all__ = [
    "CHANGES",
    "CLASS_OF_FACT",
    "CLASS_OF_IDENTITY",
    "CLASS_OF_KIND",
    "DIRECTIONS",
    "LEVELS",
    "PREFIXES",
    "SHORTCUTS",
    "STAGES",
    "STATUSES",
    "ek",
    "role_property",
    "term",
]


def term(name: str) -> NamedNode:
    """The IRI of a prefixed name.

    >>> term("oa:exact").value
    'http://www.w3.org/ns/oa#exact'
    """
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


def ek(local: str) -> NamedNode:
    """The IRI of a term of this project's own vocabulary.

    >>> ek("School").value
    'https://w3id.org/cn-edu-kg/ns#School'
    """
    return NamedNode(ONTOLOGY + local)


CLASS_OF_KIND = {kind: f"ek:{kind.value}" for kind in EntityKind}
"""The class of each kind of entity has the same name."""

CLASS_OF_FACT = {
    FactKind.LOCATION: "ek:Location",
    FactKind.WITHIN: "ek:Containment",
    FactKind.AWARD: "ek:HonorConferral",
    FactKind.PROJECT: "ek:Construction",
    FactKind.PROGRAM: "ek:Implementation",
    FactKind.PARTICIPATION: "ek:Participation",
    FactKind.DOCUMENT: "ek:Application",
    FactKind.SUCCESSION: "ek:Succession",
    FactKind.BASIS: "ek:Basis",
}
"""The class of the node that stands for a fact of each kind."""

CLASS_OF_IDENTITY = {kind: f"ek:{kind.value.capitalize()}" for kind in IdentityKind}
"""The class of each kind of identity: `ek:Sum`, `ek:Share` …"""

DIRECTIONS = {change: f"ek:{change.value}" for change in Change}
STATUSES = {status: f"ek:{status.value}" for status in Status}
LEVELS = {level: f"ek:{level.word}Level" for level in Level}

CHANGES = {how: f"ek:{how}" for how in ("renamed", "merged", "absorbed", "moved", "campus", "reorganized", "closed")}
CHANGES["second-name"] = "ek:secondName"
"""What happened to a school, by the attribute `how` of a succession."""

STAGES = {
    "kindergarten": "ek:Kindergarten",
    "primary": "ek:PrimarySchool",
    "junior": "ek:JuniorHighSchool",
    "senior": "ek:SeniorHighSchool",
    "nine-year": "ek:NineYearSchool",
    "twelve-year": "ek:TwelveYearSchool",
    "secondary": "ek:SecondarySchool",
    "vocational": "ek:VocationalSchool",
    "special": "ek:SpecialSchool",
    "university": "ek:HigherEducationInstitution",
}
"""The subclass of School for each value of the attribute `stage`."""

SHORTCUTS: dict[FactKind, tuple[tuple[str, str, str], ...]] = {
    FactKind.LOCATION: (("school", "region", "ek:inRegion"),),
    FactKind.WITHIN: (("region", "in", "schema:containedInPlace"),),
    FactKind.AWARD: (("to", "honor", "ek:hasHonor"),),
    FactKind.PROJECT: (("school", "project", "ek:hasProject"), ("region", "project", "ek:hasProject")),
    FactKind.PROGRAM: (("region", "program", "ek:implements"),),
    FactKind.PARTICIPATION: (("school", "program", "ek:participatesIn"),),
    FactKind.DOCUMENT: (("region", "document", "ek:applies"),),
    FactKind.SUCCESSION: (("successor", "former", "ek:succeeds"),),
    FactKind.BASIS: (("program", "document", "ek:basedOn"), ("project", "document", "ek:basedOn")),
}
"""The one-hop edges that follow from a fact: from the filler of one role to the filler of another."""


def role_property(kind: FactKind, role: str) -> str:
    """The property from a fact's node to the entity that fills a role.

    `ek:inRegion` always leads to the region in which the fact holds; of a containment that is the outer region.

    >>> role_property(FactKind.AWARD, "to")
    'ek:recipient'
    """
    if kind is FactKind.WITHIN:
        return {"region": "ek:region", "in": "ek:inRegion"}[role]
    return {"to": "ek:recipient", "region": "ek:inRegion"}.get(role, f"ek:{role}")

"""The closed sets of the field: kinds of entities and facts, statuses, and levels of government."""

from __future__ import annotations

from enum import IntEnum, StrEnum

__all__ = ["FACT_ENDS", "EntityKind", "FactKind", "Level", "Status"]


class EntityKind(StrEnum):
    """What a report can name. The value is the word of the ontology, the gold and the tables.

    >>> EntityKind.SCHOOL.value
    'School'
    """

    REGION = "Region"
    SCHOOL = "School"
    PROJECT = "Project"
    PROGRAM = "Program"
    HONOR = "Honor"
    DOCUMENT = "PolicyDocument"
    ORGANIZATION = "Organization"
    PERSON = "Person"


class FactKind(StrEnum):
    """What a report can say of the things it names."""

    LOCATION = "location"
    WITHIN = "within"
    AWARD = "award"
    PROJECT = "project"
    PROGRAM = "program"
    PARTICIPATION = "participation"
    DOCUMENT = "document"
    SUCCESSION = "succession"
    """What became of a school: not part of the gold form, so not scored."""
    BASIS = "basis"
    """By which paper an initiative is carried out: not part of the gold form either."""


FACT_ENDS: dict[FactKind, tuple[str, ...]] = {
    FactKind.LOCATION: ("school", "region"),
    FactKind.WITHIN: ("region", "in"),
    FactKind.AWARD: ("honor", "to"),
    FactKind.PROJECT: ("project", "school", "region"),
    FactKind.PROGRAM: ("program", "region"),
    FactKind.PARTICIPATION: ("program", "school"),
    FactKind.DOCUMENT: ("document", "region"),
    FactKind.SUCCESSION: ("former", "successor"),
    FactKind.BASIS: ("program", "project", "document", "region"),
}
"""The roles that a fact of each kind can fill, in the order in which they are written."""


class Status(StrEnum):
    """How far along a fact is, as its text says."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    COMPLETED = "completed"


class Level(IntEnum):
    """Levels of government, from the nation down; a smaller number is a higher level.

    >>> Level.PROVINCE < Level.COUNTY
    True
    """

    NATIONAL = 0
    PROVINCE = 1
    PREFECTURE = 2
    COUNTY = 3
    TOWNSHIP = 4
    SCHOOL = 5

    @property
    def word(self) -> str:
        """The level as the gold and the tables write it.

        >>> Level.PREFECTURE.word
        'prefecture'
        """
        return self.name.lower()

"""What a document says of the things it names: nine kinds of facts with year, status and evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.facts import Mention, Relation
from kg.relate.award import relate_awards
from kg.relate.basis import relate_bases
from kg.relate.containment import relate_containment
from kg.relate.participation import relate_participation
from kg.relate.place import relate_locations
from kg.relate.run import relate_documents, relate_programs, relate_projects
from kg.relate.scene import Scene
from kg.relate.succession import relate_successions

__all__ = ["relate"]

RELATERS: tuple[Callable[[Scene], list[Relation]], ...] = (
    relate_locations,
    relate_containment,
    relate_documents,
    relate_projects,
    relate_programs,
    relate_awards,
    relate_participation,
    relate_successions,
    relate_bases,
)


def relate(document: SegmentedDocument, mentions: Sequence[Mention], knowledge: Knowledge) -> tuple[Relation, ...]:
    """All relations between the mentions of a document; ends are indices into `mentions`."""
    scene = Scene(document, mentions, knowledge)
    return tuple(relation for find in RELATERS for relation in find(scene))

"""Regions in regions: each that a document names, in the nearest one above it that it names too."""

from __future__ import annotations

from kg.model.facts import Relation
from kg.model.names import EntityKind, FactKind
from kg.relate.place import home_region
from kg.relate.scene import Scene

__all__ = ["relate_containment"]


def relate_containment(scene: Scene) -> list[Relation]:
    """Each region that the document names in the nearest region above it that it names too."""
    gazetteer = scene.knowledge.regions
    first: dict[str, int] = {}
    for index, mention in enumerate(scene.mentions):
        code = mention.attributes.get("code", "") if mention.kind is EntityKind.REGION else ""
        if code:
            first.setdefault(code, index)
    relations: list[Relation] = []
    for code, index in first.items():
        above = next((a.code for a in gazetteer.ancestors(code) if a.code in first), None)
        if above is not None:
            mention = scene.mentions[index]
            relations.append(
                Relation(
                    FactKind.WITHIN,
                    {"region": index, "in": first[above]},
                    None,
                    None,
                    mention.start,
                    mention.end,
                    "gazetteer",
                    1.0,
                )
            )
    home = home_region(scene)
    for index, mention in enumerate(scene.mentions):
        if mention.kind is EntityKind.REGION and mention.rule == "town-beside-town" and home is not None:
            relations.append(
                Relation(
                    FactKind.WITHIN,
                    {"region": index, "in": home},
                    None,
                    None,
                    mention.start,
                    mention.end,
                    "town-beside-town",
                    0.6,
                )
            )
    return relations

"""Where things are: schools in regions, regions in regions."""

from __future__ import annotations

import re

from kg.model.facts import Relation
from kg.model.names import EntityKind, FactKind, Level
from kg.relate.scene import Scene

__all__ = ["home_region", "relate_containment", "relate_locations"]

_AT = re.compile(r"(?:位于|地处|坐落于|坐落在|设在)$")


def home_region(scene: Scene) -> int | None:
    """The index of the first mention of the document's own region; None if it is named nowhere."""
    code = scene.document.info.region_code
    for index, mention in enumerate(scene.mentions):
        if mention.kind is EntityKind.REGION and mention.attributes.get("own") == "yes":
            return index
        if mention.kind is EntityKind.REGION and code and mention.attributes.get("code") == code:
            return index
    return None


def relate_locations(scene: Scene) -> list[Relation]:
    """Each school in the most specific region that its name or the words before it tell, else the document's."""
    home = home_region(scene)
    relations: list[Relation] = []
    for index, school in enumerate(scene.mentions):
        if school.kind is not EntityKind.SCHOOL:
            continue
        region = _named_region(scene, index)
        if region is None:
            region = _stated_region(scene, school.start)
        rule, confidence = ("region-in-name", 0.95) if region is not None else ("document-region", 0.85)
        region = home if region is None else region
        if region is not None:
            relations.append(
                Relation(FactKind.LOCATION, {"school": index, "region": region}, None, None, school.start, school.end,
                         rule, confidence)
            )
    return relations


def _named_region(scene: Scene, index: int) -> int | None:
    """The region that a school's name holds, if it is more specific than the document's or lies outside it."""
    school = scene.mentions[index]
    gazetteer = scene.knowledge.regions
    own = scene.document.info.region_code
    item = school.attributes.get("item", "")
    start, end = (int(x) for x in item.split("-")) if item else (school.start, school.end)
    best: tuple[int, int] | None = None
    for place in scene.within(start, end, EntityKind.REGION):
        region = scene.mentions[place]
        code = region.attributes.get("code", "")
        division = gazetteer.by_code(code) if code else None
        explicit = division is None or scene.text[region.start : region.end] != division.short or len(division.short) == len(division.name)
        if code and own and (code == own or gazetteer.contains(code, own)):
            continue
        if not explicit and division is not None and division.level is Level.TOWNSHIP:
            # 沙地中心小学 bears the township's name; that it lies there is likely, not said.
            continue
        rank = int(division.level) if division else int(Level.TOWNSHIP)
        if best is None or rank >= best[0]:
            best = rank, place
    return best[1] if best else None


def _stated_region(scene: Scene, start: int) -> int | None:
    """The region of 位于漕河镇的县五小 and 该校地处煎茶镇 right before the school's name."""
    sentence = scene.sentence_at(start)
    if sentence is None or scene.text[start - 1 : start] != "的":
        return None
    for place in scene.within(max(sentence.start, start - 14), start, EntityKind.REGION):
        region = scene.mentions[place]
        if region.end == start - 1 and _AT.search(scene.text, sentence.start, region.start):
            return place
    return None


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
                Relation(FactKind.WITHIN, {"region": index, "in": first[above]}, None, None, mention.start, mention.end,
                         "gazetteer", 1.0)
            )
    home = home_region(scene)
    for index, mention in enumerate(scene.mentions):
        if mention.kind is EntityKind.REGION and mention.rule == "town-beside-town" and home is not None:
            relations.append(
                Relation(FactKind.WITHIN, {"region": index, "in": home}, None, None, mention.start, mention.end,
                         "town-beside-town", 0.6)
            )
    return relations

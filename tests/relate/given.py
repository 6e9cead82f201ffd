"""Relations between mentions that are given by hand: the test does not depend on what extraction finds."""

from __future__ import annotations

from kg.knowledge import Knowledge
from kg.model.facts import Mention, Relation
from kg.model.names import FACT_ENDS, EntityKind, FactKind
from kg.relate import relate
from tests.segment.documents import segmented

__all__ = ["HEAD", "Said", "related"]

HEAD = "石门县教育局2022年工作总结\n"
"""The title of most examples: all facts are of 2022 and done, where nothing else is said."""

Said = tuple[str, ...]
"""A relation as words: its kind, then the names at its ends, in the order of their roles."""


def related(
    text: str, names: dict[EntityKind, list[str]], knowledge: Knowledge, *, head: str = HEAD
) -> list[tuple[Said, Relation]]:
    """What is said of the names given; each name stands for all its places in the text.

    A project named `SCHOOL|WORK` serves the school. A region's code is that of the gazetteer; 我县 is the document's.
    """
    document = segmented(head + text + "\n", knowledge)
    mentions: list[Mention] = []
    for kind, surfaces in names.items():
        for surface in surfaces:
            plain = surface.replace("|", "")
            at = document.text.find(plain)
            assert at >= 0, f"{plain} is not in {document.text!r}"
            while at >= 0:
                mentions.append(_mention(kind, surface, at, document.info.region_code, knowledge))
                at = document.text.find(plain, at + 1)
    mentions.sort(key=lambda m: (m.start, m.end))
    found = relate(document, mentions, knowledge)
    return [(_said(relation, mentions), relation) for relation in found]


def _mention(kind: EntityKind, surface: str, at: int, own: str, knowledge: Knowledge) -> Mention:
    plain = surface.replace("|", "")
    attributes: dict[str, str] = {}
    if kind is EntityKind.PROJECT and "|" in surface:
        school, work = surface.split("|")
        attributes = {"school": f"{at}-{at + len(school)}-{school}", "work": work}
    if kind is EntityKind.REGION:
        division = knowledge.regions.lookup(plain, within=own[:2] + "0000" if own else "")
        division = division or knowledge.regions.lookup(plain)
        code = own if plain[0] in "我全" else division.code if division is not None else ""
        attributes = {"code": code} | ({"own": "yes"} if code == own else {})
    return Mention(kind, at, at + len(plain), plain, "by-hand", 0.9, attributes)


def _said(relation: Relation, mentions: list[Mention]) -> Said:
    roles = FACT_ENDS[FactKind(relation.kind)]
    return (relation.kind.value, *(mentions[relation.ends[role]].name for role in roles if role in relation.ends))

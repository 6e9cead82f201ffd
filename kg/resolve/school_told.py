"""What the words beside a school's name tell of it: 民办北斗幼儿园, 光明学校（九年一贯制）, 东山学校是一所公办初中."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.knowledge import Knowledge
from kg.model.facts import Mention

__all__ = ["told_attributes"]

_BEFORE = re.compile(r"(?:民办|私立|公办|公立)(?:的|学校|园)?“?$")
_BRACKET = re.compile(r"（(?P<what>[^（）]{2,16})）")
_IS = re.compile(
    r"，?(?:学校|该校)?(?:是|为|系|属于?)(?P<what>(?:我[县区市]|全[县区市]|一|首|唯|目前|第)[^，。；]{0,24}?(?:学校|中学|小学|高中|初中|幼儿园|完中))"
)


def told_attributes(text: str, mentions: Iterable[Mention], knowledge: Knowledge) -> dict[str, str]:
    """`ownership` and `stage` as far as the words around a school's mentions tell them; the first that tells wins."""
    told: dict[str, str] = {}
    for mention in mentions:
        for words in _beside(text, mention):
            for hit in knowledge.cues["school_kind"].all(words):
                field, _, value = hit.says.partition(" ")
                told.setdefault(field, value)
    return told


def _beside(text: str, mention: Mention) -> Iterable[str]:
    """The words right before a name, in brackets behind it, or behind 是一所."""
    before = _BEFORE.search(text, max(0, mention.start - 6), mention.start)
    if before:
        yield before[0]
    bracket = _BRACKET.match(text, mention.end)
    if bracket:
        yield bracket["what"]
    told = _IS.match(text, bracket.end() if bracket else mention.end)
    if told:
        yield told["what"]

"""Which paper an initiative rests on: 落实《…》, 根据《…》, and what the report does for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.knowledge.bases import FIRST_PAPER, FIRST_PROGRAM, BasisRule
from kg.model.document import Sentence
from kg.model.facts import Relation
from kg.model.names import EntityKind, FactKind
from kg.relate.place import home_region
from kg.relate.scene import Scene
from kg.relate.status import given_up, status_of
from kg.relate.year import of_long_plan, year_of

__all__ = ["relate_bases"]

_ROLES = {EntityKind.PROGRAM: "program", EntityKind.PROJECT: "project"}
_BEFORE = "《“"
_ENDS = "。！？；：…!?;:"
_FULL = 20
"""Characters of a line that may have been cut at its end; a shorter one is a heading."""
_BEHIND = re.compile("[》”]?(?:（[^（）]{2,16}〔\\d{4}〕\\d+号）)?")


def relate_bases(scene: Scene) -> list[Relation]:
    """A relation for each initiative and each paper that the text puts together, with the document's region.

    The rules read each sentence with its papers and initiatives replaced by one character each. Of two rules that
    tell the same of a paper the earlier one stands.
    """
    relations: list[Relation] = []
    if not scene.of_kind(EntityKind.DOCUMENT):
        return relations
    for sentence in (_whole(scene, found) for found in scene.sentences_with({"《"})):
        text = scene.text[sentence.start : sentence.end]
        papers = scene.outermost(sentence.start, sentence.end, EntityKind.DOCUMENT)
        rules = [rule for rule in scene.knowledge.bases if any(need in text for need in rule.needs)] if papers else []
        if not rules:
            continue
        running = _running(scene, sentence)
        masked, places = _masked(scene, papers, running, sentence)
        told: set[tuple[int, str]] = set()
        for rule in rules:
            for match in rule.pattern.finditer(masked):
                start, end = places[match.start()], places[match.end()]
                for paper in _meant(match["papers"], FIRST_PAPER, papers):
                    by_title = rule.by_title
                    done = _by_title(scene, paper) if by_title else _meant(match["programs"], FIRST_PROGRAM, running)
                    for program in done:
                        about = scene.mentions[program].attributes.get("concept") or scene.mentions[program].name
                        if (paper, about) not in told:
                            told.add((paper, about))
                            relations.extend(_relation(scene, rule, sentence, (program, paper), (start, end)))
    return relations


def _whole(scene: Scene, sentence: Sentence) -> Sentence:
    """The sentence with the next one, where it is a full line that breaks off: a page cut into lines cuts sentences."""
    words = scene.text[sentence.start : sentence.end].rstrip()
    broken = sentence.start + len(words)
    if len(words) < _FULL or words[-1] in _ENDS or not scene.text.startswith("\n", broken):
        return sentence
    following = scene.sentence_at(broken + 1)
    return replace(sentence, end=following.end) if following else sentence


def _running(scene: Scene, sentence: Sentence) -> list[int]:
    """The initiatives of a sentence and its known schemes, from left to right; no two of one place."""
    found = [
        index
        for kind in _ROLES
        for index in scene.outermost(sentence.start, sentence.end, kind)
        if kind is EntityKind.PROGRAM or scene.mentions[index].attributes.get("concept")
    ]
    kept: list[int] = []
    for index in sorted(found, key=lambda i: (scene.mentions[i].start, -scene.mentions[i].end)):
        if not kept or scene.mentions[index].start >= scene.mentions[kept[-1]].end:
            kept.append(index)
    return kept


def _masked(scene: Scene, papers: Sequence[int], running: Sequence[int], sentence: Sentence) -> tuple[str, list[int]]:
    """The sentence on one line, each paper and initiative one private character, and where each character stands."""
    signs = {index: chr(ord(FIRST_PAPER) + number) for number, index in enumerate(papers)}
    signs |= {index: chr(ord(FIRST_PROGRAM) + number) for number, index in enumerate(running)}
    parts: list[str] = []
    places: list[int] = []
    at = sentence.start
    for index in sorted(signs, key=lambda i: scene.mentions[i].start):
        start, end = scene.mentions[index].start, scene.mentions[index].end
        if start > at and scene.text[start - 1] in _BEFORE:
            start -= 1
            behind = _BEHIND.match(scene.text, end, sentence.end)
            end = behind.end() if behind else end
        if start < at:
            continue
        parts.append(scene.text[at:start] + signs[index])
        places.extend([*range(at, start), start])
        at = end
    parts.append(scene.text[at : sentence.end])
    places.extend(range(at, sentence.end + 1))
    masked = "".join(parts)
    whole = [n for n, sign in enumerate(masked) if sign != "\n"]
    return "".join(masked[n] for n in whole), [*(places[n] for n in whole), places[-1]]


def _meant(words: str, first: str, indices: Sequence[int]) -> list[int]:
    """The mentions behind the private characters of some words."""
    return [indices[ord(c) - ord(first)] for c in words if 0 <= ord(c) - ord(first) < len(indices)]


def _by_title(scene: Scene, paper: int) -> Iterator[int]:
    """For each known initiative that a paper's title names, its mention nearest to the paper; none that is only there.

    A paper that has an initiative's name as its title is what the initiative began with.
    """
    title = scene.mentions[paper]
    for kind in _ROLES:
        named = scene.knowledge.concept_matcher(kind).find(title.name.replace("“", "").replace("”", ""))
        for key in dict.fromkeys(scene.knowledge.concepts[kind][word].key for _, _, word in named):
            bearing = [i for i in scene.of_kind(kind) if _is(scene.mentions[i].attributes, key)]
            if bearing:
                yield min(bearing, key=lambda i: (abs(scene.mentions[i].start - title.start), i))


def _is(attributes: Mapping[str, str], key: str) -> bool:
    """Whether a mention is of a concept itself, not of one kind of it."""
    return attributes.get("concept") == key and not attributes.get("narrower")


def _relation(
    scene: Scene, rule: BasisRule, sentence: Sentence, ends: tuple[int, int], span: tuple[int, int]
) -> Iterator[Relation]:
    """The relation, dated by what is done; nothing where that was given up."""
    program, paper = (scene.mentions[index] for index in ends)
    # What the title alone tells is done where the paper is named, not where its initiative is.
    done = paper if rule.by_title else program
    if not rule.by_title and given_up(scene, program.start, program.end, sentence):
        return
    dating = year_of(scene, done.start, done.start + 1, sentence)
    dating = of_long_plan(scene, sentence, dating) if rule.by_title else dating
    progress = status_of(scene, done.start, sentence, dating.year)
    roles = {_ROLES[program.kind]: ends[0], "document": ends[1]}
    home = home_region(scene)
    if home is not None:
        roles["region"] = home
    start, end = span
    end = max(end, scene.clause_at(end - 1, sentence)[1])
    told = dating.attributes() | progress.attributes()
    yield Relation(FactKind.BASIS, roles, dating.year, progress.status, start, end, rule.id, rule.confidence, told)

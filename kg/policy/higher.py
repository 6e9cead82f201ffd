"""What a higher level had said of an initiative, and when: the ground for calling its spread top-down or bottom-up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.knowledge.beginnings import Beginning
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import EntityKind, FactKind, Level, Status
from kg.policy.held import Held, home_regions, upwards
from kg.policy.initiatives import Initiative
from kg.text.names import plain_name

__all__ = ["Direction", "Ground", "Higher", "Titles", "direction_of", "higher_than"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONG_ENOUGH = 3
"""Characters of a name that is looked for in titles of papers and honors; shorter ones stand in too many."""


class Direction(StrEnum):
    """Which way an initiative went."""

    TOP_DOWN = "top-down"
    """A higher level had said it before the region, or in the same year."""
    BOTTOM_UP = "bottom-up"
    """The region was earlier than every paper of a higher level that is known."""
    UNCLEAR = "unclear"
    """No paper or honor of a higher level is known, or it is not known from which year it is."""


class Ground(StrEnum):
    """What shows that a higher level knew of it."""

    PUBLISHED = "published"
    """The year of its paper stands in `ontology/concepts`."""
    PAPER = "paper"
    """A report cites a paper of a higher level that has its name in the title."""
    HONOR = "honor"
    """A title of a higher level for it was given to the region or within it."""


@dataclass(frozen=True, slots=True)
class Higher:
    """A paper or an honor of a level above the region."""

    ground: Ground
    level: Level
    name: str
    year: int
    exact: bool
    """Whether it is of that year; else it is of that year or older: it was first cited then."""
    evidence: StatementEvidence | None
    """The place that cites it; None for what `ontology/concepts` says."""


def direction_of(year: int, higher: tuple[Higher, ...]) -> tuple[Direction, Higher | None]:
    """The direction for a region that began in that year, and what decides it.

    >>> direction_of(2019, (Higher(Ground.PUBLISHED, Level.NATIONAL, "意见", 2022, True, None),))[0].value
    'bottom-up'
    >>> direction_of(2019, (Higher(Ground.PAPER, Level.PROVINCE, "通知", 2022, False, None),))[0].value
    'unclear'
    """
    # An honor is given for what is done: one of the same year comes after it.
    before = [one for one in higher if one.year < year or (one.year == year and one.ground is not Ground.HONOR)]
    if before:
        return Direction.TOP_DOWN, before[0]
    papers = [one for one in higher if one.ground is not Ground.HONOR]
    if papers and all(one.exact for one in papers):
        return Direction.BOTTOM_UP, papers[0]
    return Direction.UNCLEAR, papers[0] if papers else None


@dataclass(frozen=True, slots=True)
class Titles:
    """The facts about papers and honors of a graph: gathered once, where many initiatives are asked for."""

    by_key: Mapping[str, GraphEntity]
    home: Mapping[str, str]
    """Document key to region key."""
    facts: tuple[tuple[Statement, GraphEntity, str], ...]
    """Each with its paper or honor, and the plain name of that."""

    @classmethod
    def of(cls, graph: KnowledgeGraph) -> Titles:
        """All of a graph, in its order."""
        by_key = {entity.key: entity for entity in graph.entities}
        plain = {e.key: plain_name(e.name) for e in graph.entities if e.kind in (EntityKind.DOCUMENT, EntityKind.HONOR)}
        ends = ((s, s.ends.get("document" if s.kind is FactKind.DOCUMENT else "honor", "")) for s in graph.statements)
        facts = tuple((statement, by_key[key], plain[key]) for statement, key in ends if key in plain)
        return cls(by_key, home_regions(graph), facts)

    def naming(self, initiative: Initiative) -> Titles:
        """Those that have a name of the initiative in their title, but are not it."""
        words = _words(initiative, self.by_key)
        kept = [
            fact
            for fact in self.facts
            if fact[1].key not in initiative.entities and any(word in fact[2] for word in words)
        ]
        return Titles(self.by_key, self.home, tuple(kept))


def higher_than(
    region: Held, initiative: Initiative, titles: Titles, beginnings: Mapping[str, Beginning]
) -> tuple[Higher, ...]:
    """All that levels above a region are known to have said of an initiative, the oldest first; `titles` name it."""
    level = region.level if region.level is not None else Level.COUNTY
    chain = upwards(region.region, titles.by_key)
    found: list[Higher] = []
    known = beginnings.get(initiative.concept)
    if known is not None and known.level < level and (not known.region or known.region in chain[1:]):
        name = known.title or initiative.name
        found.append(Higher(Ground.PUBLISHED, known.level, name, known.year, True, None))
    found.extend(_told(region, level, titles, beginnings))
    unique = {(one.name, one.year): one for one in sorted(found, key=_by_year, reverse=True)}
    return tuple(sorted(unique.values(), key=_by_year))


def _by_year(one: Higher) -> tuple[int, int, int, str]:
    return (one.year, list(Ground).index(one.ground), int(one.level), one.name)


def _told(region: Held, level: Level, titles: Titles, beginnings: Mapping[str, Beginning]) -> Iterator[Higher]:
    """The papers and honors of a higher level that reports name."""
    by_key, home = titles.by_key, titles.home
    own = plain_name(region.name)
    above = {key for key in upwards(region.region, by_key) if key != region.region}
    for statement, entity, title in titles.facts:
        published = beginnings.get(entity.key)
        its_level = published.level if published else entity.level
        if its_level is None or its_level >= level or own in title:
            continue
        places = [
            said for said in statement.evidence if _reaches(its_level, home.get(said.document, ""), by_key, above)
        ]
        if entity.kind is EntityKind.HONOR:
            places = [said for said in places if home.get(said.document) == region.region]
            if statement.status is not Status.PLANNED and statement.year is not None and places:
                yield Higher(Ground.HONOR, its_level, entity.name, statement.year, True, places[0])
        elif places and (dated := _dated(entity, statement, published)):
            yield Higher(Ground.PAPER, its_level, entity.name, *dated, places[0])


def _dated(entity: GraphEntity, cited: Statement, published: Beginning | None) -> tuple[int, bool] | None:
    """The year of a paper, and whether it is surely that: published, in title or number, else that of the citation."""
    if published is not None:
        return published.year, True
    written = _YEAR.search(entity.attributes.get("number", "")) or _YEAR.search(entity.name)
    if written:
        return int(written[0]), True
    return None if cited.year is None else (cited.year, False)


def _words(initiative: Initiative, by_key: Mapping[str, GraphEntity]) -> tuple[str, ...]:
    """The names of an initiative that may stand in titles."""
    members = [by_key[key] for key in initiative.entities]
    names = {plain_name(name) for member in members for name in (member.name, *member.aliases)}
    return tuple(sorted(name for name in names if len(name) >= _LONG_ENOUGH))


def _reaches(level: Level, home: str, by_key: Mapping[str, GraphEntity], above: set[str]) -> bool:
    """Whether a paper of that level, cited by a report of `home`, holds in what lies below `above`."""
    if level is Level.NATIONAL:
        return True
    # A paper of a province or prefecture that a report cites is that of its own, which is the same for its neighbours.
    around = [key for key in upwards(home, by_key) if _level(by_key[key]) == level]
    return bool(above.intersection(around))


def _level(region: GraphEntity) -> Level | None:
    """The level of a region by its code."""
    code = region.attributes.get("code", "")
    if not code:
        return region.level
    return Level.PROVINCE if code.endswith("0000") else Level.PREFECTURE if code.endswith("00") else Level.COUNTY

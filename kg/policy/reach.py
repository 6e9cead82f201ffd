"""How far a paper of a higher level reaches: which regions carry it out, since when, and by what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.knowledge.bases import FIRST_PAPER, load_bases
from kg.knowledge.beginnings import Beginning, load_beginnings
from kg.knowledge.concepts import published_names
from kg.knowledge.folder import ontology_folder
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import EntityKind, FactKind, Level, Status
from kg.policy.choose import find_initiative
from kg.policy.held import Held, held, home_regions, upwards
from kg.policy.initiatives import concept_of, initiatives, own_name, simple_words, surest_by_region
from kg.text.names import plain_name

__all__ = ["Carrying", "Reach", "reach"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TITLE = re.compile(r"《[^《》]*》(?:（[^（）]*号）)?")
_ROLES = ("program", "project")


@dataclass(frozen=True, slots=True)
class Carrying:
    """One region carries the paper out, or applies it."""

    region: Held
    program: str
    """Key of the program or project that rests on the paper; empty where the text names none."""
    name: str
    """What the report calls it; empty where it names none."""
    year: int | None
    status: Status | None
    statement: Statement
    evidence: StatementEvidence
    """The surest place."""


@dataclass(frozen=True, slots=True)
class Reach:
    """One paper and the regions below it."""

    document: str
    """The concept that its names share; see `kg.policy.initiatives.concept_of`."""
    name: str
    level: Level | None
    """As published, or as title, number or issuer tell; None where nothing does."""
    year: int | None
    """As published, or as number or title tell."""
    carried: tuple[Carrying, ...]
    """By year, those without a year last, then by region and program."""
    could: tuple[Held, ...]
    """The denominator: the regions of a lower level within its area of which a report of its year or later is held."""

    @property
    def regions(self) -> tuple[Held, ...]:
        """The regions that carry it out or apply it, by key."""
        return tuple(sorted({one.region.region: one.region for one in self.carried}.values(), key=lambda r: r.region))

    @property
    def since(self) -> int | None:
        """The first year in which a region carries it out or plans to."""
        return min((one.year for one in self.carried if one.year is not None), default=None)


def reach(graph: KnowledgeGraph, document: str = "") -> tuple[Reach, ...]:
    """The papers of a higher level that regions carry out, of the nation first, then those of most regions.

    A paper whose level nothing tells counts where something is said to rest on it, and its title does not name the
    region itself. With `document`, a title in any script, a part of it, a key or an IRI, only that paper, whatever
    its level. Raises `UsageError` for an unknown one, with near titles.
    """
    known = initiatives(graph, (EntityKind.DOCUMENT,))
    wanted = find_initiative(document, known, graph).entities if document else ()
    finder = _Finder(graph)
    found: dict[tuple[str, Level | None, str], list[tuple[GraphEntity, Carrying]]] = {}
    for paper, carrying in finder.carrying():
        if not wanted or paper.key in wanted:
            found.setdefault(finder.identity(paper, carrying.region.region), []).append((paper, carrying))
    made = [finder.reach(same, level, told) for (same, level, _), told in found.items()]
    kept = [one for one in made if one is not None and (wanted or finder.is_higher(one))]
    return tuple(sorted(kept, key=lambda o: (-1 if o.level is None else int(o.level) - 9, -len(o.regions), o.document)))


class _Finder:
    """What of a graph is looked up for each paper."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.by_key = {entity.key: entity for entity in graph.entities}
        self.reporting = held(graph)
        self.home = home_regions(graph)
        self.beginnings = load_beginnings()
        self.names = published_names()
        self.rules = load_bases(ontology_folder() / "rules")
        papers = {key: one for key, one in self.beginnings.items() if key.startswith("policy/")}
        # 《深化…改革的意见》 is what was published as 《关于深化…改革的意见》.
        self.by_title = {_bare(one.title): key for key, one in sorted(papers.items(), reverse=True)}

    def same(self, paper: GraphEntity) -> str:
        """What a paper shares with the same one under other names."""
        concept = concept_of(paper)
        return concept if concept in self.beginnings else self.by_title.get(_bare(paper.name), concept)

    def identity(self, paper: GraphEntity, cited: str) -> tuple[str, Level | None, str]:
        """Shared concept, level, and the province or prefecture: each has a 十四五 plan of its own."""
        level = self.level(paper)
        whose = next(iter(self._above(cited, level)), "") if level is not None else ""
        return self.same(paper), level, whose

    def published(self, same: str) -> Beginning | None:
        return self.beginnings.get(same)

    def level(self, paper: GraphEntity) -> Level | None:
        """The level of a paper: as published, else as the report tells."""
        published = self.published(self.same(paper))
        return published.level if published else paper.level

    def carrying(self) -> Iterable[tuple[GraphEntity, Carrying]]:
        """Each paper with each region that carries it out; a citation only where no initiative rests on it there."""
        resting: set[tuple[str, str, int | None]] = set()
        cited: list[tuple[GraphEntity, Carrying]] = []
        for statement in self.graph.statements:
            paper = self.by_key.get(statement.ends.get("document", ""))
            if paper is None or statement.kind not in (FactKind.BASIS, FactKind.DOCUMENT):
                continue
            program = next((self.by_key[k] for k in map(statement.ends.get, _ROLES) if k in self.by_key), None)
            for region, said in surest_by_region(statement, self.graph, self.home, self.by_key, self.reporting).items():
                if region not in self.reporting:
                    continue
                # A title may hold a longer name than the report's own.
                words = replace(said, quote=_TITLE.sub("", said.quote))
                key, name = (
                    (program.key, own_name(program, words, usual=self.names.get(concept_of(program), "")))
                    if program
                    else ("", "")
                )
                one = Carrying(self.reporting[region], key, name, statement.year, statement.status, statement, said)
                if statement.kind is FactKind.BASIS:
                    resting.add((paper.key, region, statement.year))
                    yield paper, one
                elif self.carries_out(said.quote):
                    cited.append((paper, one))
        for paper, one in cited:
            if (paper.key, one.region.region, one.year) not in resting:
                yield paper, one

    def carries_out(self, quote: str) -> bool:
        """Whether words say that a paper is carried out, not that it is studied or issued."""
        masked = _TITLE.sub(FIRST_PAPER, simple_words(quote))
        return any(rule.by_title and rule.pattern.search(masked) for rule in self.rules)

    def reach(self, same: str, level: Level | None, told: list[tuple[GraphEntity, Carrying]]) -> Reach | None:
        """One paper with the regions below its level; None where there are none."""
        papers = sorted({paper.key: paper for paper, _ in told}.values(), key=lambda paper: paper.key)
        below = [(paper, one) for paper, one in told if self._below(level, paper, one)]
        if not below:
            return None
        carried = sorted((one for _, one in below), key=_by_time)
        published = self.published(same)
        year = published.year if published else next(filter(None, map(_year_of, papers)), None)
        name = published.title if published and published.title else papers[0].name
        could = tuple(one for one in self.reporting.values() if self._could(one, level, year, carried))
        return Reach(same, name, level, year, tuple(carried), could)

    def is_higher(self, one: Reach) -> bool:
        """Whether a paper is of a level above the regions, or something rests on one of an unknown level."""
        return one.level is not None or any(carrying.program for carrying in one.carried)

    def _below(self, level: Level | None, paper: GraphEntity, one: Carrying) -> bool:
        if level is not None:
            return level < _level(one.region)
        return plain_name(one.region.name) not in plain_name(paper.name)

    def _could(self, region: Held, level: Level | None, year: int | None, carried: list[Carrying]) -> bool:
        """Whether a report that is held could tell of it."""
        if any(one.region.region == region.region for one in carried):
            return True
        if not region.years or (year is not None and region.years[-1] < year) or level is None:
            return False
        if level is Level.NATIONAL:
            return level < _level(region)
        around = {key for one in carried for key in self._above(one.region.region, level)}
        return level < _level(region) and bool(around & set(upwards(region.region, self.by_key)))

    def _above(self, region: str, level: Level) -> Iterable[str]:
        """The region of a level in which a region lies, by codes."""
        for key in upwards(region, self.by_key)[1:]:
            code = self.by_key[key].attributes.get("code", "")
            its = Level.PROVINCE if code.endswith("0000") else Level.PREFECTURE if code.endswith("00") else None
            if its is level:
                yield key


def _level(region: Held) -> Level:
    return Level.COUNTY if region.level is None else region.level


def _bare(title: str) -> str:
    """A title without 关于 and what stands in brackets at its end."""
    return re.sub(r"\([^()]*\)$", "", plain_name(title).removeprefix("关于"))


def _year_of(paper: GraphEntity) -> int | None:
    """The year in the number of a paper, else the first in its title."""
    written = _YEAR.search(paper.attributes.get("number", "")) or _YEAR.search(paper.name)
    return int(written[0]) if written else None


def _by_time(one: Carrying) -> tuple[int, str, str, str]:
    return one.year or 9999, one.region.region, one.program, one.statement.key

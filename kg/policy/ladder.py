"""The ladder of honors: one title from the county to the nation, for a school or whoever else bears it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.graph import GraphEntity, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import EntityKind, FactKind, Level, Status
from kg.policy.choose import find_regions
from kg.policy.held import held, upwards
from kg.policy.initiatives import concept_of

__all__ = ["Ladder", "Step", "Titles", "ladders", "titles"]


@dataclass(frozen=True, slots=True)
class Step:
    """A level on which the title was won, or is sought."""

    level: Level
    honor: str
    """Key of the honor."""
    name: str
    year: int | None
    """The first in which it was won; where it never was, the first in which it was sought."""
    status: Status | None
    """`COMPLETED` where it was won."""
    sought: int | None
    """The first year in which a report meant to win it, before it was won."""
    statement: Statement
    evidence: StatementEvidence


@dataclass(frozen=True, slots=True)
class Ladder:
    """One title of one bearer, level by level."""

    bearer: str
    """Key of the school, program or region that bears it."""
    name: str
    kind: EntityKind
    region: str
    """Key of the region in which it lies, or empty."""
    title: str
    """The concept that all steps share, or the key of the one honor."""
    title_name: str
    """What the title is called on its lowest step, without the region before it where a step says it so."""
    steps: tuple[Step, ...]
    """From the lowest level upwards; one a level."""

    @property
    def highest(self) -> Level | None:
        """The highest level that was won; None where all are only sought."""
        return min((step.level for step in self.steps if step.status is Status.COMPLETED), default=None)

    @property
    def rises(self) -> bool:
        """Whether there is more than one step, no higher one before a lower."""
        years = [step.year for step in self.steps if step.year is not None]
        return len(self.steps) > 1 and years == sorted(years)


@dataclass(frozen=True, slots=True)
class Titles:
    """How often one region's schools and the region itself won one title."""

    region: str
    title: str
    title_name: str
    bearers: int
    by_level: Mapping[Level, int]
    first: int | None
    """The first year."""


def ladders(graph: KnowledgeGraph, *, least: int = 2, regions: Iterable[str] = ()) -> tuple[Ladder, ...]:
    """All ladders of at least so many steps, the longest first, then by region, bearer and title.

    Only those in some regions (name, code or key), if given; raises `UsageError` for one without a report.

    Honors without a level stand on no ladder.
    """
    by_key = {entity.key: entity for entity in graph.entities}
    found: dict[tuple[str, str], list[tuple[GraphEntity, Statement]]] = {}
    wanted = _chosen(graph, regions)
    for honor, bearer, statement in _awards(graph, by_key):
        if honor.level is not None and _within(bearer, wanted, by_key):
            found.setdefault((bearer.key, concept_of(honor)), []).append((honor, statement))
    made = (_ladder(by_key[bearer], title, told) for (bearer, title), told in found.items())
    long = [ladder for ladder in made if len(ladder.steps) >= least]
    return tuple(sorted(long, key=lambda one: (-len(one.steps), one.region, one.bearer, one.title)))


def titles(graph: KnowledgeGraph, *, regions: Iterable[str] = ()) -> tuple[Titles, ...]:
    """Which regions collect which titles, won ones only; by region, the most frequent first; `regions` as above."""
    wanted = _chosen(graph, regions)
    by_key = {entity.key: entity for entity in graph.entities}
    won: dict[tuple[str, str], list[tuple[GraphEntity, GraphEntity, Statement]]] = {}
    for honor, bearer, statement in _awards(graph, by_key):
        region = bearer.key if bearer.kind is EntityKind.REGION else bearer.region
        if region and statement.status is Status.COMPLETED and _within(bearer, wanted, by_key):
            won.setdefault((region, concept_of(honor)), []).append((honor, bearer, statement))
    counted = [
        Titles(
            region,
            title,
            _common_name(honor for honor, _, _ in told),
            len({bearer.key for _, bearer, _ in told}),
            dict(sorted(Counter(h.level for h, _ in {(h.key, b.key): (h, b) for h, b, _ in told}.values()
                                if h.level is not None).items())),
            min((s.year for _, _, s in told if s.year), default=None),
        )
        for (region, title), told in won.items()
    ]  # fmt: skip
    return tuple(sorted(counted, key=lambda one: (one.region, -one.bearers, one.title)))


def _chosen(graph: KnowledgeGraph, asked: Iterable[str]) -> frozenset[str]:
    """Keys of the regions asked for; none where all are meant."""
    reporting = held(graph)
    return frozenset(region for one in asked for region in find_regions(one, reporting, graph))


def _within(bearer: GraphEntity, wanted: frozenset[str], by_key: Mapping[str, GraphEntity]) -> bool:
    """Whether a bearer lies in one of the regions, or is one; always where none is chosen."""
    where = bearer.key if bearer.kind is EntityKind.REGION else bearer.region
    return not wanted or bool(wanted.intersection(upwards(where, by_key)))


def _awards(
    graph: KnowledgeGraph, by_key: Mapping[str, GraphEntity]
) -> Iterable[tuple[GraphEntity, GraphEntity, Statement]]:
    for statement in graph.statements:
        if statement.kind is FactKind.AWARD:
            honor, bearer = by_key.get(statement.ends.get("honor", "")), by_key.get(statement.ends.get("to", ""))
            if honor is not None and bearer is not None:
                yield honor, bearer, statement


def _ladder(bearer: GraphEntity, title: str, told: list[tuple[GraphEntity, Statement]]) -> Ladder:
    levels: dict[Level, list[tuple[GraphEntity, Statement]]] = {}
    for honor, statement in told:
        if honor.level is not None:
            levels.setdefault(honor.level, []).append((honor, statement))
    steps = tuple(_step(level, levels[level]) for level in sorted(levels, reverse=True))
    region = "" if bearer.kind is EntityKind.REGION else bearer.region
    return Ladder(bearer.key, bearer.name, bearer.kind, region, title, _common_name(h for h, _ in told), steps)


def _step(level: Level, told: list[tuple[GraphEntity, Statement]]) -> Step:
    """The first time it was won; where it never was, the first time it was sought."""
    told = sorted(told, key=lambda one: (one[1].year or 9999, one[1].key))
    won = [one for one in told if one[1].status is Status.COMPLETED]
    sought = min((s.year for _, s in told if s.status is not Status.COMPLETED and s.year), default=None)
    honor, statement = (won or told)[0]
    surest = max(statement.evidence, key=lambda e: (e.confidence, e.document, -e.start))
    return Step(level, honor.key, honor.name, statement.year, statement.status, sought, statement, surest)


def _common_name(honors: Iterable[GraphEntity]) -> str:
    """The longest ending that all names share, where it can be a name: 文明校园 of 安徽省文明校园 and 全国文明校园."""
    names = sorted({honor.name.strip('“”"') for honor in honors}, key=lambda name: (len(name), name))
    ending = names[0]
    while ending and not all(name.endswith(ending) for name in names):
        ending = ending[1:]
    return ending if len(ending) >= 3 else names[0]

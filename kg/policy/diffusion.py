"""How one initiative went from region to region: who first, how much later the others, from above or from below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.knowledge.beginnings import Beginning, load_beginnings
from kg.model.graph import KnowledgeGraph
from kg.model.names import Status
from kg.policy.choose import find_initiative
from kg.policy.compare import strongest
from kg.policy.held import Held, held
from kg.policy.higher import Direction, Higher, Titles, direction_of, higher_than
from kg.policy.initiatives import Adoption, Initiative, initiatives

__all__ = ["Adopter", "Diffusion", "Event", "Year", "diffusion", "spread_of"]


@dataclass(frozen=True, slots=True)
class Adopter:
    """A region and when its reports first tell of the initiative."""

    region: Held
    year: int
    """The first year told of as done or under way; of a region that only plans it, the first year planned."""
    planned: int | None
    """The first year for which it is planned."""
    done: int | None
    """The first year told of as done or under way."""
    lag: int
    """Years behind the first region."""
    rank: int
    """1 for the first; regions of one year share a rank, and the next one counts them all."""
    first: Adoption
    """The words that tell of it first."""
    direction: Direction
    higher: Higher | None
    """What decides the direction."""
    truncated: bool
    """Whether this is the first year of which a report is held, or before it: it may have begun earlier."""


@dataclass(frozen=True, slots=True)
class Year:
    """A point of the S-curve."""

    year: int
    new: int
    """Regions whose first year it is."""
    cumulative: int
    """Regions whose first year it is, or an earlier one."""
    at_risk: int
    """Regions of which a report that speaks of this year is held."""
    begun: int
    """Of those at risk, the ones whose first year it is, or an earlier one."""

    @property
    def share(self) -> float | None:
        """Of those at risk, the part that has begun, to three places; None where no report is held."""
        return round(self.begun / self.at_risk, 3) if self.at_risk else None


@dataclass(frozen=True, slots=True)
class Event:
    """A row of event-history data: one for each region whose reports are held and tell a year."""

    region: Held
    entry: int
    """The first year of which a report is held; what was before is not seen."""
    exit: int
    """The first year of the initiative, or the last year of which a report is held."""
    event: bool
    """Whether it began; else it is censored at `exit`."""
    truncated: bool
    """Whether it had begun by the first year held: when, is not known."""
    last_without: int | None = None
    """The last year held before it is told of: it began after that and by `exit`, which is later where years between
    are not held."""


@dataclass(frozen=True, slots=True)
class Diffusion:
    """One initiative over the regions whose reports are held."""

    initiative: Initiative
    adopters: tuple[Adopter, ...]
    """By year, then by region."""
    undated: tuple[Held, ...]
    """Regions that tell of it without any year."""
    silent: tuple[Held, ...]
    """Regions whose reports do not speak of it: silence is not absence."""
    direction: Direction
    """That of the first region; unclear where several are first and differ."""
    curve: tuple[Year, ...]
    """Every year from the first to the last that is held or told of."""
    events: tuple[Event, ...]
    """By region."""
    elsewhere: tuple[str, ...]
    """Keys of regions that only reports of others name with it; they count nowhere."""


def diffusion(graph: KnowledgeGraph, concept: str, *, beginnings: Mapping[str, Beginning] | None = None) -> Diffusion:
    """How an initiative (by key, IRI or any of its names) spread, from held reports only.

    `beginnings` tell of which year papers of higher levels are; by default those of `ontology/concepts`. Raises
    `UsageError` for a name that nothing bears.
    """
    initiative = find_initiative(concept, initiatives(graph), graph)
    return spread_of(initiative, Titles.of(graph), held(graph), load_beginnings() if beginnings is None else beginnings)


def spread_of(
    initiative: Initiative, titles: Titles, reporting: Mapping[str, Held], papers: Mapping[str, Beginning]
) -> Diffusion:
    """The same for an initiative that is known, where many are asked for of one graph."""
    naming = titles.naming(initiative)
    of: dict[str, list[Adoption]] = {}
    for adoption in initiative.adoptions:
        of.setdefault(adoption.region, []).append(adoption)
    started = {key: when for key in reporting if (when := _start(of.get(key, ())))}
    first = min((when[0] for when in started.values()), default=0)
    years = sorted(when[0] for when in started.values())
    adopters = []
    for key, (year, planned, done) in sorted(started.items(), key=lambda item: (item[1][0], item[0])):
        region = reporting[key]
        direction, higher = direction_of(year, higher_than(region, initiative, naming, papers))
        telling = [a for a in of[key] if a.year == year and (a.status is Status.PLANNED) == (done is None)]
        truncated = not region.years or year <= region.years[0]
        adopters.append(
            Adopter(region, year, planned, done, year - first, years.index(year) + 1, strongest(telling), direction,
                    higher, truncated)
        )  # fmt: skip
    led = {one.direction for one in adopters if one.rank == 1}
    return Diffusion(
        initiative,
        tuple(adopters),
        tuple(one for key, one in reporting.items() if key in of and key not in started),
        tuple(one for key, one in reporting.items() if key not in of),
        led.pop() if len(led) == 1 else Direction.UNCLEAR,
        _curve(adopters, tuple(reporting.values())),
        tuple(_events(adopters, [one for key, one in reporting.items() if key not in of])),
        tuple(key for key in initiative.regions if key not in reporting),
    )


def _start(adoptions: Sequence[Adoption]) -> tuple[int, int | None, int | None] | None:
    """The first year, the first planned and the first done; None where no year is told."""
    planned = min((a.year for a in adoptions if a.year is not None and a.status is Status.PLANNED), default=None)
    done = min((a.year for a in adoptions if a.year is not None and a.status is not Status.PLANNED), default=None)
    year = planned if done is None else done
    return None if year is None else (year, planned, done)


def _curve(adopters: Sequence[Adopter], reporting: Sequence[Held]) -> tuple[Year, ...]:
    began = {one.region.region: one.year for one in adopters}
    told = sorted({*began.values(), *(year for one in reporting for year in one.years)})
    curve = []
    for year in range(told[0], told[-1] + 1) if told and began else ():
        risk = [one.region for one in reporting if year in one.years]
        by_now = {region for region, first in began.items() if first <= year}
        new = sum(first == year for first in began.values())
        curve.append(Year(year, new, len(by_now), len(risk), len(by_now.intersection(risk))))
    return tuple(curve)


def _before(one: Adopter) -> int | None:
    return max((year for year in one.region.years if year < one.year), default=None)


def _events(adopters: Sequence[Adopter], silent: Sequence[Held]) -> list[Event]:
    """Those who began, and those censored; who has no year at all is in no row."""
    begun = [
        Event(one.region, min(one.region.years[0], one.year), one.year, True, one.truncated, _before(one))
        for one in adopters
        if one.region.years
    ]
    open_ended = [Event(one, one.years[0], one.years[-1], False, False) for one in silent if one.years]
    return sorted([*begun, *open_ended], key=lambda row: row.region.region)

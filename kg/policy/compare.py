"""Region by initiative: who has it, since when, how far along, by what name, in which words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind, FactKind, Status
from kg.policy.choose import find_initiative, find_regions
from kg.policy.held import Held, held
from kg.policy.initiatives import KINDS, Adoption, Initiative, initiatives

__all__ = ["DEFAULT_KINDS", "Cell", "Comparison", "Presence", "compare", "strongest"]

DEFAULT_KINDS = (EntityKind.PROGRAM, EntityKind.PROJECT, EntityKind.DOCUMENT)
"""Of an honor a region does not say that it carries it out; who wants titles, too, asks for them."""
_AT_LEAST = 2
"""So many regions have an initiative that is compared without being asked for; of a single region all is told."""


class Presence(StrEnum):
    """What the reports held say of an initiative in a region."""

    TOLD = "told"
    SILENT = "silent"
    """Reports of these years are held, and none speaks of it: that is not to say that the region does not have it."""
    NOT_HELD = "not-held"
    """No report that speaks of these years is held."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What the reports say of one initiative in one region."""

    presence: Presence
    planned: int | None = None
    """The first year for which it is planned, of all years held."""
    since: int | None = None
    """The first year in which it is told of as done or under way, of all years held."""
    status: Status | None = None
    """The latest that is told of the chosen years: of what is done or under way, else that it is planned."""
    status_year: int | None = None
    planned_next: int | None = None
    """The latest chosen year for which it is planned, where that is later than what is done."""
    names: tuple[str, ...] = ()
    """What the region's reports call it, in the order of time."""
    first: Adoption | None = None
    """The words behind `since`, or behind `planned` where nothing is told of as done."""
    latest: Adoption | None = None
    """The words behind `status`."""
    adoptions: tuple[Adoption, ...] = ()
    """All that is told of the chosen years, and of no year where none is chosen; by time."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Initiatives over regions, with what is held: the denominator."""

    initiatives: tuple[Initiative, ...]
    """Those told of by most regions first."""
    regions: tuple[Held, ...]
    """The regions whose reports are held, by key; others are in no comparison."""
    cells: Mapping[tuple[str, str], Cell]
    """(concept, region key) to what is told; one for each pair."""
    years: tuple[int, int] | None
    """The first and last year chosen; None for all."""
    elsewhere: Mapping[str, tuple[str, ...]]
    """Concept to keys of regions that only reports of others name with it."""

    def count(self, concept: str, presence: Presence) -> int:
        """In how many of the regions it is so."""
        return sum(self.cells[concept, one.region].presence is presence for one in self.regions)


def compare(
    graph: KnowledgeGraph,
    *,
    concepts: Iterable[str] = (),
    regions: Iterable[str] = (),
    years: tuple[int, int] | None = None,
    kinds: Collection[EntityKind] = DEFAULT_KINDS,
) -> Comparison:
    """The initiatives asked for, or all that two or more of the regions tell of (of a single one: all it tells of),
    over the regions whose reports are held or those asked for.

    Concepts and regions are given by key, name or code; see `kg.policy.choose`. Raises `UsageError` for unknown ones.
    """
    known, reporting = initiatives(graph), held(graph)
    wanted = {region for asked in regions for region in find_regions(asked, reporting, graph)}
    chosen = tuple(one for key, one in reporting.items() if not wanted or key in wanted)
    asked_for = [find_initiative(asked, known, graph) for asked in concepts]
    of = asked_for or [one for one in known.values() if one.kind in kinds]
    cells = {
        (one.concept, region.region): cell
        for one in of
        for region, cell in zip(chosen, _cells(one, chosen, years), strict=True)
    }

    def spread(one: Initiative) -> int:
        return sum(cells[one.concept, region.region].presence is Presence.TOLD for region in chosen)

    unique = {one.concept: one for one in of if asked_for or spread(one) >= min(_AT_LEAST, max(len(chosen), 1))}
    order = sorted(unique.values(), key=lambda one: (KINDS.index(one.kind), -spread(one), one.concept))
    return Comparison(
        tuple(order),
        chosen,
        {pair: cell for pair, cell in cells.items() if pair[0] in unique},
        years,
        {one.concept: tuple(key for key in one.regions if key not in reporting) for one in order},
    )


def _cells(one: Initiative, regions: Sequence[Held], years: tuple[int, int] | None) -> Iterable[Cell]:
    """A cell a region."""
    of: dict[str, list[Adoption]] = {}
    for adoption in one.adoptions:
        of.setdefault(adoption.region, []).append(adoption)
    return [_cell(of.get(region.region, []), region, years) for region in regions]


def _cell(adoptions: Sequence[Adoption], region: Held, years: tuple[int, int] | None) -> Cell:
    inside = [one for one in adoptions if _is_within(one.year, years)]
    if not inside:
        spoken_of = years is None or any(_is_within(year, years) for year in region.years)
        return Cell(Presence.SILENT if spoken_of else Presence.NOT_HELD)
    planned = [one for one in adoptions if one.status is Status.PLANNED and one.year is not None]
    done = [one for one in adoptions if one.status is not Status.PLANNED and one.year is not None]
    told = [one for one in inside if one.status is not Status.PLANNED] or inside
    latest_year = max((one.year for one in told if one.year is not None), default=None)
    latest = strongest([one for one in told if one.year == latest_year])
    coming = max((one.year for one in planned if one.year is not None and _is_within(one.year, years)), default=None)
    since, first_planned = _first(done), _first(planned)
    begun = [one for one in (done or planned) if one.year == (since or first_planned)]
    return Cell(
        Presence.TOLD,
        first_planned,
        since,
        latest.status,
        latest.year,
        coming if coming is not None and coming > (latest_year or 0) else None,
        tuple(dict.fromkeys(one.name for one in inside)),
        strongest(begun or inside),
        latest,
        tuple(inside),
    )


def _is_within(year: int | None, years: tuple[int, int] | None) -> bool:
    """Whether a year is chosen; what has no year is in no choice of years."""
    return years is None or (year is not None and years[0] <= year <= years[1])


def _first(adoptions: Sequence[Adoption]) -> int | None:
    return min((one.year for one in adoptions if one.year is not None), default=None)


_ORDER = {Status.COMPLETED: 0, Status.ONGOING: 1, None: 2, Status.PLANNED: 3}


def strongest(adoptions: Sequence[Adoption]) -> Adoption:
    """Of several that tell of one year the one to show: what is furthest along, of the region itself, and surest."""
    return min(
        adoptions,
        key=lambda one: (
            _ORDER[one.status],
            one.statement.kind is FactKind.PARTICIPATION,
            -one.evidence.confidence,
            one.evidence.document,
            one.evidence.start,
            one.statement.key,
        ),
    )

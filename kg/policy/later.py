"""Which reports can answer a plan: those of the same region that come after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kg.model.document import DocumentInfo
from kg.model.graph import KnowledgeGraph
from kg.model.names import FactKind, Level, Status
from kg.policy.claims import Claim
from kg.policy.held import home_regions
from kg.policy.named import Said
from kg.policy.near import core

__all__ = ["Reports", "Time"]

Time: TypeAlias = tuple[int, str, str]
"""A year, a date, and the key of the report."""
_AROUND = 3
"""Facts before and behind an item by which a plan is told from a review."""
_REACH = 3
"""Years after that of a promise in which silence about it tells something."""
_DAY = 10
"""Characters of a date that tells the day."""


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of a graph, in time."""

    infos: Mapping[str, DocumentInfo]
    home: Mapping[str, str]
    """Document key to region key."""

    told: Mapping[tuple[str, int], tuple[tuple[int, Status], ...]]
    """Document key and year to place and status of each of its facts of that year."""

    @classmethod
    def of(cls, graph: KnowledgeGraph) -> Reports:
        """Those of a graph."""
        told: dict[tuple[str, int], list[tuple[int, Status]]] = {}
        for statement in graph.statements:
            if statement.year is not None and statement.status is not None:
                for evidence in statement.evidence:
                    told.setdefault((evidence.document, statement.year), []).append((evidence.start, statement.status))
        return cls(graph.documents, home_regions(graph), {key: tuple(sorted(told[key])) for key in sorted(told)})

    def due(self, plan: Claim) -> int | None:
        """By which year it is promised: that of the fact, else the last year of the plan, else the year after the
        last one on which the report looks back; None if the report tells none of these.
        """
        info = self.infos[plan.document]
        if plan.year is not None:
            return plan.year
        return max(info.plan_years, default=max(info.review_years, default=-1) + 1) or None

    def is_promise(self, claim: Claim) -> bool:
        """Whether it is planned and the region's own to do: papers of higher levels are carried out, not promised, and
        the plan itself is none of its own promises.
        """
        if claim.status is not Status.PLANNED or claim.is_sort:
            return False
        if claim.kind is not FactKind.DOCUMENT:
            return True
        info, level = self.infos[claim.document], claim.thing.level
        own = level is not None and level >= (info.region_level or Level.COUNTY)
        return own and not (info.title and core(info.title) in core(claim.thing.name))

    def looking_back(self, plan: Claim, due: int | None) -> tuple[str, ...]:
        """Keys of the region's reports that look back on the year or a later one and come after the plan, sorted; the
        plan's own among them if it does: its review must stand behind the plan.
        """
        if due is None:
            return ()
        return tuple(
            key
            for key in sorted(self.infos)
            if self.home.get(key) == plan.region
            and max(self.infos[key].review_years, default=0) >= due
            and self._comes_after(plan, due, key)
        )

    def telling_by_silence(self, documents: Iterable[str], due: int | None) -> tuple[str, ...]:
        """Those that look back on the year or one of the next three: a report tells of its own year, and of what was
        begun shortly before; that it does not name a plan of ten years ago tells nothing.
        """
        if due is None:
            return ()
        return tuple(
            key for key in documents if any(due <= year <= due + _REACH for year in self.infos[key].review_years)
        )

    def when(self, document: str, due: int) -> Time:
        """The time of a report for what was due in a year: the first year from then on that it looks back on, else the
        first that it plans; then its date.
        """
        info = self.infos[document]
        years = [year for year in info.review_years if year >= due] or [year for year in info.plan_years if year > due]
        return (min(years, default=9999), info.date, document)

    def _comes_after(self, plan: Claim, due: int, document: str) -> bool:
        """Whether a report comes after a plan: another one, or the review behind the plan in its own file."""
        return self._review_behind(plan, due) if document == plan.document else self._after(plan.document, document)

    def _review_behind(self, plan: Claim, due: int) -> bool:
        """Whether a plan for the year and then its review stand in one file: around the item most is planned, behind it
        more is told as done than as planned.

        A report of half a year has its review before the plan: that cannot answer it. What a review seeks is no plan.
        """
        if due not in self.infos[plan.document].plan_years:
            return False
        told = self.told.get((plan.document, due), ())
        start = plan.evidence.start
        before = [status for at, status in told if at < start]
        behind = [status for at, status in told if at > start]
        around = [*before[-_AROUND:], *behind[:_AROUND]]
        done = len(behind) - behind.count(Status.PLANNED)
        return done > behind.count(Status.PLANNED) and 2 * around.count(Status.PLANNED) >= len(around) >= _AROUND

    def answers(self, one: Claim | Said, plan: Claim, due: int) -> bool:
        """Whether what another place says of a year can be an answer: a review behind the plan, or a later plan."""
        told, year = one.evidence, one.year
        if one.status is Status.PLANNED:
            # What is planned without a year is planned for its report's years.
            planned = year if year is not None else max(self.infos[told.document].plan_years, default=0)
            return planned > due and self._comes_after(plan, due, told.document)
        if told.document == plan.document and told.start <= plan.evidence.start:
            return False
        return year is None or year >= (plan.year or min(self.infos[plan.document].plan_years, default=due))

    def _after(self, plan: str, other: str) -> bool:
        """Whether a report comes after a plan, as far as days and years tell; a copy of the plan does not."""
        one, two = self.infos[plan], self.infos[other]
        if plan == other or (one.review_years, one.plan_years) == (two.review_years, two.plan_years):
            return False
        return not (len(one.date) == len(two.date) == _DAY and two.date <= one.date)

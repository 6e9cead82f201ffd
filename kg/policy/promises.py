"""The ledger: what a plan promised, and what the region's later reports say became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.errors import UsageError
from kg.model.graph import KnowledgeGraph
from kg.model.names import FactKind, Status
from kg.policy.answers import Answer, best_answer, tells_a_lack
from kg.policy.choose import find_regions
from kg.policy.claims import Claim, claims_by_region
from kg.policy.held import Held, held
from kg.policy.later import Reports
from kg.policy.named import Said, said_by_document, saying

__all__ = ["Ledger", "Outcome", "Promise", "promises", "with_outcome"]


class Outcome(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    """A later report calls it done."""
    UNDER_WAY = "under-way"
    """A later report says that it is being done, or only plans it again: carried on, neither kept nor dropped."""
    RENAMED = "renamed"
    """A later report answers it under another name."""
    DROPPED = "dropped"
    """A later report looks back on the year of the promise or one of the next three, and does not name it."""
    NO_LATER_REPORT = "no-later-report"
    """None is held that looks back on these years: silence is not absence."""


SILENT_FIRM, SILENT = 0.8, 0.6
"""How sure it is that what no later fact speaks of was dropped: a work, a title, a paper; all else, which reports tell
in many words. Judged on invented reports, not measured on real ones."""
_FIRM = frozenset({FactKind.PROJECT, FactKind.AWARD, FactKind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing that the reports of a region plan for a year, and its answer."""

    region: str
    """Key of the region for which the plan speaks."""
    year: int | None
    """By when: the year of the fact, or the last year of the plan; None if the report tells none."""
    plan: Claim
    """The surest place of the plan that names it."""
    schools: tuple[str, ...]
    """Keys of the schools that are to take part, sorted."""
    outcome: Outcome
    answer: Answer | None
    looked_back: tuple[str, ...]
    """Keys of the later reports that look back on the year or one of the next three, sorted: they could tell."""
    confidence: float
    """From 0 to 1: that the item is planned and has this outcome."""

    @property
    def again(self) -> bool:
        """Whether the later reports only plan it again."""
        return self.answer is not None and self.answer.status is Status.PLANNED


@dataclass(frozen=True, slots=True)
class Ledger:
    """All promises, by region, year, report and place."""

    promises: tuple[Promise, ...]
    held: Mapping[str, Held]
    """What is held of each of the regions."""
    nobodys: int
    """Planned facts of reports whose region nothing tells: they can have no answer and are not listed."""


@dataclass(frozen=True, slots=True)
class _Item:
    """What a region plans of one thing for one year."""

    year: int | None
    plan: Claim
    schools: tuple[str, ...] = ()


def promises(graph: KnowledgeGraph, *, regions: Iterable[str] = (), years: tuple[int, int] | None = None) -> Ledger:
    """Every plan item of the graph with what became of it; of some regions, and of the years from the first to the last
    given. Regions are given by key, name or code; see `kg.policy.choose`. Raises `UsageError` for unknown ones.

    A plan item is a fact that is planned: a project, a program, a school's part in one, a title that is aimed for, a
    paper of the region's own; facts of one thing for one year are one item. It is answered by the reports of the same
    region that look back on its year or a later one, by a review behind the plan in the same file, or by a plan for a
    later year that names it again.
    """
    reports, said = Reports.of(graph), said_by_document(graph)
    claims, reporting = claims_by_region(graph), held(graph)
    wanted = {region for asked in regions for region in find_regions(asked, reporting, graph)} or reporting.keys()
    first, last = years or (0, 9999)
    found = [
        promise
        for region in sorted(wanted & claims.keys())
        for promise in _of_region(claims[region], reports, said)
        if years is None or (promise.year is not None and first <= promise.year <= last)
    ]
    nobodys = sum(claim.status is Status.PLANNED for claim in claims.get("", ()))
    chosen = {region: reporting[region] for region in reporting if region in wanted}
    return Ledger(tuple(sorted(found, key=_order)), chosen, nobodys)


def with_outcome(ledger: Ledger, outcomes: Iterable[str]) -> Ledger:
    """The ledger with promises of these outcomes only, of all if none is given; `UsageError` for unknown ones."""
    wanted = set(outcomes)
    if unknown := sorted(wanted - set(Outcome)):
        raise UsageError(f"没有这种结果 / no such outcome: {unknown[0]}; 有 / there are: {', '.join(Outcome)}")
    return replace(ledger, promises=tuple(p for p in ledger.promises if not wanted or p.outcome in wanted))


def _order(promise: Promise) -> tuple[str, int, str, int, str]:
    plan = promise.plan
    return (promise.region, promise.year or 9999, plan.document, plan.evidence.start, plan.statement.key)


def _of_region(claims: Sequence[Claim], reports: Reports, said: Mapping[str, Sequence[Said]]) -> Iterator[Promise]:
    items = list(_items(claims, reports))
    promised: dict[int | None, set[str]] = {}
    for item in items:
        promised.setdefault(item.year, set()).add(item.plan.concept)
    for item in items:
        taken = frozenset(promised[item.year] - {item.plan.concept})
        yield _answered(item, taken, claims, reports, said)


def _items(claims: Sequence[Claim], reports: Reports) -> Iterator[_Item]:
    """The plan items of a region, each once."""
    grouped: dict[tuple[str, str, int | None], list[Claim]] = {}
    parts: dict[tuple[str, int | None], set[str]] = {}
    for claim in filter(reports.is_promise, claims):
        due = reports.due(claim)
        grouped.setdefault((claim.concept, claim.of, due), []).append(claim)
        if claim.kind is FactKind.PARTICIPATION:
            parts.setdefault((claim.concept, due), set()).add(claim.of)
    places: set[tuple[str, int, int, str]] = set()
    for (concept, of, due), group in grouped.items():
        if of and group[0].kind is FactKind.PARTICIPATION and (concept, "", due) in grouped:
            continue  # the region's own item names the schools
        plan = min(group, key=lambda c: (-c.evidence.confidence, c.document, c.evidence.start, c.statement.key))
        place = (plan.document, plan.evidence.start, plan.evidence.end, plan.work or plan.name)
        if place not in places:
            places.add(place)
            yield _Item(due, plan, () if of else tuple(sorted(parts.get((concept, due), ()))))


def _answered(
    item: _Item, taken: frozenset[str], claims: Sequence[Claim], reports: Reports, said: Mapping[str, Sequence[Said]]
) -> Promise:
    plan, due = item.plan, item.year
    back = reports.looking_back(plan, due)

    def fits(one: Claim | Said) -> bool:
        if due is None or tells_a_lack(one.evidence.quote):
            return False
        planned = one.status is Status.PLANNED
        return (planned or one.evidence.document in back) and reports.answers(one, plan, due)

    named = (one for key in back for one in saying(plan, said.get(key, ())) if one.status is not Status.PLANNED)
    later = list(filter(fits, claims))
    answer = best_answer(plan, later, filter(fits, named), taken, lambda document: reports.when(document, due or 0))
    silent = reports.telling_by_silence(back, due)
    outcome = _outcome(answer, silent)
    return Promise(plan.region, due, plan, item.schools, outcome, answer, silent, _sure(plan, outcome, answer))


def _outcome(answer: Answer | None, back: Sequence[str]) -> Outcome:
    if answer is None:
        return Outcome.DROPPED if back else Outcome.NO_LATER_REPORT
    if answer.renamed:
        return Outcome.RENAMED
    return Outcome.KEPT if answer.status is Status.COMPLETED else Outcome.UNDER_WAY


def _sure(plan: Claim, outcome: Outcome, answer: Answer | None) -> float:
    if answer is not None:
        return round(plan.evidence.confidence * answer.evidence.confidence * answer.confidence, 2)
    silent = SILENT_FIRM if plan.kind in _FIRM else SILENT
    return round(plan.evidence.confidence * (silent if outcome is Outcome.DROPPED else 1.0), 2)

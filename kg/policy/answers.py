"""The answer that later reports give to what a plan promised: which claim speaks of the same thing, and how we know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kg.knowledge.folder import ontology_folder
from kg.knowledge.lexicon import read_lines
from kg.model.graph import GraphFigure, Statement, StatementEvidence
from kg.model.names import FactKind, Status
from kg.policy.claims import Claim
from kg.policy.later import Time
from kg.policy.named import Said
from kg.policy.near import NEAR, is_short_form, likeness
from kg.text.simplify import simplify

__all__ = ["Answer", "Ground", "best_answer", "tells_a_lack"]


class Ground(StrEnum):
    """How we know that a claim answers a promise, the surest first."""

    SAME_THING = "same-thing"
    CONCEPT = "concept"
    """Another name of the same shared concept."""
    SAME_WORK = "same-work"
    """A work of the same kind at the same school."""
    TITLE_SOUGHT = "title-sought"
    """Work towards the title that was aimed at."""
    NEAR_NAME = "near-name"
    SAME_SORT = "same-sort"
    """The only other initiative of its sort, told in the same way: “一校一农场”劳动教育工程, “开心农场”劳动教育项目."""
    NAMED = "named"
    """Its name stands in the words of another fact."""


SURE = {
    Ground.SAME_THING: 1.0,
    Ground.CONCEPT: 0.95,
    Ground.SAME_WORK: 0.9,
    Ground.TITLE_SOUGHT: 0.9,
    Ground.NEAR_NAME: 0.75,
    Ground.SAME_SORT: 0.5,
    Ground.NAMED: 0.6,
}
"""By how much each lowers the confidence of the two facts; judged on invented reports, not measured on real ones."""
_PROGRESS = {Status.COMPLETED: 0, Status.ONGOING: 1, None: 2, Status.PLANNED: 3}
_FREE = frozenset({FactKind.PROGRAM, FactKind.PROJECT, FactKind.AWARD, FactKind.PARTICIPATION})
"""What can answer by a near name."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a later report says of a promised thing, and how we know that it speaks of it."""

    of: Statement | GraphFigure
    evidence: StatementEvidence
    """The surest place in that report."""
    name: str
    """What that report calls it."""
    ground: Ground
    status: Status | None
    """How far along the promised thing is by it: of a title that is only worked for `ongoing`."""
    renamed: bool
    """The thing has another name there, not only a shorter or longer one."""

    @property
    def confidence(self) -> float:
        """That it is an answer, if both facts are right."""
        return SURE[self.ground]


def best_answer(
    promise: Claim, later: Sequence[Claim], said: Iterable[Said], taken: frozenset[str], when: Callable[[str], Time]
) -> Answer | None:
    """What the first report says that answers: of the claims of later reports those that surely speak of the thing,
    then near names, then the words of other facts; of one report done before under way; plans only if no review does.

    `taken` are the concepts that the same plan promises by themselves: they answer no other promise by a near name.
    `when` tells the time of a report.
    """
    certain, near = _certain(promise, later), _near(promise, later, taken)
    # What is done for a title comes before the title: whichever is told first answers.
    steps: list[Iterable[Answer]] = [[*certain, *near]] if promise.kind is FactKind.AWARD else [certain, near]
    for found in (*steps, _same_sort(promise, later, taken), _named(promise, said)):
        answers = sorted(found, key=lambda one: _order(one, when(one.evidence.document)))
        if answers:
            return answers[0]
    return None


def _order(answer: Answer, time: Time) -> tuple[bool, Time, int, bool, float, int, float, int, str]:
    """By time, then done before under way, then its own name, the surest ground, and the earliest year."""
    return (
        answer.status is Status.PLANNED, time, _PROGRESS[answer.status], answer.renamed, -answer.confidence,
        answer.of.year or 9999, -answer.evidence.confidence, answer.evidence.start, answer.of.key,
    )  # fmt: skip


def _answer(claim: Claim, ground: Ground, status: Status | None, *, renamed: bool) -> Answer:
    return Answer(claim.statement, claim.evidence, claim.name, ground, status, renamed)


def _certain(promise: Claim, later: Sequence[Claim]) -> Iterator[Answer]:
    for claim in later:
        ground = _ground(promise, claim)
        if ground is not None:
            renamed = ground is not Ground.SAME_WORK and _renamed(promise, claim)
            yield _answer(claim, ground, _status(promise, claim), renamed=renamed)


def _ground(promise: Claim, claim: Claim) -> Ground | None:
    """How a claim surely speaks of the same thing, or None."""
    kinds = {promise.kind, claim.kind}
    if promise.concept == claim.concept:
        if kinds == {FactKind.PROGRAM, FactKind.PARTICIPATION}:
            # A school's part answers for the region only where the region's own promise is nobody's part.
            return Ground.CONCEPT if promise.kind is FactKind.PROGRAM else None
        if promise.of != claim.of and (claim.of or promise.kind is FactKind.AWARD) and promise.of:
            return None
        if promise.kind is FactKind.AWARD and (
            promise.thing.level != claim.thing.level or (promise.of and not claim.of)
        ):
            return None
        return Ground.SAME_THING if promise.thing.key == claim.thing.key else Ground.CONCEPT
    if kinds == {FactKind.PROJECT} and promise.of and promise.of == claim.of and _same_work(promise, claim):
        return Ground.SAME_WORK
    return None


def _same_work(promise: Claim, claim: Claim) -> bool:
    """Whether two works at one school are of one kind: 教学综合楼 and 综合楼; a new school and its 迁建."""
    one, other = promise.work, claim.work
    return one == other or bool(one and other and (one in other or other in one))


def _status(promise: Claim, claim: Claim) -> Status | None:
    """How far along the promised thing is; a paper that a later report carries out is there."""
    if promise.kind is FactKind.DOCUMENT and claim.status is Status.ONGOING:
        return Status.COMPLETED
    return claim.status


def _near(promise: Claim, later: Sequence[Claim], taken: frozenset[str]) -> Iterator[Answer]:
    for claim in later:
        if claim.concept in taken or claim.kind not in _FREE or promise.kind not in _FREE:
            continue
        sought = promise.kind is FactKind.AWARD
        if sought and claim.kind is FactKind.AWARD:
            continue  # another title
        if promise.of and promise.of != claim.of:
            continue
        if max(likeness(one, other) for one in _names(promise) for other in _names(claim)) < NEAR:
            continue
        if sought:
            status = Status.PLANNED if claim.status is Status.PLANNED else Status.ONGOING
            yield _answer(claim, Ground.TITLE_SOUGHT, status, renamed=False)
        else:
            yield _answer(claim, Ground.NEAR_NAME, claim.status, renamed=_renamed(promise, claim))


def _same_sort(promise: Claim, later: Sequence[Claim], taken: frozenset[str]) -> Iterator[Answer]:
    """What a review tells under another name right before the same broader one, if it is the only such thing."""
    alike = [c for c in later if promise.sort and c.sort == promise.sort and c.concept not in taken]
    if len({claim.concept for claim in alike}) == 1:
        for claim in alike:
            yield _answer(claim, Ground.SAME_SORT, claim.status, renamed=_renamed(promise, claim))


def _named(promise: Claim, said: Iterable[Said]) -> Iterator[Answer]:
    for one in said:
        yield Answer(one.of, one.evidence, promise.name, Ground.NAMED, one.status, renamed=False)


def _names(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys((claim.name, claim.thing.name)))


def _renamed(promise: Claim, claim: Claim) -> bool:
    return promise.kind is not FactKind.DOCUMENT and not is_short_form(promise.name, claim.name)


@lru_cache(maxsize=1 << 14)
def tells_a_lack(quote: str) -> bool:
    """Whether a clause ends in what is wanting: it tells a problem, and nothing that was done.

    >>> tells_a_lack("教育信息化设备老化"), tells_a_lack("改造薄弱学校5所")
    (True, False)
    """
    return simplify(quote).rstrip("。；，、”").endswith(_lacks())


@lru_cache(maxsize=1)
def _lacks() -> tuple[str, ...]:
    return read_lines(ontology_folder() / "lexicon" / "lack_word.txt")

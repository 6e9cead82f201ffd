"""What each report says of each thing: the plan's items and the review's answers alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from kg.model.graph import GraphEntity, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import EntityKind, FactKind, Status
from kg.policy.held import home_regions
from kg.policy.initiatives import ROLES, concept_of, own_name
from kg.policy.near import core
from kg.text.names import plain_name

__all__ = ["Claim", "claims_by_region"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One report says of one thing that it is planned, under way or done."""

    region: str
    """Key of the region for which the report speaks."""
    thing: GraphEntity
    concept: str
    of: str
    """Key of the school of a project, of the school that takes part, or of who gets an honor; empty if none. Schools
    that followed one another have one key."""
    name: str
    """What the report itself calls it."""
    work: str
    """What is built at the school: 教学综合楼; empty where it is the school itself, or no project of a school."""
    statement: Statement
    evidence: StatementEvidence
    """The surest place in this report."""
    sort: str = ""
    """Concept of the program whose name follows right behind this one's: 劳动教育 of “一校一农场”劳动教育工程."""
    is_sort: bool = False
    """It only says of what sort the one before it is."""

    @property
    def kind(self) -> FactKind:
        """Of what sort the fact is."""
        return self.statement.kind

    @property
    def document(self) -> str:
        """Key of the report."""
        return self.evidence.document

    @property
    def year(self) -> int | None:
        """The year of the fact."""
        return self.statement.year

    @property
    def status(self) -> Status | None:
        """How far along it is."""
        return self.statement.status


_OF = ("school", "to")
"""The ends that say with whom a thing is."""


def claims_by_region(graph: KnowledgeGraph) -> Mapping[str, tuple[Claim, ...]]:
    """All claims of the reports of each region, by report and place; of reports without a region under ``""``."""
    by_key = {entity.key: entity for entity in graph.entities}
    home, now = home_regions(graph), _successors(graph)
    found: dict[str, list[Claim]] = {}
    for statement in graph.statements:
        thing = by_key.get(statement.ends.get(ROLES.get(statement.kind, ""), ""))
        if thing is None:
            continue
        of = next((statement.ends[role] for role in _OF if role in statement.ends), "")
        for evidence in _surest(statement):
            region = home.get(evidence.document, "")
            name = own_name(thing, evidence)
            work = _work(thing, by_key.get(statement.ends.get("school", "")))
            claim = Claim(region, thing, concept_of(thing), _latest(of, now, by_key), name, work, statement, evidence)
            found.setdefault(region, []).append(claim)
    return {region: tuple(_with_sorts(sorted(found[region], key=_place))) for region in sorted(found)}


def _with_sorts(claims: list[Claim]) -> Iterator[Claim]:
    """The claims, with those of two programs in one phrase told apart: the one that is run, and of what sort it is."""
    for _, group in groupby(claims, key=lambda c: (c.document, c.evidence.start, c.evidence.end)):
        together = list(group)
        programs = [claim for claim in together if claim.kind is FactKind.PROGRAM]
        pairs = {id(one): other for one in programs for other in programs if _follows(one, other)}
        sorts = {id(other) for other in pairs.values()}
        for claim in together:
            sort = pairs[id(claim)].concept if id(claim) in pairs else ""
            yield replace(claim, sort=sort, is_sort=id(claim) in sorts)


def _follows(one: Claim, other: Claim) -> bool:
    """Whether the name of another program stands right behind one's."""
    return one is not other and plain_name(one.name) + plain_name(other.name) in plain_name(one.evidence.quote)


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return (claim.document, claim.evidence.start, claim.evidence.end, claim.statement.key)


def _work(thing: GraphEntity, school: GraphEntity | None) -> str:
    """The name of a project without its school's."""
    if thing.kind is not EntityKind.PROJECT or school is None:
        return ""
    names = sorted({school.name, *school.aliases}, key=lambda name: (-len(name), name))
    before, _, behind = thing.name.partition(next((name for name in names if name in thing.name), "") or "\0")
    return core(behind or before, least=0)


def _surest(statement: Statement) -> Iterator[StatementEvidence]:
    """The surest place in each report, the first of equally sure ones."""
    best: dict[str, StatementEvidence] = {}
    for evidence in sorted(statement.evidence, key=lambda e: (e.document, e.start, e.end)):
        if evidence.document not in best or evidence.confidence > best[evidence.document].confidence:
            best[evidence.document] = evidence
    yield from best.values()


def _successors(graph: KnowledgeGraph) -> Mapping[str, str]:
    """School key to the key of what it became, where reports tell of exactly one."""
    became: dict[str, set[str]] = {}
    for statement in graph.statements:
        if statement.kind is FactKind.SUCCESSION and {"former", "successor"} <= statement.ends.keys():
            became.setdefault(statement.ends["former"], set()).add(statement.ends["successor"])
    return {former: next(iter(keys)) for former, keys in became.items() if len(keys) == 1}


def _latest(key: str, now: Mapping[str, str], by_key: Mapping[str, GraphEntity]) -> str:
    """What a school has become in the end; a region that gets an honor is nobody in particular."""
    seen = {key}
    while key in now and now[key] not in seen:
        key = now[key]
        seen.add(key)
    end = by_key.get(key)
    return "" if end is None or end.kind is EntityKind.REGION else key

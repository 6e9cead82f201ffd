"""Who is who within one document: mentions become entities, relations become facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from kg.knowledge import Knowledge, Precision
from kg.model.document import SegmentedDocument
from kg.model.facts import DocumentFacts, Entity, Evidence, Fact, Mention, Relation
from kg.model.figures import Tally
from kg.model.identity import Apart, Decision, Reason
from kg.model.names import FACT_ENDS, EntityKind, FactKind, Level, Status
from kg.resolve.apart import named_apart, taken_apart
from kg.resolve.concept import concept_of
from kg.resolve.figures import resolve_figures
from kg.resolve.grounds import GroundFinder
from kg.resolve.names import display_name, more_names
from kg.resolve.person import with_affiliations
from kg.resolve.prefix import bare_name
from kg.resolve.same import Choice, group_mentions
from kg.resolve.school_told import told_attributes
from kg.resolve.stage import school_attributes
from kg.text.links import linked

__all__ = ["resolve_document"]

_LETTER = {
    EntityKind.REGION: "R",
    EntityKind.SCHOOL: "S",
    EntityKind.PROJECT: "J",
    EntityKind.PROGRAM: "P",
    EntityKind.HONOR: "H",
    EntityKind.DOCUMENT: "D",
    EntityKind.ORGANIZATION: "O",
    EntityKind.PERSON: "N",
}


_Said: TypeAlias = tuple[FactKind, tuple[tuple[str, str], ...], int | None, Status | None]
"""What a fact says: its kind, its ends by their roles, year and status; each is kept once."""

NO_FIGURES = Tally()
"""What a document tells that counts nothing."""


def resolve_document(
    document: SegmentedDocument,
    mentions: Sequence[Mention],
    relations: Sequence[Relation],
    knowledge: Knowledge,
    tally: Tally = NO_FIGURES,
    apart: Sequence[Apart] = (),
) -> DocumentFacts:
    """Entities and facts of one document; each with evidence that stands in the raw file.

    Entities are numbered by their first place in the text, facts come in the order of their evidence; a fact that
    is said twice with the same year and status is kept once, with the surest evidence. `apart` are names that a person
    knows for two things.
    """
    grouping = group_mentions(document, mentions, knowledge)
    groups = taken_apart(grouping.groups, mentions, document, knowledge, apart)
    former = frozenset(mentions[c.mentions[0]].name for c in grouping.choices if c.reason is Reason.FORMER_NAME)
    entities: list[Entity] = []
    entity_of: dict[int, str] = {}
    counts: dict[EntityKind, int] = defaultdict(int)
    for group in sorted(groups, key=lambda g: (mentions[g[0]].start, mentions[g[0]].end, mentions[g[0]].kind, g[0])):
        kind = mentions[group[0]].kind
        counts[kind] += 1
        named = [mentions[i] for i in group]
        entity = _entity(f"{_LETTER[kind]}{counts[kind]}", document, named, former, knowledge)
        if names := groups[group]:
            entity = named_apart(entity, *names)
        entities.append(entity)
        entity_of.update((i, entity.id) for i in group)
    related = _with_former_names(document, mentions, relations, entity_of, knowledge)
    grounds = GroundFinder(document, mentions, entities, entity_of)
    facts = _facts(document, related, entity_of, grounds, knowledge.precision)
    decisions = tuple(sorted(_decisions(grouping.choices, mentions, entity_of), key=_place_of_decision))
    counted = resolve_figures(tally, entity_of, partial(_evidence, document))
    people = with_affiliations(entities, mentions, entity_of)
    return DocumentFacts(document.info, people, facts, document.repairs, decisions, *counted)


def _decisions(
    choices: Sequence[Choice], mentions: Sequence[Mention], entity_of: Mapping[int, str]
) -> Iterator[Decision]:
    """The choices between mentions as decisions about names and entities; those that a later one undid are left out."""
    for choice in choices:
        ids = tuple(entity_of[index] for index in choice.mentions)
        if choice.same and len(set(ids)) == 1:
            ids = ids[:1]
        elif choice.same or len(set(ids)) < len(ids):
            continue
        names = tuple(bare_name(mentions[index].name) for index in choice.mentions)
        yield Decision(choice.same, choice.reason, mentions[choice.mentions[0]].kind, names, ids, (), choice.detail)


def _place_of_decision(decision: Decision) -> tuple[object, ...]:
    """By what decisions are sorted: refusals last, then by kind, entities and names."""
    return not decision.same, decision.kind, decision.entities, decision.names, decision.reason


def _entity(
    key: str, document: SegmentedDocument, mentions: list[Mention], former: Set[str], knowledge: Knowledge
) -> Entity:
    """One entity from its mentions; what it was called before is none of the names under which it is shown."""
    first = mentions[0]
    current = [m for m in mentions if m.kind is not EntityKind.SCHOOL or m.name not in former]
    name = display_name(first.kind, current or mentions, document, knowledge)
    names = {m.name for m in mentions} | {m.attributes["also"] for m in mentions if m.attributes.get("also")}
    if first.kind is EntityKind.HONOR:
        # Not of the others: the words of a list stand for each of its items, and a work's for school and work.
        names.update(document.text[m.start : m.end] for m in mentions)
    aliases = more_names(first.kind, name, names, document, knowledge)
    given = [m.attributes for m in mentions if m.attributes]
    attributes: dict[str, str] = {}
    for told_of in given:
        for field in ("code", "number", "work"):
            if told_of.get(field):
                attributes.setdefault(field, told_of[field])
    if first.kind is EntityKind.SCHOOL:
        told = told_attributes(document.text, mentions, knowledge)
        named = school_attributes(name)
        # 中学 in a name leaves open what 是一所初中 tells.
        vague = named.get("stage") == "secondary" and told.get("stage") in ("junior", "senior")
        attributes |= told | named | ({"stage": told["stage"]} if vague else {})
    # A report that only speaks of “课后服务+农耕” has its own way of 课后服务, not the thing itself.
    known = next((t["concept"] for t in given if t.get("concept") and not t.get("narrower")), "")
    shared = concept_of(first.kind, known, name, document, knowledge)
    # The name's own level first; else that of the body that gives it.
    level = next((told_of[field] for field in ("level", "giver_level") for told_of in given if told_of.get(field)), "")
    evidence = {_evidence(document, m.start, m.end, m.rule, m.confidence) for m in mentions}
    return Entity(
        key,
        first.kind,
        name,
        tuple(aliases),
        shared.key,
        Level[level.upper()] if level else None,
        tuple(sorted(evidence, key=lambda e: (e.start, e.end, e.rule))),
        attributes | shared.attributes,
    )


def _evidence(document: SegmentedDocument, start: int, end: int, rule: str, confidence: float) -> Evidence:
    """The raw words behind a span of the clean text."""
    raw_start, raw_end = document.body.span(start, end)
    return Evidence(raw_start, raw_end, document.raw[raw_start:raw_end], rule, round(confidence, 3))


def _with_former_names(
    document: SegmentedDocument,
    mentions: Sequence[Mention],
    relations: Sequence[Relation],
    entity_of: Mapping[int, str],
    knowledge: Knowledge,
) -> Iterator[Relation]:
    """The relations; where one document knows a school under its old and its new name, the old one as an attribute.

    青山小学（原县四小） is one thing in its report; that another year's report knows it as 县四小 is told later.
    """
    for relation in relations:
        if relation.kind is not FactKind.SUCCESSION:
            yield relation
            continue
        former, successor = (relation.ends.get(role, -1) for role in FACT_ENDS[FactKind.SUCCESSION])
        if entity_of.get(former) == entity_of.get(successor):
            name = display_name(EntityKind.SCHOOL, [mentions[former]], document, knowledge)
            yield replace(relation, ends={"successor": successor}, attributes={**relation.attributes, "was": name})
        else:
            yield relation


def _facts(
    document: SegmentedDocument,
    relations: Iterable[Relation],
    entity_of: Mapping[int, str],
    grounds: GroundFinder,
    precision: Precision,
) -> tuple[Fact, ...]:
    """Relations between entities, each kept once per year and status, as sure as what it rests on."""
    best: dict[_Said, tuple[float, Fact]] = {}
    for relation in relations:
        ends = {role: entity_of[index] for role, index in relation.ends.items() if index in entity_of}
        if len(ends) < len(relation.ends) or len(set(ends.values())) < len(ends):
            continue
        start, end = _trim(document.text, relation.start, relation.end)
        resting = grounds.of(relation, *document.body.span(start, end))
        sure = precision.confidence(relation.kind, relation.rule, resting)
        evidence = _evidence(document, start, end, relation.rule, sure)
        known = linked(relation.attributes, lambda index: entity_of.get(int(index)))
        fact = Fact(relation.kind, ends, relation.year, relation.status, evidence, known, resting)
        key = relation.kind, tuple(sorted(ends.items())), relation.year, relation.status
        # By the rule's own confidence: what is kept must not depend on what was measured of it.
        if key not in best or relation.confidence > best[key][0]:
            best[key] = relation.confidence, fact
    ordered = sorted(best.items(), key=_place_of_fact)
    return tuple(fact for _, (_, fact) in ordered)


def _place_of_fact(item: tuple[_Said, tuple[float, Fact]]) -> tuple[object, ...]:
    """By what facts are sorted: their evidence, then what they say."""
    (kind, ends, year, status), (_, fact) = item
    return fact.evidence.start, fact.evidence.end, kind, ends, year or 0, status or ""


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without blanks and marks at its edges."""
    while start < end - 1 and text[start] in " \n，。；：、":
        start += 1
    while end > start + 1 and text[end - 1] in " \n，；：、。":
        end -= 1
    return start, end

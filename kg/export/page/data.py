"""The graph as the page's script wants it: rows of plain values that point to each other by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, TypeAlias

from kg.export.page.choose import Whole
from kg.export.page.groups import Groups
from kg.export.page.kinds import ATTRIBUTE_WORDS, FACT_LOOKS, LEVEL_LOOKS, LOOKS, STATUS_LOOKS, VALUE_WORDS
from kg.export.page.labels import short_label
from kg.export.page.layout import Layout
from kg.export.page.letters import readings, traditional
from kg.export.page.quotes import Places, marks_in, places_of
from kg.graph.schemes import published_names
from kg.model.document import DocumentInfo
from kg.model.graph import GraphEntity, GraphFigure, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import FACT_ENDS, Status

__all__ = ["MOST_EVIDENCE", "page_data", "page_evidence"]

Row: TypeAlias = list[Any]

NONE = -1
"""Stands for a number that points nowhere."""
MOST_EVIDENCE = 5
"""Of a fact that more places tell, so many are shown; the others are counted."""


class Numbers:
    """Key to number, for all that rows point to."""

    def __init__(self, graph: KnowledgeGraph, groups: Groups) -> None:
        self.entity = {entity.key: n for n, entity in enumerate(graph.entities)}
        self.document = {key: n for n, key in enumerate(graph.documents)}
        self.group = {group.id: n for n, group in enumerate(groups.groups)}
        self.hubs = {group.id: group.hub for group in groups.groups}
        """Group to the key of its region, or to nothing."""
        self.area = {area.id: n for n, area in enumerate(groups.areas)}
        told = chain((s.evidence for s in graph.statements), (f.evidence for f in graph.figures))
        self.rule = {rule: n for n, rule in enumerate(sorted({e.rule for e in chain.from_iterable(told)}))}

    def area_of(self, group: str, groups: Groups) -> int:
        """The area in which a group lies, or `NONE`."""
        return self.area.get(groups.area_of.get(group, ""), NONE)


def page_data(graph: KnowledgeGraph, groups: Groups, layout: Layout, whole: Whole | None = None) -> dict[str, Any]:
    """Everything but the quotes, in the order of the graph. What each row holds is told in `script/graph.js`.

    `whole` is the graph of which this one is a part, if it is one.
    """
    numbers = Numbers(graph, groups)
    by_key = {entity.key: entity for entity in graph.entities}
    letters = readings(chain.from_iterable((e.name, *e.aliases) for e in graph.entities))
    return {
        "kinds": [[kind.value, look.chinese, look.english, look.shape] for kind, look in LOOKS.items()],
        "factKinds": [[kind.value, *words] for kind, words in FACT_LOOKS.items()],
        "statuses": [[status.value, *words] for status, words in STATUS_LOOKS.items()],
        "levels": [list(words) for words in LEVEL_LOOKS],
        "attributes": {name: list(words) for name, words in ATTRIBUTE_WORDS.items()},
        "values": {name: {value: list(both) for value, both in words.items()} for name, words in VALUE_WORDS.items()},
        "concepts": _concepts(graph.entities),
        "rules": list(numbers.rule),
        "groups": [
            [g.id, g.chinese, g.english, numbers.entity.get(g.hub, NONE), d.x, d.y, d.radius, area, *layout.hubs[g.id]]
            for g in groups.groups
            for d, area in [(layout.discs[g.id], numbers.area_of(g.id, groups))]
        ],
        "areas": [
            [a.id, a.chinese, a.english, numbers.area.get(a.parent, NONE), d.x, d.y, d.radius]
            for a in groups.areas
            for d in [layout.areas[a.id]]
        ],
        "stars": [numbers.entity[key] for key in layout.stars],
        "middle": [layout.middle.half_width, layout.middle.half_height],
        "clusters": [
            [numbers.group[group], _kind_number(kind.value), circle.x, circle.y, circle.radius]
            for (group, kind), circle in layout.clusters.items()
        ],
        "documents": [_document(key, info, groups, numbers) for key, info in graph.documents.items()],
        "entities": [_entity(entity, by_key, groups, layout, numbers) for entity in graph.entities],
        "facts": [_fact(statement, numbers) for statement in graph.statements],
        "figures": [_figure(figure, numbers) for figure in graph.figures],
        "letters": letters,
        "traditional": traditional(letters),
        "whole": whole and _whole(whole, numbers),
    }


def page_evidence(graph: KnowledgeGraph, groups: Groups) -> dict[str, list[list[Row]]]:
    """For each fact and each figure the rows of its evidence: the larger part of a page, needed last."""
    numbers = Numbers(graph, groups)
    by_key = {entity.key: entity for entity in graph.entities}
    places = places_of(graph.entities)
    return {
        "facts": [
            [_evidence(e, [by_key[k] for k in s.ends.values()], places, numbers) for e in s.evidence[:MOST_EVIDENCE]]
            for s in graph.statements
        ],
        "figures": [
            [_evidence(e, (), places, numbers) for e in figure.evidence[:MOST_EVIDENCE]] for figure in graph.figures
        ],
    }


_KINDS = {kind.value: n for n, kind in enumerate(LOOKS)}
_FACTS = {kind: n for n, kind in enumerate(FACT_LOOKS)}
_STATUSES = {status: n for n, status in enumerate(STATUS_LOOKS)}


def _kind_number(kind: str) -> int:
    return _KINDS[kind]


def _whole(whole: Whole, numbers: Numbers) -> Row:
    incomplete = sorted(numbers.entity[key] for key in whole.incomplete)
    return [whole.entities, whole.facts, whole.figures, incomplete]


def _document(key: str, info: DocumentInfo, groups: Groups, numbers: Numbers) -> Row:
    return [
        key,
        info.title or info.source.stem,
        info.source.path.rsplit("/", 1)[-1],
        numbers.group[groups.of_document[key]],
        info.issuer,
        info.date,
        list(info.review_years),
        list(info.plan_years),
        info.url,
    ]


def _entity(
    entity: GraphEntity, by_key: Mapping[str, GraphEntity], groups: Groups, layout: Layout, numbers: Numbers
) -> Row:
    x, y = layout.places[entity.key]
    hubs = numbers.hubs
    return [
        entity.key,
        _kind_number(entity.kind.value),
        entity.name,
        short_label(
            entity.name,
            _names_of_regions(entity.region, by_key),
            around=_names_of_regions(hubs[groups.of[entity.key]], by_key),
        ),
        list(entity.aliases),
        numbers.group[groups.of[entity.key]],
        NONE if entity.level is None else entity.level.value,
        numbers.entity.get(entity.region, NONE),
        entity.concept,
        x,
        y,
        {name: value for name, value in sorted(entity.attributes.items()) if name in _TOLD},
    ]


_TOLD = ("stage", "ownership", "role", "affiliation", "work", "code")
"""The attributes of things that a person wants to read."""


def _concepts(entities: Iterable[GraphEntity]) -> dict[str, list[str]]:
    """The Chinese and English names of concepts that things are instances of: published, or the shortest of theirs."""
    instances: dict[str, list[str]] = {}
    for entity in entities:
        if entity.concept:
            instances.setdefault(entity.concept, []).append(entity.name)
    published = published_names(instances)
    return {
        concept: list(published.get(concept) or (min(names, key=lambda name: (len(name), name)), ""))
        for concept, names in sorted(instances.items())
    }


def _names_of_regions(region: str, by_key: Mapping[str, GraphEntity]) -> list[str]:
    """From the widest to the region itself; a circle of regions, which only a broken file can hold, ends it."""
    names: list[str] = []
    seen: set[str] = set()
    while region in by_key and region not in seen:
        seen.add(region)
        names.insert(0, by_key[region].name)
        region = by_key[region].region
    return names


def _fact(statement: Statement, numbers: Numbers) -> Row:
    ends = [numbers.entity.get(statement.ends.get(role, ""), NONE) for role in FACT_ENDS[statement.kind]]
    return [
        statement.key,
        _FACTS[statement.kind],
        ends,
        statement.year or 0,
        _status(statement.status),
        _surest(statement.evidence),
        len(statement.evidence),
        sorted({numbers.document[e.document] for e in statement.evidence if e.document in numbers.document}),
        dict(sorted(statement.attributes.items())),
    ]


def _figure(figure: GraphFigure, numbers: Numbers) -> Row:
    value = str(figure.value) if figure.upper is None else f"{figure.value}–{figure.upper}"
    return [
        figure.key,
        figure.what,
        list(figure.qualifiers),
        ("约" if figure.approximate else "") + value,
        figure.unit,
        numbers.entity.get(figure.region, NONE),
        numbers.entity.get(figure.about, NONE),
        figure.year or 0,
        _status(figure.status),
        _surest(figure.evidence),
        sorted({numbers.document[e.document] for e in figure.evidence if e.document in numbers.document}),
    ]


def _status(status: Status | None) -> int:
    return NONE if status is None else _STATUSES[status]


def _surest(evidence: Iterable[StatementEvidence]) -> int:
    """The best confidence of all places, in hundredths: whole numbers are shorter, and enough for a person."""
    return round(100 * max((e.confidence for e in evidence), default=0))


def _evidence(evidence: StatementEvidence, named: Iterable[GraphEntity], places: Places, numbers: Numbers) -> Row:
    return [
        numbers.document.get(evidence.document, NONE),
        evidence.start,
        evidence.end,
        evidence.quote,
        numbers.rule[evidence.rule],
        round(100 * evidence.confidence),
        marks_in(evidence, tuple(named), places),
    ]

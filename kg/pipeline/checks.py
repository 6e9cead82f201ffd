"""What the figures of a run say against each other: sums that do not hold, and values that reports dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from kg.assemble.figures import thing_counted
from kg.model.facts import DocumentFacts
from kg.model.figures import Figure, Identity
from kg.model.graph import GraphFigure, KnowledgeGraph

__all__ = ["conflicts", "disputes", "failed_identities"]


def failed_identities(facts: Iterable[DocumentFacts]) -> tuple[Mapping[str, object], ...]:
    """Each identity that does not hold, with the file and the place of every figure in it."""
    return tuple(
        _failed(document, identity) for document in facts for identity in document.identities if not identity.holds
    )


def _failed(document: DocumentFacts, identity: Identity) -> Mapping[str, object]:
    return {
        "path": document.info.source.path,
        "kind": identity.kind.value,
        "computed": _number(identity.computed),
        "figures": [_place(document.figures[index]) for index in identity.figures],
    }


def _place(figure: Figure) -> Mapping[str, object]:
    evidence = figure.evidence
    return {
        "what": figure.what,
        "qualifiers": list(figure.qualifiers),
        "value": _number(figure.value),
        "unit": figure.unit,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
    }


def conflicts(graph: KnowledgeGraph) -> tuple[Mapping[str, object], ...]:
    """Figures of which several reports give different values, each value with its file and its words.

    Only levels that a report states exactly are compared, and only those of one known place and year.
    """
    names = {entity.key: entity.name for entity in graph.entities}
    return tuple(_conflict(group, graph, names) for group in disputes(graph))


def disputes(graph: KnowledgeGraph) -> list[list[GraphFigure]]:
    """The figures that say the same of the same place and year with different values, in groups."""
    groups: dict[object, list[GraphFigure]] = defaultdict(list)
    for figure in graph.figures:
        if figure.year is not None and not figure.approximate and (figure.region or figure.about):
            said = (thing_counted(figure.what), figure.qualifiers, figure.unit, figure.change, figure.status)
            groups[(*said, figure.region, figure.about, figure.year)].append(figure)
    return [group for group in groups.values() if _dispute(group)]


def _dispute(group: list[GraphFigure]) -> bool:
    """Whether values differ between documents, and no document itself gives several of them."""
    documents = [{e.document for e in figure.evidence} for figure in group]
    return len(group) > 1 and sum(map(len, documents)) == len(set().union(*documents))


def _conflict(group: list[GraphFigure], graph: KnowledgeGraph, names: Mapping[str, str]) -> Mapping[str, object]:
    first = group[0]
    return {
        "what": first.what,
        "qualifiers": list(first.qualifiers),
        "unit": first.unit,
        "region": names.get(first.region, ""),
        "about": names.get(first.about, ""),
        "year": first.year,
        "values": [
            {
                "value": _number(figure.value),
                "path": graph.documents[evidence.document].source.path,
                "start": evidence.start,
                "end": evidence.end,
                "quote": evidence.quote,
            }
            for figure in group
            for evidence in figure.evidence
        ],
    }


def _number(value: Decimal) -> int | str:
    """A whole number as such; any other in its exact digits.

    >>> _number(Decimal("82")), _number(Decimal("42.56"))
    (82, '42.56')
    """
    return int(value) if value == value.to_integral_value() else f"{value:f}"

"""The figures of all documents: equal ones are one observation with the evidence of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.model.facts import DocumentFacts
from kg.model.figures import Figure
from kg.model.graph import GraphFigure, GraphIdentity, Resolution, StatementEvidence
from kg.text.keys import document_key, figure_key

__all__ = ["assemble_figures", "thing_counted"]

_NUMBER_OF = re.compile(r"(?:总人数|总数|人数|数量|数)$")
"""在校学生总人数 and 在校学生 count the same; the measure word tells that it is a number."""


def assemble_figures(
    facts: Sequence[DocumentFacts], resolution: Resolution
) -> tuple[tuple[GraphFigure, ...], tuple[GraphIdentity, ...]]:
    """Figures and identities over all documents, each sorted by key.

    Figures that differ only in their value stay two: which of them is right is not for the graph to say.
    """
    found: dict[str, list[GraphFigure]] = defaultdict(list)
    identities: dict[str, GraphIdentity] = {}
    for document in facts:
        name = document_key(document.info.source.sha256)
        keys = [_key(figure, name, resolution) for figure in document.figures]
        for key, figure in zip(keys, document.figures, strict=True):
            whole = keys[figure.part_of] if figure.part_of is not None else ""
            found[key].append(_graph_figure(key, figure, name, "" if whole == key else whole, resolution))
        for identity in document.identities:
            members = tuple(keys[f] for f in identity.figures)
            key = figure_key("identity", (identity.kind, *members))
            identities[key] = GraphIdentity(key, identity.kind, members, identity.computed, identity.holds)
    merged = tuple(_merged(group) for _, group in sorted(found.items()))
    return merged, tuple(identity for _, identity in sorted(identities.items()))


def thing_counted(what: str) -> str:
    """What is counted, without words that only say that it is: by it figures of several reports meet.

    >>> thing_counted("在校学生总数"), thing_counted("在校学生")
    ('在校学生', '在校学生')
    """
    return _NUMBER_OF.sub("", what) or what


def _key(figure: Figure, document: str, resolution: Resolution) -> str:
    """The key of a figure: all that it says. What holds for no known place holds only in its own document."""
    region, about = (resolution.entity_of.get((document, e), "") for e in (figure.region, figure.about))
    parts = (
        thing_counted(figure.what), "+".join(figure.qualifiers), str(figure.value),
        str(figure.upper or ""), figure.unit, figure.change or "", region, about, str(figure.year or ""),
        figure.status or "", "" if region or about else document,
    )  # fmt: skip
    return figure_key("figure", parts)


def _graph_figure(key: str, figure: Figure, document: str, whole: str, resolution: Resolution) -> GraphFigure:
    evidence = figure.evidence
    return GraphFigure(
        key=key,
        what=figure.what,
        qualifiers=figure.qualifiers,
        value=figure.value,
        upper=figure.upper,
        unit=figure.unit,
        approximate=figure.approximate,
        change=figure.change,
        region=resolution.entity_of.get((document, figure.region), ""),
        about=resolution.entity_of.get((document, figure.about), ""),
        year=figure.year,
        status=figure.status,
        part_of=whole,
        evidence=(
            StatementEvidence(
                document, evidence.start, evidence.end, evidence.quote, evidence.rule, evidence.confidence
            ),
        ),
    )


def _merged(group: list[GraphFigure]) -> GraphFigure:
    """One figure of equal ones: the shortest words for it, all evidence, the first whole that any names."""
    ordered = sorted(group, key=lambda f: (f.evidence[0].document, f.evidence[0].start, f.evidence[0].end))
    evidence = {e for figure in ordered for e in figure.evidence}
    return replace(
        ordered[0],
        what=min((f.what for f in ordered), key=lambda w: (len(w), w)),
        approximate=all(f.approximate for f in ordered),
        part_of=next((f.part_of for f in ordered if f.part_of), ""),
        evidence=tuple(sorted(evidence, key=lambda e: (e.document, e.start, e.end, e.rule))),
    )

"""The figures of one document with entities for mentions, each kept once, and their evidence in the raw file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kg.model.facts import Evidence
from kg.model.figures import Figure, FigureMention, Identity, Tally

__all__ = ["resolve_figures"]

Quote = Callable[[int, int, str, float], Evidence]
"""From a span of the clean text, a rule and a confidence to evidence in the raw text."""


def resolve_figures(
    tally: Tally, entity_of: Mapping[int, str], quote: Quote
) -> tuple[tuple[Figure, ...], tuple[Identity, ...]]:
    """Figures and identities as they leave the document.

    A figure that the text repeats is kept where it stands first, unless it is two members of one identity: 民办1所 and
    again 民办1所 are then two schools.
    """
    place = _first_places(tally)
    kept = sorted(set(place))
    number = {old: new for new, old in enumerate(kept)}
    figures = tuple(_figure(tally.figures[old], number, place, entity_of, quote) for old in kept)
    identities = {
        (i.kind, moved): replace(i, figures=moved)
        for i in tally.identities
        for moved in [tuple(number[place[f]] for f in i.figures)]
    }
    return figures, tuple(sorted(identities.values(), key=lambda i: (i.figures, i.kind)))


def _first_places(tally: Tally) -> list[int]:
    """For each figure the index of the first that says the same."""
    first: dict[object, int] = {}
    place = [first.setdefault(_said(figure), index) for index, figure in enumerate(tally.figures)]
    for identity in tally.identities:
        if len({place[f] for f in identity.figures}) < len(identity.figures):
            for f in identity.figures:
                place[f] = f
    # A figure that now stands for itself may be the first place of none and the other place of several: both are kept.
    return [place[p] for p in place]


def _said(figure: FigureMention) -> object:
    """All that a figure says, without where it stands."""
    return (
        figure.what, figure.qualifiers, figure.value, figure.upper, figure.unit, figure.change, figure.region,
        figure.about, figure.year, figure.status,
    )  # fmt: skip


def _figure(
    figure: FigureMention, number: Mapping[int, int], place: list[int], entity_of: Mapping[int, str], quote: Quote
) -> Figure:
    return Figure(
        what=figure.what,
        qualifiers=figure.qualifiers,
        value=figure.value,
        upper=figure.upper,
        unit=figure.unit,
        approximate=figure.approximate,
        change=figure.change,
        region="" if figure.region is None else entity_of.get(figure.region, ""),
        about="" if figure.about is None else entity_of.get(figure.about, ""),
        year=figure.year,
        status=figure.status,
        part_of=None if figure.part_of is None else number[place[figure.part_of]],
        evidence=quote(figure.evidence_start, figure.evidence_end, figure.rule, figure.confidence),
    )

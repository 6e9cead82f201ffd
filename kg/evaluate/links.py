"""Whether the same program, honor, project or document of two reports carries the same concept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from kg.errors import UsageError
from kg.evaluate.annotations import Annotation
from kg.evaluate.matching import match
from kg.evaluate.table import Counts

__all__ = ["GoldLinks", "judge_links", "load_links"]

Place = tuple[str, str]
"""(document, gold entity id)."""


@dataclass(frozen=True, slots=True)
class GoldLinks:
    """Which gold entities of different documents are one thing, and which pairs may go either way."""

    cluster_of: Mapping[Place, str]
    either_way: frozenset[frozenset[Place]]


def load_links(path: Path) -> GoldLinks:
    """The gold links of a file. Raises `UsageError`."""
    try:
        links = json.loads(path.read_text("utf-8"))
        clusters = {(doc, i): cluster["label"] for cluster in links["clusters"] for doc, i in cluster["members"]}
        related = frozenset(frozenset((tuple(a), tuple(b))) for a, b, *_ in links.get("related", ()))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise UsageError(f"{path}: 不是链接标注 / not a file of gold links ({problem})") from problem
    return GoldLinks(clusters, related)


def judge_links(
    golds: Mapping[str, Annotation], predictions: Mapping[str, Annotation], links: GoldLinks
) -> tuple[Counts, list[tuple[str, str, str, str]]]:
    """Counts over pairs of gold entities from two documents, and a line for each pair linked against the gold."""
    concept: dict[Place, str | None] = {}
    kind: dict[Place, str] = {}
    for doc, gold in golds.items():
        predicted = predictions.get(doc, Annotation(doc))
        pairs = match(gold.things, predicted.things)
        found = {thing.id: thing.concept for thing in predicted.things}
        kind |= {(doc, thing.id): thing.kind for thing in gold.things}
        concept |= {(doc, i): found[other] for i, other in pairs.items()}
    asked = {
        (a, b) for a, b in _across(place for place in links.cluster_of if place[0] in golds)
        if links.cluster_of[a] == links.cluster_of[b]
    }  # fmt: skip
    right = sum(concept.get(a) is not None and concept.get(a) == concept.get(b) for a, b in asked)
    wrong = [
        (a, b) for a, b in _across(place for place, name in concept.items() if name is not None)
        if concept[a] == concept[b] and kind[a] == kind[b]
        and (a, b) not in asked and frozenset((a, b)) not in links.either_way
    ]  # fmt: skip
    lines = [(f"{a[0]}~{b[0]}", "wrong link", kind[a], f"{a[1]} ~ {b[1]}: {concept[a]}") for a, b in wrong]
    return Counts(right, len(wrong), len(asked) - right), lines


def _across(places: Iterable[Place]) -> Iterator[tuple[Place, Place]]:
    """All pairs of places in two documents, each sorted."""
    return ((a, b) for a, b in combinations(sorted(places), 2) if a[0] != b[0])

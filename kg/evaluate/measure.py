"""How often each rule was right, report by report: what confidences are computed from, and whether they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluate.annotations import FACT_KINDS, Annotation
from kg.evaluate.judge import Part, Verdict, judge
from kg.evaluate.matching import match
from kg.knowledge import Precision
from kg.model.facts import DocumentFacts, Fact

__all__ = ["Measured", "foretold", "measure", "measured_precision"]


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of one report's entities and facts."""

    precision: Precision
    """The counts of this report alone."""
    facts: tuple[tuple[Fact, bool], ...]
    """Each fact that the gold judges, and whether it is right."""


def measure(gold: Annotation, predicted: Annotation, read: DocumentFacts) -> Measured:
    """What is right of one report; `predicted` is `read` in the form of the gold, in the same order."""
    _, yields = judge(gold, predicted)
    verdicts = [y.verdict for y in yields if y.part is Part.FACTS]
    found = set(match(gold.things, predicted.things).values())
    entities: Counter[tuple[str, str, bool]] = Counter()
    for thing, verdict in zip(predicted.things, (y.verdict for y in yields if y.part is Part.ENTITIES), strict=True):
        if verdict is Verdict.FREE:
            continue
        entity = next(e for e in read.entities if e.id == thing.id)
        times = "often" if len(entity.evidence) > 1 else "once"
        for trait in ("*", thing.rule, times):
            entities[thing.kind, trait, verdict is Verdict.RIGHT] += 1
    facts: Counter[tuple[str, str, bool]] = Counter()
    judged: list[tuple[Fact, bool]] = []
    asked = [fact for fact in read.facts if fact.kind.value in FACT_KINDS]
    for fact, verdict in zip(asked, verdicts, strict=True):
        if verdict is Verdict.FREE:
            continue
        right = verdict is Verdict.RIGHT
        judged.append((fact, right))
        if right or all(id in found for id in fact.ends.values()):
            for trait in ("*", fact.evidence.rule, *fact.grounds.traits):
                facts[fact.kind.value, trait, right] += 1
    return Measured(Precision(_pairs(entities), _pairs(facts)), tuple(judged))


def _pairs(counted: Counter[tuple[str, str, bool]]) -> dict[tuple[str, str], tuple[int, int]]:
    keys = sorted({(kind, trait) for kind, trait, _ in counted})
    return {(k, t): (counted[k, t, True], counted[k, t, False]) for k, t in keys}


def measured_precision(reports: Iterable[Measured]) -> Precision:
    """The counts of all reports together."""
    entities: Counter[tuple[str, str, bool]] = Counter()
    facts: Counter[tuple[str, str, bool]] = Counter()
    for report in reports:
        for counts, total in ((report.precision.entities, entities), (report.precision.facts, facts)):
            for (kind, trait), (right, wrong) in counts.items():
                total[kind, trait, True] += right
                total[kind, trait, False] += wrong
    return Precision(_pairs(entities), _pairs(facts))


def foretold(reports: Sequence[Measured]) -> list[tuple[float, bool]]:
    """For each judged fact the confidence that all other reports give it, and whether it is right.

    No report has a say in the confidence of its own facts: what is shown of the calibration is what a report that
    nobody has annotated can expect.
    """
    whole = measured_precision(reports)
    pairs: list[tuple[float, bool]] = []
    for report in reports:
        others = whole.without(report.precision)
        pairs += [(others.confidence(f.kind, f.evidence.rule, f.grounds), right) for f, right in report.facts]
    return pairs

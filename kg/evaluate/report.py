"""The quality report: scores, quotes, calibration, errors by kind and the yield of the rules, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.annotations import Annotation
from kg.evaluate.calibration import Bin, bins, calibration_lines
from kg.evaluate.errors import ErrorKind, Mistake, error_lines, mistakes, tallied
from kg.evaluate.measure import Measured, foretold
from kg.evaluate.rules import rule_yields
from kg.evaluate.score import Score

__all__ = ["QualityReport", "quality_report"]


@dataclass(frozen=True, slots=True)
class QualityReport:
    """How good the program is on annotated reports."""

    score: Score
    quotes: tuple[int, int]
    """How many quotes stand exactly where they are said to, of how many."""
    mistakes: tuple[Mistake, ...]
    shipped: tuple[Bin, ...]
    """Facts by the confidence that they carry."""
    unseen: tuple[Bin, ...]
    """Facts by the confidence that all other reports of the gold give them; empty for a single report."""

    def lines(self, *, rules: bool) -> Iterator[str]:
        """The report for people; with `rules` also the yield of every rule."""
        yield from self.score.lines()
        yield f"quotes exactly at their place in the raw text: {self.quotes[0]} of {self.quotes[1]}"
        yield ""
        yield from calibration_lines(self.shipped)
        if self.unseen:
            yield "the same, each report's facts judged by what the other reports taught:"
            yield from list(calibration_lines(self.unseen))[1:]
        if self.mistakes:
            yield ""
            yield from error_lines(self.mistakes)
        if harmful := [f"{r.rule} ({r.part})" for r in rule_yields(self.score.yields) if r.harmful]:
            yield f"rules that are wrong more often than right: {', '.join(harmful)}"
        if rules:
            yield ""
            yield from self.score.rules()

    def errors(self) -> Iterator[str]:
        """Every mistake on a line, tab-separated: document, missed or wrong, kind, name, sort of mistake."""
        sort_of = {(m.doc, m.kind, m.label): m.error.value for m in self.mistakes}
        for line in self.score.errors():
            doc, _, kind, label = line.split("\t", 3)
            yield f"{line}\t{sort_of.get((doc, kind, label), '')}".rstrip("\t")
        for m in self.mistakes:
            if m.error in (ErrorKind.YEAR, ErrorKind.STATUS):
                yield "\t".join((m.doc, "wrong", m.kind, m.label, m.error.value))

    def record(self) -> dict[str, object]:
        """The report as one JSON object."""
        return {
            **self.score.summary(),
            "evidence": {"exact": self.quotes[0], "of": self.quotes[1]},
            "calibration": {
                "shipped": [b.record() for b in self.shipped],
                "unseen": [b.record() for b in self.unseen],
            },
            "errors": {"counts": tallied(self.mistakes), "list": [m.record() for m in self.mistakes]},
            "rules": [r.record() for r in rule_yields(self.score.yields)],
        }


def quality_report(
    score: Score,
    golds: Mapping[str, Annotation],
    predictions: Mapping[str, Annotation],
    measured: Sequence[Measured],
    quotes: tuple[int, int],
) -> QualityReport:
    """The report over all annotated documents."""
    found = [m for doc, gold in golds.items() for m in mistakes(gold, predictions.get(doc, Annotation(doc)))]
    carried = [(fact.evidence.confidence, right) for report in measured for fact, right in report.facts]
    unseen = bins(foretold(measured)) if len(measured) > 1 else []
    return QualityReport(score, quotes, tuple(found), tuple(bins(carried)), tuple(unseen))

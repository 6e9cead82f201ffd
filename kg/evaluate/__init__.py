"""How well a prediction agrees with gold annotations: the numbers, the errors, the quotes, the rules."""

from __future__ import annotations

from kg.evaluate.annotations import Annotation, annotation, find_text, load_gold
from kg.evaluate.evidence import exact_quotes
from kg.evaluate.links import judge_links, load_links
from kg.evaluate.measure import Measured, measure, measured_precision
from kg.evaluate.report import QualityReport, quality_report
from kg.evaluate.score import Score, score

__all__ = [
    "Annotation", "Measured", "QualityReport", "Score", "annotation", "exact_quotes", "find_text", "judge_links",
    "load_gold", "load_links", "measure", "measured_precision", "quality_report", "score",
]  # fmt: skip

"""How well a prediction agrees with gold annotations: the numbers, the errors, the quotes, the rules."""

from __future__ import annotations

from kg.evaluate.annotations import Annotation, annotation, find_text, load_gold
from kg.evaluate.evidence import exact_quotes
from kg.evaluate.links import judge_links, load_links
from kg.evaluate.score import Score, score

__all__ = [
    "Annotation", "Score", "annotation", "exact_quotes", "find_text", "judge_links", "load_gold", "load_links", "score",
]  # fmt: skip

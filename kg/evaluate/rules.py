"""How much each rule finds, and how much of it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.evaluate.judge import Part, Verdict, Yield

__all__ = ["RuleYield", "rule_lines", "rule_yields"]


@dataclass(frozen=True, slots=True)
class RuleYield:
    """What one rule found."""

    part: Part
    rule: str
    found: int
    right: int
    wrong: int
    free: int
    """What the gold calls optional: neither right nor wrong."""

    @property
    def precision(self) -> float | None:
        """The share that is right of what is judged; None where nothing is."""
        judged = self.right + self.wrong
        return round(self.right / judged, 3) if judged else None

    @property
    def harmful(self) -> bool:
        """Whether it is wrong more often than right: without it the score would be better."""
        return self.wrong > self.right

    def record(self) -> dict[str, object]:
        """The yield as one JSON object."""
        return {
            "part": self.part.value, "rule": self.rule, "found": self.found, "right": self.right, "wrong": self.wrong,
            "free": self.free, "precision": self.precision, "harmful": self.harmful,
        }  # fmt: skip


def rule_yields(yields: Iterable[Yield]) -> list[RuleYield]:
    """The rules, entities before facts, those that are wrong most often first."""
    counts: dict[tuple[Part, str], Counter[Verdict]] = {}
    for item in yields:
        counts.setdefault((item.part, item.rule or "?"), Counter())[item.verdict] += 1
    made = [
        RuleYield(part, rule, c.total(), c[Verdict.RIGHT], c[Verdict.WRONG], c[Verdict.FREE])
        for (part, rule), c in counts.items()
    ]
    return sorted(made, key=lambda r: (r.part, -r.wrong, r.rule))


def rule_lines(yields: Iterable[Yield]) -> Iterator[str]:
    """A table of the rules: those that are wrong most often first; harmful ones are marked.

    >>> for line in rule_lines([Yield(Part.FACTS, "built", Verdict.RIGHT), Yield(Part.FACTS, "built", Verdict.WRONG)]):
    ...     print(line)
    rule                                      found  right  wrong   free  precision
    facts    built                                2      1      1      0      0.500
    """
    yield f"{'rule':40}{'found':>7}{'right':>7}{'wrong':>7}{'free':>7}{'precision':>11}"
    for rule in rule_yields(yields):
        precision = f"{'-':>11}" if rule.precision is None else f"{rule.precision:11.3f}"
        numbers = f"{rule.found:7}{rule.right:7}{rule.wrong:7}{rule.free:7}"
        yield f"{rule.part:9}{rule.rule:31}{numbers}{precision}{'  harmful' if rule.harmful else ''}"

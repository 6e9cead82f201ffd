"""How much each rule finds, and how much of it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.evaluate.judge import Part, Verdict, Yield

__all__ = ["rule_lines"]


def rule_lines(yields: Iterable[Yield]) -> Iterator[str]:
    """A table of the rules: those that are wrong most often first.

    >>> for line in rule_lines([Yield(Part.FACTS, "built", Verdict.RIGHT), Yield(Part.FACTS, "built", Verdict.WRONG)]):
    ...     print(line)
    rule                                      found  right  wrong   free  precision
    facts    built                                2      1      1      0      0.500
    """
    counts: dict[tuple[Part, str], Counter[Verdict]] = {}
    for item in yields:
        counts.setdefault((item.part, item.rule or "?"), Counter())[item.verdict] += 1
    yield f"{'rule':40}{'found':>7}{'right':>7}{'wrong':>7}{'free':>7}{'precision':>11}"
    for part, rule in sorted(counts, key=lambda key: (key[0], -counts[key][Verdict.WRONG], key[1])):
        seen = counts[part, rule]
        judged = seen[Verdict.RIGHT] + seen[Verdict.WRONG]
        precision = f"{seen[Verdict.RIGHT] / judged:11.3f}" if judged else f"{'-':>11}"
        found = f"{seen.total():7}{seen[Verdict.RIGHT]:7}{seen[Verdict.WRONG]:7}{seen[Verdict.FREE]:7}"
        yield f"{part:9}{rule:31}{found}{precision}"

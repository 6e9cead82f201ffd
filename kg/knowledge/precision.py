"""How sure a fact is: from how often its rules were right on annotated reports, `ontology/precision.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import KnowledgeError
from kg.model.grounds import SURE, Grounds

__all__ = ["Counts", "Precision", "load_precision", "precision_text"]

Counts = Mapping[tuple[str, str], tuple[int, int]]
"""(kind, rule or trait) to how often it was right and wrong."""
UNSEEN = 0.75
"""What is supposed of a kind that was never measured."""
OF_KIND, OF_RULE, OF_TRAIT = 8.0, 6.0, 12.0
"""So many supposed cases stand against those that were counted, of a kind, a rule and a trait: a rule that was right
three times of three is not certain. Tuned by leaving out one annotated report after the other."""
CAUTION = 0.7
"""By so much the odds are lowered: the rules were written with the annotated reports in view, and are wrong more often
on those that nobody has seen (78 to 83 facts of a hundred were right in 60 reports at first sight). More caution would
leave few facts that are called sure."""
LEAST, HIGHEST = 0.02, 0.99


@dataclass(frozen=True, slots=True)
class Precision:
    """Counts of right and wrong, and the confidence that follows from them.

    A fact is right if all its ends are, and if they are related as its rule says: the product of the two.
    """

    entities: Counts = field(default_factory=dict)
    """By kind and rule of an entity, and by kind and `once` or `often`."""
    facts: Counts = field(default_factory=dict)
    """By kind and rule of a fact, and by kind and trait; only of facts whose ends are right."""
    _worked_out: dict[tuple[bool, str, str, tuple[str, ...]], float] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """As many as there are kinds, rules and traits that stand together: a few hundred."""

    def confidence(self, kind: str, rule: str, grounds: Grounds) -> float:
        """How likely a fact is right, between 0 and 1, rounded to three places.

        >>> seen = Precision({}, {("award", "won"): (90, 10), ("award", "guessed"): (3, 7)})
        >>> seen.confidence("award", "won", Grounds()) > seen.confidence("award", "guessed", Grounds())
        True
        >>> Precision().confidence("award", "won", Grounds())
        0.677
        """
        sure = self._likely(True, kind, rule, grounds.traits)
        for end, found_by, times in grounds.ends:
            sure *= self._likely(False, end, found_by, (times,))
        odds = _odds(sure) * CAUTION
        return round(odds / (1 + odds) * (grounds.repair if grounds.repair < SURE else 1.0), 3)

    def _likely(self, of_facts: bool, kind: str, rule: str, traits: tuple[str, ...]) -> float:
        """The share of facts, else of entities, that is right for a kind, a rule and some traits."""
        key = of_facts, kind, rule, traits
        if key not in self._worked_out:
            self._worked_out[key] = _likely(self.facts if of_facts else self.entities, kind, rule, traits)
        return self._worked_out[key]

    def without(self, other: Precision) -> Precision:
        """These counts less those of one report: what was known before that report was read."""
        return Precision(_less(self.entities, other.entities), _less(self.facts, other.facts))


def _likely(counts: Counts, kind: str, rule: str, traits: Iterable[str]) -> float:
    """The share that is right of a kind and rule, moved by each trait as far as the trait moves the kind's share."""
    whole = _share(counts.get((kind, "*"), (0, 0)), UNSEEN, OF_KIND)
    odds = _odds(_share(counts.get((kind, rule), (0, 0)), whole, OF_RULE))
    for trait in traits:
        odds *= _odds(_share(counts.get((kind, trait), (0, 0)), whole, OF_TRAIT)) / _odds(whole)
    return min(HIGHEST, max(LEAST, odds / (1 + odds)))


def _share(counted: tuple[int, int], supposed: float, weight: float) -> float:
    right, wrong = counted
    return (right + supposed * weight) / (right + wrong + weight)


def _odds(share: float) -> float:
    return share / (1 - share)


def _less(counts: Counts, other: Counts) -> Counts:
    return {
        key: (right - other.get(key, (0, 0))[0], wrong - other.get(key, (0, 0))[1])
        for key, (right, wrong) in counts.items()
    }


def load_precision(path: Path) -> Precision:
    """The counts of a file; none at all where there is no file. Raises `KnowledgeError`."""
    if not path.is_file():
        return Precision()
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
        read = {
            part: {
                (kind, rule): (int(right), int(wrong))
                for kind, rules in tables[part].items()
                for rule, (right, wrong) in rules.items()
            }
            for part in ("entity", "fact")
        }
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise KnowledgeError(path.name, "TOML", f"{type(error).__name__}: {error}") from error
    return Precision(read["entity"], read["fact"])


HEAD = """\
# 规则的准确率：在人工标注的报告上，每条规则找到的实体和事实对了几个、错了几个。置信度由此算出。
# How often each rule was right and wrong on annotated reports; confidences are computed from this.
# {documents} reports; entities and facts that the annotation calls optional are not counted. A fact is counted only if
# its ends are right: it is the rule that is measured, not what it joins. "*" is the whole kind.
# 重新测量 / measure again: kg evaluate GOLD_DIR TEXT_DIR --write-precision ontology/precision.toml
"""


def precision_text(precision: Precision, *, documents: int) -> str:
    """The counts as the text of a file; the same counts give the same text."""
    lines = [HEAD.format(documents=documents)]
    for part, counts in (("entity", precision.entities), ("fact", precision.facts)):
        for kind in sorted({kind for kind, _ in counts}):
            lines.append(f"[{part}.{kind}]")
            rules = sorted((rule, seen) for (k, rule), seen in counts.items() if k == kind)
            lines += [f'"{rule}" = [{right}, {wrong}]' for rule, (right, wrong) in rules]
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"

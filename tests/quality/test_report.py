"""The quality report: calibration, errors by kind, yields of rules."""

from __future__ import annotations

import pytest

from kg.evaluate.annotations import Annotation, annotation
from kg.evaluate.calibration import bins
from kg.evaluate.errors import ErrorKind, mistakes, tallied
from kg.evaluate.judge import Part, Verdict, Yield
from kg.evaluate.measure import Measured, foretold, measured_precision
from kg.evaluate.rules import rule_lines, rule_yields
from kg.knowledge import Precision
from kg.model.facts import Evidence, Fact
from kg.model.grounds import Grounds
from kg.model.names import FactKind


def thing(id: str, kind: str, name: str, *accept: str) -> dict[str, object]:
    return {"id": id, "type": kind, "name": name, "accept": list(accept)}


def document(things: list[dict[str, object]], *facts: dict[str, object]) -> Annotation:
    return annotation({"doc": "a", "entities": things, "facts": list(facts)})


ONE, TWO = thing("S1", "School", "县第一中学", "县一中"), thing("S2", "School", "县实验小学")
HONOR = thing("H1", "Honor", "省级文明校园", "文明校园")
AWARD = {"type": "award", "honor": "H1", "to": "S1", "year": 2021, "status": "completed"}
GOLD = document([ONE, TWO, HONOR], AWARD)
MISTAKES = [
    ("nothing is wrong", [ONE, TWO, HONOR], [AWARD], []),
    ("a school is missing", [ONE, HONOR], [AWARD], [ErrorKind.NOT_FOUND]),
    ("a school too many", [ONE, TWO, HONOR, thing("S3", "School", "白云中学")], [AWARD], [ErrorKind.NOT_IN_GOLD]),
    (
        "a name is cut", [ONE, thing("S2", "School", "实验小学"), HONOR], [AWARD],
        [ErrorKind.BOUNDARY, ErrorKind.BOUNDARY],
    ),
    (
        "a school is taken for a project", [ONE, thing("J1", "Project", "县实验小学"), HONOR], [AWARD],
        [ErrorKind.TYPE, ErrorKind.TYPE],
    ),
    ("a school is found twice", [ONE, TWO, HONOR, thing("S3", "School", "县一中")], [AWARD], [ErrorKind.TWICE]),
    ("an end is missing", [ONE, TWO], [], [ErrorKind.NOT_FOUND, ErrorKind.END_MISSED]),
    ("the ends are not related", [ONE, TWO, HONOR], [], [ErrorKind.NOT_RELATED]),
    (
        "another has won", [ONE, TWO, HONOR], [{**AWARD, "to": "S2"}],
        [ErrorKind.NOT_RELATED, ErrorKind.RELATED],
    ),
    (
        "one has won who does not exist", [ONE, TWO, HONOR, thing("S3", "School", "白云中学")],
        [AWARD, {**AWARD, "to": "S3"}], [ErrorKind.NOT_IN_GOLD, ErrorKind.END_WRONG],
    ),
    ("the year is wrong", [ONE, TWO, HONOR], [{**AWARD, "year": 2020}], [ErrorKind.YEAR]),
    ("the status is wrong", [ONE, TWO, HONOR], [{**AWARD, "status": "planned"}], [ErrorKind.STATUS]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "things", "facts", "errors"), MISTAKES, ids=[what for what, *_ in MISTAKES])
def test_a_mistake_is_named_for_what_it_is(
    what: str, things: list[dict[str, object]], facts: list[dict[str, object]], errors: list[ErrorKind]
) -> None:
    found = list(mistakes(GOLD, document(things, *facts)))
    assert [m.error for m in found] == errors
    assert sum(n for sorts in tallied(found).values() for kinds in sorts.values() for n in kinds.values()) == len(
        errors
    )


def test_a_rule_that_is_wrong_more_often_than_right_is_marked() -> None:
    yields = [Yield(Part.FACTS, "good", Verdict.RIGHT)] * 3 + [Yield(Part.FACTS, "good", Verdict.WRONG)]
    yields += [Yield(Part.FACTS, "bad", Verdict.WRONG)] * 2 + [Yield(Part.FACTS, "bad", Verdict.RIGHT)]
    assert {r.rule: r.harmful for r in rule_yields(yields)} == {"good": False, "bad": True}
    assert [line.endswith("harmful") for line in rule_lines(yields)] == [False, True, False]


def test_bins_hold_each_fact_once_at_their_edges() -> None:
    pairs = [(sure, True) for sure in (0.0, 0.499, 0.5, 0.7, 0.8, 0.899, 0.9, 1.0)]
    assert [b.number for b in bins(pairs)] == [2, 1, 1, 2, 2]
    assert [b.share for b in bins([(0.95, True), (0.92, False)])][-1] == 0.5
    assert bins([])[0].share is None


def report(rule: str, *verdicts: bool) -> Measured:
    """A report with awards by one rule, right or wrong."""
    evidence = Evidence(0, 1, "x", rule, 0.5)
    facts = tuple((Fact(FactKind.AWARD, {}, None, None, evidence, {}, Grounds()), right) for right in verdicts)
    seen = (sum(verdicts), len(verdicts) - sum(verdicts))
    return Measured(Precision({}, {("award", rule): seen, ("award", "*"): seen}), facts)


def test_no_report_has_a_say_in_the_confidence_of_its_own_facts() -> None:
    """A rule that only one report knows is as unsure there as if it had never been measured."""
    others = report("known", *[True] * 40), report("known", *[True] * 40)
    alone_right, alone_wrong = report("mine", *[True] * 30), report("mine", *[False] * 30)
    first = foretold([*others, alone_right])[-1][0]
    second = foretold([*others, alone_wrong])[-1][0]
    assert first == second
    whole = measured_precision([*others, alone_wrong])
    assert whole.confidence("award", "mine", Grounds()) < second

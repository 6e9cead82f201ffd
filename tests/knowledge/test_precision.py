"""How sure a fact is: more where its rule was right more often, less the weaker its ends and the further apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KnowledgeError
from kg.knowledge import Knowledge, Precision
from kg.knowledge.precision import load_precision, precision_text
from kg.model.grounds import Grounds

SEEN = Precision(
    {
        ("School", "*"): (90, 10), ("School", "full"): (80, 2), ("School", "short"): (10, 8),
        ("School", "often"): (50, 1), ("School", "once"): (40, 9),
    },
    {
        ("award", "*"): (90, 10), ("award", "won"): (80, 4), ("award", "guessed"): (10, 6),
        ("award", "gap:near"): (60, 2), ("award", "gap:apart"): (20, 8),
        ("award", "year:said"): (50, 2), ("award", "repair:none"): (88, 9), ("award", "repair:unsure"): (2, 1),
    },
)  # fmt: skip
STRONG, WEAK = ("School", "full", "often"), ("School", "short", "once")


def sure(rule: str = "won", **grounds: object) -> float:
    return SEEN.confidence("award", rule, Grounds(**grounds))  # type: ignore[arg-type]


SURER = [
    ("its rule was right more often", sure("won"), sure("guessed")),
    ("its rule was measured and right", sure("won"), sure("never seen")),
    ("its end is sure", sure(ends=(STRONG,)), sure(ends=(WEAK,))),
    ("it has one weak end, not two", sure(ends=(WEAK,)), sure(ends=(WEAK, WEAK))),
    ("its ends stand near each other", sure(gap="near"), sure(gap="apart")),
    ("nothing in its words was repaired", sure(repair=1.0), sure(repair=0.6)),
    ("the repair in its words is surer", sure(repair=0.8), sure(repair=0.5)),
]


@pytest.mark.parametrize(("why", "more", "less"), SURER, ids=[why for why, _, _ in SURER])
def test_a_fact_is_surer_if(why: str, more: float, less: float) -> None:
    assert 0 < less < more < 1


def test_a_rule_that_was_right_three_times_of_three_is_not_certain() -> None:
    few = Precision({}, {("award", "*"): (3, 0), ("award", "won"): (3, 0)})
    many = Precision({}, {("award", "*"): (300, 0), ("award", "won"): (300, 0)})
    assert few.confidence("award", "won", Grounds()) < 0.9 < many.confidence("award", "won", Grounds())


def test_nothing_measured_gives_one_cautious_number_to_all() -> None:
    assert {Precision().confidence(kind, "r", Grounds()) for kind in ("award", "project", "new")} == {0.677}


counts = st.dictionaries(
    st.tuples(st.sampled_from(["award", "School"]), st.sampled_from(["*", "won", "gap:near", "once"])),
    st.tuples(st.integers(0, 500), st.integers(0, 500)),
)


@given(counts, counts, st.floats(0.5, 1.0))
def test_a_confidence_is_always_a_probability(facts: dict, entities: dict, repair: float) -> None:  # type: ignore[type-arg]
    grounds = Grounds((("School", "won", "once"),), "near", "said", repair)
    found = Precision(entities, facts).confidence("award", "won", grounds)
    assert 0 <= found <= 1
    assert found == round(found, 3)


def test_counts_are_written_and_read_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "precision.toml"
    path.write_text(precision_text(SEEN, documents=7), "utf-8")
    assert load_precision(path) == SEEN
    assert "7 reports" in path.read_text("utf-8")


def test_counts_less_those_of_a_report_are_those_of_the_others() -> None:
    assert SEEN.without(SEEN).confidence("award", "won", Grounds(ends=(STRONG,))) == Precision().confidence(
        "award", "won", Grounds(ends=(STRONG,))
    )


@pytest.mark.parametrize("text", ["[entity", "[entity.School]\nfull = [1, 2]", '[fact.a]\nx = "y"\n[entity.b]\n'])
def test_a_damaged_file_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "precision.toml").write_text(text, "utf-8")
    with pytest.raises(KnowledgeError, match=r"precision\.toml"):
        load_precision(tmp_path / "precision.toml")


def test_what_is_shipped_was_measured_on_many_facts_of_each_kind(knowledge: Knowledge) -> None:
    whole = {kind: sum(seen) for (kind, rule), seen in knowledge.precision.facts.items() if rule == "*"}
    assert set(whole) == {"award", "document", "location", "participation", "program", "project", "within"}
    assert min(whole.values()) >= 30 and sum(whole.values()) > 1000
    for (kind, _), (right, wrong) in knowledge.precision.facts.items():
        assert right >= 0 and wrong >= 0 and right + wrong <= whole[kind]

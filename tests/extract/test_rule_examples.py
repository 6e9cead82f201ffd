"""A rule's own examples are its tests: it finds what it says, and nothing in what it leaves alone."""

from __future__ import annotations

import pytest

from kg.evaluate.matching import same_name
from kg.knowledge import Knowledge, Rule, load_knowledge
from kg.model.facts import Mention
from tests.extract.sentences import mentions_of

RULES = load_knowledge().rules
HEAD = "临江县教育局2022年工作总结\n"
"""A line before each example, so that its first sentence is no title."""


FINDS = [
    pytest.param(rule, text, names, id=f"{rule.id}:{number}")
    for rule in RULES
    for number, (text, names) in enumerate(rule.finds.items(), 1)
]
LEAVES = [
    pytest.param(rule, text, id=f"{rule.id}:{number}") for rule in RULES for number, text in enumerate(rule.leaves, 1)
]


def found_by(rule: Rule, text: str, knowledge: Knowledge) -> list[Mention]:
    """What one rule finds in a text, when the whole extractor reads it."""
    return [m for m in mentions_of(HEAD + text, knowledge) if m.rule == rule.id and m.start >= len(HEAD)]


@pytest.mark.parametrize(("rule", "text", "names"), FINDS)
def test_a_rule_finds_what_its_example_says(
    rule: Rule, text: str, names: tuple[str, ...], knowledge: Knowledge
) -> None:
    found = found_by(rule, text, knowledge)
    assert sorted(same_name(m.name) for m in found) == sorted(map(same_name, names))
    assert {m.kind for m in found} == {rule.kind}


@pytest.mark.parametrize(("rule", "text"), LEAVES)
def test_a_rule_finds_nothing_in_what_it_leaves(rule: Rule, text: str, knowledge: Knowledge) -> None:
    assert [m.name for m in found_by(rule, text, knowledge)] == []


def test_every_rule_has_an_example_of_both_kinds() -> None:
    """A rule without examples would pass the tests above by having none."""
    assert [rule.id for rule in RULES if not rule.finds or not rule.leaves] == []
    assert len(RULES) > 20

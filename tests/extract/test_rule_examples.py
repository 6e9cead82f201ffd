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

KNOWN = "the example's name is a known program by now: the rule needs another example"
PENDING = {
    "finds quoted-with-kind:1": KNOWN,
    "finds run-quoted:1": KNOWN,
    "finds heading-kind:1": KNOWN,
    "finds into-campus:1": KNOWN,
    "finds firm-or-charity:1": "the name loses its left part at a word that is also a verb (建设)",
    "leaves heading-kind:1": "制定 is read into the name",
    "leaves quoted-before-way:1": "the verb between quote and kind (后完善) is read into the name",
    "leaves whole-counted-best:1": "优秀的教师 is found as a title",
}
"""Examples that do not hold today, with the reason."""


def _case(what: str, rule: Rule, number: int, *values: object) -> object:
    reason = PENDING.get(f"{what} {rule.id}:{number}")
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(rule, *values, id=f"{rule.id}:{number}", marks=marks)


FINDS = [
    _case("finds", rule, number, text, names)
    for rule in RULES
    for number, (text, names) in enumerate(rule.finds.items(), 1)
]
LEAVES = [_case("leaves", rule, number, text) for rule in RULES for number, text in enumerate(rule.leaves, 1)]


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


def test_what_is_pending_names_an_example() -> None:
    examples = {f"finds {r.id}:{n}" for r in RULES for n in range(1, len(r.finds) + 1)}
    examples |= {f"leaves {r.id}:{n}" for r in RULES for n in range(1, len(r.leaves) + 1)}
    assert set(PENDING) <= examples

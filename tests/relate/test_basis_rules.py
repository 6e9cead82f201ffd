"""A basis rule's own examples are its tests: it joins what it says, and nothing in what it leaves alone."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.knowledge import BasisRule, Knowledge, load_knowledge
from kg.model.names import FactKind
from kg.relate import relate
from tests.extract.sentences import segmented

BASES = load_knowledge().bases
HEAD = "临江县教育局2022年工作总结\n"

FINDS = [
    pytest.param(rule, text, told, id=f"{rule.id}:{number}")
    for rule in BASES
    for number, (text, told) in enumerate(rule.finds.items(), 1)
]
LEAVES = [
    pytest.param(rule, text, id=f"{rule.id}:{number}") for rule in BASES for number, text in enumerate(rule.leaves, 1)
]


def joined(text: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Rule and `initiative→paper` of all that a text puts together, by the whole reader."""
    document = segmented(HEAD + text, knowledge)
    mentions = extract(document, knowledge)
    found = []
    for relation in relate(document, mentions, knowledge):
        if relation.kind is FactKind.BASIS:
            ends = {role: mentions[index].name for role, index in relation.ends.items()}
            found.append((relation.rule, f"{ends.get('program') or ends.get('project')}→{ends['document']}"))
    return found


@pytest.mark.parametrize(("rule", "text", "told"), FINDS)
def test_a_rule_joins_what_its_example_says(
    rule: BasisRule, text: str, told: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert sorted(joined(text, knowledge)) == sorted((rule.id, one) for one in told)


@pytest.mark.parametrize(("rule", "text"), LEAVES)
def test_a_rule_joins_nothing_in_what_it_leaves(rule: BasisRule, text: str, knowledge: Knowledge) -> None:
    assert [one for id, one in joined(text, knowledge) if id == rule.id] == []


def test_every_rule_has_examples_of_both_kinds_and_an_id_of_its_own() -> None:
    assert [rule.id for rule in BASES if not rule.finds or not rule.leaves] == []
    assert len({rule.id for rule in BASES}) == len(BASES) >= 5

"""A link rule's own examples are its tests: it links what it says, and nothing in what it leaves alone."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.knowledge import Knowledge, LinkRule, load_knowledge
from kg.model.names import FactKind
from kg.relate import relate
from tests.extract.sentences import segmented

LINKS = load_knowledge().links
HEAD = "临江县教育局2022年工作总结\n"

FINDS = [
    pytest.param(rule, text, links, id=f"{rule.id}:{number}")
    for rule in LINKS
    for number, (text, links) in enumerate(rule.finds.items(), 1)
]
LEAVES = [
    pytest.param(rule, text, id=f"{rule.id}:{number}") for rule in LINKS for number, text in enumerate(rule.leaves, 1)
]


def linked(text: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Rule and `old→new` of all that is said of schools' changes in a text, by the whole reader."""
    document = segmented(HEAD + text, knowledge)
    mentions = extract(document, knowledge)
    return [
        (r.rule, "→".join(mentions[r.ends[e]].name if e in r.ends else "" for e in ("former", "successor")))
        for r in relate(document, mentions, knowledge)
        if r.kind is FactKind.SUCCESSION
    ]


@pytest.mark.parametrize(("rule", "text", "links"), FINDS)
def test_a_rule_links_what_its_example_says(
    rule: LinkRule, text: str, links: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert sorted(linked(text, knowledge)) == sorted((rule.id, link) for link in links)


@pytest.mark.parametrize(("rule", "text"), LEAVES)
def test_a_rule_links_nothing_in_what_it_leaves(rule: LinkRule, text: str, knowledge: Knowledge) -> None:
    assert [link for id, link in linked(text, knowledge) if id == rule.id] == []


def test_every_rule_has_examples_of_both_kinds_and_an_id_of_its_own() -> None:
    assert [rule.id for rule in LINKS if not rule.finds or not rule.leaves] == []
    assert len({rule.id for rule in LINKS}) == len(LINKS) >= 10


def test_an_example_names_the_rule_that_reads_it(knowledge: Knowledge) -> None:
    """What one rule leaves, another may find, but never twice for the same school."""
    for rule in LINKS:
        for text in (*rule.finds, *rule.leaves):
            former = [link.partition("→")[0] for _, link in linked(text, knowledge)]
            assert len(former) == len(set(former)), text

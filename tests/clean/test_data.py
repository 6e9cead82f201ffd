"""The data of cleaning: every rule does to its own examples what it says, and nothing to the others."""

from __future__ import annotations

import pytest

from kg.clean.data import LineRule, NumberRule, labels, line_rules, number_rules, word_list
from kg.clean.furniture import furniture
from kg.clean.numbers import numbers
from kg.clean.punctuation import punctuation
from kg.clean.spaces import spaces
from kg.model.aligned import AlignedText

LISTS = ["spam_words", "title_words", "quoted_terms"]


def name(value: object) -> str:
    """A rule by its id, a text by itself."""
    return value.id if isinstance(value, LineRule | NumberRule) else str(value)


def form(text: str) -> str:
    """The line as the rules see it."""
    return spaces(punctuation(AlignedText.plain(text))[0])[0].text


@pytest.mark.parametrize(("rule", "line"), [(r, line) for r in line_rules() for line in r.drops], ids=name)
def test_a_rule_matches_the_lines_that_it_drops(rule: LineRule, line: str) -> None:
    assert rule.pattern.fullmatch(form(line))


@pytest.mark.parametrize(("rule", "line"), [(r, line) for r in line_rules() for line in r.keeps], ids=name)
def test_no_rule_at_all_takes_a_line_that_one_keeps(rule: LineRule, line: str) -> None:
    others = {r.id for r in line_rules() if r.pattern.fullmatch(form(line))}
    assert not others
    text = f"临江县教育局2023年工作总结\n{line}\n全县教育系统落实立德树人根本任务，完成了年度目标。"
    assert line in furniture(AlignedText.plain(text))[0].text


@pytest.mark.parametrize(("rule", "before"), [(r, before) for r in number_rules() for before in r.mends], ids=name)
def test_a_number_is_mended_as_its_rule_says(rule: NumberRule, before: str) -> None:
    view, repairs = numbers(AlignedText.plain(before))
    assert view.text == rule.mends[before]
    assert [r.rule for r in repairs] == [rule.id]
    assert repairs[0].confidence == rule.confidence


@pytest.mark.parametrize(("rule", "text"), [(r, text) for r in number_rules() for text in r.leaves], ids=name)
def test_a_number_that_is_whole_or_unclear_is_left_by_its_rule(rule: NumberRule, text: str) -> None:
    assert rule.id not in {repair.rule for repair in numbers(AlignedText.plain(text))[1]}


@pytest.mark.parametrize("words", LISTS)
def test_a_list_has_no_word_twice(words: str) -> None:
    assert len(set(word_list(words))) == len(word_list(words))


def test_rules_have_names_of_their_own_and_reasons() -> None:
    rules = [*line_rules(), *number_rules()]
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.why for rule in rules)
    assert all(rule.drops and rule.keeps for rule in line_rules())


def test_every_label_that_is_read_is_a_label() -> None:
    known = labels()
    assert {*known.publisher, *known.published} <= known.sure | known.maybe
    assert not known.sure & known.maybe

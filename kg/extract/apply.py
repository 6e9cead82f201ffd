"""Rules at work: each pattern is tried only in the sentences that hold one of the words it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.page import Page
from kg.knowledge import Matcher, Rule
from kg.model.names import EntityKind

__all__ = ["rule_matches"]


def rule_matches(page: Page, kind: EntityKind) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Every match of the kind's rules, rule by rule in their order of precedence, from left to right."""
    rules = page.knowledge.rules_for(kind)
    where = _sentences_with(page, rules)
    for rule in rules:
        for start, end in where[rule.id]:
            for match in rule.pattern.finditer(page.text, start, end):
                yield rule, match


def _sentences_with(page: Page, rules: tuple[Rule, ...]) -> dict[str, list[tuple[int, int]]]:
    """For each rule the spans of the sentences that hold one of its needed words; all of them if it needs none."""
    needs = {need for rule in rules for need in rule.needs}
    sentences = page.document.sentences
    holding: dict[str, set[int]] = {need: set() for need in needs}
    if needs:
        key = "needs:" + "|".join(rule.id for rule in rules)
        matcher = page.knowledge._matchers.get(key)
        if matcher is None:
            matcher = page.knowledge._matchers[key] = Matcher(needs)
        for start, _, word in matcher.find_all(page.text):
            sentence = page.sentence_index(start)
            if sentence is not None:
                holding[word].add(sentence)
    spans: dict[str, list[tuple[int, int]]] = {}
    for rule in rules:
        if rule.needs:
            indices = sorted(set().union(*(holding[need] for need in rule.needs)))
            spans[rule.id] = [(sentences[i].start, sentences[i].end) for i in indices]
        else:
            spans[rule.id] = [(s.start, s.end) for s in sentences]
    return spans

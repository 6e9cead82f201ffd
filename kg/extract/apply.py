"""Rules at work: each pattern is tried only in the sentences that hold one of the words it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.page import Page
from kg.knowledge import Rule
from kg.model.names import EntityKind

__all__ = ["rule_matches"]


def rule_matches(page: Page, kind: EntityKind) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Every match of the kind's rules, rule by rule in their order of precedence, from left to right."""
    known = page.knowledge.rules_for(kind)
    sentences = page.document.sentences
    where: list[list[int]] = [[] for _ in known.rules]
    for place, _, word in page.seen.every(known):
        sentence = page.sentence_index(place)
        if sentence is not None:
            for index in known.needs[word]:
                if not where[index] or where[index][-1] < sentence:
                    where[index].append(sentence)
    for rule, holding in zip(known.rules, where, strict=True):
        for sentence in holding if rule.needs else range(len(sentences)):
            for match in rule.pattern.finditer(page.text, sentences[sentence].start, sentences[sentence].end):
                yield rule, match

"""Laws of extraction, for any text: it never fails, and what it names stands in the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings

from kg.extract import extract
from kg.knowledge import load_knowledge
from kg.model.names import EntityKind
from tests.extract.sentences import segmented
from tests.extract.texts import TEXTS

KNOWLEDGE = load_knowledge()
ALONE = (EntityKind.DOCUMENT, EntityKind.PERSON)
"""Kinds whose mentions share no character with another mention of the same kind."""


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_gives_mentions_that_stand_in_it(text: str) -> None:
    document = segmented(text, KNOWLEDGE)
    mentions = extract(document, KNOWLEDGE)
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(document.text)
        assert mention.name.strip()
        assert mention.rule
        assert 0 < mention.confidence <= 1
    assert list(mentions) == sorted(mentions, key=lambda m: (m.start, m.end, m.kind, m.name))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_no_mention_reaches_over_a_line_and_none_of_a_kind_stands_in_another(text: str) -> None:
    document = segmented(text, KNOWLEDGE)
    mentions = extract(document, KNOWLEDGE)
    for mention in mentions:
        if mention.kind in (EntityKind.SCHOOL, *ALONE):
            assert "\n" not in document.text[mention.start : mention.end]
    for kind in ALONE:
        of_kind = [m for m in mentions if m.kind is kind]
        assert all(left.end <= right.start for left, right in pairwise(of_kind))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    document = segmented(text, KNOWLEDGE)
    assert extract(document, KNOWLEDGE) == extract(document, KNOWLEDGE)

"""Laws of relating, for any text: it never fails, and every relation joins mentions of fitting kinds."""

from __future__ import annotations

from hypothesis import given, settings

from kg.extract import extract
from kg.knowledge import load_knowledge
from kg.model.names import FACT_ENDS, EntityKind, FactKind
from kg.relate import relate
from kg.relate.scene import Scene
from kg.relate.status import given_up
from tests.extract.sentences import segmented
from tests.extract.texts import TEXTS

KNOWLEDGE = load_knowledge()
FITS = {
    "school": {EntityKind.SCHOOL},
    "region": {EntityKind.REGION},
    "in": {EntityKind.REGION},
    "honor": {EntityKind.HONOR},
    "to": set(EntityKind) - {EntityKind.HONOR, EntityKind.DOCUMENT},
    "project": {EntityKind.PROJECT},
    "program": {EntityKind.PROGRAM},
    "document": {EntityKind.DOCUMENT},
    "former": {EntityKind.SCHOOL},
    "successor": {EntityKind.SCHOOL},
}
FIRST = {kind: roles[0] for kind, roles in FACT_ENDS.items()}


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_gives_relations_between_its_mentions(text: str) -> None:
    document = segmented(text, KNOWLEDGE)
    mentions = extract(document, KNOWLEDGE)
    for relation in relate(document, mentions, KNOWLEDGE):
        roles = FACT_ENDS[FactKind(relation.kind)]
        assert FIRST[FactKind(relation.kind)] in relation.ends
        for role, index in relation.ends.items():
            assert role in roles
            assert mentions[index].kind in FITS[role]
        assert 0 <= relation.start < relation.end <= len(document.text)
        assert relation.rule
        assert 0 < relation.confidence <= 1
        assert relation.year is None or 1949 <= relation.year <= 2050


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_project_program_paper_and_honor_of_a_sentence_is_said_something_of(text: str) -> None:
    """Nothing that is named is lost, except what the text says was missed or given up: then there is no fact."""
    document = segmented(text, KNOWLEDGE)
    mentions = extract(document, KNOWLEDGE)
    relations = relate(document, mentions, KNOWLEDGE)
    scene = Scene(document, mentions, KNOWLEDGE)
    spoken = {index for relation in relations for index in relation.ends.values()}
    for index, mention in enumerate(mentions):
        if mention.kind in (EntityKind.PROJECT, EntityKind.PROGRAM, EntityKind.DOCUMENT):
            sentence = scene.sentence_at(mention.start)
            left = sentence is not None and given_up(scene, mention.start, mention.end, sentence)
            assert index in spoken or (left and mention.kind is EntityKind.PROGRAM)

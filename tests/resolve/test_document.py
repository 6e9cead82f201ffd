"""One document: mentions become entities with evidence, relations become facts, each kept once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from kg.knowledge import Knowledge, load_knowledge
from kg.model.names import FACT_ENDS, EntityKind, FactKind
from tests.extract.texts import TEXTS
from tests.resolve.readings import entities, read
from tests.specs.reading import read_text

KNOWLEDGE = load_knowledge()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_gives_facts_with_exact_evidence(text: str) -> None:
    document = read_text(text, KNOWLEDGE)
    ids = [e.id for e in document.entities]
    assert len(ids) == len(set(ids))
    kind_of = {e.id: e.kind for e in document.entities}
    for entity in document.entities:
        assert entity.name
        assert entity.evidence
        assert entity.name not in entity.aliases
        for evidence in entity.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote != ""
    for fact in document.facts:
        assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote != ""
        assert set(fact.ends) <= set(FACT_ENDS[FactKind(fact.kind)])
        assert set(fact.ends.values()) <= set(kind_of)
        assert len(set(fact.ends.values())) == len(fact.ends)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_fact_is_stated_twice_with_one_year_and_status(text: str) -> None:
    document = read_text(text, KNOWLEDGE)
    keys = [(f.kind, tuple(sorted(f.ends.items())), f.year, f.status) for f in document.facts]
    assert len(keys) == len(set(keys))


def test_entities_are_numbered_by_their_first_place(knowledge: Knowledge) -> None:
    document = read("石门县", "城关小学开学。县二中开学。城关小学扩招。皂市镇中学开学。", knowledge)
    schools = entities(document, EntityKind.SCHOOL)
    assert [e.id for e in schools] == ["S1", "S2", "S3"]
    starts = [e.evidence[0].start for e in schools]
    assert starts == sorted(starts)


def test_all_places_of_a_name_are_its_evidence(knowledge: Knowledge) -> None:
    document = read("石门县", "石门县第一中学开学。县一中扩招。石门一中获奖。", knowledge)
    (school,) = entities(document, EntityKind.SCHOOL)
    assert [e.quote for e in school.evidence] == ["石门县第一中学", "县一中", "石门一中"]
    assert school.name == "石门县第一中学"
    assert {"县一中", "石门一中"} <= set(school.aliases)


NAMES = [
    ("县一中开学。", EntityKind.SCHOOL, "石门县一中"),
    ("县教育局牵头。", EntityKind.ORGANIZATION, "石门县教育局"),
    ("市教育局牵头。", EntityKind.ORGANIZATION, "常德市教育局"),
    ("省教育厅牵头。", EntityKind.ORGANIZATION, "湖南省教育厅"),
    ("实施“青苗工程”。", EntityKind.PROGRAM, "青苗工程"),
    ("落实“双减”。", EntityKind.PROGRAM, "双减"),
    ("县一中获“常德市文明校园”称号。", EntityKind.HONOR, "常德市文明校园"),
    ("全县招生平稳。", EntityKind.REGION, "石门县"),
    ("夹山镇招生平稳。", EntityKind.REGION, "夹山镇"),
]


@pytest.mark.parametrize(("text", "kind", "name"), NAMES)
def test_an_entity_is_shown_under_its_fullest_name(
    text: str, kind: EntityKind, name: str, knowledge: Knowledge
) -> None:
    assert name in [e.name for e in entities(read("石门县", text, knowledge), kind)]


ONE = [
    (EntityKind.PROGRAM, "落实“双减”。“双减”政策见效。推进双减工作。"),
    (EntityKind.PROGRAM, "实施“青苗工程”。深化“青苗工程”建设。"),
    (EntityKind.ORGANIZATION, "石门县教育体育局发文。县教体局督办。"),
    (EntityKind.ORGANIZATION, "省教育厅发文。湖南省教育厅督办。"),
    (EntityKind.PROJECT, "县一中综合楼开工。县一中综合楼项目封顶。石门县一中综合楼建设提速。"),
    (EntityKind.HONOR, "县一中获“常德市文明校园”。城关小学获常德市文明校园称号。"),
    (EntityKind.DOCUMENT, "印发《石门县校车安全管理办法》。落实《校车安全管理办法》。"),
    (EntityKind.REGION, "石门县招生。我县扩招。全县联考。"),
    (EntityKind.SCHOOL, "逸夫小学（原东门小学）扩招。东门小学改名。"),
]


@pytest.mark.parametrize(("kind", "text"), ONE)
def test_several_names_of_one_thing_are_one(kind: EntityKind, text: str, knowledge: Knowledge) -> None:
    document = read("石门县", text, knowledge)
    start = len("石门县教育局2022年工作总结\n")
    inside = [e for e in entities(document, kind) if any(v.start >= start for v in e.evidence)]
    assert len(inside) == 1, [e.name for e in inside]
    assert len([v for v in inside[0].evidence if v.start >= start]) >= 2


TWO = [
    (EntityKind.SCHOOL, "县一小开学。县一中开学。", 2),
    (EntityKind.SCHOOL, "县实验小学开学。县第二实验小学开学。", 2),
    (EntityKind.SCHOOL, "夹山镇中心小学开学。皂市镇中心小学开学。", 2),
    (EntityKind.SCHOOL, "县第一幼儿园开学。县第一幼儿园东园分园开学。", 2),
    (EntityKind.SCHOOL, "桃源县一中开学。临澧县一中开学。", 2),
    (EntityKind.HONOR, "县一中获县级平安校园。城关小学获市级平安校园。", 2),
    (EntityKind.HONOR, "县一中获湖南省文明校园。城关小学获常德市文明校园。", 2),
    (EntityKind.ORGANIZATION, "桃源县教育局发文。临澧县教育局发文。", 2),
    (EntityKind.PROJECT, "县一中综合楼完工。县一中食堂完工。", 2),
    (EntityKind.DOCUMENT, "印发《石门县校车管理办法》。印发《石门县食堂管理办法》。", 2),
]


@pytest.mark.parametrize(("kind", "text", "count"), TWO)
def test_things_that_only_look_alike_stay_apart(kind: EntityKind, text: str, count: int, knowledge: Knowledge) -> None:
    document = read("石门县", text, knowledge)
    start = len("石门县教育局2022年工作总结\n")
    inside = [e for e in entities(document, kind) if any(v.start >= start for v in e.evidence)]
    assert len(inside) == count, [e.name for e in inside]


STAGES = [
    ("县第一幼儿园", "kindergarten"),
    ("城关小学", "primary"),
    ("县特殊教育学校", "special"),
    ("县职业中等专业学校", "vocational"),
    ("县第一高级中学", "senior"),
    ("皂市镇初级中学", "junior"),
    ("壶瓶山九年一贯制学校", "nine-year"),
    ("云岭学校", None),
]


@pytest.mark.parametrize(("name", "stage"), STAGES)
def test_a_school_knows_its_stage_where_its_name_tells(name: str, stage: str | None, knowledge: Knowledge) -> None:
    (school,) = entities(read("石门县", f"{name}开学。", knowledge), EntityKind.SCHOOL)
    assert school.attributes.get("stage") == stage


def test_ids_are_letters_and_numbers(knowledge: Knowledge) -> None:
    document = read("石门县", "县一中综合楼完工，获“常德市文明校园”。县教育局印发《校车管理办法》。", knowledge)
    assert all(re.fullmatch(r"[A-Z]\d+", e.id) for e in document.entities)
    assert all(re.fullmatch(r"[A-Z]\d+", end) for f in document.facts for end in f.ends.values())

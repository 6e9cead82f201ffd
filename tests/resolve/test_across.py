"""Over all documents: equal things meet, schools of one name in two counties never do, and order does not matter."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.assemble import assemble
from kg.knowledge import Knowledge, load_knowledge
from kg.model.facts import DocumentFacts
from kg.model.names import EntityKind
from kg.resolve import resolve
from tests.resolve.readings import names_of, read, resolved

KNOWLEDGE = load_knowledge()
TEXTS = [
    ("石门县", "县实验小学、县一中获评“常德市文明校园”。落实“双减”。", 2021),
    ("石门县", "石门县第一中学综合楼完工。印发《石门县校车管理办法》。落实“双减”。", 2022),
    ("桃源县", "县实验小学综合楼完工，县一中获评“常德市文明校园”。落实“双减”。", 2021),
    ("婺源县", "县实验小学获评“上饶市文明校园”。贯彻《石门县校车管理办法》的经验。实施“青苗工程”。", 2021),
    ("常德市", "石门县实验小学、桃源县实验小学参加联赛。石门县、桃源县落实“双减”。", 2022),
]


@pytest.fixture(scope="module")
def documents(knowledge: Knowledge) -> list[DocumentFacts]:
    return [read(region, text, knowledge, year=year) for region, text, year in TEXTS]


def test_schools_of_one_name_in_two_counties_are_never_one(
    documents: list[DocumentFacts], knowledge: Knowledge
) -> None:
    schools = [s for s in names_of(resolve(documents[:4], knowledge), EntityKind.SCHOOL) if "实验小学" in s[0]]
    assert len(schools) == 3
    assert {region for _, region in schools} == {"region/430726", "region/430725", "region/361130"}


def test_a_school_of_two_reports_is_one(documents: list[DocumentFacts], knowledge: Knowledge) -> None:
    found = resolve(documents[:2], knowledge)
    schools = [e for e in found.entities if e.kind is EntityKind.SCHOOL]
    first = [e for e in schools if "第一中学" in e.name or "一中" in e.name]
    assert len(first) == 1, [e.name for e in first]
    assert len([k for k, v in found.entity_of.items() if v == first[0].key]) == 2


def test_a_prefectures_report_means_the_counties_schools(documents: list[DocumentFacts], knowledge: Knowledge) -> None:
    """石门县实验小学 of the city's report is the 县实验小学 of the county's own."""
    found = resolve([documents[0], documents[2], documents[4]], knowledge)
    schools = [e for e in found.entities if e.kind is EntityKind.SCHOOL and "实验小学" in e.name]
    assert len(schools) == 2, [e.name for e in schools]


def test_a_national_program_is_one_over_all_regions(documents: list[DocumentFacts], knowledge: Knowledge) -> None:
    (program,) = resolved(knowledge, *documents)[EntityKind.PROGRAM, "双减"]
    found = resolve(documents, knowledge)
    assert len([k for k, v in found.entity_of.items() if v == program.key]) == 4


def test_the_order_of_the_documents_does_not_matter(documents: list[DocumentFacts], knowledge: Knowledge) -> None:
    expected = resolve(documents, knowledge)
    for seed in range(4):
        shuffled = random.Random(seed).sample(documents, len(documents))
        found = resolve(shuffled, knowledge)
        assert found.entities == expected.entities
        assert dict(found.entity_of) == dict(expected.entity_of)
        assert found.decisions == expected.decisions
        assert assemble(shuffled, found) == assemble(documents, expected)


def test_what_was_merged_is_told(documents: list[DocumentFacts], knowledge: Knowledge) -> None:
    found = resolve(documents, knowledge)
    merged = [d for d in found.decisions if d.same]
    assert merged and all(len(d.entities) == 1 and d.reason in knowledge.reasons for d in merged)
    assert {"石门县一中", "石门县第一中学"} in [set(d.names) for d in merged]
    assert resolve(documents[:1], knowledge).decisions == ()


def test_every_entity_of_every_document_has_its_place(documents: list[DocumentFacts], knowledge: Knowledge) -> None:
    found = resolve(documents, knowledge)
    keys = {e.key for e in found.entities}
    assert len(keys) == len(found.entities)
    assert set(found.entity_of.values()) <= keys
    assert len(found.entity_of) == sum(len(d.entities) for d in documents)
    kind_of = {e.key: e.kind for e in found.entities}
    by_document = {k: v for d in documents for k, v in [(d.info.source.sha256[:16], d)]}
    for (document, id), key in found.entity_of.items():
        entity = {e.id: e for e in by_document[document.removeprefix("doc/")].entities}[id]
        assert kind_of[key] is entity.kind


def test_the_tree_of_regions_is_whole(documents: list[DocumentFacts], knowledge: Knowledge) -> None:
    found = resolve(documents, knowledge)
    regions = {e.key: e for e in found.entities if e.kind is EntityKind.REGION}
    assert {"region/430726", "region/430700", "region/430000"} <= set(regions)
    for region in regions.values():
        assert region.region == "" or region.region in regions


def test_an_unrelated_document_changes_no_earlier_statement(
    documents: list[DocumentFacts], knowledge: Knowledge
) -> None:
    before = assemble(documents, resolve(documents, knowledge))
    other = read("阿荣旗", "那吉镇第一小学综合楼完工，获评呼伦贝尔市文明校园。实施“草原之鹰”行动。", knowledge)
    more = [*documents, other]
    after = assemble(more, resolve(more, knowledge))
    assert {s.key for s in before.statements} <= {s.key for s in after.statements}
    kept = {s.key: s for s in after.statements}
    assert all(kept[s.key] == s for s in before.statements)
    entities = {e.key: e for e in after.entities}
    assert all(entities[e.key] == e for e in before.entities)


COUNTIES = ["石门县", "桃源县", "临澧县", "婺源县", "歙县", "兰考县", "会宁县", "定边县"]
SAID = [
    "县一中、县实验小学获评市级文明校园。",
    "县一中综合楼完工，投资300万元。",
    "落实“双减”，实施“青苗工程”。",
    "教师李晓明获评优秀教师。",
    "印发《校车安全管理办法》。",
    "县教育局牵头开展检查。",
]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(COUNTIES), st.lists(st.sampled_from(SAID), min_size=1, max_size=4)),
        min_size=1,
        max_size=5,
    ),
    st.integers(0, 10),
)
def test_any_reports_in_any_order_give_one_graph(reports: list[tuple[str, list[str]]], seed: int) -> None:
    documents = [read(region, "".join(said), KNOWLEDGE) for region, said in dict(reports).items()]
    shuffled = random.Random(seed).sample(documents, len(documents))
    first, second = resolve(documents, KNOWLEDGE), resolve(shuffled, KNOWLEDGE)
    assert assemble(documents, first) == assemble(shuffled, second)
    schools = [e for e in first.entities if e.kind is EntityKind.SCHOOL]
    spoken = {d.info.region_code for d in documents for e in d.entities if e.kind is EntityKind.SCHOOL}
    assert {s.region.removeprefix("region/") for s in schools} <= spoken

"""Every known name is read where a report uses it, and a common phrase only where it is meant."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.knowledge import Knowledge, load_knowledge
from kg.knowledge.concepts import Recognise
from kg.model.names import EntityKind
from tests.extract.sentences import mentions_of, segmented

PROGRAMS = load_knowledge().concepts[EntityKind.PROGRAM]
TITLES = 25
"""At most so many names of initiatives are read as titles: 全国…示范区, 国家…实验区."""


def concepts_in(text: str, knowledge: Knowledge) -> set[str]:
    return {m.attributes["concept"] for m in mentions_of(text, knowledge) if m.attributes.get("concept")}


def known(name: str) -> str:
    return PROGRAMS[name].key


@pytest.mark.parametrize("lead", ["一年来，", "全县实施"])
@pytest.mark.parametrize(("kind", "least"), [(EntityKind.PROGRAM, 500), (EntityKind.PROJECT, 250)])
def test_names_that_hold_a_kind_of_school_are_read_as_what_they_are(
    lead: str, kind: EntityKind, least: int, knowledge: Knowledge
) -> None:
    concepts = knowledge.concepts[kind]
    names = [
        name
        for name, concept in concepts.items()
        if concept.recognised(name) is Recognise.ALWAYS
        and any(w in name for w in ("学校", "小学", "中学", "高中", "幼儿园"))
    ]
    assert len(names) > least
    document = segmented("".join(f"{lead}{name}，效果好。\n" for name in names), knowledge)
    read: dict[int, set[str]] = {}
    for mention in extract(document, knowledge):
        if mention.kind is kind and mention.attributes.get("concept"):
            line = document.text.count("\n", 0, mention.start)
            read.setdefault(line, set()).add(mention.attributes["concept"])
    lost = [name for line, name in enumerate(names) if concepts[name].key not in read.get(line, ())]
    assert len(lost) <= TITLES, lost


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“5+2”课后服务全面铺开。", "5+2课后服务"),
        ("“组团式”教育人才援藏让质量上了台阶。", "组团式教育人才援藏"),
        ("“双减”政策落地。", "双减"),
        ("实施“三区”人才计划。", "三区人才计划"),
        ("开展中小学教师“县管校聘”管理改革。", "县管校聘"),
    ],
)
def test_quotation_marks_inside_a_name_do_not_hide_it(text: str, name: str, knowledge: Knowledge) -> None:
    assert known(name) in concepts_in(text, knowledge)


@pytest.mark.parametrize(
    "text",
    ["培养“名师”“名校长”“名班主任”。", "老师说“双”字，又说减去一半。", "他写下“课后”，服务员走来。"],
)
def test_marks_between_words_of_two_things_make_no_name(text: str, knowledge: Knowledge) -> None:
    assert concepts_in(text, knowledge) == set()


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("同学们手拉手走过操场。", "手拉手", False),
        ("推行手拉手，效果好。", "手拉手", False),
        ("开展“手拉手”活动。", "手拉手", True),
        ("实施手拉手工程。", "手拉手工程", True),
        ("课堂上渗透生命教育。", "生命教育", False),
        ("深入推进生命教育。", "生命教育", True),
        ("扎实开展“生命教育”。", "生命教育", True),
        ("生命教育工程惠及全县。", "生命教育工程", True),
        ("控辍保学成效好。", "控辍保学", True),
    ],
)
def test_a_common_phrase_is_an_initiative_only_where_it_is_meant(
    text: str, name: str, meant: bool, knowledge: Knowledge
) -> None:
    assert (known(name) in concepts_in(text, knowledge)) is meant


@pytest.mark.parametrize(
    ("text", "read", "apart"),
    [
        ("重度残疾儿童送教上门36人。", "送教上门", "送教下乡"),
        ("名师送教下乡12场。", "送教下乡", "送教上门"),
        ("“双高计划”建设通过验收。", "双高计划", "双高普九"),
        ("双高普九通过省级验收。", "双高普九", "双高计划"),
        ("国培计划培训210人。", "国培计划", "省培计划"),
        ("家校社协同育人“教联体”挂牌。", "家校社协同育人教联体", "教联体"),
        ("教联体办学覆盖全县。", "教联体", "家校社协同育人教联体"),
        ("七五普法通过验收。", "七五普法", "八五普法"),
        ("强基计划录取3人。", "强基计划", "义务教育强基工程"),
    ],
)
def test_look_alikes_stay_apart(text: str, read: str, apart: str, knowledge: Knowledge) -> None:
    found = concepts_in(text, knowledge)
    assert known(read) in found
    assert known(apart) not in found


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("学校厕所改造工程完工。", "学校厕所改造工程"),
        ("义务教育学校标准化建设项目完工。", "义务教育学校标准化建设项目"),
        ("小规模学校建设项目完工。", "小规模学校建设项目"),
    ],
)
def test_a_scheme_that_holds_the_name_of_an_initiative_is_a_scheme(
    text: str, scheme: str, knowledge: Knowledge
) -> None:
    found = [m for m in mentions_of(text, knowledge) if m.attributes.get("concept")]
    assert [(m.kind, m.name) for m in found] == [(EntityKind.PROJECT, scheme)]

"""Who is who over several reports: what is one, what only looks alike, what became of what; each with its reason."""

from __future__ import annotations

import pytest

from kg.assemble import assemble
from kg.knowledge import Knowledge
from kg.model.graph import GraphEntity, KnowledgeGraph
from kg.model.identity import Decision, Reason
from kg.model.names import EntityKind, FactKind
from kg.resolve import resolve
from tests.resolve.readings import read

Report = tuple[str, str, int]
"""Region, sentences, year."""


def graph_of(knowledge: Knowledge, *reports: Report) -> KnowledgeGraph:
    documents = [read(region, text, knowledge, year=year) for region, text, year in reports]
    return assemble(documents, resolve(documents, knowledge))


def schools(graph: KnowledgeGraph) -> list[GraphEntity]:
    return [e for e in graph.entities if e.kind is EntityKind.SCHOOL]


def bearing(name: str, graph: KnowledgeGraph) -> list[GraphEntity]:
    """The schools that go by a name."""
    return [e for e in schools(graph) if name in (e.name, *e.aliases)]


def refused(graph: KnowledgeGraph, reason: Reason) -> list[Decision]:
    return [d for d in graph.decisions if not d.same and d.reason is reason]


NAMES = ["县一中", "县实验小学", "城关中学", "城关镇中心小学", "县职教中心", "育才学校"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("first", "second"), [("石门县", "婺源县"), ("石门县", "桃源县")])
def test_schools_of_one_name_in_two_counties_are_two(name: str, first: str, second: str, knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, (first, f"{name}扩招。", 2021), (second, f"{name}扩招。", 2022))
    assert len(schools(graph)) == 2
    assert len({e.region for e in schools(graph)}) == 2
    (decision,) = refused(graph, Reason.OTHER_REGION)
    assert set(decision.entities) == {e.key for e in schools(graph)}
    assert decision.detail["region"].count("县") >= 2


@pytest.mark.parametrize("name", ["一中", "实验小学", "城关中学", "育才学校"])
def test_a_school_of_a_report_without_region_is_nobody_elses(name: str, knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, ("石门县", f"{name}扩招。", 2021), ("", f"{name}扩招，{name}获奖。", 2022))
    assert len(schools(graph)) == 2
    (decision,) = refused(graph, Reason.REGION_UNKNOWN)
    assert set(decision.entities) == {e.key for e in schools(graph)}


def test_a_countys_school_is_not_its_prefectures_school_of_that_number(knowledge: Knowledge) -> None:
    """市一中 in a county's report is the prefecture's, however near the two names stand."""
    graph = graph_of(knowledge, ("石门县", "县一中开学。市一中获奖。一中扩招。", 2021))
    assert sorted(e.name for e in schools(graph)) == ["常德市一中", "石门县一中"]
    county, city = bearing("县一中", graph), bearing("市一中", graph)
    assert [e.region for e in (*county, *city)] == ["region/430726", "region/430700"]
    assert Reason.OWN_REGION in {d.reason for d in graph.decisions if d.same and d.entities == (county[0].key,)}
    assert len(refused(graph, Reason.WIDER_REGION)) == 1


def test_the_prefectures_report_and_the_countys_know_one_prefecture_school(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, ("石门县", "县一中、市一中联考。", 2021), ("常德市", "市一中扩招。", 2022))
    assert sorted(e.name for e in schools(graph)) == ["常德市一中", "石门县一中"]


def test_a_short_form_that_only_the_prefectures_school_fits_stays_alone(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, ("石门县", "市一中获奖。一中扩招。", 2021))
    assert len(schools(graph)) == 2
    assert len(refused(graph, Reason.TWO_CANDIDATES)) == 1


SAME = [
    ("县第四小学扩招。", "石门县四小获奖。"),
    ("县一中扩招。", "石门一中获奖。"),
    ("县职教中心扩招。", "石门县职业教育中心获奖。"),
    ("育才学校扩招。", "石门县育才学校获奖。"),
]


@pytest.mark.parametrize(("earlier", "later"), SAME)
def test_one_school_of_two_years_is_one_and_the_reason_is_told(earlier: str, later: str, knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, ("石门县", earlier, 2021), ("石门县", later, 2022))
    (school,) = schools(graph)
    assert len({m.document for m in school.mentions}) == 2
    (decision,) = [d for d in graph.decisions if d.reason is Reason.SAME_REGION_AND_NAME]
    assert decision.same and decision.entities == (school.key,)
    assert len(decision.documents) == 2
    assert decision.detail["region"] == "常德市石门县"


APART = [
    ("县实验小学扩招。县实验小学东校区启用。", Reason.CAMPUS),
    ("县第一幼儿园扩招。县第一幼儿园龙湖分园启用。", Reason.CAMPUS),
    ("虹桥小学扩招。虹桥第二小学获奖。", Reason.OTHER_NUMBER),
    ("城关中学扩招。城关小学获奖。", Reason.OTHER_STAGE),
    ("临江师范大学扩招。临江师范大学附属小学获奖。", Reason.ATTACHED),
    ("县第一小学扩招。县第一实验小学获奖。", Reason.OTHER_WORDS),
    ("明德中学、明德实验中学、县二中获奖。", Reason.OTHER_WORDS),
]


@pytest.mark.parametrize(("text", "reason"), APART)
def test_near_names_of_one_county_are_two_and_the_difference_is_told(
    text: str, reason: Reason, knowledge: Knowledge
) -> None:
    graph = graph_of(knowledge, ("石门县", text, 2021))
    assert len(schools(graph)) >= 2
    (decision,) = refused(graph, reason)
    assert len(set(decision.entities)) == 2


def test_a_short_form_of_another_years_report_is_not_merged_but_told(knowledge: Knowledge) -> None:
    """In one document 银河学校 would be the only school it can mean; another year's report need not mean that one."""
    reports = ("石门县", "天山学院银河实验学校扩招。", 2021), ("石门县", "银河学校获奖。", 2022)
    graph = graph_of(knowledge, *reports)
    assert len(schools(graph)) == 2
    (decision,) = refused(graph, Reason.OTHER_WORDS)
    assert decision.detail["words"] == "天山学院实验"


def test_a_college_named_after_its_city_keeps_the_citys_name(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, ("石门县", "常德学院银河实验学校扩招。银河学校获奖。", 2021))
    (school,) = schools(graph)
    assert school.name == "常德学院银河实验学校"
    assert "学院银河实验学校" not in school.aliases


def test_names_of_one_list_are_told_apart(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, ("石门县", "银河学校、银河实验学校获奖。", 2021))
    assert len(schools(graph)) == 2
    assert len(refused(graph, Reason.LISTED_TOGETHER)) == 1


def test_schools_that_have_nothing_in_common_are_not_compared(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, ("石门县", "县一中、县二中、城关小学、皂市镇中学获奖。", 2021))
    assert [d for d in graph.decisions if not d.same] == []


CHANGES = [
    (("县第四小学扩招。", 2021), ("县第四小学更名为青山小学。", 2022), ("青山小学获奖。", 2023), "renamed"),
    (("县四小扩招。", 2021), ("青山小学（原县四小）扩建。", 2023), ("青山小学获奖。", 2024), "renamed"),
    (("县四小扩招。", 2021), ("县四小与县五小合并成立青山小学。", 2022), ("青山小学获奖。", 2023), "merged"),
    (("县四小扩招。", 2021), ("县四小整体并入青山小学。", 2022), ("青山小学获奖。", 2023), "absorbed"),
]


@pytest.mark.parametrize(("before", "told", "after", "how"), CHANGES)
def test_the_old_and_the_new_school_of_several_years_are_two_and_linked(
    before: tuple[str, int], told: tuple[str, int], after: tuple[str, int], how: str, knowledge: Knowledge
) -> None:
    graph = graph_of(knowledge, *(("石门县", *said) for said in (before, told, after)))
    (old,), (new,) = bearing("第四小学", graph), bearing("青山小学", graph)
    assert old.key != new.key
    (link,) = [s for s in graph.statements if s.kind is FactKind.SUCCESSION and s.ends["former"] == old.key]
    assert link.ends["successor"] == new.key
    assert link.attributes["how"] == how
    assert link.evidence[0].quote in told[0]
    assert (old.key, new.key) in [d.entities for d in refused(graph, Reason.SUCCESSION)]
    assert len({m.document for m in old.mentions}) == 2
    assert len({m.document for m in new.mentions}) == 2


def test_a_former_name_that_no_other_report_uses_is_kept_as_a_school_that_was(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, ("石门县", "滨河小学（原河湾小学）扩建。", 2023))
    (old,) = bearing("河湾小学", graph)
    assert old.region == "region/430726"
    assert [s.ends for s in graph.statements if s.kind is FactKind.SUCCESSION] == [
        {"former": old.key, "successor": bearing("滨河小学", graph)[0].key}
    ]


def test_a_renaming_in_one_county_links_nothing_in_another(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, ("石门县", "县四小更名为青山小学。", 2022), ("桃源县", "县四小、青山小学获奖。", 2022))
    assert len(schools(graph)) == 4
    (link,) = [s for s in graph.statements if s.kind is FactKind.SUCCESSION]
    assert {"430726" in key for key in link.ends.values()} == {True}


def test_every_place_where_a_school_is_named_is_kept(knowledge: Knowledge) -> None:
    text = "县一中开学。石门一中获奖。"
    graph = graph_of(knowledge, ("石门县", text, 2021))
    (school,) = schools(graph)
    assert [m.quote for m in school.mentions] == ["县一中", "石门一中"]


def test_decisions_are_sorted_and_each_told_once(knowledge: Knowledge) -> None:
    reports = [(county, "县一中、县实验小学获奖。虹桥小学、虹桥二小扩招。", 2021) for county in ("石门县", "桃源县")]
    decisions = graph_of(knowledge, *reports).decisions
    assert len({(d.same, d.reason, d.names, d.entities, d.documents) for d in decisions}) == len(decisions)
    assert [d.same for d in decisions] == sorted((d.same for d in decisions), reverse=True)
    assert decisions == graph_of(knowledge, *reversed(reports)).decisions


def test_every_reason_has_words_and_says_whether_it_merges(knowledge: Knowledge) -> None:
    assert set(knowledge.reasons) == set(Reason)
    reports = [(county, "县一中、一中获奖。虹桥小学、虹桥二小扩招。", 2021) for county in ("石门县", "桃源县")]
    for decision in graph_of(knowledge, *reports).decisions:
        words = knowledge.reasons[decision.reason]
        assert words.same is decision.same
        assert all(told and "…" not in told for told in words.told(decision))

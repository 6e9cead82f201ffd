"""Initiatives of several regions under several names: one concept, told with its reason, or kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.query import ask
from kg.graph.rdf import to_store, to_triples, to_turtle
from kg.graph.reading import read_back
from kg.model.graph import KnowledgeGraph
from kg.model.identity import LINK, LINK_CONFIDENCE, RELATED
from kg.pipeline import build

REPORTS = {
    "a.txt": ("临江县教育局2022年工作总结\n深入实施“晨露润心”工程。推行“四方会诊”机制。实施“山茶花”教师培养计划。\n"),
    "b.txt": (
        "桂平市教育局2023年工作总结\n启动首批“晨露润心”行动计划。实施“四方会诊”教研制度。实施“山茶花”校长培养计划。\n"
    ),
    "c.txt": "民勤县教育局2023年工作总结\n开展“晨露润心”活动。推进“旗管校聘”管理改革试点工作。\n",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return build([folder], jobs=1)[0]


def concepts(graph: KnowledgeGraph, words: str) -> dict[str, str]:
    return {e.name.replace("“", "").replace("”", ""): e.concept for e in graph.entities if words in e.name}


def test_names_of_one_form_share_a_concept_and_stay_each_region_s_own(graph: KnowledgeGraph) -> None:
    found = concepts(graph, "晨露润心")
    assert len(found) >= 2
    assert len(set(found.values())) == 1
    assert min(found.values()).startswith("concept/")


def test_each_link_has_its_reason_and_its_confidence(graph: KnowledgeGraph) -> None:
    linked = [e for e in graph.entities if e.concept and e.concept != e.key]
    assert linked
    for entity in linked:
        assert entity.attributes[LINK] in ("listed-name", "same-form", "near-form")
        assert 0.5 < float(entity.attributes[LINK_CONFIDENCE]) <= 1
    assert any(d.same and d.reason == "same-form" and len(d.entities) > 1 for d in graph.decisions)


def test_what_only_looks_alike_shares_no_concept(graph: KnowledgeGraph) -> None:
    found = [e for e in graph.entities if "山茶花" in e.name]
    assert len(found) == 2
    assert not [e.concept for e in found if e.concept]


def test_what_is_near_is_told_as_related_and_refused(graph: KnowledgeGraph) -> None:
    found = {e.key: e for e in graph.entities if "四方会诊" in e.name}
    assert len(found) == 2
    assert not [e.concept for e in found.values() if e.concept]
    assert [e for e in found.values() if set(e.attributes.get(RELATED, "").split()) & set(found)]
    assert [d for d in graph.decisions if not d.same and d.reason == "related-name" and set(d.entities) == set(found)]


def test_the_concept_is_a_node_with_the_names_of_all_regions(graph: KnowledgeGraph) -> None:
    answer = ask(
        to_store(graph),
        "SELECT ?name WHERE { ?c a ek:Concept ; skos:prefLabel|skos:altLabel ?name . "
        "?p a ek:Program ; ek:concept ?c ; "
        'ek:linkReason "same-form" ; ek:linkConfidence ?sure . FILTER(?sure > 0.9) '
        'FILTER CONTAINS(?name, "晨露润心") }',
    )
    assert len(set(answer.rows)) >= 2


def test_a_graph_with_links_is_read_back_the_same(graph: KnowledgeGraph) -> None:
    assert to_turtle(read_back(to_triples(graph)).graph) == to_turtle(graph)


def test_the_concept_of_a_name_does_not_depend_on_the_other_reports(tmp_path: Path, graph: KnowledgeGraph) -> None:
    (tmp_path / "a.txt").write_text(REPORTS["a.txt"], "utf-8")
    (tmp_path / "c.txt").write_text(REPORTS["c.txt"], "utf-8")
    fewer = build([tmp_path], jobs=1)[0]
    assert set(concepts(fewer, "晨露润心").values()) == set(concepts(graph, "晨露润心").values())

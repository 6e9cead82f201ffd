"""Equal facts of several documents are one statement with the evidence of each; everything is sorted."""

from __future__ import annotations

from kg.assemble import assemble
from kg.knowledge import Knowledge
from kg.model.graph import KnowledgeGraph
from kg.model.names import FactKind
from kg.resolve import resolve
from kg.text.keys import document_key
from tests.resolve.readings import read

FIRST = "县一中获评2021年常德市文明校园。投资300万元的县一中综合楼完工。"
SECOND = "县一中获评2021年常德市文明校园。新增学位200个的县一中综合楼完工。"


def graph_of(knowledge: Knowledge, *texts: str) -> KnowledgeGraph:
    documents = [read("石门县", text, knowledge) for text in texts]
    return assemble(documents, resolve(documents, knowledge))


def test_a_fact_of_two_reports_is_one_statement_with_two_evidences(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, FIRST, SECOND)
    (award,) = [s for s in graph.statements if s.kind is FactKind.AWARD]
    assert len({e.document for e in award.evidence}) == 2
    assert award.year == 2021


def test_figures_of_equal_facts_come_together(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, FIRST, SECOND)
    (project,) = [s for s in graph.statements if s.kind is FactKind.PROJECT]
    assert project.attributes["amount"] == "3000000"
    assert project.attributes["seats"] == "200"


def test_another_year_is_another_statement(knowledge: Knowledge) -> None:
    documents = [read("石门县", "落实“双减”。", knowledge, year=year) for year in (2021, 2022)]
    graph = assemble(documents, resolve(documents, knowledge))
    assert sorted(s.year or 0 for s in graph.statements if s.kind is FactKind.PROGRAM) == [2021, 2022]


def test_everything_is_sorted_by_key_and_no_key_comes_twice(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, FIRST, SECOND, "落实“双减”。")
    for keys in ([e.key for e in graph.entities], [s.key for s in graph.statements], list(graph.documents)):
        assert keys == sorted(set(keys))


def test_every_end_of_a_statement_is_an_entity_and_every_evidence_a_document(knowledge: Knowledge) -> None:
    graph = graph_of(knowledge, FIRST, SECOND)
    entities = {e.key for e in graph.entities}
    for statement in graph.statements:
        assert set(statement.ends.values()) <= entities
        assert {e.document for e in statement.evidence} <= set(graph.documents)
        assert len(set(statement.ends.values())) == len(statement.ends)


def test_the_same_report_twice_says_nothing_new(knowledge: Knowledge) -> None:
    assert graph_of(knowledge, FIRST).statements == graph_of(knowledge, FIRST, FIRST).statements


def test_documents_are_known_by_their_content(knowledge: Knowledge) -> None:
    document = read("石门县", FIRST, knowledge)
    graph = assemble([document], resolve([document], knowledge))
    assert list(graph.documents) == [document_key(document.info.source.sha256)]


def test_nothing_gives_an_empty_graph(knowledge: Knowledge) -> None:
    assert assemble([], resolve([], knowledge)) == KnowledgeGraph((), (), {})

"""The graph as RDF: what it says, that it can be trusted, and that it keeps the promises of the ontology."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode
from rdflib import RDF, SKOS, Literal, URIRef

from kg.errors import GraphError
from kg.graph.iri import ONTOLOGY
from kg.graph.rdf import to_rdf, to_triples
from kg.graph.reading import read_back
from kg.model.graph import KnowledgeGraph, Statement
from kg.model.names import FactKind
from tests.graph import small_graph as small
from tests.graph.small_graph import BASE, small_graph

EK = rdflib.Namespace(ONTOLOGY)
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SCHEMA = rdflib.Namespace("https://schema.org/")


@pytest.fixture(scope="module")
def rdf() -> rdflib.Graph:
    return to_rdf(small_graph())


def node(key: str) -> URIRef:
    return URIRef(BASE + key)


def test_every_entity_has_its_class_and_its_name(rdf: rdflib.Graph) -> None:
    for entity in small_graph().entities:
        assert (node(entity.key), RDF.type, EK[entity.kind.value]) in rdf
        assert (node(entity.key), SKOS.prefLabel, Literal(entity.name, lang="zh")) in rdf
        assert {str(a) for a in rdf.objects(node(entity.key), SKOS.altLabel)} == set(entity.aliases)


def test_every_statement_has_its_roles_and_each_of_its_evidences(rdf: rdflib.Graph) -> None:
    for statement in small_graph().statements:
        ends = {str(o) for o in rdf.objects(node(statement.key)) if str(o).startswith(BASE)}
        assert {BASE + key for key in statement.ends.values()} <= ends
        quotes = {
            (str(source), str(exact), start.toPython(), end.toPython(), str(rule), float(confidence))
            for evidence in rdf.objects(node(statement.key), EK.hasEvidence)
            for words in rdf.objects(evidence, OA.hasTarget)
            for source in rdf.objects(words, OA.hasSource)
            for exact in rdf.objects(words, OA.hasSelector / OA.exact)
            for start in rdf.objects(words, OA.hasSelector / OA.start)
            for end in rdf.objects(words, OA.hasSelector / OA.end)
            for rule in rdf.objects(evidence, EK.rule)
            for confidence in rdf.objects(evidence, EK.confidence)
        }
        assert quotes == {
            (BASE + e.document, e.quote, e.start, e.end, e.rule, e.confidence) for e in statement.evidence
        }


SAID = [
    ("fact/award-furong", EK.recipient, node(small.FURONG)),
    ("fact/award-furong", EK.status, EK.completed),
    ("fact/award-furong", EK.yearRule, Literal("year-in-heading")),
    ("fact/award-furong", EK.statusRule, Literal("review-heading")),
    ("fact/award-furong", EK.awardState, Literal("awarded")),
    ("fact/award-furong", EK.issuerName, Literal("县教育局")),
    ("fact/award-furong", EK.conferredBy, node("organization/zf-jyj")),
    ("person/li", EK.role, Literal("教师")),
    ("person/li", EK.affiliation, node(small.ZFXX)),
    ("fact/within-zf-hh", EK.region, node(small.ZF)),
    ("fact/within-zf-hh", EK.inRegion, node(small.HH)),
    ("fact/project-zijing-planned", EK.inYear, node("year/2024")),
    ("fact/project-zijing-planned", EK.amount, Literal("12000000.0", datatype=rdflib.XSD.decimal)),
    ("fact/project-zijing-planned", EK.seats, Literal(1080)),
    ("fact/project-zijing-planned", EK.finish, Literal("2024-09", datatype=rdflib.XSD.gYearMonth)),
    ("fact/project-zijing-done", EK.amount, Literal("约一千万")),
    ("fact/project-zijing-done", SKOS.note, Literal("colour: red")),
    ("year/2024", EK.yearNumber, Literal(2024)),
    (small.ZF, EK.divisionCode, Literal("431221")),
    (small.ZF, EK.level, EK.countyLevel),
    (small.ZF, SCHEMA.containedInPlace, node(small.HH)),
    (small.ZFXX, RDF.type, EK.PrimarySchool),
    (small.ZFXX, EK.inRegion, node(small.ZF)),
    ("school/nowhere", SKOS.note, Literal("stage: unheard-of")),
    (small.QINGLIAN, SKOS.broader, node("honor/qinglian")),
    ("honor/qinglian", SKOS.prefLabel, Literal("怀化市清廉学校", lang="zh")),
    (small.SIXIAO, EK.concept, node("project/school-building")),
    ("organization/zf-jyj", RDF.type, EK.EducationAuthority),
    (small.DOC_A, rdflib.DCTERMS.publisher, node("organization/zf-jyj")),
    (small.DOC_A, EK.inRegion, node(small.ZF)),
    (small.DOC_A, EK.reviews, node("year/2023")),
    (small.DOC_C, EK.fileName, Literal("c.txt")),
    ("run/0.1.0", rdflib.PROV.used, node(small.DOC_B)),
    ("run/0.1.0", rdflib.PROV.wasAssociatedWith, node("software/0.1.0")),
    ("association/0.1.0", rdflib.PROV.hadPlan, node("rule/rule-a")),
    ("rule/rule-a", rdflib.DCTERMS.identifier, Literal("rule-a")),
]


@pytest.mark.parametrize(("subject", "predicate", "value"), SAID)
def test_it_says(rdf: rdflib.Graph, subject: str, predicate: URIRef, value: URIRef | Literal) -> None:
    assert (node(subject), predicate, value) in rdf


SHORT_CUTS = [
    (small.FURONG, EK.hasHonor, small.QINGLIAN, True),
    (small.ZF, EK.hasHonor, small.KAOQU, True),
    (small.KYJ, EK.hasHonor, small.WENMING, False),
    (small.ZF, EK.implements, small.SHUANGJIAN, True),
    (small.ZF, EK.implements, small.XIANGUAN, False),
    (small.FURONG, EK.participatesIn, small.QINGLAN, True),
    (small.ZIJING, EK.hasProject, small.ZIJING_BUILD, True),
    (small.ZF, EK.hasProject, small.ZIJING_BUILD, True),
    (small.ZF, EK.applies, "document/fangan", True),
    ("region/luyang", SCHEMA.containedInPlace, small.ZF, True),
]


@pytest.mark.parametrize(("subject", "shortcut", "value", "there"), SHORT_CUTS)
def test_a_short_cut_follows_from_what_holds_and_not_from_what_is_only_planned(
    rdf: rdflib.Graph, subject: str, shortcut: URIRef, value: str, there: bool
) -> None:
    assert ((node(subject), shortcut, node(value)) in rdf) is there


def test_from_a_statement_a_question_reaches_report_span_words_rule_and_run(rdf: rdflib.Graph) -> None:
    (row,) = rdf.query(
        """PREFIX fact: <https://w3id.org/cn-edu-kg/id/fact/>
        SELECT ?sha ?start ?end ?exact ?rule ?version {
            fact:award-furong ek:hasEvidence ?e .
            ?e oa:hasTarget ?t ; ek:rule ?id ; prov:wasGeneratedBy ?run .
            ?t oa:hasSource/dct:identifier ?sha ; oa:hasSelector [ oa:start ?start ; oa:end ?end ] .
            ?t oa:hasSelector/oa:exact ?exact .
            ?run prov:wasAssociatedWith/ek:version ?version ; prov:qualifiedAssociation/prov:hadPlan ?rule .
            ?rule a ek:Rule ; dct:identifier ?id }"""
    )
    said = small.HONOURED
    assert (row.start.toPython(), row.end.toPython(), str(row.exact)) == (said.start, said.end, said.quote)
    assert (str(row.sha), str(row.version)) == (f"sha256:{small.SHA_A}", "0.1.0")
    assert row.rule == node(f"rule/{said.rule}")


@pytest.mark.parametrize("rule", ["", "规则", "a b/c:d"])
def test_a_rule_with_any_id_has_a_node(rule: str) -> None:
    graph = small_graph()
    odd = replace(AWARD, evidence=(replace(small.HONOURED, rule=rule),))
    rdf = to_rdf(KnowledgeGraph(graph.entities, (odd,), graph.documents))
    (found,) = rdf.subjects(RDF.type, EK.Rule)
    assert rdf.value(found, rdflib.DCTERMS.identifier) == Literal(rule)


def test_the_number_of_a_document_is_a_property_and_is_read_back() -> None:
    paper = small.entity("document/x", "关于某事的意见", number="国办发〔2021〕1号")
    graph = KnowledgeGraph((paper,), (), {})
    assert to_rdf(graph).value(node("document/x"), EK.documentNumber) == Literal("国办发〔2021〕1号")
    assert read_back(to_triples(graph)).graph.entities == (paper,)


def test_a_fact_without_year_and_status_has_neither(rdf: rdflib.Graph) -> None:
    assert not list(rdf.objects(node("fact/award-person"), EK.inYear | EK.status))


def test_a_region_that_the_graph_does_not_describe_is_not_pointed_at(rdf: rdflib.Graph) -> None:
    assert not list(rdf.objects(node(small.LN), SCHEMA.containedInPlace))


def test_there_are_no_blank_nodes_and_no_iris_but_ascii() -> None:
    for triple in to_triples(small_graph()):
        for term in triple:
            assert not isinstance(term, BlankNode)
            assert not isinstance(term, NamedNode) or term.value.isascii()


def test_another_base_names_all_things_and_leaves_the_vocabulary_alone() -> None:
    subjects = {t.subject.value for t in to_triples(small_graph(), base_iri="https://example.org/")}
    ours = {s for s in subjects if not s.startswith(ONTOLOGY)}
    assert ours and all(s.startswith("https://example.org/") for s in ours)


def test_rdflib_and_the_stream_hold_the_same_triples(rdf: rdflib.Graph) -> None:
    assert len(rdf) == len(set(to_triples(small_graph())))
    assert rdf.namespace_manager.qname(str(EK.School)) == "ek:School"


def test_no_path_of_the_machine_is_in_the_graph(rdf: rdflib.Graph) -> None:
    assert not [o for o in rdf.objects() if "/home/" in str(o)]


def test_of_two_evidences_by_one_rule_at_one_place_the_surer_stands() -> None:
    graph = small_graph()
    sure, unsure = small.HONOURED, replace(small.HONOURED, confidence=0.5)
    twice = replace(AWARD, evidence=(sure, unsure))
    rdf = to_rdf(KnowledgeGraph(graph.entities, (twice,), graph.documents))
    assert [float(c) for c in rdf.objects(None, EK.confidence)] == [0.97]


AWARD = small.fact(FactKind.AWARD, "x", {"honor": small.KAOQU, "to": small.ZF}, small.HONOURED)
BROKEN: list[tuple[str, Callable[[Statement], Statement]]] = [
    ("no evidence", lambda s: replace(s, evidence=())),
    ("no role 'region'", lambda s: replace(s, ends={**s.ends, "region": small.ZF})),
    ("no such entity in the graph: school/unknown", lambda s: replace(s, ends={**s.ends, "to": "school/unknown"})),
    ("no such document", lambda s: replace(s, evidence=(replace(small.HONOURED, document="doc/none"),))),
    ("that of an entity", lambda s: replace(s, key=small.ZF)),
]


@pytest.mark.parametrize(("problem", "breaking"), BROKEN, ids=[problem for problem, _ in BROKEN])
def test_a_statement_that_is_not_whole_is_named(problem: str, breaking: Callable[[Statement], Statement]) -> None:
    graph = small_graph()
    broken = KnowledgeGraph(graph.entities, (breaking(AWARD),), graph.documents)
    with pytest.raises(GraphError, match=problem):
        list(to_triples(broken))

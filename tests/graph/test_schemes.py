"""A graph says of the concepts that it uses what the published schemes say of them, and no more."""

from __future__ import annotations

import pyshacl
import pytest
import rdflib
from rdflib import DCTERMS, OWL, RDF, SKOS, Literal, URIRef

from kg.graph.iri import BASE_IRI, ONTOLOGY
from kg.graph.rdf import to_rdf
from kg.knowledge.folder import ontology_folder
from kg.model.graph import GraphEntity, KnowledgeGraph
from kg.model.names import EntityKind

EK = rdflib.Namespace(ONTOLOGY)
FOLDER = ontology_folder()


def program(key: str, name: str) -> GraphEntity:
    return GraphEntity(f"program/{key}", EntityKind.PROGRAM, name, (), "", None, "", {})


def node(key: str) -> URIRef:
    return URIRef(BASE_IRI + key)


@pytest.fixture(scope="module")
def rdf() -> rdflib.Graph:
    entities = (
        program("shuangjian", "“双减”政策"),
        program("kehoufuwu", "延时服务"),
        program("zhuandiketang", "专递课堂"),
        program("sanzhuasancuxingdong", "三抓三促行动"),
        program("bentudetese", "本土特色"),
        GraphEntity("honor/431200-x", EntityKind.HONOR, "怀化市清廉学校", (), "honor/qinglianxuexiao", None, "", {}),
    )
    return to_rdf(KnowledgeGraph(entities, (), {}))


def names(rdf: rdflib.Graph, key: str, language: str) -> set[str]:
    return {str(name) for name in rdf.objects(node(key), SKOS.prefLabel) if name.language == language}


def test_a_program_keeps_the_name_of_the_reports_and_takes_the_usual_one_and_those_in_other_scripts(
    rdf: rdflib.Graph,
) -> None:
    assert names(rdf, "program/shuangjian", "zh") == {"“双减”政策"}
    assert names(rdf, "program/shuangjian", "zh-hant") == {"雙減"}
    assert names(rdf, "program/shuangjian", "en") == {"Double reduction"}
    assert set(rdf.objects(node("program/shuangjian"), SKOS.altLabel)) == {Literal("双减", lang="zh")}
    assert set(rdf.objects(node("program/zhuandiketang"), SKOS.altLabel)) == set()


def test_a_program_tells_level_year_and_the_paper_from_which_it_comes(rdf: rdflib.Graph) -> None:
    double = node("program/shuangjian")
    assert rdf.value(double, EK.level) == EK.nationalLevel
    assert rdf.value(double, EK.firstYear) == Literal(2021)
    paper = rdf.value(double, DCTERMS.source)
    assert rdf.value(paper, EK.documentNumber) == Literal("中办发〔2021〕40号")
    assert (paper, RDF.type, rdflib.URIRef("http://data.europa.eu/eli/ontology#LegalResource")) in rdf


def test_a_paper_that_reports_name_as_well_is_described_once() -> None:
    key = "policy/guanyujinyibujianqingyiwujiaoyujieduanxu-j23m3eyz"
    paper = GraphEntity(key, EntityKind.DOCUMENT, "双减意见", (), "", None, "", {})
    graph = to_rdf(KnowledgeGraph((program("shuangjian", "双减"), paper), (), {}))
    assert {str(name) for name in graph.objects(node(key), SKOS.prefLabel)} == {"双减意见"}
    assert graph.value(node(key), EK.documentNumber) == Literal("中办发〔2021〕40号")
    assert len(to_rdf(KnowledgeGraph((paper,), (), {}))) > 0


def test_links_lead_only_to_what_the_graph_holds(rdf: rdflib.Graph) -> None:
    assert set(rdf.objects(node("program/shuangjian"), SKOS.related)) == {node("program/kehoufuwu")}
    for _, _, other in rdf.triples((None, OWL.differentFrom, None)):
        assert (other, SKOS.prefLabel, None) in rdf


def test_what_stands_above_comes_along(rdf: rdflib.Graph) -> None:
    above = rdf.value(node("program/zhuandiketang"), SKOS.broader)
    assert above == node("program/sangeketang")
    assert (above, RDF.type, EK.Concept) in rdf
    assert (above, RDF.type, EK.Program) not in rdf
    assert (node("honor/qinglianxuexiao"), SKOS.prefLabel, Literal("清廉学校", lang="zh")) in rdf


def test_what_is_run_on_several_levels_has_none_and_a_province_shows_only_where_it_is_known(rdf: rdflib.Graph) -> None:
    assert rdf.value(node("honor/qinglianxuexiao"), EK.level) is None
    assert rdf.value(node("program/sanzhuasancuxingdong"), EK.level) == EK.provinceLevel
    assert rdf.value(node("program/sanzhuasancuxingdong"), EK.inRegion) is None


def test_a_local_program_is_in_no_scheme(rdf: rdflib.Graph) -> None:
    assert rdf.value(node("program/bentudetese"), SKOS.inScheme) is None


@pytest.mark.parametrize("stem", ["programs", "schemes", "honors"])
def test_the_published_schemes_conform_to_the_shapes(stem: str) -> None:
    data = rdflib.Graph().parse(FOLDER / "concepts" / f"{stem}.ttl")
    ontology, shapes = (rdflib.Graph().parse(FOLDER / name) for name in ("edu.ttl", "shapes.ttl"))
    ok, _, told = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology, allow_warnings=True)
    assert ok, told[:2000]


@pytest.mark.parametrize(
    "wrong",
    [
        "program:a ek:firstYear 2010 , 2011 .",
        'program:a ek:recognise "often" .',
        "program:a ek:level ek:cityLevel .",
        'program:a skos:altLabel "甲"@zh .',
        "program:a skos:related program:b ; skos:broader program:b .",
        "program:a dct:source program:b .",
        "program:a skos:inScheme ek:HonorTitles .",
    ],
)
def test_the_shapes_see_what_is_wrong_with_a_concept(wrong: str) -> None:
    right = "".join(
        f'program:{key} a ek:Concept ; skos:inScheme ek:Programs ; skos:prefLabel "{name}"@zh .\n'
        for key, name in (("a", "甲"), ("b", "乙"))
    )
    prefixes = (
        f"@prefix ek: <{ONTOLOGY}> . @prefix program: <{BASE_IRI}program/> . @prefix skos: <{SKOS}> . "
        f"@prefix dct: <{DCTERMS}> .\n"
    )
    shapes = rdflib.Graph().parse(FOLDER / "shapes.ttl")
    for text, expected in ((right, True), (right + wrong, False)):
        data = rdflib.Graph().parse(data=prefixes + text, format="turtle")
        assert pyshacl.validate(data, shacl_graph=shapes, allow_warnings=True)[0] is expected

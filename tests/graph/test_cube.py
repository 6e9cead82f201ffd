"""The figures are cubes of the RDF Data Cube vocabulary: its integrity constraints find nothing, as SPARQL.

The constraints are numbered as in the recommendation, chapter 11. IC-7 to IC-10 and IC-18 speak of slices, IC-15 to
IC-17 of several measures, IC-20 and IC-21 of hierarchies of codes: there are none of these, and a test says so.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from kg.graph import vocabulary
from kg.graph.rdf import to_rdf
from tests.graph.small_graph import small_graph

PREFIXES = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in vocabulary.PREFIXES.items())
QB = rdflib.QB

NORMAL = """
    INSERT { ?c qb:componentProperty ?p } WHERE { ?c qb:dimension|qb:measure|qb:attribute ?p } ;
    INSERT { ?p a qb:DimensionProperty } WHERE { ?c qb:dimension ?p } ;
    INSERT { ?p a qb:MeasureProperty } WHERE { ?c qb:measure ?p } ;
    INSERT { ?p a qb:AttributeProperty } WHERE { ?c qb:attribute ?p } ;
    INSERT { ?d a qb:DataSet . ?f a qb:Observation } WHERE { ?f qb:dataSet ?d }
"""
"""What a graph may leave out, written out: the constraints ask graphs of this form."""

WRONG = {
    "IC-1 one data set for each figure": """
        { ?f a qb:Observation FILTER NOT EXISTS { ?f qb:dataSet ?d . ?d qb:structure ?s } }
        UNION { ?f a qb:Observation ; qb:dataSet ?d , ?e FILTER(?d != ?e) }""",
    "IC-2 one structure for each data set": """
        { ?d a qb:DataSet FILTER NOT EXISTS { ?d qb:structure ?s . ?s a qb:DataStructureDefinition } }
        UNION { ?d a qb:DataSet ; qb:structure ?s , ?t FILTER(?s != ?t) }""",
    "IC-3 a measure for each structure": """
        ?s a qb:DataStructureDefinition
        FILTER NOT EXISTS { ?s qb:component/qb:componentProperty ?m . ?m a qb:MeasureProperty }""",
    "IC-4 a range for each dimension": "?p a qb:DimensionProperty FILTER NOT EXISTS { ?p rdfs:range ?r }",
    "IC-5 a code list for each dimension of concepts": """
        ?p a qb:DimensionProperty ; rdfs:range skos:Concept FILTER NOT EXISTS { ?p qb:codeList ?l }""",
    "IC-6 only attributes may be absent": """
        ?s qb:component ?c . ?c qb:componentRequired false ; qb:componentProperty ?p
        FILTER NOT EXISTS { ?p a qb:AttributeProperty }""",
    "IC-11 all dimensions": """
        ?f qb:dataSet/qb:structure/qb:component/qb:componentProperty ?p . ?p a qb:DimensionProperty
        FILTER NOT EXISTS { ?f ?p ?v }""",
    "IC-12 no two figures alike in all dimensions": """
        ?f qb:dataSet ?d . ?g qb:dataSet ?d FILTER(?f != ?g) FILTER NOT EXISTS {
            ?d qb:structure/qb:component/qb:componentProperty ?p . ?p a qb:DimensionProperty .
            ?f ?p ?v . ?g ?p ?w FILTER(?v != ?w) }""",
    "a dimension has one value": """
        ?f a qb:Observation ; ?p ?v , ?w . ?p a qb:DimensionProperty FILTER(?v != ?w)""",
    "IC-13 the attributes that must be there": """
        ?f qb:dataSet/qb:structure/qb:component ?c . ?c qb:componentRequired true ; qb:componentProperty ?p
        FILTER NOT EXISTS { ?f ?p ?v }""",
    "IC-14 all measures": """
        ?f qb:dataSet/qb:structure/qb:component/qb:componentProperty ?p . ?p a qb:MeasureProperty
        FILTER NOT EXISTS { ?f ?p ?v }""",
    "IC-19 codes of the list, of attributes, too": """
        ?f a qb:Observation ; ?p ?v . ?p qb:codeList ?l FILTER NOT EXISTS { ?v skos:inScheme ?l }""",
    "the indicator and the subject are one": """
        ?f a qb:Observation FILTER NOT EXISTS { ?f ek:indicator ?i ; dct:subject ?i }""",
    "no property beside the structure": """
        ?f a qb:Observation ; ?p ?v FILTER(?p NOT IN (rdf:type, qb:dataSet, dct:subject, ek:hasEvidence))
        FILTER NOT EXISTS { ?f qb:dataSet/qb:structure/qb:component/qb:componentProperty ?p }""",
    "slices, several measures and hierarchies, of which nothing else here would speak": """
        { ?x a qb:Slice } UNION { ?x qb:sliceKey ?y } UNION { ?x qb:measureType ?y }
        UNION { ?x a qb:HierarchicalCodeList } UNION { ?f qb:measure ?m , ?n FILTER(?m != ?n) }""",
}


@pytest.fixture(scope="module")
def ontology(root: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(root / "ontology" / "edu.ttl")


def normal(ontology: rdflib.Graph, change: str = "") -> rdflib.Graph:
    graph = to_rdf(small_graph()) + ontology
    if change:
        graph.update(PREFIXES + change)
    graph.update(PREFIXES + NORMAL)
    return graph


@pytest.fixture(scope="module")
def figures(ontology: rdflib.Graph) -> rdflib.Graph:
    return normal(ontology)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_the_figures_keep_the_constraints_of_the_standard(figures: rdflib.Graph, wrong: str) -> None:
    assert figures.query(PREFIXES + "ASK { ?f a qb:Observation . ?g ek:direction ?d . ?h ek:partOf ?i }").askAnswer
    assert not list(figures.query(f"{PREFIXES} SELECT * {{ {wrong} }}"))


def test_figures_of_open_area_or_year_are_data_sets_of_their_own(figures: rdflib.Graph) -> None:
    for figure in figures.subjects(rdflib.RDF.type, QB.Observation):
        (dataset,) = figures.objects(figure, QB.dataSet)
        open_ends = [
            word
            for word, dimension in (("area", "refArea"), ("year", "refPeriod"))
            if (figure, rdflib.URIRef(vocabulary.PREFIXES["sdmx-dimension"] + dimension), None) not in figures
        ]
        assert str(dataset).endswith("figures" + ("/without-" + "-and-".join(open_ends) if open_ends else ""))
    assert len(set(figures.objects(None, QB.dataSet))) > 1


BROKEN = {
    "IC-1 one data set for each figure": "DELETE { ?f qb:dataSet ?d } WHERE { ?f qb:dataSet ?d ; ek:direction ?e }",
    "IC-2 one structure for each data set": "DELETE WHERE { ?d qb:structure ?s }",
    "IC-3 a measure for each structure": "DELETE WHERE { ?c qb:measure ?m }",
    "IC-4 a range for each dimension": "DELETE WHERE { ek:variant rdfs:range ?r }",
    "IC-5 a code list for each dimension of concepts": "INSERT DATA { ek:indicator rdfs:range skos:Concept }",
    "IC-6 only attributes may be absent": """
        INSERT { ?c qb:componentRequired false } WHERE { ?c qb:dimension ek:indicator }""",
    "IC-11 all dimensions": "DELETE WHERE { ?f sdmx-dimension:refPeriod ?y }",
    "IC-12 no two figures alike in all dimensions": """
        DELETE { ?f ?p ?v } INSERT { ?f ?p "1" } WHERE { VALUES ?p { ek:variant ek:indicator } ?f ?p ?v } ;
        DELETE { ?f ?p ?v } INSERT { ?f ?p "1" }
        WHERE { VALUES ?p { sdmx-dimension:refArea sdmx-dimension:refPeriod } ?f ?p ?v }""",
    "a dimension has one value": "INSERT { ?f ek:variant 'b' } WHERE { ?f a qb:Observation }",
    "IC-13 the attributes that must be there": "DELETE WHERE { ?f sdmx-attribute:unitMeasure ?u }",
    "IC-14 all measures": "DELETE WHERE { ?f sdmx-measure:obsValue ?v }",
    "IC-19 codes of the list, of attributes, too": """
        INSERT { ?f ek:status ek:increase } WHERE { ?f a qb:Observation }""",
    "the indicator and the subject are one": "DELETE WHERE { ?f a ek:Figure ; dct:subject ?s }",
    "no property beside the structure": "INSERT { ?f ek:count 3 } WHERE { ?f a qb:Observation }",
    "slices, several measures and hierarchies, of which nothing else here would speak": """
        INSERT DATA { ek:slice a qb:Slice }""",
}


@pytest.mark.parametrize("constraint", WRONG)
def test_figures_that_break_a_constraint_are_found(constraint: str, ontology: rdflib.Graph) -> None:
    graph = normal(ontology, BROKEN[constraint])
    assert list(graph.query(f"{PREFIXES} SELECT * {{ {WRONG[constraint]} }}"))

"""The figures are a cube of the RDF Data Cube vocabulary: its integrity constraints, as questions that find nothing.

But for IC-11: a report may leave the area or the year of a figure open, and no "unknown" stands in for it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from kg.graph import vocabulary
from kg.graph.rdf import to_rdf
from tests.graph.small_graph import small_graph

PREFIXES = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in vocabulary.PREFIXES.items())

WRONG = {
    "IC-1 a data set for each figure": """
        ?f a qb:Observation FILTER NOT EXISTS { ?f qb:dataSet ?d . ?d a qb:DataSet }""",
    "IC-2 a structure for each data set": """
        ?d a qb:DataSet FILTER NOT EXISTS { ?d qb:structure ek:FigureStructure }""",
    "IC-3 a measure for each structure": """
        ?s a qb:DataStructureDefinition FILTER NOT EXISTS { ?s qb:component/qb:measure ?m }""",
    "IC-4 a range for each dimension": """
        ?x qb:dimension ?d FILTER NOT EXISTS { ?d a qb:DimensionProperty ; rdfs:range ?r }""",
    "attributes are attributes": "?x qb:attribute ?a FILTER NOT EXISTS { ?a a qb:AttributeProperty }",
    "measures are measures": "?x qb:measure ?m FILTER NOT EXISTS { ?m a qb:MeasureProperty }",
    "IC-6 only attributes may be absent": """
        ?x qb:componentRequired false FILTER NOT EXISTS { ?x qb:attribute ?a }""",
    "IC-13 the attributes that must be there": """
        ?f a qb:Observation . ?x qb:componentRequired true ; qb:attribute ?a FILTER NOT EXISTS { ?f ?a ?v }""",
    "IC-14 a value for the measure": "?f a qb:Observation . ?x qb:measure ?m FILTER NOT EXISTS { ?f ?m ?v }",
    "IC-19 codes of the list": """
        ?f a qb:Observation ; ?p ?v . ?p qb:codeList ?l FILTER NOT EXISTS { ?v skos:inScheme ?l }""",
    "the indicator and the subject are one": """
        ?f a qb:Observation FILTER NOT EXISTS { ?f ek:indicator ?i ; dct:subject ?i }""",
    "no property beside the structure": """
        ?f a qb:Observation ; ?p ?v FILTER(?p NOT IN (rdf:type, qb:dataSet, dct:subject, ek:hasEvidence))
        FILTER NOT EXISTS { ek:FigureStructure qb:component/(qb:dimension|qb:measure|qb:attribute) ?p }""",
}


@pytest.fixture(scope="module")
def figures(root: Path) -> rdflib.Graph:
    return to_rdf(small_graph()) + rdflib.Graph().parse(root / "ontology" / "edu.ttl")


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_the_figures_keep_the_constraints_of_the_standard(figures: rdflib.Graph, wrong: str) -> None:
    assert figures.query(PREFIXES + "ASK { ?f a qb:Observation . ?g ek:direction ?d . ?h ek:partOf ?i }").askAnswer
    assert list(figures.query(f"{PREFIXES} SELECT * {{ {wrong} }}")) == []


BROKEN = {
    "IC-1 a data set for each figure": "DELETE WHERE { ?f qb:dataSet ?d }",
    "IC-13 the attributes that must be there": "DELETE WHERE { ?f sdmx-attribute:unitMeasure ?u }",
    "IC-14 a value for the measure": "DELETE WHERE { ?f sdmx-measure:obsValue ?v }",
    "IC-19 codes of the list": "INSERT { ?f ek:status ek:increase } WHERE { ?f a qb:Observation }",
    "no property beside the structure": "INSERT { ?f ek:count 3 } WHERE { ?f a qb:Observation }",
}


@pytest.mark.parametrize("constraint", BROKEN)
def test_a_figure_that_breaks_a_constraint_is_found(constraint: str, root: Path) -> None:
    graph = to_rdf(small_graph()) + rdflib.Graph().parse(root / "ontology" / "edu.ttl")
    graph.update(PREFIXES + BROKEN[constraint])
    assert list(graph.query(f"{PREFIXES} SELECT * {{ {WRONG[constraint]} }}"))

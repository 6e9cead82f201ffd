"""What follows from the ontology: a reasoner (OWL 2 RL) finds no contradiction, and no thing becomes what it is not."""

from __future__ import annotations

from pathlib import Path

import owlrl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, URIRef

from kg.graph.iri import ONTOLOGY
from kg.graph.rdf import to_rdf
from tests.graph.small_graph import small_graph
from tests.graph.worked_example import worked_example

EK = rdflib.Namespace(ONTOLOGY)
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
"""By which the reasoner tells a contradiction."""


@pytest.fixture(scope="module")
def ontology(root: Path) -> rdflib.Graph:
    """Ours, and beside it what the standards say of the terms under which ours stand."""
    return rdflib.Graph().parse(root / "ontology" / "edu.ttl").parse(Path(__file__).with_name("standards.ttl"))


def reasoned(*graphs: rdflib.Graph) -> rdflib.Graph:
    """All that follows from the graphs together."""
    whole = rdflib.Graph()
    for graph in graphs:
        whole += graph
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(whole)
    return whole


def errors(graph: rdflib.Graph) -> list[str]:
    return sorted(map(str, graph.objects(None, ERROR)))


def kinds(graph: rdflib.Graph) -> set[tuple[object, object]]:
    """Which node is said to be of which class of ours."""
    return {(s, kind) for s, kind in graph.subject_objects(RDF.type) if str(kind).startswith(ONTOLOGY)}


@pytest.fixture(scope="module")
def closed(ontology: rdflib.Graph) -> rdflib.Graph:
    return reasoned(ontology)


def test_each_class_can_have_something_in_it(ontology: rdflib.Graph) -> None:
    classes = sorted(c for c in ontology.subjects(RDF.type, OWL.Class) if str(c).startswith(ONTOLOGY))
    assert len(classes) > 40
    one_each = rdflib.Graph()
    for number, kind in enumerate(classes):
        one_each.add((URIRef(f"urn:test:{number}"), RDF.type, kind))
    assert not errors(reasoned(ontology, one_each))


@pytest.fixture(scope="module", params=[small_graph, worked_example], ids=["small", "example"])
def told(request: pytest.FixtureRequest, ontology: rdflib.Graph) -> tuple[rdflib.Graph, rdflib.Graph]:
    """A graph as the code says it, and all that follows from it."""
    said = to_rdf(request.param())
    return said, reasoned(ontology, said)


def test_a_graph_contradicts_neither_the_ontology_nor_the_standards(told: tuple[rdflib.Graph, rdflib.Graph]) -> None:
    assert not errors(told[1])


def test_no_thing_becomes_of_another_class_than_the_code_says(
    told: tuple[rdflib.Graph, rdflib.Graph], ontology: rdflib.Graph
) -> None:
    said, follows = told
    above = {
        (node, higher)
        for node, kind in said.subject_objects(RDF.type)
        for higher in ontology.transitive_objects(kind, RDFS.subClassOf)
    }
    classed = {(node, kind) for node, kind in kinds(follows) if (node, RDF.type, None) in said}
    assert classed and classed <= above, classed - above


def test_no_term_of_ours_becomes_the_same_as_another(closed: rdflib.Graph) -> None:
    for same in (OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs):
        assert not [(a, b) for a, b in closed.subject_objects(same) if a != b and str(a).startswith(ONTOLOGY)]
    for link in (RDFS.subClassOf, RDFS.subPropertyOf):
        circles = [(a, b) for a, b in closed.subject_objects(link) if a != b and (b, link, a) in closed]
        assert not [pair for pair in circles if str(pair[0]).startswith(ONTOLOGY)]


NONSENSE = {
    "a school that is a region": ((0, RDF.type, EK.School), (0, RDF.type, EK.Region)),
    "a person that confers": ((9, EK.conferredBy, 1), (1, RDF.type, EK.Person), (9, EK.school, 1)),
    "a year as the region of a fact": ((9, EK.inRegion, 2), (2, RDF.type, EK.Year)),
    "a sum that is a share": ((3, RDF.type, EK.Sum), (3, RDF.type, EK.Share)),
    "a statement that is an activity": ((4, RDF.type, EK.Succession), (4, RDF.type, rdflib.PROV.Activity)),
    "a person that is an organization": ((5, RDF.type, EK.Person), (5, RDF.type, rdflib.ORG.Organization)),
    "an honor that takes part": ((6, EK.participatesIn, 8), (6, RDF.type, EK.Honor)),
}


@pytest.fixture(scope="module")
def contradictions(ontology: rdflib.Graph) -> str:
    wrong = rdflib.Graph()
    for triples in NONSENSE.values():
        for triple in triples:
            wrong.add(tuple(URIRef(f"urn:test:{t}") if isinstance(t, int) else t for t in triple))  # type: ignore[arg-type]
    return "\n".join(errors(reasoned(ontology, wrong)))


@pytest.mark.parametrize("case", NONSENSE)
def test_nonsense_is_a_contradiction(case: str, contradictions: str) -> None:
    number = next(t for triple in NONSENSE[case] for t in reversed(triple) if isinstance(t, int) and t not in (8, 9))
    assert f"urn:test:{number}" in contradictions

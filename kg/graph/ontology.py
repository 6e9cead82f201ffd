"""The words of the vocabulary that every graph file carries with it."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.graph.prefixes import ONTOLOGY
from kg.graph.turtle import Row, rows_of
from kg.graph.vocabulary import term
from kg.knowledge.folder import ontology_folder

__all__ = ["own_terms", "vocabulary_rows"]


@cache
def vocabulary_rows() -> tuple[Row, ...]:
    """The labels of the classes; statuses, levels and schemes whole: a graph answers in words without `edu.ttl` beside.

    >>> ("ek:completed", "skos:prefLabel", '"已完成"@zh') in vocabulary_rows()
    True
    """
    quads = _quads()
    label, listed = term("rdfs:label"), {q.subject for q in quads if q.predicate == term("skos:inScheme")}
    classes = {q.subject for q in quads if q.predicate == term("rdf:type") and q.object == term("owl:Class")}
    schemes = {q.subject for q in quads if q.object == term("skos:ConceptScheme")}
    words = (
        q.triple
        for q in quads
        if q.subject in listed or q.subject in schemes or (q.subject in classes and q.predicate == label)
    )
    return tuple(rows_of(words))


@cache
def own_terms() -> frozenset[str]:
    """The names of all classes, properties and concepts of the vocabulary, without its prefix.

    >>> {"School", "inRegion", "planned"} <= own_terms()
    True
    """
    subjects = {q.subject.value for q in _quads() if isinstance(q.subject, NamedNode)}
    return frozenset(iri.removeprefix(ONTOLOGY) for iri in subjects if iri.startswith(ONTOLOGY))


@cache
def _quads() -> tuple[Quad, ...]:
    return tuple(parse(path=str(ontology_folder() / "edu.ttl"), format=RdfFormat.TURTLE))

"""What is found in a graph does not depend on whether it was built or read back from its Turtle."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from kg.graph.rdf import to_turtle
from kg.graph.reading import read_back
from kg.model.graph import KnowledgeGraph
from kg.policy.compare import compare
from kg.policy.diffusion import diffusion


@pytest.fixture(scope="module")
def again(reports: KnowledgeGraph) -> KnowledgeGraph:
    return read_back(parse(input=to_turtle(reports).encode(), format=RdfFormat.TURTLE)).graph


def test_a_comparison_is_the_same(reports: KnowledgeGraph, again: KnowledgeGraph) -> None:
    assert compare(reports) == compare(again)


@pytest.mark.parametrize("concept", ["县管校聘", "党组织领导的校长负责制", "强师计划"])
def test_a_spread_is_the_same(concept: str, reports: KnowledgeGraph, again: KnowledgeGraph) -> None:
    assert diffusion(reports, concept) == diffusion(again, concept)

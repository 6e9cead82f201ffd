"""The graph for NetworkX."""

from __future__ import annotations

import io

import networkx as nx
import pytest

from kg.graph.network import to_network
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph


@pytest.fixture(scope="module")
def network() -> nx.MultiDiGraph:
    return to_network(small_graph())


def test_every_entity_is_a_node_with_its_words(network: nx.MultiDiGraph) -> None:
    assert set(network) == {e.key for e in small_graph().entities}
    assert network.nodes[small.QINGLIAN] == {
        "label": "怀化市清廉学校",
        "kind": "Honor",
        "aliases": "清廉学校",
        "level": "prefecture",
        "concept": "honor/qinglian",
        "statements": 2,
        "community": 3,
        "community_role": "member",
    }
    assert network.nodes[small.ZFXX]["stage"] == "primary"
    assert "level" not in network.nodes[small.ZFXX]


def test_an_edge_is_a_statement_with_its_first_evidence(network: nx.MultiDiGraph) -> None:
    edge = network.edges[small.QINGLIAN, small.FURONG, "fact/award-furong"]
    assert edge == {
        "kind": "award",
        "role": "to",
        "year": 2023,
        "status": "completed",
        "quote": small.HONOURED.quote,
        "document": small.DOC_A,
        "start": 3364,
        "end": small.HONOURED.end,
        "rule": "honor-list",
        "confidence": 0.97,
        "evidences": 1,
        "year_rule": "year-in-heading",
        "status_rule": "review-heading",
        "state": "awarded",
        "issuer": "县教育局",
        "issuer_id": "organization/zf-jyj",
    }


def test_a_fact_with_three_ends_has_two_edges_that_say_the_same(network: nx.MultiDiGraph) -> None:
    key = "fact/project-zijing-planned"
    to_school = network.edges[small.ZIJING_BUILD, small.ZIJING, key]
    to_region = network.edges[small.ZIJING_BUILD, small.ZF, key]
    assert (to_school["role"], to_region["role"]) == ("school", "region")
    assert {**to_school, "role": ""} == {**to_region, "role": ""}
    assert to_school["amount"] == "12000000"


def test_statements_without_a_second_end_are_told_not_lost(network: nx.MultiDiGraph) -> None:
    told = set(str(network.graph["without_edge"]).split())
    drawn = {key for _, _, key in network.edges(keys=True)}
    assert told == {"fact/award-counted", "fact/project-sixiao", "fact/program-ql-none", "fact/succession-kouyanjing"}
    assert told | drawn == {s.key for s in small_graph().statements}


def test_an_unknown_year_is_an_absent_attribute(network: nx.MultiDiGraph) -> None:
    edge = network.edges[small.WENMING, "person/li", "fact/award-person"]
    assert "year" not in edge and "status" not in edge


def test_graphml_takes_every_attribute() -> None:
    network = to_network(small_graph())
    for node in [n for n in network if "hostile" in n]:
        network.remove_node(node)  # XML has no way to write U+0000
    file = io.BytesIO()
    nx.write_graphml(network, file)
    file.seek(0)
    again = nx.read_graphml(file, force_multigraph=True)
    assert again.number_of_edges() == network.number_of_edges()

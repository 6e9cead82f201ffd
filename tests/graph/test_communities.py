"""What hangs together, found from what facts tell and nothing else."""

from __future__ import annotations

from pathlib import Path

from kg.graph.communities import Place, Role, communities
from kg.graph.network import to_network
from kg.graph.reading import read_file
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement
from kg.model.names import EntityKind, FactKind
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph

SEEDS = Path(__file__).resolve().parents[2] / "exports" / "graph.ttl"


def two_regions(size: int = 30) -> KnowledgeGraph:
    """Two regions with schools of their own, and one program in both."""
    regions = [GraphEntity(f"region/{r}", EntityKind.REGION, r, (), "", None, "") for r in "ab"]
    program = GraphEntity("program/p", EntityKind.PROGRAM, "双减", (), "", None, "")
    lone = GraphEntity("school/z", EntityKind.SCHOOL, "孤立小学", (), "", None, "")
    schools, facts = [], []
    for region in "ab":
        ends = {"program": "program/p", "region": f"region/{region}"}
        facts.append(told(FactKind.PROGRAM, f"p{region}", ends))
        for n in range(size):
            schools.append(GraphEntity(f"school/{region}{n:02}", EntityKind.SCHOOL, f"第{n}小学", (), "", None, ""))
            ends = {"school": f"school/{region}{n:02}", "region": f"region/{region}"}
            facts.append(told(FactKind.LOCATION, f"l{region}{n}", ends))
    return KnowledgeGraph((program, *regions, *schools, lone), tuple(facts), {})


def told(kind: FactKind, key: str, ends: dict[str, str]) -> Statement:
    return small.fact(kind, key, ends, small.said(small.DOC_A, 0, "位于"))


def test_each_region_is_a_community_with_its_schools_and_what_both_share_is_a_bridge() -> None:
    places = communities(two_regions())
    assert places["region/a"] == Place(places["school/a00"].community, Role.HUB)
    assert places["region/b"].role is Role.HUB
    assert places["region/a"].community != places["region/b"].community
    assert {places[f"school/a{n:02}"] for n in range(30)} == {Place(places["region/a"].community, Role.MEMBER)}
    assert places["program/p"].role is Role.BRIDGE


def test_what_no_fact_links_is_alone() -> None:
    assert communities(two_regions())["school/z"] == Place(0, Role.ALONE)


def test_the_largest_is_the_first() -> None:
    places = communities(two_regions())
    sizes = [sum(place.community == n for place in places.values()) for n in (1, 2)]
    assert sizes == sorted(sizes, reverse=True) and 0 not in sizes


def test_equal_graphs_have_equal_places() -> None:
    graph = read_file(SEEDS).graph
    assert communities(graph) == communities(graph)
    assert list(communities(graph)) == [entity.key for entity in graph.entities]


def test_graphs_of_next_to_nothing_have_places() -> None:
    assert communities(KnowledgeGraph((), (), {})) == {}
    (place,) = communities(KnowledgeGraph(small_graph().entities[:1], (), {})).values()
    assert place == Place(0, Role.ALONE)


def test_the_network_tells_them_and_gains_no_edge() -> None:
    graph = small_graph()
    network, places = to_network(graph), communities(graph)
    for key, attributes in network.nodes(data=True):
        assert (attributes["community"], attributes["community_role"]) == (places[key].community, places[key].role)
    assert {key for _, _, key in network.edges(keys=True)} <= {statement.key for statement in graph.statements}

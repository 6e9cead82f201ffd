"""GraphML and GEXF, read back by NetworkX: all nodes, edges, years and quotes, whatever the names."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from pathlib import Path

import igraph
import networkx as nx
import pytest

from kg.export.characters import xml_words
from kg.export.formats import find_format
from kg.graph.iri import BASE_IRI
from kg.graph.network import to_network
from kg.model.graph import KnowledgeGraph
from tests.graph import small_graph as small
from tests.graph.small_graph import HOSTILE, small_graph

GEXF = "{http://www.gexf.net/1.2draft}"


def written(form: str, graph: KnowledgeGraph | None = None) -> bytes:
    (content,) = find_format(form).write(graph or small_graph(), base_iri=BASE_IRI).values()
    return content


def read(form: str) -> nx.MultiDiGraph:
    if form == "graphml":
        return nx.read_graphml(io.BytesIO(written(form)), force_multigraph=True)
    return nx.MultiDiGraph(nx.read_gexf(io.BytesIO(written(form))))


@pytest.fixture(scope="module", params=["graphml", "gexf"])
def network(request: pytest.FixtureRequest) -> nx.MultiDiGraph:
    return read(request.param)


def test_networkx_reads_all_nodes_with_their_names(network: nx.MultiDiGraph) -> None:
    assert {key: told["label"] for key, told in network.nodes(data=True)} == {
        entity.key: xml_words(entity.name) for entity in small_graph().entities
    }
    assert network.nodes[small.ZFXX]["stage"] == "primary" and network.nodes[small.ZFXX]["statements"] == 3
    assert {xml_words(name) for name in HOSTILE} <= {told["label"] for _, told in network.nodes(data=True)}


def test_networkx_reads_all_edges_with_year_status_and_quote(network: nx.MultiDiGraph) -> None:
    def edges(read: nx.MultiDiGraph, fact: str) -> set[tuple[object, ...]]:
        return {
            (source, target, told[fact] if fact else key, told["role"], told.get("year"), told.get("status"),
             xml_words(told["quote"]), told["confidence"])
            for source, target, key, told in read.edges(keys=True, data=True)
        }  # fmt: skip

    assert edges(network, "fact") == edges(to_network(small_graph()), "")
    assert network.number_of_edges() == to_network(small_graph()).number_of_edges()


def test_amounts_are_numbers_and_words_stand_apart(network: nx.MultiDiGraph) -> None:
    told = {(d["fact"], d["role"]): d for _, _, d in network.edges(data=True)}
    planned, done = told["fact/project-zijing-planned", "region"], told["fact/project-zijing-done", "region"]
    assert (planned["amount"], planned["seats"], planned["area"]) == (12e6, 1080.0, 25600.5)
    assert "amount" not in done and (done["amount_words"], done["colour"]) == ("约一千万", "red")
    assert isinstance(planned["year"], int) and isinstance(planned["quote_start"], int)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_every_id_in_the_file_is_its_own(form: str) -> None:
    edges = [e.get("id") for e in ET.fromstring(written(form)).iter() if e.tag.endswith("}edge")]
    assert len(set(edges)) == len(edges) > 20


def test_graphml_names_the_facts_that_have_no_edge() -> None:
    assert read("graphml").graph["without_edge"].split() == to_network(small_graph()).graph["without_edge"].split()


def test_gexf_is_a_timeline_of_intervals_that_gephi_takes() -> None:
    root = ET.fromstring(written("gexf"))
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert (root.get("version"), graph.get("mode"), graph.get("timeformat")) == ("1.2", "dynamic", "date")
    timed = [e for e in root.iter() if e.get("start") or e.get("end") or e.get("timestamp")]
    assert {e.tag for e in timed} == {f"{GEXF}node", f"{GEXF}edge"}
    assert all(e.get("start") and e.get("end") and not e.get("timestamp") for e in timed)
    assert not list(root.iter(f"{GEXF}spell"))
    years = {e.get("id"): (e.get("start"), e.get("end")) for e in root.iter(f"{GEXF}edge")}
    assert years["fact/award-furong#to"] == ("2023-01-01", "2023-12-31")
    assert years["fact/location-furong#region"] == (None, None)


def test_a_node_of_gexf_lasts_as_long_as_its_edges() -> None:
    root = ET.fromstring(written("gexf"))
    nodes = {e.get("id"): (e.get("start") or "0", e.get("end") or "9") for e in root.iter(f"{GEXF}node")}
    assert nodes[small.ZIJING_BUILD] == ("2024-01-01", "2025-12-31")
    assert nodes[small.SHUANGJIAN] == ("2022-01-01", "2024-12-31")
    assert nodes[small.ZF] == ("0", "9"), "some of its facts have no year"
    for edge in root.iter(f"{GEXF}edge"):
        start, end = edge.get("start") or "0", edge.get("end") or "9"
        for key in (edge.get("source"), edge.get("target")):
            assert nodes[key][0] <= start and end <= nodes[key][1], (edge.get("id"), key)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_an_empty_graph_is_a_file_that_reads(form: str) -> None:
    content = io.BytesIO(written(form, KnowledgeGraph((), (), {})))
    assert len(nx.read_graphml(content) if form == "graphml" else nx.read_gexf(content)) == 0


def test_igraph_reads_graphml_too(tmp_path: Path) -> None:
    (tmp_path / "graph.graphml").write_bytes(written("graphml"))
    read, known = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml")), to_network(small_graph())
    assert (read.vcount(), read.ecount(), read.is_directed()) == (len(known), known.number_of_edges(), True)
    assert dict(zip(read.vs["id"], read.vs["label"], strict=True)) == {
        entity.key: xml_words(entity.name) for entity in small_graph().entities
    }
    assert {edge["year"] for edge in read.es if edge["fact"] == "fact/award-furong"} == {2023.0}

"""The CSV files for Neo4j, read by the importer's own rules for heads, types and quotation marks."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from kg.export.neo4j import files
from kg.graph.iri import BASE_IRI
from kg.model.graph import KnowledgeGraph
from tests.graph import small_graph as small
from tests.graph.small_graph import HOSTILE, small_graph

FIELD = re.compile(
    r"(?P<name>[a-z_0-9]*):?(?P<type>(?:ID|LABEL|START_ID|END_ID|TYPE|int|long|double|string)?)(?P<many>\[\])?"
)
READ = {"int": int, "long": int, "double": float}
WRITTEN = files(small_graph(), base_iri=BASE_IRI)
NODES = [
    name
    for name in WRITTEN
    if name.endswith(("entities.csv", "facts.csv", "figures.csv", "identities.csv", "reports.csv"))
]
RELATIONSHIPS = ["neo4j_relationships.csv", "neo4j_evidence.csv"]


def records(content: bytes) -> list[dict[str, Any]]:
    """The rows as the importer would take them: absent where empty, typed, lists parted by `;`."""
    assert not content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
    fields = [FIELD.fullmatch(name) for name in head]
    assert all(fields), head
    found = []
    for row in rows:
        assert len(row) == len(head)
        record: dict[str, Any] = {}
        for field, cell in zip(fields, row, strict=True):
            assert field
            name = field["name"] if field["type"] in ("", "int", "long", "double", "string") else ":" + field["type"]
            make = READ.get(field["type"], str)
            if cell:
                many = field["many"] or field["type"] == "LABEL"
                record[name] = [make(part) for part in cell.split(";")] if many else make(cell)
        found.append(record)
    return found


def everything(kinds: list[str]) -> list[dict[str, Any]]:
    return [record for name in kinds for record in records(WRITTEN[name])]


def test_every_node_has_an_id_of_its_own_and_a_label() -> None:
    nodes = everything(NODES)
    graph = small_graph()
    keys = [node[":ID"] for node in nodes]
    assert len(set(keys)) == len(keys)
    assert set(keys) == {
        *(e.key for e in graph.entities), *(s.key for s in graph.statements), *(f.key for f in graph.figures),
        *(i.key for i in graph.identities), *graph.documents,
    }  # fmt: skip
    by_key = {node[":ID"]: node for node in nodes}
    assert by_key[small.ZFXX][":LABEL"] == ["Entity", "School"]
    assert by_key[small.FURONG]["aliases"] == ["县芙蓉学校", "芙蓉学校"]
    assert by_key["fact/project-zijing-planned"]["year"] == 2024
    assert by_key["fact/project-zijing-planned"]["area"] == 25600.5
    assert by_key[small.DOC_A]["review_years"] == [2023]


def test_every_relationship_has_a_type_and_leads_from_a_node_to_a_node() -> None:
    keys = {node[":ID"] for node in everything(NODES)}
    told = everything(RELATIONSHIPS)
    assert told and all({r[":START_ID"], r[":END_ID"]} <= keys for r in told)
    assert all(re.fullmatch("[A-Z_]+", r[":TYPE"]) for r in told)


def test_a_fact_is_a_relationship_with_its_year_and_a_node_with_its_quote() -> None:
    told = records(WRITTEN["neo4j_relationships.csv"])
    (award,) = [r for r in told if r.get("fact") == "fact/award-furong"]
    assert award == {
        ":START_ID": small.QINGLIAN, ":END_ID": small.FURONG, ":TYPE": "AWARD", "year": 2023, "status": "completed",
        "fact": "fact/award-furong",
    }  # fmt: skip
    ends = {(r[":TYPE"], r[":END_ID"]) for r in told if r[":START_ID"] == "fact/program-ql-none"}
    assert ends == {("HAS_PROGRAM", small.QINGLAN)}, "a fact about one thing only is kept, too"
    said = records(WRITTEN["neo4j_evidence.csv"])
    assert [(r[":START_ID"], r[":END_ID"], r["start"], r["end"], r["quote"], r["confidence"]) for r in said] == [
        (thing.key, e.document, e.start, e.end, e.quote.replace("\0", ""), e.confidence)
        for thing in (*small_graph().statements, *small_graph().figures)
        for e in thing.evidence
    ]


def test_figures_are_bound_to_places_schools_and_wholes() -> None:
    told = {(r[":START_ID"], r[":TYPE"], r[":END_ID"]) for r in records(WRITTEN["neo4j_relationships.csv"])}
    assert {
        ("figure/public", "PART_OF", "figure/schools"), ("figure/public", "IN_REGION", small.ZF),
        ("identity/fall", "DERIVED", "figure/fall"), ("identity/fall", "GIVEN", "figure/autumn"),
        ("figure/pupils", "ABOUT", small.KYJ), (small.ZFXX, "IN_REGION", small.ZF),
    } <= told  # fmt: skip


def test_hostile_names_survive() -> None:
    names = {node.get("name") for node in records(WRITTEN["neo4j_entities.csv"])}
    assert {name.replace("\0", "") for name in HOSTILE} <= names


def test_the_command_names_every_file() -> None:
    command = WRITTEN["neo4j_import.txt"].decode()
    assert re.findall(r"--nodes=(\S+)", command) == NODES
    assert re.findall(r"--relationships=(\S+)", command) == RELATIONSHIPS


@pytest.mark.parametrize("name", NODES + RELATIONSHIPS)
def test_an_empty_graph_has_heads_only(name: str) -> None:
    assert records(files(KnowledgeGraph((), (), {}), base_iri=BASE_IRI)[name]) == []

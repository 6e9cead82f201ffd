"""From every statement and figure SPARQL reaches the report, the place, the words, the rule and the run; and the words
stand at their place in the raw file, decoded as the graph says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

import kg
from kg.graph.store import open_graph
from kg.graph.vocabulary import CLASS_OF_FACT, PREFIXES, term
from tests.conftest import REPORT

NAMES = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
KINDS = " ".join([*CLASS_OF_FACT.values(), "ek:Figure"])
PROVENANCE = f"""{NAMES}
SELECT ?said ?evidence ?report ?file ?digest ?encoding ?start ?end ?quote ?rule ?run ?version {{
    ?said a ?kind ; ek:hasEvidence ?evidence . VALUES ?kind {{ {KINDS} }}
    ?evidence oa:hasBody ?said ; ek:rule ?rule ; prov:wasGeneratedBy ?run ;
        oa:hasTarget/oa:hasSource ?report ; oa:hasTarget/oa:hasSelector/oa:start ?start ;
        oa:hasTarget/oa:hasSelector/oa:end ?end ; oa:hasTarget/oa:hasSelector/oa:exact ?quote .
    ?report ek:fileName ?file ; dct:identifier ?digest ; ek:encoding ?encoding .
    ?run prov:used ?report ; ek:version ?version }}"""
"""One line for each evidence of each statement and figure."""


def rows(store: Store, query: str = PROVENANCE) -> list[dict[str, str]]:
    answer = store.query(query)
    names = [variable.value for variable in answer.variables]  # type: ignore[union-attr]
    return [{name: row[name].value for name in names} for row in answer]  # type: ignore[union-attr]


def misplaced(store: Store, folder: Path) -> Iterator[str]:
    """Every evidence whose words are not at their place in the raw file of the folder."""
    texts: dict[tuple[str, str], str] = {}
    for row in rows(store):
        key = row["file"], row["encoding"]
        if key not in texts:
            raw = (folder / row["file"]).read_bytes()
            assert row["digest"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
            texts[key] = raw.decode(row["encoding"])
        if texts[key][int(row["start"]) : int(row["end"])] != row["quote"]:
            yield f"{row['evidence']}: {row['quote']}"


@pytest.fixture(scope="module")
def exported(root: Path) -> Store:
    return open_graph(root / "exports" / "graph.ttl")


def test_every_statement_and_figure_reaches_its_report_its_words_its_rule_and_its_run(exported: Store) -> None:
    every = rows(exported, f"{NAMES} SELECT ?said {{ ?said a ?kind . VALUES ?kind {{ {KINDS} }} }}")
    reached = rows(exported)
    assert len(every) > 500
    assert {row["said"] for row in reached} == {row["said"] for row in every}
    assert any("/figure/" in row["said"] for row in reached)
    assert all(row["rule"] and row["version"] and row["quote"] for row in reached)


def test_every_evidence_is_reached_once(exported: Store) -> None:
    every = rows(exported, f"{NAMES} SELECT ?evidence {{ ?evidence a ek:Evidence }}")
    assert sorted(row["evidence"] for row in rows(exported)) == sorted(row["evidence"] for row in every)


def test_every_quote_of_the_exported_graph_stands_at_its_place_in_the_raw_seed(exported: Store, seeds: Path) -> None:
    assert {row["file"] for row in rows(exported)} == {path.name for path in seeds.glob("*.txt")}
    assert list(misplaced(exported, seeds)) == []


def test_a_place_that_is_off_by_one_is_found(root: Path, seeds: Path) -> None:
    store = open_graph(root / "exports" / "graph.ttl")
    moved = next(quad for quad in store.quads_for_pattern(None, term("oa:start"), None, None))
    assert isinstance(moved.subject, NamedNode) and isinstance(moved.object, Literal)
    store.remove(moved)
    store.add(Quad(moved.subject, moved.predicate, Literal(int(moved.object.value) + 1)))
    assert list(misplaced(store, seeds))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_places_count_characters_of_the_file_as_the_graph_says_to_decode_it(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(("\r\n" + REPORT.replace("\n", "\r\n")).encode(encoding))
    store = kg.build(tmp_path / "a.txt", jobs=1).store
    assert len(rows(store)) > 3
    assert list(misplaced(store, tmp_path)) == []

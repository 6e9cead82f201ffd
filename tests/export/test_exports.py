"""The folder that a build leaves."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import KgError, UsageError
from kg.export import write_exports
from kg.export.report import report_json
from kg.graph.rdf import to_triples
from kg.model.graph import KnowledgeGraph, RunReport
from tests.conftest import ROOT
from tests.graph.small_graph import BASE, small_graph, small_report

NAMES = ["graph.ttl", "graph.html", "entities.csv", "facts.csv", "figures.csv", "documents.csv"]
NAMES += ["identity.jsonl", "report.json"]


def test_a_build_leaves_eight_files(tmp_path: Path) -> None:
    written = write_exports(small_graph(), small_report(), tmp_path / "out", base_iri=BASE)
    assert [path.name for path in written] == NAMES
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(NAMES)
    read = pyoxigraph.parse(path=str(tmp_path / "out" / "graph.ttl"))
    assert {quad.triple for quad in read} == set(to_triples(small_graph()))


def test_two_builds_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from kg.export import write_exports
from tests.graph.small_graph import BASE, small_graph, small_report
write_exports(small_graph(), small_report(), Path(sys.argv[1]), base_iri=BASE)
"""
    digests = []
    for seed in ("0", "1"):
        folder = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", code, str(folder)], check=True, cwd=ROOT, env=environment)
        digests.append([hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in NAMES])
    assert digests[0] == digests[1]


def test_an_empty_graph_has_files_too(tmp_path: Path) -> None:
    empty = KnowledgeGraph((), (), {}), RunReport((), (), (), {}, {})
    assert len(write_exports(*empty, tmp_path, base_iri=BASE)) == 8


def test_a_wrong_base_leaves_the_folder_alone(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        write_exports(small_graph(), small_report(), tmp_path / "out", base_iri="nonsense")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(KgError, match="out"):
        write_exports(small_graph(), small_report(), tmp_path / "out", base_iri=BASE)


def test_the_report_is_sorted_and_names_no_folder_of_the_machine() -> None:
    text = report_json(small_report()).decode()
    whole = json.loads(text)
    assert text == json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert [document["path"] for document in whole["documents"]] == ["seeds/a.txt", "b.txt", "c.txt"]
    assert whole["failures"] == [{"path": "bad.txt", "stage": "read", "problem": "文件是空的 / the file is empty"}]
    assert whole["counts"] == {"entities": {"School": 5}}
    assert "/home/" not in text and "/srv/" not in text

"""`kg lineage`: who copied from whom, in a terminal, a file and a program."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.export.findings.lineage import lineage_shown
from kg.graph.rdf import to_turtle
from kg.model.graph import KnowledgeGraph
from kg.policy.lineage import lineage, originals
from tests.conftest import Run
from tests.graph import small_graph as small
from tests.graph.small_graph import small_graph


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    path.write_bytes(to_turtle(small_graph()).encode())
    return path


def test_both_quotes_stand_side_by_side(file: Path, kg: Run) -> None:
    done = kg("lineage", "--graph", file)
    assert done.returncode == 0, done.stderr
    row = next(line for line in done.stdout.splitlines() if "共有学校47所" in line)
    assert row.index("a.txt") < row.index("c.txt") and "80%" in row and "year" in row
    assert "3 of 3 reports share 2 passages" in done.stdout


def test_programs_get_every_place(file: Path, kg: Run, tmp_path: Path) -> None:
    record = json.loads(kg("lineage", "--graph", file, "--json").stdout)
    assert [row["from_start"] for row in record["lineage"]] == [7000, 200]
    (row, _) = list(csv.reader(io.StringIO(kg("lineage", "--graph", file, "--format", "csv").stdout)))[1:]
    assert "五育並舉\\" in row
    assert kg("lineage", "--graph", file, "-o", tmp_path / "x.html").returncode == 0
    assert "共有学校47所" in (tmp_path / "x.html").read_text("utf-8")


def test_a_graph_without_shared_text_says_so() -> None:
    nothing = KnowledgeGraph((), (), {})
    assert "0 passages" in lineage_shown(lineage(nothing), nothing, width=80)


@pytest.mark.parametrize("width", [60, 200])
def test_no_quote_is_cut(width: int) -> None:
    graph = small_graph()
    shown = "".join(lineage_shown(lineage(graph), graph, width=width).split())
    assert "共有学校47所" in shown and "五育並舉" in shown


def test_a_report_of_another_year_or_place_is_a_source_of_its_own() -> None:
    graph = small_graph()
    assert originals(graph) == {}  # the two reports that share all are of two regions
    same = {small.DOC_A: graph.documents[small.DOC_A], small.DOC_B: graph.documents[small.DOC_A]}
    assert originals(KnowledgeGraph((), (), same, shared_texts=graph.shared_texts[1:])) == {
        max(same): min(same),
    }

"""`kg communities`: what a terminal and a file get, equal to what Python gets."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import kg as package
from kg.graph.rdf import to_turtle
from tests.conftest import Run
from tests.graph.small_graph import small_graph


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    path.write_bytes(to_turtle(small_graph()).encode())
    return path


def test_a_community_is_told_with_its_size_and_bridges(file: Path, kg: Run) -> None:
    done = kg("communities", "--graph", file)
    assert done.returncode == 0, done.stderr
    assert "nothing is inferred" in done.stdout and "communities" in done.stdout
    assert "中方县" in done.stdout


def test_csv_json_and_python_have_the_same_rows(file: Path, kg: Run) -> None:
    told = json.loads(kg("communities", "--graph", file, "--json").stdout)["communities"]
    lines = list(csv.reader(io.StringIO(kg("communities", "--graph", file, "--format", "csv").stdout.lstrip("\ufeff"))))
    assert len(lines) - 1 == len(told) == len(package.load(file).communities()) == len(small_graph().entities)
    assert {one["role"] for one in told} <= {"hub", "bridge", "member", "alone"}

"""`kg reach` and `kg ladder`: what a terminal, a file and a program get; equal from Turtle and from a build."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import kg as package
from kg.graph.rdf import to_turtle
from kg.model.graph import KnowledgeGraph
from kg.policy.ladder import ladders, titles
from kg.policy.reach import reach
from tests.conftest import Run


@pytest.fixture(scope="module")
def file(reports: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    path.write_bytes(to_turtle(reports).encode())
    return path


def test_a_paper_is_shown_with_its_regions_denominator_and_words(file: Path, kg: Run) -> None:
    done = kg("reach", "減輕義務教育", "--graph", file)
    assert done.returncode == 0, done.stderr
    assert "（国家级，2021）4/6 个地区" in done.stdout and "silence is not absence" in done.stdout
    assert "游仙区（2022、2024）" in done.stdout and "huoshan-2021.txt:" in done.stdout


def test_an_unknown_paper_is_one_line_with_near_titles(file: Path, kg: Run) -> None:
    done = kg("reach", "强师计划实施意见", "--graph", file)
    assert done.returncode == 2 and "强师计划" in done.stderr and "Traceback" not in done.stderr


def test_csv_json_and_python_have_the_same_rows(file: Path, kg: Run) -> None:
    done = kg("reach", "--graph", file, "--format", "csv")
    lines = list(csv.reader(io.StringIO(done.stdout.lstrip("\ufeff"))))
    told = json.loads(kg("reach", "--graph", file, "--json").stdout)["reach"]
    assert len(lines) - 1 == len(told) == len(package.load(file).reach())


def test_a_ladder_is_shown_level_by_level_of_the_regions_asked_for(file: Path, kg: Run) -> None:
    done = kg("ladder", "--graph", file, "--region", "招远市")
    assert done.returncode == 0, done.stderr
    assert (
        "县级 2021 → 市级 2022 → 省级 2023 → 国家级 2024（计划）" in done.stdout and "霍山县云岫小学" not in done.stdout
    )
    done = kg("ladder", "--titles", "--region", "霍山县", "--graph", file)
    assert "文明校园" in done.stdout and "招远" not in done.stdout
    done = kg("ladder", "--titles", "--graph", file, "--format", "csv")
    assert done.stdout.lstrip("\ufeff").startswith("地区 region")


@pytest.mark.parametrize("name", ["a.xlsx", "a.html", "a.json"])
def test_files_are_written_in_the_form_of_their_name(name: str, file: Path, kg: Run, tmp_path: Path) -> None:
    for command in ("reach", "ladder"):
        assert kg(command, "--graph", file, "-o", tmp_path / name).returncode == 0
        assert (tmp_path / name).stat().st_size > 500


def test_results_from_turtle_are_those_of_a_build(file: Path, reports: KnowledgeGraph) -> None:
    read = package.load(file).values
    assert reach(read) == reach(reports)
    assert ladders(read) == ladders(reports) and titles(read) == titles(reports)
    assert len(package.load(file).communities()) == len(reports.entities)

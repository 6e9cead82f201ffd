"""`kg query` asks the finished graph."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import click
import pytest

from kg.cli import kg as kg_group
from kg.export.answers import FORMATS
from kg.graph.questions import list_queries
from tests.conftest import Run

SCHOOLS = "SELECT (COUNT(?s) AS ?schools) { ?s a ek:School }"


@pytest.fixture(scope="session")
def graph(seeds_build) -> Path:  # type: ignore[no-untyped-def]
    return seeds_build[0] / "graph.ttl"


def test_the_list_names_every_question_with_its_words(kg: Run) -> None:
    lines = kg("query", "--list").stdout.splitlines()
    told = [line for line in lines if not line.startswith(" ")]
    assert len(told) == len(list_queries()) >= 25
    for line, shipped in zip(told, list_queries(), strict=True):
        assert line.startswith(shipped.name)
        assert shipped.question_zh in line and shipped.question_en in line
    assert "--set year=2023  年份 / year" in "\n".join(lines)


def test_a_parameter_is_set_and_a_wrong_one_is_told(kg: Run, graph: Path) -> None:
    ask = ("query", "programs-of-region", "--graph", graph, "--format", "csv")
    everything, some = kg(*ask).stdout, kg(*ask, "--set", "year=2022").stdout
    assert 1 < len(some.splitlines()) <= len(everything.splitlines())
    done = kg(*ask, "--set", "year")
    assert done.returncode == 2 and "NAME=VALUE" in done.stderr
    done = kg(*ask, "--set", "colour=red")
    assert done.returncode == 2 and "it has: region_name, year" in done.stderr


def test_a_parameter_is_set_once(kg: Run, graph: Path) -> None:
    done = kg("query", "programs-of-region", "--graph", graph, "--set", "year=2022", "--set", "year=2023")
    assert done.returncode == 2 and "only once" in done.stderr and done.stdout == ""


def test_an_answer_without_rows_says_why_beside_the_data(kg: Run, graph: Path) -> None:
    done = kg("query", "programs-of-region", "--graph", graph, "--format", "csv", "--set", "region_name=南区")
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 1
    assert "names like it: 柳南区" in done.stderr


def test_a_file_that_is_not_there_is_told_with_the_list(kg: Run, graph: Path) -> None:
    done = kg("query", "nosuch.rq", "--graph", graph)
    assert done.returncode == 2 and "kg query --list" in done.stderr


def test_a_question_that_comes_along_is_asked_by_name(kg: Run, graph: Path) -> None:
    done = kg("query", list_queries()[0].name, "--graph", graph, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_a_question_of_ones_own_is_asked_from_a_file_or_as_text(kg: Run, graph: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.rq"
    own.write_text(SCHOOLS, "utf-8")
    from_file = kg("query", own, "--graph", graph, "--format", "csv")
    from_text = kg("query", "--text", SCHOOLS, "--graph", graph, "--format", "csv")
    assert from_file.stdout == from_text.stdout
    rows = list(csv.reader(io.StringIO(from_text.stdout.lstrip("\ufeff"))))
    assert rows[0] == ["schools"]
    assert int(rows[1][0]) > 20


def test_the_table_is_for_people(kg: Run, graph: Path) -> None:
    done = kg("query", "--text", SCHOOLS, "--graph", graph)
    assert "schools" in done.stdout
    assert done.stderr == ""


def test_the_formats_of_the_command_are_those_there_are() -> None:
    (option,) = [p for p in kg_group.commands["query"].params if p.name == "form"]
    assert isinstance(option.type, click.Choice)
    assert tuple(option.type.choices) == FORMATS

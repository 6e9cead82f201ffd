"""`kg promises` and `Graph.promises`: the ledger in every form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg
from kg.cli import kg as command
from kg.cli.promises import OUTCOMES
from kg.export.tables.promises import GROUND_WORDS, OUTCOME_WORDS
from kg.policy.answers import SURE, Ground
from kg.policy.promises import Outcome
from tests.conftest import ROOT

EXPORTS = str(ROOT / "exports")


def run(*arguments: str) -> str:
    result = CliRunner().invoke(command, ["promises", "--graph", EXPORTS, *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_every_outcome_and_ground_has_words() -> None:
    assert set(OUTCOMES) == set(Outcome) == set(OUTCOME_WORDS)
    assert set(Ground) == set(GROUND_WORDS) == set(SURE)


def test_the_terminal_tells_how_many_before_each_item() -> None:
    head, _, items = run("--region", "赣县区").partition("\n\n")
    assert "项有后续报告" in head and "赣县区 2019" in head
    assert "计划：" in items and "no-later-report" in items


def test_json_holds_all_tables() -> None:
    told = json.loads(run("--json"))
    assert {"summary", "promises", "held"} <= told.keys()
    assert sum(row["promises"] for row in told["summary"]) == len(told["promises"])


def test_outcome_and_year_choose() -> None:
    told = json.loads(run("--json", "--outcome", "no-later-report", "--year", "2019"))
    assert {(row["outcome"], row["year"]) for row in told["promises"]} == {("no-later-report", 2019)}


def test_a_page_is_whole_and_asks_nobody(tmp_path: Path) -> None:
    run("-o", str(tmp_path / "ledger.html"))
    page = (tmp_path / "ledger.html").read_text("utf-8")
    assert "计划原文" in page and "default-src" in page and "<script" not in page


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_files_are_equal_each_time(form: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("-o", str(tmp_path / f"{name}.{form}"))
    assert (tmp_path / f"one.{form}").read_bytes() == (tmp_path / f"two.{form}").read_bytes()


@pytest.mark.parametrize("wrong", [("--region", "虚无县"), ("--year", "明年"), ("--outcome", "broken")])
def test_a_mistake_is_one_line(wrong: tuple[str, str]) -> None:
    assert CliRunner().invoke(command, ["promises", "--graph", EXPORTS, *wrong]).exit_code == 2


def test_python_gives_the_same_rows() -> None:
    rows = kg.load(EXPORTS).promises(regions=["赣县区"])
    assert len(rows) == len(json.loads(run("--json", "--region", "赣县区"))["promises"])

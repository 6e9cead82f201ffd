"""Quality has floors: they rise by commit and fall only by name (floors.json).

The eight hold-out documents of the large gold are never opened here: only `seeds` of it is scored.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text("utf-8"))


def measured(kg: Run, *arguments: object) -> Any:
    done = kg("evaluate", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def own(kg: Run) -> Any:
    return measured(kg, HERE / "gold")


@pytest.fixture(scope="session")
def seeds_score(kg: Run, gold: Path, seeds: Path) -> Any:
    return measured(kg, gold / "seeds", seeds, "--links", gold / "links.json")


@pytest.mark.parametrize("part", ["entities", "facts"])
def test_the_small_gold_of_invented_reports_keeps_its_floor(part: str, own: Any) -> None:
    assert own["documents"] == 3
    assert own[part]["ALL"]["f1"] >= FLOORS["own"][part]


@pytest.mark.parametrize("part", ["entities", "facts"])
def test_the_gold_of_the_seeds_keeps_its_floor(part: str, seeds_score: Any) -> None:
    assert seeds_score["documents"] == 3
    assert seeds_score[part]["ALL"]["f1"] >= FLOORS["seeds"][part]


@pytest.mark.parametrize("table", ["shipped", "unseen"])
def test_what_the_seeds_facts_are_sure_of_is_right(table: str, seeds_score: Any) -> None:
    """Of the facts with a confidence of 0.9 or more the floor's share is right, and they are not few."""
    bins = seeds_score["calibration"][table]
    surest, floor = bins[-1], FLOORS["calibration"]
    assert surest["from"] == 0.9
    assert surest["share"] >= floor["right"]
    if table == "shipped":
        assert surest["n"] >= floor["sure"] * sum(b["n"] for b in bins)
        assert sum(b["n"] > 0 for b in bins) >= 3, "confidences that are all alike tell nothing"


def test_the_report_lists_every_mistake_and_every_rule(own: Any) -> None:
    counted = [n for sorts in own["errors"]["counts"].values() for kinds in sorts.values() for n in kinds.values()]
    assert sum(counted) == len(own["errors"]["list"])
    facts = [rule for rule in own["rules"] if rule["part"] == "facts"]
    assert sum(rule["right"] + rule["wrong"] for rule in facts) == sum(b["n"] for b in own["calibration"]["shipped"])
    assert all(rule["harmful"] == (rule["wrong"] > rule["right"]) for rule in own["rules"])


def test_the_precision_of_the_rules_is_written_where_it_is_asked_for(kg: Run, tmp_path: Path) -> None:
    path = tmp_path / "precision.toml"
    assert kg("evaluate", HERE / "gold", "--write-precision", path).returncode == 0
    first = path.read_bytes()
    assert b"[fact.award]" in first and b"3 reports" in first
    assert kg("evaluate", HERE / "gold", "--write-precision", path).returncode == 0
    assert path.read_bytes() == first


def test_every_quote_stands_exactly_where_it_is_said_to(own: Any) -> None:
    assert own["evidence"]["exact"] == own["evidence"]["of"] > 50


def test_every_quote_of_the_seeds_stands_exactly_where_it_is_said_to(seeds_score: Any) -> None:
    assert seeds_score["evidence"]["exact"] == seeds_score["evidence"]["of"] > 400


def test_the_numbers_are_those_of_the_reference_scorer_over_what_extract_prints(
    kg: Run, gold: Path, seeds: Path, seeds_score: Any, tmp_path: Path
) -> None:
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(kg("extract", *sorted(seeds.glob("*.txt"))).stdout, "utf-8")
    command = [sys.executable, gold / "score.py", gold / "seeds", predicted, "--links", gold / "links.json", "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout)
    assert {key: seeds_score[key] for key in reference} == reference


def test_the_table_says_what_the_json_says(kg: Run, own: Any) -> None:
    done = kg("evaluate", HERE / "gold", "--rules", "--errors")
    assert done.returncode == 0
    (line,) = [line for line in done.stdout.splitlines() if line.split()[:1] == ["ALL"]][:1]
    assert line.split()[1:] == [f"{own['entities']['ALL'][key]:.3f}" for key in ("p", "r", "f1")] + [
        str(own["entities"]["ALL"]["n"])
    ]
    missed = sum(line.split("\t")[1] == "missed" for line in done.stderr.splitlines())
    assert all(line.count("\t") == 4 for line in done.stderr.splitlines()), "each line ends with the sort of mistake"
    asked = own["entities"]["ALL"], own["facts"]["ALL"]
    assert missed == sum(round(row["n"] * (1 - row["r"])) for row in asked)
    assert "precision" in done.stdout


def test_a_document_left_out_is_not_opened(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "plain-report.json").write_bytes((HERE / "gold" / "plain-report.json").read_bytes())
    (tmp_path / "secret.json").write_text("not to be opened")
    done = kg("evaluate", tmp_path, HERE / "gold", "--leave-out", "secret", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["documents"] == 1
    assert kg("evaluate", tmp_path, HERE / "gold").returncode == 2


def test_a_gold_file_without_its_text_is_told(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "plain-report.json").write_bytes((HERE / "gold" / "plain-report.json").read_bytes())
    done = kg("evaluate", tmp_path, cwd=tmp_path)
    assert done.returncode == 3
    assert "no prediction for: plain-report" in done.stdout


def test_floors_name_only_what_is_measured() -> None:
    assert {key: set(floors) for key, floors in FLOORS.items()} == {
        "own": {"entities", "facts"}, "seeds": {"entities", "facts"}, "calibration": {"right", "sure"},
    }  # fmt: skip

"""Two builds of the same input give the same bytes, whatever the order, the hash seed or the number of processes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from kg.pipeline.report import LIBRARIES
from tests.conftest import Run

TABLES = ["entities.csv", "facts.csv", "figures.csv", "documents.csv"]
OF_LIBRARIES = ["graph.html", "entities.csv"]
"""What igraph has a part in: places of nodes, and communities."""
NAMES = ["graph.ttl", "graph.html", *TABLES, "identity.jsonl", "report.json"]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="session")
def reference(seeds_build: tuple[Path, subprocess.CompletedProcess[str]]) -> dict[str, bytes]:
    files = contents(seeds_build[0])
    assert sorted(files) == sorted(NAMES)
    return files


@pytest.mark.parametrize("hash_seed", ["0", "1", "2"])
def test_the_hash_seed_changes_no_byte(hash_seed: str, kg: Run, tmp_path: Path, reference: dict[str, bytes]) -> None:
    done = kg("build", "seeds", "-o", tmp_path, env={"PYTHONHASHSEED": hash_seed})
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path) == reference


def test_the_order_of_files_and_the_number_of_processes_change_no_byte(
    kg: Run, seeds: Path, tmp_path: Path, reference: dict[str, bytes]
) -> None:
    backwards = [f"seeds/{path.name}" for path in sorted(seeds.glob("*.txt"), reverse=True)]
    done = kg("build", *backwards, "-o", tmp_path, "--jobs", 2)
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path) == reference


def test_the_place_that_it_is_written_to_changes_no_byte(kg: Run, tmp_path: Path, reference: dict[str, bytes]) -> None:
    done = kg("build", "-o", tmp_path / "a" / "b")
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "a" / "b") == reference


class TestExports:
    """`exports/` is what `kg build seeds` writes today."""

    @pytest.mark.parametrize("name", ["graph.ttl", "facts.csv", "figures.csv", "documents.csv", "identity.jsonl"])
    def test_the_data_is_a_fresh_build(self, name: str, root: Path, reference: dict[str, bytes]) -> None:
        assert (root / "exports" / name).read_bytes() == reference[name], "run: kg build seeds"

    def test_the_report_is_a_fresh_build_but_for_the_versions_of_libraries(
        self, root: Path, reference: dict[str, bytes]
    ) -> None:
        committed = json.loads((root / "exports" / "report.json").read_bytes())
        fresh = json.loads(reference["report.json"])
        libraries = committed.pop("versions"), fresh.pop("versions")
        assert committed == fresh, "run: kg build seeds"
        assert libraries[0]["knowledge"] == libraries[1]["knowledge"]

    @pytest.mark.parametrize("name", OF_LIBRARIES)
    def test_what_libraries_shape_is_a_fresh_build(self, name: str, root: Path, reference: dict[str, bytes]) -> None:
        committed = json.loads((root / "exports" / "report.json").read_bytes())["versions"]
        fresh = json.loads(reference["report.json"])["versions"]
        if any(committed[library] != fresh[library] for library in LIBRARIES):
            pytest.skip(
                "made with other versions of igraph or pyvis, which place and draw the nodes and find communities"
            )
        assert (root / "exports" / name).read_bytes() == reference[name], "run: kg build seeds"

    def test_there_is_nothing_else(self, root: Path) -> None:
        assert sorted(path.name for path in (root / "exports").iterdir()) == sorted(NAMES)

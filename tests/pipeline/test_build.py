"""All documents: the same files give the same value, and nothing that went in is lost from the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import build
from kg.pipeline.inputs import first_of_each, name_of
from kg.pipeline.report import LIBRARIES
from tests.conftest import REPORT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports, a copy of one of them, and a file that is no text; the current folder is above them."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b.txt").write_text(REPORT, "utf-8")
    (folder / "a.txt").write_text(REPORT.replace("2022", "2021"), "utf-8")
    (folder / "copy of b.txt").write_text(REPORT, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


def test_every_file_has_its_line_in_the_report(folder: Path) -> None:
    _, report = build([Path("in")])
    assert [d["path"] for d in report.documents] == ["in/a.txt", "in/b.txt"]
    told = {f.path for f in report.failures} | {f.path for f in report.skipped}
    assert told == {"in/copy of b.txt", "in/empty.txt"}


def test_a_copy_is_read_once_and_named_with_its_original(folder: Path) -> None:
    _, report = build([Path("in")])
    (copy,) = [f for f in report.skipped if f.path == "in/copy of b.txt"]
    assert "in/b.txt" in copy.problem


def test_a_copy_changes_nothing_of_the_graph(folder: Path) -> None:
    with_copy, _ = build([Path("in")])
    (folder / "copy of b.txt").unlink()
    assert build([Path("in")])[0] == with_copy


def test_the_order_of_the_paths_changes_nothing(folder: Path) -> None:
    a, b = folder / "a.txt", folder / "b.txt"
    assert build([a, b]) == build([b, a])


def test_the_number_of_processes_changes_nothing(folder: Path) -> None:
    assert build([folder], jobs=2) == build([folder], jobs=1)


def test_a_path_given_twice_is_one_path(folder: Path) -> None:
    assert build([folder, folder / "a.txt"]) == build([folder])


def test_a_document_has_all_that_the_report_promises(folder: Path) -> None:
    _, report = build([folder / "b.txt"])
    (document,) = report.documents
    assert document["encoding"] == "utf-8"
    assert len(str(document["sha256"])) == 64
    assert document["region"] == "云和县"
    assert document["review_years"] == [2022]
    assert isinstance(document["repairs"], dict)
    assert document["entities"] and document["facts"]


def test_counts_are_those_of_the_graph(folder: Path) -> None:
    graph, report = build([folder])
    assert sum(report.counts["entities"].values()) == len(graph.entities) > 0
    assert sum(report.counts["facts"].values()) == len(graph.statements) > 0


def test_versions_name_what_can_change_a_byte(folder: Path) -> None:
    _, report = build([folder])
    assert set(report.versions) == {"cn-edu-kg", "knowledge", *LIBRARIES}
    assert "unknown" not in report.versions.values()


def test_an_unreadable_file_that_the_user_named_is_a_failure_one_met_on_the_way_is_skipped(folder: Path) -> None:
    (folder / "photo.png").write_bytes(b"\x89PNG")
    named = build([folder / "b.txt", folder / "photo.png"])[1]
    met = build([folder])[1]
    assert [f.path for f in named.failures] == ["in/photo.png"]
    assert "in/photo.png" in {f.path for f in met.skipped}


def test_names_are_the_users_own_below_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert name_of(Path("a/b.txt")) == "a/b.txt"
    assert name_of(tmp_path / "a" / "b.txt") == "a/b.txt"
    assert name_of(Path("/elsewhere/b.txt")) == "/elsewhere/b.txt"


def test_the_first_of_equal_files_is_the_first_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [Path(name) for name in ("c", "a", "b")]
    for path in paths:
        path.write_text("x")
    first, copies = first_of_each(paths)
    assert first == (Path("a"),)
    assert [copy.path for copy in copies] == ["b", "c"]

"""Many files, in one process or several: the same outcomes in the same order, and one bad file costs one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError, UsageError
from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Failure
from kg.pipeline import read_many, workers
from tests.pipeline import killing


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Five short reports, not in the order of their names."""
    paths = [tmp_path / f"{name}.txt" for name in "dbeac"]
    for number, path in enumerate(paths):
        path.write_text(f"云和县教育局202{number}年工作总结\n\n全面落实“双减”政策。\n", "utf-8")
    return paths


def test_several_processes_give_what_one_gives_in_the_order_of_the_files(
    files: list[Path], knowledge: Knowledge
) -> None:
    alone = list(read_many(files, knowledge, jobs=1))
    assert [f.info.source.stem for f in alone if isinstance(f, DocumentFacts)] == ["d", "b", "e", "a", "c"]
    assert list(read_many(files, knowledge, jobs=2)) == alone


def test_progress_counts_every_file(files: list[Path], knowledge: Knowledge) -> None:
    seen: list[tuple[int, int]] = []
    list(read_many(files, knowledge, jobs=1, progress=lambda done, total: seen.append((done, total))))
    assert seen == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_a_file_that_kills_its_worker_costs_that_file_and_no_other(
    files: list[Path], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    poison = files[1].with_name("poison.txt")
    files[1].rename(poison)
    files[1] = poison
    monkeypatch.setattr(workers, "_start", killing.start)
    outcomes = list(read_many(files, knowledge, jobs=2))
    assert [isinstance(outcome, Failure) for outcome in outcomes] == [False, True, False, False, False]
    failure = outcomes[1]
    assert isinstance(failure, Failure)
    assert failure.path.endswith("poison.txt")
    assert failure.stage == "worker"


def test_workers_that_cannot_start_are_no_documents_fault(
    files: list[Path], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_start", killing.never_start)
    with pytest.raises(KgError, match="__main__"):
        list(read_many(files, knowledge, jobs=2))


def test_no_process_is_started_for_little_text(files: list[Path]) -> None:
    assert workers.default_jobs(files) == 1


def test_much_text_is_worth_all_cores_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "BYTES_WORTH_A_WORKER", 10)
    monkeypatch.setattr(workers, "cores", lambda: 4)
    path = tmp_path / "a.txt"
    for size, jobs in ((9, 1), (25, 2), (4000, 4)):
        path.write_bytes(b"x" * size)
        assert workers.default_jobs([path]) == jobs


def test_no_process_at_all_is_wrong_usage(files: list[Path], knowledge: Knowledge) -> None:
    with pytest.raises(UsageError, match="1"):
        list(read_many(files, knowledge, jobs=0))

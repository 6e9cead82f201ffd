"""A store that is damaged, full, or held by another is told in one line, and what it says to do helps."""

from __future__ import annotations

import errno
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.errors import GraphError, KgError
from kg.pipeline import gather
from kg.store import open_collection
from kg.store.engine import ENGINE, write_engine
from tests.store.conftest import read_now, turtle


def damage(store: Path, statement: str) -> None:
    base = sqlite3.connect(store / "reports.sqlite")
    base.execute(statement)
    base.commit()
    base.close()


FLIPPED = "UPDATE {0} SET data = CAST(substr(data, 1, 60) || x'00ff' || substr(data, 63) AS BLOB)"


def test_damaged_facts_are_read_anew(folder: Path, store: Path) -> None:
    clean = turtle(kg.build(folder, store=store, jobs=1))
    damage(store, FLIPPED.format("facts"))
    assert read_now(store, [folder]) == 3
    assert turtle(kg.build(folder, store=store, jobs=1)) == clean


def test_a_damaged_report_is_named_with_the_cure_and_can_be_added_again(folder: Path, store: Path) -> None:
    clean = turtle(kg.build(folder, store=store, jobs=1))
    damage(store, FLIPPED.format("documents") + " WHERE name LIKE '%2022.txt'")
    with pytest.raises(KgError, match=r"the report .*2022\.txt kept here is damaged: add it again with kg add"):
        kg.remove(["2021"], store, jobs=1)
    assert turtle(kg.add(folder, store, jobs=1)) == clean


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def scramble(path: Path) -> None:
    path.write_bytes(b"no database at all" * 500)


@pytest.mark.parametrize("harm", [cut, scramble])
def test_a_damaged_file_is_one_line_with_the_cure(folder: Path, store: Path, harm: Callable[[Path], None]) -> None:
    kg.build(folder, store=store, jobs=1)
    harm(store / "reports.sqlite")
    with pytest.raises(KgError, match=r"reports\.sqlite: .*delete it and run kg build --store again"):
        kg.build(folder, store=store, jobs=1)


def test_a_store_of_another_form_is_left_alone(folder: Path, store: Path) -> None:
    kg.build(folder, store=store, jobs=1)
    damage(store, "PRAGMA user_version=99")
    with pytest.raises(KgError, match="another version of kg"):
        kg.build(folder, store=store, jobs=1)


def lost(place: Path) -> None:
    for path in place.iterdir():
        path.unlink()


def shortened(place: Path) -> None:
    for path in place.glob("*.sst"):
        path.write_bytes(path.read_bytes()[:500])


def flipped(place: Path) -> None:
    for path in place.glob("*.sst"):
        data = bytearray(path.read_bytes())
        data[10:20] = bytes(byte ^ 255 for byte in data[10:20])
        path.write_bytes(data)


def wrong_pointer(place: Path) -> None:
    (place / "CURRENT").write_text("junk\n", "ascii")


@pytest.mark.parametrize("harm", [lost, shortened, flipped, wrong_pointer])
def test_a_damaged_database_is_one_line_with_the_cure_and_the_cure_helps(
    folder: Path, store: Path, harm: Callable[[Path], None]
) -> None:
    built = kg.build(folder, store=store, jobs=1)
    built.save(folder.parent / "out")
    harm(store / ENGINE)
    with pytest.raises(GraphError, match="the database is damaged, run kg build --store again"):
        kg.load(store)
    built.save(folder.parent / "out")
    assert turtle(kg.load(store)) == turtle(built)


def test_a_database_that_cannot_be_written_leaves_nothing_half(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(place: Path, turtle: bytes) -> None:
        place.mkdir()
        raise OSError(errno.ENOSPC, "No space left on device")

    built = kg.build(folder, store=store, jobs=1)
    monkeypatch.setattr("kg.store.engine._fill", full)
    with pytest.raises(KgError, match="the database cannot be written: No space left on device"):
        built.save(folder.parent / "out")
    assert not list(store.glob(f"{ENGINE}*"))


def test_a_full_disk_leaves_the_reports_as_they_were(folder: Path, store: Path) -> None:
    kg.build(folder / "2021.txt", store=store, jobs=1)
    with open_collection(store) as collection:
        collection.documents._base.execute("PRAGMA max_page_count = 1")
        (folder / "large.txt").write_bytes(random.Random(1).randbytes(200_000))
        with pytest.raises(KgError, match="the disk is full: free some space and try again"):
            collection.add(gather([folder / "2022.txt", folder / "large.txt"]))
        assert [Path(report.name).name for report in collection.documents.all()] == ["2021.txt"]


def test_a_store_that_another_process_writes_is_told_and_not_called_damaged(folder: Path, store: Path) -> None:
    kg.build(folder / "2021.txt", store=store, jobs=1)
    other = sqlite3.connect(store / "reports.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_collection(store) as collection:
        collection.documents._base.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(KgError, match="another process is using it: try again when it has ended"):
            collection.add(gather([folder]))
    other.execute("ROLLBACK")
    other.close()
    assert len(kg.add(folder, store, jobs=1).values.documents) == 3


def test_a_database_that_was_left_half_made_is_made_again(folder: Path, store: Path) -> None:
    kg.build(folder, store=store, jobs=1).save(folder.parent / "out")
    written = (folder.parent / "out" / "graph.ttl").read_bytes()
    (store / ENGINE).rename(store / f"{ENGINE}.old")
    (store / f"{ENGINE}.new").mkdir()
    assert write_engine(store, written)
    assert sorted(path.name for path in store.iterdir() if path.is_dir()) == [ENGINE]

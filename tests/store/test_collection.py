"""A store grows and shrinks; its graph is at any time that of a clean build of what it holds, byte for byte."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.errors import KgError, UsageError
from kg.export.turtle import graph_turtle
from kg.graph.query import ask
from kg.graph.store import open_graph
from kg.pipeline import gather
from kg.store import open_collection
from kg.store.engine import ENGINE, write_engine
from tests.conftest import REPORT

Texts = dict[str, str]
TEXTS: Texts = {
    "2021.txt": REPORT.replace("2022", "2021"),
    "2022.txt": REPORT,
    "2023.txt": REPORT.replace("2022", "2023"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def turtle(build: kg.Graph) -> bytes:
    return graph_turtle(build.values, base_iri=build.base_iri)


def read_now(store: Path, paths: list[Path]) -> int:
    """How many reports a build of the paths has to read."""
    with open_collection(store) as collection:
        collection.hold(gather(paths))
        collection.graph(jobs=1)
        return collection.read_now


def test_what_is_unchanged_is_not_read_again_and_the_graph_is_that_of_a_clean_build(folder: Path, store: Path) -> None:
    assert read_now(store, [folder]) == 3
    assert read_now(store, [folder]) == 0
    built = kg.build(folder, store=store, jobs=1)
    assert turtle(built) == turtle(kg.build(folder, jobs=1))
    assert built.report == kg.build(folder, jobs=1).report


def test_a_changed_report_replaces_its_facts(folder: Path, store: Path) -> None:
    kg.build(folder, store=store, jobs=1)
    (folder / "2023.txt").write_text(TEXTS["2023.txt"].replace("教育局", "教育体育局"), "utf-8")
    assert turtle(kg.add(folder / "2023.txt", store, jobs=1)) == turtle(kg.build(folder, jobs=1))
    assert read_now(store, [folder]) == 0


def test_reports_are_added_and_removed_one_by_one(folder: Path, store: Path) -> None:
    kg.build(folder / "2021.txt", store=store, jobs=1)
    kg.add([folder / "2022.txt", folder / "2023.txt"], store, jobs=1)
    left = kg.remove(["2022"], store, jobs=1)
    (folder / "2022.txt").unlink()
    assert turtle(left) == turtle(kg.build(folder, jobs=1))


def test_reports_stay_when_their_files_are_gone(folder: Path, store: Path) -> None:
    clean = turtle(kg.build(folder, jobs=1))
    kg.build(folder, store=store, jobs=1)
    (folder / "2021.txt").unlink()
    (folder / "2022.txt").unlink()
    assert turtle(kg.add(folder / "2023.txt", store, jobs=1)) == clean


def test_a_build_holds_exactly_what_it_is_given(folder: Path, store: Path) -> None:
    kg.build(folder, store=store, jobs=1)
    (folder / "2021.txt").unlink()
    assert len(kg.build(folder, store=store, jobs=1).values.documents) == 2


def test_other_knowledge_or_other_code_reads_anew(folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_now(store, [folder]) == 3
    monkeypatch.setattr("kg.store.version._code", lambda: "another")
    assert read_now(store, [folder]) == 3


def test_a_report_that_cannot_be_read_stops_no_other(folder: Path, store: Path) -> None:
    (folder / "empty.txt").write_text("", "utf-8")
    built = kg.build(folder, store=store, jobs=1)
    clean = kg.build(folder, jobs=1)
    assert [failure.path for failure in built.report.failures] == [str(folder / "empty.txt")]
    assert built.report == clean.report


def test_a_copy_is_read_once_and_told(folder: Path, store: Path) -> None:
    shutil.copy(folder / "2021.txt", folder / "again.txt")
    assert kg.build(folder, store=store, jobs=1).report == kg.build(folder, jobs=1).report


@pytest.mark.parametrize("asked", ["2021", "in/2021.txt", "2021.txt"])
def test_a_report_is_removed_by_any_name_that_means_it_alone(folder: Path, store: Path, asked: str) -> None:
    kg.build(folder, store=store, jobs=1)
    assert len(kg.remove([asked], store, jobs=1).values.documents) == 2


def test_a_report_is_removed_by_the_key_of_its_document(folder: Path, store: Path) -> None:
    key = next(iter(kg.build(folder, store=store, jobs=1).values.documents))
    assert key not in kg.remove([key], store, jobs=1).values.documents


def test_a_report_that_is_not_there_or_could_be_several_is_told_and_nothing_is_removed(
    folder: Path, store: Path
) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "2021.txt").write_text(TEXTS["2021.txt"] + "\n又及。", "utf-8")
    kg.build(folder, store=store, jobs=1)
    with pytest.raises(UsageError, match="there is no such report: 1999"):
        kg.remove(["2022", "1999"], store, jobs=1)
    with pytest.raises(UsageError, match="could be several reports"):
        kg.remove(["2021"], store, jobs=1)
    with open_collection(store) as collection:
        assert len(collection.documents.all()) == 4


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


def test_the_database_holds_the_graph_and_is_made_anew_only_for_another_one(folder: Path, store: Path) -> None:
    from pyoxigraph import Store

    built = kg.build(folder, store=store, jobs=1)
    built.save(folder.parent / "out")
    written = (folder.parent / "out" / "graph.ttl").read_bytes()
    assert len(Store.read_only(str(store / ENGINE))) == len(built.store)
    assert not write_engine(store, written)
    asked = "SELECT (COUNT(*) AS ?n) { ?r a ek:Report }"
    (row,) = ask(open_graph(store), asked).rows
    assert row == ask(open_graph(folder.parent / "out"), asked).rows[0]
    smaller = kg.remove(["2021"], store, jobs=1)
    smaller.save(folder.parent / "out")
    assert len(Store.read_only(str(store / ENGINE))) == len(smaller.store)


def test_a_database_that_was_left_half_made_is_made_again(folder: Path, store: Path) -> None:
    kg.build(folder, store=store, jobs=1).save(folder.parent / "out")
    written = (folder.parent / "out" / "graph.ttl").read_bytes()
    (store / ENGINE).rename(store / f"{ENGINE}.old")
    (store / f"{ENGINE}.new").mkdir()
    assert write_engine(store, written)
    assert sorted(path.name for path in store.iterdir() if path.is_dir()) == [ENGINE]

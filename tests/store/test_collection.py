"""A store grows and shrinks; its graph is at any time that of a clean build of what it holds, byte for byte."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

import kg
from kg.errors import UsageError
from kg.graph.query import ask
from kg.graph.store import open_graph
from kg.store import open_collection
from kg.store.engine import ENGINE, write_engine
from tests.store.conftest import TEXTS, read_now, turtle


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


@pytest.mark.parametrize(("asked", "near"), [("20212", "2021.txt"), ("in/2032.txt", "in/2023.txt")])
def test_a_name_that_is_not_there_is_answered_with_those_that_are_near(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch, asked: str, near: str
) -> None:
    monkeypatch.chdir(folder.parent)
    kg.build("in", store=store, jobs=1)
    with pytest.raises(UsageError, match=rf"near to it: .*{near}"):
        kg.remove([asked], store, jobs=1)
    with pytest.raises(UsageError, match=r"no such report: ; .*there are 3: in/2021\.txt"):
        kg.remove([""], store, jobs=1)


def test_what_a_folder_or_an_archive_brought_is_removed_by_its_name(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    with zipfile.ZipFile("全部 all.zip", "w") as archive:
        for name, text in TEXTS.items():
            archive.writestr(f"县/{name}", text + "又及。")
    kg.build(["in", "全部 all.zip"], store=store, jobs=1)
    with pytest.raises(UsageError, match="could be several reports"):
        kg.remove(["2023.txt"], store, jobs=1)
    assert len(kg.remove(["全部 all.zip/县/2023.txt"], store, jobs=1).values.documents) == 5
    assert len(kg.remove(["全部 all.zip"], store, jobs=1).values.documents) == 3
    assert len(kg.remove(["./in/2022.txt"], store, jobs=1).values.documents) == 2
    assert not kg.remove(["in/"], store, jobs=1).values.documents
    with pytest.raises(UsageError, match="the store is empty"):
        kg.remove(["in"], store, jobs=1)


def test_where_there_is_no_store_nothing_is_removed_and_none_is_made(store: Path) -> None:
    with pytest.raises(UsageError, match="there is no such store"):
        kg.remove(["2021"], store, jobs=1)
    assert not store.exists()


def test_a_file_called_from_another_folder_is_the_same_report(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    kg.build("in", store=store, jobs=1)
    (folder / "2023.txt").write_text(TEXTS["2023.txt"].replace("教育局", "教育体育局"), "utf-8")
    monkeypatch.chdir(folder)
    built = kg.add("2023.txt", store, jobs=1)
    assert sorted(info.source.path for info in built.values.documents.values()) == [
        "2023.txt", "in/2021.txt", "in/2022.txt",
    ]  # fmt: skip
    assert turtle(built) == turtle(kg.build(folder, jobs=1))


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

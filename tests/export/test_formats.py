"""The forms in which a graph can leave, and `kg export`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from kg.errors import KgError, UsageError
from kg.export.formats import FORMATS, Format, export_graph, find_format
from kg.graph.iri import BASE_IRI
from kg.graph.reading import read_file
from tests.graph.small_graph import small_graph


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_form_writes_the_files_that_it_names_and_equal_bytes_each_time(form: Format) -> None:
    first, again = (form.write(small_graph(), base_iri=BASE_IRI) for _ in range(2))
    assert tuple(first) == form.files
    assert first == again


def test_a_form_of_one_file_goes_to_a_folder_or_to_the_name_given(tmp_path: Path) -> None:
    (inside,) = export_graph(small_graph(), "turtle", tmp_path / "out", base_iri=BASE_IRI)
    (named,) = export_graph(small_graph(), "turtle", tmp_path / "copy.ttl", base_iri=BASE_IRI)
    assert (inside.name, named.name) == ("graph.ttl", "copy.ttl")
    assert read_file(inside) == read_file(named)


def test_several_files_want_a_folder(tmp_path: Path) -> None:
    assert {path.name for path in export_graph(small_graph(), "csv", tmp_path, base_iri=BASE_IRI)} == set(
        find_format("csv").files
    )
    with pytest.raises(UsageError, match="give a folder"):
        export_graph(small_graph(), "csv", tmp_path / "one.csv", base_iri=BASE_IRI)


def test_an_unknown_form_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="no such format: word; 有 / there are: turtle, ntriples"):
        find_format("word")


def test_a_library_that_is_missing_is_named_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> object:
        raise ModuleNotFoundError("No module named 'pyarrow'", name="pyarrow")

    monkeypatch.setattr(import_module("kg.export.csv_files"), "files", missing)
    form = Format("csv", "", "", (), "kg.export.csv_files:files", extra="parquet")
    with pytest.raises(KgError, match=r"missing library: pyarrow; pip install 'cn-edu-kg\[parquet\]'"):
        form.write(small_graph(), base_iri=BASE_IRI)

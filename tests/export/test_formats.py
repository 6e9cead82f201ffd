"""The forms in which a graph can leave, and `kg export`."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import kg as kg_group
from kg.errors import KgError, UsageError
from kg.export.formats import FORMATS, Format, export_graph, find_format
from kg.graph.iri import BASE_IRI
from kg.graph.reading import read_file
from tests.graph.small_graph import small_graph


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_form_writes_the_files_that_it_names_and_equal_bytes_each_time(form: Format) -> None:
    if form.extra:
        pytest.importorskip("pyarrow")
    first, again = (form.write(small_graph(), base_iri=BASE_IRI) for _ in range(2))
    assert tuple(first) == form.files
    assert first == again


def test_the_forms_and_their_files_are_those_that_are_promised() -> None:
    assert {form.name: " ".join(form.files) for form in FORMATS} == {
        "turtle": "graph.ttl",
        "ntriples": "graph.nt",
        "nquads": "graph.nq",
        "trig": "graph.trig",
        "csv": "entities.csv facts.csv figures.csv documents.csv",
        "xlsx": "graph.xlsx",
        "sqlite": "graph.db datasette.json",
        "graphml": "graph.graphml",
        "gexf": "graph.gexf",
        "neo4j": "neo4j_entities.csv neo4j_facts.csv neo4j_figures.csv neo4j_identities.csv neo4j_reports.csv "
        "neo4j_relationships.csv neo4j_evidence.csv neo4j_import.txt",
        "jsonld": "graph.jsonld context.jsonld",
        "parquet": "facts.parquet entities.parquet evidence.parquet figures.parquet identities.parquet "
        "identity_members.parquet documents.parquet",
    }
    assert all(form.chinese and form.english for form in FORMATS)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_half_a_character_in_a_name_or_quote_stops_no_form(form: Format) -> None:
    if form.extra:
        pytest.importorskip("pyarrow")
    graph = small_graph()
    broken = replace(graph.entities[0], name="半\ud800字", aliases=("\udfff；",))
    said = replace(graph.statements[0].evidence[0], quote="半\ud83d句")
    statement = replace(graph.statements[0], evidence=(said,))
    graph = replace(graph, entities=(broken, *graph.entities[1:]), statements=(statement, *graph.statements[1:]))
    assert tuple(form.write(graph, base_iri=BASE_IRI)) == form.files


DIGESTS = """
import hashlib
from importlib.util import find_spec
from kg.export.formats import FORMATS
from tests.graph.small_graph import small_graph
for form in FORMATS:
    if not form.extra or find_spec("pyarrow"):
        for name, content in form.write(small_graph(), base_iri="https://example.org/id/").items():
            print(form.name, name, hashlib.sha256(content).hexdigest())
"""


def test_another_process_with_another_hash_seed_writes_the_same_bytes() -> None:
    root = Path(__file__).parents[2]
    told = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS], cwd=root, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True,
            text=True, timeout=60, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert told[0] == told[1] and len(told[0].splitlines()) > 20


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_the_command_writes_a_form_from_a_graph_file(form: Format, tmp_path: Path) -> None:
    if form.extra:
        pytest.importorskip("pyarrow")
    (source,) = export_graph(small_graph(), "turtle", tmp_path / "in", base_iri=BASE_IRI)
    told = CliRunner().invoke(kg_group, ["export", form.name, "--graph", str(source), "-o", str(tmp_path / "out")])
    assert told.exit_code == 0, told.output
    assert told.output.split() == [str(tmp_path / "out" / name) for name in form.files]
    assert all((tmp_path / "out" / name).stat().st_size > 50 for name in form.files)


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

"""What a Python user has: `kg.build(paths)` and the ways out of what it gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import UsageError
from tests.conftest import REPORT


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "a.txt").write_text(REPORT, "utf-8")
    (folder / "b.txt").write_text(REPORT.replace("2022", "2021"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(folder: Path) -> kg.Build:
    return kg.build(folder)


def test_paths_can_be_one_or_many_words_or_paths(folder: Path, built: kg.Build) -> None:
    for paths in (str(folder), [folder], (str(folder / "b.txt"), folder / "a.txt"), iter([folder])):
        assert kg.build(paths).values == built.values


def test_the_graph_comes_as_rdf(built: kg.Build) -> None:
    from rdflib import RDF, Graph, Namespace

    graph = built.rdf()
    assert isinstance(graph, Graph)
    schools = set(graph.subjects(RDF.type, Namespace("https://w3id.org/cn-edu-kg/ns#").School))
    assert {str(school).startswith(built.base_iri) for school in schools} == {True}


def test_the_graph_comes_as_a_network(built: kg.Build) -> None:
    import networkx

    network = built.network()
    assert isinstance(network, networkx.MultiDiGraph)
    assert {entity.key for entity in built.values.entities} <= set(network)
    assert network.number_of_edges() > 0


def test_a_base_of_ones_own_begins_every_iri_of_a_thing(folder: Path, tmp_path: Path) -> None:
    built = kg.build(folder, base_iri="https://data.example.cn/edu/")
    built.save(tmp_path)
    turtle = (tmp_path / "graph.ttl").read_text("utf-8")
    assert "https://data.example.cn/edu/" in turtle
    assert kg.build(folder).base_iri not in turtle


def test_saving_tells_what_was_written(built: kg.Build, tmp_path: Path) -> None:
    written = built.save(tmp_path / "new" / "folder")
    assert sorted(path.name for path in written) == [
        "documents.csv", "entities.csv", "facts.csv", "figures.csv", "graph.html", "graph.ttl", "identity.jsonl",
        "report.json",
    ]  # fmt: skip
    assert all(path.stat().st_size for path in written)


def test_a_base_that_is_none_is_told_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="base-iri"):
        kg.build(tmp_path / "does not even exist", base_iri="edu:")


def test_a_path_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(kg.KgError, match="nowhere"):
        kg.build(tmp_path / "nowhere")


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="bild"):
        kg.bild  # noqa: B018


def test_a_script_without_a_guard_is_told_what_to_write(folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(f"import kg\nkg.build({str(folder)!r}, jobs=2)\n", "utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode != 0
    assert "__name__ == '__main__'" in done.stderr.splitlines()[-1]


def test_a_saved_graph_loads_as_it_was(built: kg.Build, tmp_path: Path) -> None:
    built.save(tmp_path)
    graph = kg.load(tmp_path)
    assert (graph.base_iri, graph.values.statements) == (built.base_iri, built.values.statements)
    (again,) = graph.export("turtle", tmp_path / "again.ttl")
    assert again.read_bytes() == (tmp_path / "graph.ttl").read_bytes()


def test_tables_have_a_row_for_each_thing_and_can_be_narrowed(built: kg.Build) -> None:
    entities, schools = built.entities(), built.entities("School")
    assert len(entities) == len(built.values.entities) > len(schools) > 0
    assert len(built.facts()) == sum(len(s.evidence) for s in built.values.statements)
    assert len(built.documents()) == 2
    assert len(built.figures()) == sum(len(f.evidence) for f in built.values.figures)


def test_a_question_is_answered_with_values_of_python(built: kg.Build) -> None:
    assert built.query("ASK { ?r a ek:Report }") is True
    assert "ek:Report" in str(built.query("CONSTRUCT { ?r a ek:Report } WHERE { ?r a ek:Report }"))
    rows = built.query("SELECT (COUNT(*) AS ?reports) { ?r a ek:Report }")
    assert [list(row) for row in getattr(rows, "values", None) or [r.values() for r in rows]] == [[2]]
    assert len(built.query("schools-by-region")) > 0
    assert len(built.query("programs-of-region", year=None)) == len(built.query("programs-of-region"))
    with pytest.raises(UsageError, match="no such question"):
        built.query("no-such-question")

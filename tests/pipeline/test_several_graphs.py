"""What a Python user does with graphs that are there: `kg.diff`, `kg.merge`, `graph.publish`."""

from __future__ import annotations

import base64
import importlib.util
import types
from dataclasses import replace
from pathlib import Path

import pytest

import kg
from kg.errors import GraphError, PublishError, UsageError
from kg.export.turtle import graph_turtle
from kg.graph.iri import BASE_IRI
from tests.graph.small_graph import DOC_C, FURONG, small_graph
from tests.publish.servers import flaky

SMALL = kg.Graph(small_graph(), BASE_IRI)


def without(document: str) -> kg.Graph:
    """The small graph without a report."""
    values = small_graph()
    statements = tuple(s for s in values.statements if all(e.document != document for e in s.evidence))
    documents = {key: info for key, info in values.documents.items() if key != document}
    return kg.Graph(replace(values, statements=statements, documents=documents, figures=(), identities=()), BASE_IRI)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return SMALL.export("turtle", tmp_path / "graph.ttl")[0]


@pytest.mark.parametrize("name", kg.__all__)
def test_no_module_bears_the_name_of_what_users_call(name: str) -> None:
    """Importing the module would put it in the function's place."""
    assert importlib.util.find_spec(f"kg.{name}") is None
    assert not isinstance(getattr(kg, name), types.ModuleType)


def test_graphs_and_files_of_graphs_are_compared_and_told_in_words(file: Path) -> None:
    assert not kg.diff(SMALL, file)
    told = kg.diff(without(DOC_C), file)
    assert [document.state for document in told.documents if document.state != "same"] == ["added"]
    figures = sum(len({e.document for e in figure.evidence}) for figure in small_graph().figures)
    assert "新增报告 added" in str(told) and f"数据 figures      新增 {figures}  " in str(told)


def test_another_base_is_told() -> None:
    assert "IRI 前缀" in str(kg.diff(SMALL, replace(SMALL, base_iri="urn:ex:b/")))


def test_graphs_and_files_of_graphs_are_merged_and_things_keep_their_keys(file: Path) -> None:
    merged = kg.merge(without(DOC_C), file, SMALL)
    assert graph_turtle(merged.values, base_iri=merged.base_iri) == file.read_bytes()
    assert merged.conflicts == ()
    entities = (replace(e, name="新校名") if e.key == FURONG else e for e in small_graph().entities)
    renamed = kg.Graph(replace(small_graph(), entities=tuple(entities)), BASE_IRI)
    conflicts = kg.merge(SMALL, renamed).conflicts
    assert [(conflict.key, conflict.field) for conflict in conflicts] == [(FURONG, "name")]


def test_graphs_of_several_bases_are_merged_only_under_a_base_that_is_told() -> None:
    other = replace(SMALL, base_iri="urn:ex:b/")
    with pytest.raises(UsageError, match="--base-iri"):
        kg.merge(SMALL, other)
    assert kg.merge(SMALL, other, base_iri="urn:ex:b/").base_iri == "urn:ex:b/"
    with pytest.raises(UsageError):
        kg.merge(SMALL, base_iri="nonsense")
    with pytest.raises(UsageError, match="no graph to merge"):
        kg.merge()


def test_a_damaged_file_is_told_by_its_name(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:3000])
    for call in (lambda: kg.merge(SMALL, file), lambda: kg.diff(file, SMALL)):
        with pytest.raises(GraphError, match=r"graph\.ttl"):
            call()


def test_a_graph_is_published_once_and_its_rest_after_a_break(tmp_path: Path) -> None:
    state = tmp_path / "published.jsonl"
    with flaky(after=2) as server:
        assert len(SMALL.publish(server.url, state=state, dry_run=True).send) == 4
        assert not server.seen and not state.exists()
        with pytest.raises(PublishError):
            SMALL.publish(server.url, state=state, retries=0)
        server.after = 10**9
        done = SMALL.publish(server.url, state=state)
        assert (len(done.send), len(done.kept)) == (2, 2) and len(server.graphs) == 4
        smaller = without(DOC_C)
        assert smaller.publish(server.url, state=state).stale == (BASE_IRI + DOC_C,)
        assert BASE_IRI + DOC_C in server.graphs, "only with prune"
        smaller.publish(server.url, state=state, prune=True)
        assert BASE_IRI + DOC_C not in server.graphs
        assert len(SMALL.publish(server.url).send) == 4, "without a state all is sent"


def test_name_and_password_are_those_given_or_those_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with flaky(login="Basic " + base64.b64encode(b"a:b").decode()) as server:
        with pytest.raises(PublishError, match="401"):
            SMALL.publish(server.url, login=("a", "wrong"))
        assert len(SMALL.publish(server.url, login=("a", "b")).send) == 4
        monkeypatch.setenv("KG_PUBLISH_USER", "a")
        monkeypatch.setenv("KG_PUBLISH_PASSWORD", "b")
        assert len(SMALL.publish(server.url).send) == 4

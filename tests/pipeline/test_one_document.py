"""One file gives its facts or one clear failure; nothing else escapes."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from kg.errors import KnowledgeError, MissingExtraError
from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Failure
from kg.pipeline import read_one

document_module = importlib.import_module("kg.pipeline.document")

STAGES = [("read", "read"), ("clean", "clean"), ("segment", "segment"), ("extract", "extract"), ("relate", "relate"),
          ("resolve_document", "resolve")]  # fmt: skip


def raising(problem: Exception) -> object:
    def stage(*_: object, **__: object) -> None:
        raise problem

    return stage


def test_a_report_gives_its_facts_under_the_name_it_was_given(report: Path, knowledge: Knowledge) -> None:
    facts = read_one(report, knowledge, name="in/report.txt")
    assert isinstance(facts, DocumentFacts)
    assert facts.info.source.path == "in/report.txt"
    assert facts.info.region == "云和县"
    assert facts.facts


def test_the_same_file_gives_the_same_value(report: Path, knowledge: Knowledge) -> None:
    assert read_one(report, knowledge, name="a") == read_one(report, knowledge, name="a")


def test_a_file_that_cannot_be_read_is_a_failure_of_reading(tmp_path: Path, knowledge: Knowledge) -> None:
    failure = read_one(tmp_path / "gone.txt", knowledge, name="gone.txt")
    assert isinstance(failure, Failure)
    assert (failure.path, failure.stage) == ("gone.txt", "read")
    assert "gone.txt" not in failure.problem, "the path stands in a field of its own"


@pytest.mark.parametrize(("function", "stage"), STAGES)
def test_a_bug_in_a_stage_costs_the_document_and_names_stage_and_error(
    function: str, stage: str, report: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_module, function, raising(ZeroDivisionError("by\nzero")))
    failure = read_one(report, knowledge, name="a.txt")
    assert isinstance(failure, document_module.Crash)
    assert failure.stage == stage
    assert failure.problem == "内部错误 / internal error: ZeroDivisionError: by zero"
    assert "Traceback" in failure.trace


def test_wrong_knowledge_stops_at_once(report: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_module, "extract", raising(KnowledgeError("rules/a.toml", "b", "c")))
    with pytest.raises(KnowledgeError):
        read_one(report, knowledge, name="a.txt")


def test_what_the_user_can_mend_is_no_bug(report: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_module, "read", raising(MissingExtraError("pypdf", "pdf")))
    failure = read_one(report, knowledge, name="a.pdf")
    assert type(failure) is Failure
    assert "pip install" in failure.problem

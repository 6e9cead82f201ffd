"""One document from its file to its facts: the stages of the per-document half, in order."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeAlias, TypeVar

from kg.clean import clean
from kg.errors import KgError, KnowledgeError, ReadError
from kg.extract import extract
from kg.figures import find_figures
from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Failure
from kg.read import Origin, read
from kg.relate import relate
from kg.resolve import resolve_document
from kg.segment import segment

__all__ = ["Crash", "Outcome", "read_one"]

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Crash(Failure):
    """A failure that is our own fault: a stage met a bug. The run goes on; the exit code tells."""

    trace: str = ""
    """The traceback, for `--debug`; never part of a report, for it names places on the machine."""


Outcome: TypeAlias = DocumentFacts | Failure
"""What one file gives."""


def read_one(path: Origin, knowledge: Knowledge, *, name: str) -> Outcome:
    """The facts of one document, or why it gave none; `name` is what it is called in reports.

    A pure function of the file's bytes, its name and the knowledge. Nothing escapes but `KnowledgeError`: when the
    knowledge is wrong, no document can be right.
    """
    try:
        raw = _at("read", read, path, name=name)
        cleaned = _at("clean", clean, raw)
        document = _at("segment", segment, cleaned, knowledge)
        mentions = _at("extract", extract, document, knowledge)
        relations = _at("relate", relate, document, mentions, knowledge)
        tally = _at("figures", find_figures, document, mentions, knowledge)
        return _at("resolve", resolve_document, document, mentions, relations, knowledge, tally)
    except _StoppedError as stopped:
        return _failure(name, stopped.stage, stopped.problem)


class _StoppedError(Exception):
    """A stage raised `problem`; never leaves this module."""

    def __init__(self, stage: str, problem: Exception) -> None:
        super().__init__(stage)
        self.stage, self.problem = stage, problem


def _at(stage: str, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What `work` returns; whatever it raises is marked with the stage's name."""
    try:
        return work(*args, **kwargs)
    except KnowledgeError:
        raise
    except Exception as problem:  # a bug in a stage must cost one document, not the run
        raise _StoppedError(stage, problem) from problem


def _failure(name: str, stage: str, problem: Exception) -> Failure:
    """The line of the report: what the user can mend, or that it is our bug."""
    if isinstance(problem, ReadError):
        return Failure(name, stage, problem.problem)
    if isinstance(problem, KgError):
        return Failure(name, stage, str(problem))
    text = " ".join(f"{type(problem).__name__}: {problem}".split())
    return Crash(name, stage, f"内部错误 / internal error: {text}", "".join(traceback.format_exception(problem)))

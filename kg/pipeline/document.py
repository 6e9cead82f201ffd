"""One document from its file to its facts: the stages of the per-document half, in order."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ParamSpec, Protocol, TypeAlias, TypeVar

from kg.clean import clean
from kg.errors import KgError, KnowledgeError, ReadError
from kg.extract import extract
from kg.figures import find_figures
from kg.knowledge import Knowledge
from kg.lineage import kept
from kg.model.document import RawDocument
from kg.model.facts import DocumentFacts, Failure
from kg.model.identity import Apart
from kg.read import Origin, read
from kg.relate import relate
from kg.resolve import resolve_document
from kg.segment import segment

__all__ = ["At", "Crash", "Outcome", "read_one", "understand"]

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Crash(Failure):
    """A failure that is our own fault: a stage met a bug. The run goes on; the exit code tells."""

    trace: str = ""
    """The traceback, for `--debug`; never part of a report, for it names places on the machine."""


Outcome: TypeAlias = DocumentFacts | Failure
"""What one file gives."""


class At(Protocol):
    """Runs one stage: its name, its function and the arguments; returns what the function returns."""

    def __call__(self, stage: str, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """What the function returns."""
        ...


def read_one(path: Origin, knowledge: Knowledge, *, name: str, apart: Sequence[Apart] = ()) -> Outcome:
    """The facts of one document, or why it gave none; `name` is what it is called in reports.

    A pure function of the file's bytes, its name, the knowledge and the names to be kept `apart`. Nothing escapes but
    `KnowledgeError`: when the knowledge is wrong, no document can be right.
    """
    try:
        return understand(_at("read", read, path, name=name), knowledge, at=_at, apart=apart)
    except _StoppedError as stopped:
        return _failure(name, stopped.stage, stopped.problem)


def understand(raw: RawDocument, knowledge: Knowledge, *, at: At, apart: Sequence[Apart] = ()) -> DocumentFacts:
    """The facts of a decoded file; `at` is given each stage's name, function and arguments, and returns its result."""
    cleaned = at("clean", clean, raw)
    document = at("segment", segment, cleaned, knowledge)
    mentions = at("extract", extract, document, knowledge)
    relations = at("relate", relate, document, mentions, knowledge)
    tally = at("figures", find_figures, document, mentions, knowledge)
    facts = at("resolve", resolve_document, document, mentions, relations, knowledge, tally, apart)
    return replace(facts, text=at("lineage", kept, document.body, mentions))


class _StoppedError(Exception):
    """A stage raised `problem`; never leaves this module."""

    def __init__(self, stage: str, problem: Exception) -> None:
        super().__init__(stage)
        self.stage, self.problem = stage, problem


def _at(stage: str, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
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

"""From files to the graph: each document, then who is who over all of them, then the graph and the report."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from kg.assemble import assemble
from kg.knowledge import load_knowledge
from kg.model.facts import DocumentFacts, Failure
from kg.model.graph import KnowledgeGraph, RunReport
from kg.pipeline.report import report
from kg.pipeline.workers import Progress, name_of, read_many
from kg.read import find_files
from kg.resolve import resolve

__all__ = ["build", "first_of_each"]


def build(
    paths: Sequence[Path], *, jobs: int | None = None, progress: Progress | None = None
) -> tuple[KnowledgeGraph, RunReport]:
    """The graph of all files under `paths`, and what happened on the way.

    The same files give the same value, whatever their order and the number of processes.
    """
    knowledge = load_knowledge()
    inputs = find_files(paths)
    files, copies = first_of_each(inputs.files)
    outcomes = list(read_many(files, knowledge, jobs=jobs, progress=progress))
    facts = sorted((o for o in outcomes if isinstance(o, DocumentFacts)), key=_identity)
    resolution = resolve(facts, knowledge)
    graph = assemble(facts, resolution)
    failures = [o for o in outcomes if isinstance(o, Failure)]
    return graph, report(facts, graph, failures=failures, skipped=[*inputs.skipped, *copies], knowledge=knowledge)


def first_of_each(files: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Failure, ...]]:
    """The files sorted by name, one for each content, and a line for every further copy."""
    first: dict[str, Path] = {}
    copies: list[Failure] = []
    for path in sorted(set(files), key=name_of):
        known = first.setdefault(_content(path), path)
        if known is not path:
            copies.append(
                Failure(name_of(path), "read", f"内容与 {name_of(known)} 相同 / same content as {name_of(known)}")
            )
    return tuple(first.values()), tuple(copies)


def _content(path: Path) -> str:
    """The sha256 of the file; of a file that cannot be read its own name, so that `read` says what is wrong."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return name_of(path)


def _identity(facts: DocumentFacts) -> tuple[str, str]:
    return facts.info.source.sha256, facts.info.source.path

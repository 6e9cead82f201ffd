"""From documents to the graph: each one, then who is who over all of them, then the graph and the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kg.assemble import assemble
from kg.curate import Entry, Ledger, curate_statements, curate_things
from kg.knowledge import load_knowledge
from kg.model.facts import DocumentFacts, Failure
from kg.model.graph import KnowledgeGraph, RunReport
from kg.pipeline.inputs import Gathered, Reading, first_of_each, gather, name_of
from kg.pipeline.report import report
from kg.pipeline.workers import Known, Progress, read_many
from kg.read import Origin, read
from kg.resolve import resolve

__all__ = ["build", "build_documents"]


def build(
    paths: Sequence[Path],
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    reading: Reading | None = None,
) -> tuple[KnowledgeGraph, RunReport]:
    """The graph of all files under `paths`, and what happened on the way.

    The same files give the same value, whatever their order and the number of processes.
    """
    return build_documents(gather(paths, reading), jobs=jobs, progress=progress)


def build_documents(
    inputs: Gathered,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    known: Known | None = None,
    curation: Sequence[Entry] | None = None,
) -> tuple[KnowledgeGraph, RunReport]:
    """The graph of the documents, and what happened; `known` gives what need not be read again, and keeps the rest.

    The entries of a `curation` are applied to who is who and to what is said; each is told in the report.
    """
    knowledge = load_knowledge()
    files, copies = first_of_each(inputs.files)
    outcomes = list(read_many(files, knowledge, jobs=jobs, progress=progress, known=known))
    facts = sorted((outcome for outcome in outcomes if isinstance(outcome, DocumentFacts)), key=_identity)
    resolution = resolve(facts, knowledge)
    ledger = Ledger(tuple(curation or ()))
    graph = assemble(facts, curate_things(ledger, facts, resolution) if curation else resolution)
    if curation:
        graph = curate_statements(ledger, graph, lambda document: _raw_text(document, graph, files))
    failures = [*inputs.failures, *(outcome for outcome in outcomes if isinstance(outcome, Failure))]
    told = report(facts, graph, failures=failures, skipped=[*inputs.skipped, *copies], knowledge=knowledge)
    return graph, told if curation is None else replace(told, curation=ledger.record())


def _raw_text(document: str, graph: KnowledgeGraph, files: Sequence[Origin]) -> str:
    """The text into which the evidence of a report points."""
    path = graph.documents[document].source.path
    return next(read(origin, name=path).text for origin in files if name_of(origin) == path)


def _identity(facts: DocumentFacts) -> tuple[str, str]:
    return facts.info.source.sha256, facts.info.source.path

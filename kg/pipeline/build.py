"""From documents to the graph: each one, then who is who over all of them, then the graph and the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kg.assemble import assemble
from kg.curate import Entry, Ledger, curate_statements, curate_things, names_apart
from kg.knowledge import Knowledge, load_knowledge
from kg.lineage import Pair, Repost, compared, read_once, shared_texts
from kg.model.facts import DocumentFacts, Failure
from kg.model.graph import KnowledgeGraph, RunReport
from kg.pipeline.document import read_one
from kg.pipeline.inputs import Gathered, Reading, first_of_each, gather, name_of
from kg.pipeline.report import report
from kg.pipeline.workers import Known, Progress, read_many
from kg.read import Origin, read
from kg.resolve import resolve
from kg.text.keys import document_key

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
    facts, reposts, pairs = _read_once(facts, knowledge)
    facts = _told_apart(facts, curation or (), files, knowledge)
    resolution = resolve(facts, knowledge)
    ledger = Ledger(tuple(curation or ()))
    graph = assemble(facts, curate_things(ledger, facts, resolution) if curation else resolution)
    if curation:
        graph = curate_statements(ledger, graph, lambda key: _raw_text(graph.documents[key].source.path, files))
    graph = replace(graph, shared_texts=shared_texts(pairs, lambda info: _raw_text(info.source.path, files)))
    failures = [*inputs.failures, *(outcome for outcome in outcomes if isinstance(outcome, Failure))]
    told = report(facts, graph, failures=failures, skipped=[*inputs.skipped, *copies, *reposts], knowledge=knowledge)
    return graph, told if curation is None else replace(told, curation=ledger.record())


def _read_once(
    facts: list[DocumentFacts], knowledge: Knowledge
) -> tuple[list[DocumentFacts], list[Failure], list[Pair]]:
    """The documents without those that are another one again, a line for each of these, and which others share text."""
    pairs = list(compared(facts, knowledge))
    reposts = read_once(pairs)
    gone = {_identity(repost.copy) for repost in reposts}
    left = [document for document in facts if _identity(document) not in gone]
    pairs = [pair for pair in pairs if not gone & {_identity(pair.first), _identity(pair.second)}]
    return left, [_repost(repost) for repost in reposts], pairs


def _repost(repost: Repost) -> Failure:
    original, share = repost.original.info.source.path, f"{repost.similarity:.0%}"
    return Failure(
        repost.copy.info.source.path,
        "lineage",
        f"与 {original} 几乎相同（相似 {share}），只读一份 / nearly the same as {original} ({share} alike), read once",
    )


def _raw_text(path: str, files: Sequence[Origin]) -> str:
    """The text into which the evidence of the report of that name points."""
    return read(_origin(path, files), name=path).text


def _origin(path: str, files: Sequence[Origin]) -> Origin:
    """The file that is called so in reports."""
    return next(origin for origin in files if name_of(origin) == path)


def _told_apart(
    facts: list[DocumentFacts], curation: Sequence[Entry], files: Sequence[Origin], knowledge: Knowledge
) -> list[DocumentFacts]:
    """The facts, those reports read again that join names which a person told apart; what is kept of them stays."""
    pairs = names_apart(curation, facts)
    again = list(facts)
    for place, document in enumerate(facts):
        if apart := pairs.get(document_key(document.info.source.sha256)):
            path = document.info.source.path
            read_again = read_one(_origin(path, files), knowledge, name=path, apart=apart)
            again[place] = read_again if isinstance(read_again, DocumentFacts) else document
    return again


def _identity(facts: DocumentFacts) -> tuple[str, str]:
    return facts.info.source.sha256, facts.info.source.path

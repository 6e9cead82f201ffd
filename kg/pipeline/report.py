"""The report of a run: every file that went in has a line in it, and no line depends on the clock or the machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts, Failure
from kg.model.graph import KnowledgeGraph, RunReport
from kg.pipeline.checks import conflicts, failed_identities

__all__ = ["LIBRARIES", "report"]

LIBRARIES = (
    "charset-normalizer", "igraph", "jieba", "networkx", "opencc", "pyoxigraph", "pypdf", "pypinyin", "python-docx",
    "pyvis", "rdflib", "rensa", "resiliparse",
)  # fmt: skip
"""The libraries whose version can change a byte of the outputs."""
SURE_ENOUGH = 0.5
"""A repair below this confidence was only marked: the text was left as it stood."""


def report(
    facts: Sequence[DocumentFacts],
    graph: KnowledgeGraph,
    *,
    failures: Iterable[Failure],
    skipped: Iterable[Failure],
    knowledge: Knowledge,
) -> RunReport:
    """What happened in a run, sorted: documents by path, counts of the finished graph, failures, versions."""
    return RunReport(
        documents=tuple(sorted((_document(f) for f in facts), key=lambda d: str(d["path"]))),
        failures=tuple(sorted(failures, key=_place)),
        skipped=tuple(sorted(skipped, key=_place)),
        counts={
            "entities": _counts(e.kind for e in graph.entities),
            "facts": _counts(s.kind for s in graph.statements),
            "figures": _counts(f.unit for f in graph.figures),
            "identities": _counts("satisfied" if i.holds else "failed" for i in graph.identities),
        },
        versions=_versions(knowledge),
        failed_identities=failed_identities(sorted(facts, key=lambda f: f.info.source.path)),
        conflicts=conflicts(graph),
    )


def _document(facts: DocumentFacts) -> Mapping[str, object]:
    info, source = facts.info, facts.info.source
    return {
        "path": source.path,
        "sha256": source.sha256,
        "size": source.size,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "language": info.language,
        "title": info.title,
        "issuer": info.issuer,
        "date": info.date,
        "url": info.url,
        "region": info.region,
        "region_code": info.region_code,
        "region_why": info.region_why,
        "review_years": list(info.review_years),
        "plan_years": list(info.plan_years),
        "repairs": _counts(r.rule for r in facts.repairs if r.confidence >= SURE_ENOUGH),
        "marked": _counts(r.rule for r in facts.repairs if r.confidence < SURE_ENOUGH),
        "entities": _counts(e.kind for e in facts.entities),
        "facts": _counts(f.kind for f in facts.facts),
        "figures": len(facts.figures),
        "identities": _counts("satisfied" if i.holds else "failed" for i in facts.identities),
    }


def _counts(things: Iterable[str]) -> dict[str, int]:
    """How often each occurs, sorted by word.

    >>> _counts(["b", "a", "b"])
    {'a': 1, 'b': 2}
    """
    return {str(thing): count for thing, count in sorted(Counter(things).items())}


def _versions(knowledge: Knowledge) -> dict[str, str]:
    packages = {name: _version(name) for name in ("cn-edu-kg", *LIBRARIES)}
    return {"knowledge": knowledge.version, **packages}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def _place(failure: Failure) -> tuple[str, str, str]:
    return failure.path, failure.stage, failure.problem

"""A graph of any size in the shapes of the seeds: the exported graph, copied under other keys."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kg.graph.reading import read_file
from kg.model.document import DocumentInfo
from kg.model.graph import KnowledgeGraph, StatementEvidence

__all__ = ["big_graph"]


def big_graph(copies: int, source: Path) -> KnowledgeGraph:
    """The graph of a Turtle file so many times: every copy with things, reports and statements of its own.

    Deterministic: the same file and number give the same value. The seeds' graph has about 46,000 triples.
    """
    graph = read_file(source).graph
    parts = [graph, *(_copy(graph, number) for number in range(1, copies))]
    return KnowledgeGraph(
        entities=tuple(e for part in parts for e in part.entities),
        statements=tuple(s for part in parts for s in part.statements),
        documents={key: info for part in parts for key, info in part.documents.items()},
        figures=tuple(f for part in parts for f in part.figures),
        identities=tuple(i for part in parts for i in part.identities),
        read_by={key: version for part in parts for key, version in part.read_by.items()},
    )


def _copy(graph: KnowledgeGraph, number: int) -> KnowledgeGraph:
    """The graph with every key and every name changed by a number."""
    shas = {key: hashlib.sha256(f"{number}|{key}".encode()).hexdigest() for key in graph.documents}
    documents = {key: f"doc/{sha[:16]}" for key, sha in shas.items()}

    def key(old: str) -> str:
        return documents.get(old) or (f"{old}-{number}" if old else "")

    def said(evidence: tuple[StatementEvidence, ...]) -> tuple[StatementEvidence, ...]:
        return tuple(replace(e, document=key(e.document)) for e in evidence)

    def attributes(told: Mapping[str, str]) -> dict[str, str]:
        return {name: key(value) if name.endswith("_id") else value for name, value in told.items()}

    def document(old: str, info: DocumentInfo) -> DocumentInfo:
        return replace(info, source=replace(info.source, path=f"{number}-{info.source.path}", sha256=shas[old]))

    return KnowledgeGraph(
        entities=tuple(
            replace(e, key=key(e.key), name=f"{e.name}{number}", concept=key(e.concept), region=key(e.region),
                    attributes={n: v for n, v in attributes(e.attributes).items() if n != "code"})
            for e in graph.entities
        ),
        statements=tuple(
            replace(s, key=key(s.key), ends={r: key(k) for r, k in s.ends.items()}, evidence=said(s.evidence),
                    attributes=attributes(s.attributes))
            for s in graph.statements
        ),
        documents={key(old): document(old, info) for old, info in graph.documents.items()},
        figures=tuple(
            replace(f, key=key(f.key), region=key(f.region), about=key(f.about), part_of=key(f.part_of),
                    evidence=said(f.evidence))
            for f in graph.figures
        ),
        identities=tuple(replace(i, key=key(i.key), figures=tuple(map(key, i.figures))) for i in graph.identities),
        read_by={key(old): version for old, version in graph.read_by.items()},
    )  # fmt: skip

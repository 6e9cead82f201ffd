"""The reports of several graphs, each once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict

from kg.combine.choice import Choices
from kg.model.document import DocumentInfo
from kg.model.graph import KnowledgeGraph

__all__ = ["merged_documents"]

Told = tuple[str, DocumentInfo]
"""The version that read a report, and what it found it to be."""


def merged_documents(
    choices: Choices, graphs: Sequence[KnowledgeGraph]
) -> tuple[dict[str, DocumentInfo], dict[str, str]]:
    """The reports of all graphs, and which version read each, by key.

    Of a report that two versions read, what the newer one tells of it is taken; the facts of both stay.
    """
    found: dict[str, list[Told]] = {}
    for graph in graphs:
        for key, info in graph.documents.items():
            found.setdefault(key, []).append((graph.read_by.get(key, ""), info))
    documents, read_by = {}, {}
    for key, told in sorted(found.items()):
        version, documents[key] = choices.greatest(key, "report", told, _order, _words)
        if version:
            read_by[key] = version
    return documents, read_by


def _order(told: Told) -> tuple[object, ...]:
    version, info = told
    return tuple(map(int, re.findall(r"\d+", version))), version, _words(told), info.source.path


def _words(told: Told) -> str:
    """All that is told of a report, in a line; of its path only the name, as in a graph file."""
    version, info = told
    fields = asdict(info) | asdict(info.source) | {"read_by": version, "path": info.source.path.rsplit("/", 1)[-1]}
    del fields["source"]
    return "；".join(f"{name}={value}" for name, value in fields.items() if value not in ("", (), None))

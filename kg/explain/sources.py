"""What is explained: the files of a finished build, or a build that was just made."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from kg.errors import GraphError
from kg.graph.identity import identity_records
from kg.graph.rdf import to_store
from kg.graph.store import open_graph
from kg.knowledge.reasons import ReasonWords
from kg.model.graph import KnowledgeGraph
from kg.model.identity import Reason

__all__ = ["Identities", "of_build", "of_exports"]

Record = Mapping[str, Any]
NAME = "identity.jsonl"


@dataclass(frozen=True, slots=True)
class Identities:
    """Entities, decisions and corrections as records, and the graph in which the facts are."""

    entities: Sequence[Record]
    decisions: Sequence[Record]
    curations: Sequence[Record]
    """What people corrected, by the entries of a curation file."""
    store: Store


def of_exports(folder: Path) -> Identities:
    """The identities of a folder that `kg build` wrote; raises `GraphError` when it is none, or is damaged."""
    store = open_graph(folder / "graph.ttl")
    path = folder / NAME
    try:
        records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    except FileNotFoundError as cause:
        raise GraphError(f"没有 {path}：请先运行 kg build / no such file: run kg build first") from cause
    except ValueError as cause:
        raise GraphError(
            f"{path}: 文件损坏，请重新运行 kg build / the file is damaged, run kg build again: {cause}"
        ) from cause
    return _parted(records, store)


def of_build(graph: KnowledgeGraph, reasons: Mapping[Reason, ReasonWords], *, base_iri: str) -> Identities:
    """The identities of a graph in memory."""
    return _parted(list(identity_records(graph, reasons, base_iri=base_iri)), to_store(graph, base_iri=base_iri))


def _parted(records: Sequence[Record], store: Store) -> Identities:
    entities, decisions, curations = (
        [record for record in records if sort in record] for sort in ("entity", "decision", "curation")
    )
    return Identities(entities, decisions, curations, store)

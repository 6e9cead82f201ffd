"""Who is who and why, as `identity.jsonl`: what `kg explain` reads beside the graph."""

from __future__ import annotations

import json

from kg.graph.identity import identity_records
from kg.knowledge.folder import ontology_folder
from kg.knowledge.reasons import load_reasons
from kg.model.graph import KnowledgeGraph

__all__ = ["identity_jsonl"]


def identity_jsonl(graph: KnowledgeGraph, *, base_iri: str) -> bytes:
    """A JSON object a line: entities with the places that name them, then decisions, then
    corrections by people; the same graph, the same bytes."""
    reasons = load_reasons(ontology_folder() / "reasons.toml")
    lines = (json.dumps(record, ensure_ascii=False) for record in identity_records(graph, reasons, base_iri=base_iri))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")

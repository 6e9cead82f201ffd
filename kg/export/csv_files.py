"""The graph as CSV files for spreadsheets."""

from __future__ import annotations

from kg.export.cells import table_csv
from kg.export.tables import document_table, entity_table, facts_with_evidence, figures_with_evidence
from kg.model.graph import KnowledgeGraph

__all__ = ["files"]


def files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:  # noqa: ARG001 — all forms are called alike
    """Four tables: entities, facts and figures (a row for each evidence), documents; UTF-8 with a mark."""
    return {
        "entities.csv": table_csv(entity_table(graph)),
        "facts.csv": table_csv(facts_with_evidence(graph)),
        "figures.csv": table_csv(figures_with_evidence(graph)),
        "documents.csv": table_csv(document_table(graph)),
    }

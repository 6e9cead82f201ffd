"""The finished graph as files: Turtle, tables, a report and a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.atomic import write_files

if TYPE_CHECKING:
    from kg.model.graph import KnowledgeGraph, RunReport

__all__ = ["write_exports"]


def write_exports(graph: KnowledgeGraph, report: RunReport, folder: Path, *, base_iri: str) -> tuple[Path, ...]:
    """The files written into `folder`: graph.ttl, graph.html, four tables (entities.csv, facts.csv, figures.csv,
    documents.csv), identity.jsonl and report.json.

    All are made before the first is written, and each is replaced whole: after an error or an interruption the folder
    holds the old files. Equal graphs and reports give equal bytes. Raises `KgError` that names the file and the cure.
    """
    from kg.export.csv_files import files as csv_files
    from kg.export.identity import identity_jsonl
    from kg.export.page import page
    from kg.export.report import report_json
    from kg.export.turtle import graph_turtle

    return write_files(
        folder,
        {
            "graph.ttl": graph_turtle(graph, base_iri=base_iri),
            "graph.html": page(graph),
            **csv_files(graph, base_iri=base_iri),
            "identity.jsonl": identity_jsonl(graph, base_iri=base_iri),
            "report.json": report_json(report),
        },
    )

"""The graph as tables: values that CSV, spreadsheets, databases and data frames are written from."""

from __future__ import annotations

from kg.export.tables.documents import document_table
from kg.export.tables.entities import entity_table
from kg.export.tables.facts import evidence_table, fact_table, facts_with_evidence
from kg.export.tables.figures import figure_table, figures_with_evidence
from kg.export.tables.identities import identity_table, member_table
from kg.export.tables.model import Cell, Column, Table, Type, plain_number

__all__ = [
    "Cell",
    "Column",
    "Table",
    "Type",
    "document_table",
    "entity_table",
    "evidence_table",
    "fact_table",
    "facts_with_evidence",
    "figure_table",
    "figures_with_evidence",
    "identity_table",
    "member_table",
    "plain_number",
]

"""The graph as CSV files for `neo4j-admin database import`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from kg.export.characters import encodable
from kg.export.tables import (
    Cell,
    Column,
    Table,
    Type,
    document_table,
    entity_table,
    evidence_table,
    fact_table,
    figure_table,
    identity_table,
    member_table,
)
from kg.export.tables.model import plain_number
from kg.model.graph import KnowledgeGraph
from kg.model.names import FACT_ENDS

__all__ = ["files"]

Pair: TypeAlias = tuple[str, str, str]
"""Start, end, and type of a relationship."""

_TYPES = {Type.TEXT: "", Type.WHOLE: ":long", Type.NUMBER: ":double"}
_LISTS = {"aliases": "；", "qualifiers": "、", "review_years": "、", "plan_years": "、"}
"""Columns whose cells are several names, and what parts them there."""
_LINKS = {"region_key": "IN_REGION", "about_key": "ABOUT", "part_of_key": "PART_OF"}

IMPORT = """\
# Neo4j 5 及以上：把这些文件放进 Neo4j 的 import 文件夹，停掉数据库后在那里执行
# Neo4j 5 and later: put these files into Neo4j's import folder, stop the database, and run there
neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true \\
  --nodes=neo4j_entities.csv --nodes=neo4j_facts.csv --nodes=neo4j_figures.csv \\
  --nodes=neo4j_identities.csv --nodes=neo4j_reports.csv \\
  --relationships=neo4j_relationships.csv --relationships=neo4j_evidence.csv

# 节点 / nodes: (:Entity:School …) (:Fact) (:Figure) (:Identity) (:Report)
# 关系 / relationships: (:Honor)-[:AWARD {year, status, fact}]->(:School)
#   (:Fact)-[:HAS_HONOR]->(:Honor)   (:Fact)-[:SAID_IN {quote, start, end, rule, confidence}]->(:Report)
#   (:Identity {holds: '不成立 fails'})-[:DERIVED]->(:Figure)   (:Identity)-[:GIVEN]->(:Figure)
# 例 / example:
# MATCH (h:Honor)-[a:AWARD {year: 2023}]->(s:School) MATCH (:Fact {key: a.fact})-[e:SAID_IN]->(r:Report)
# RETURN h.name, s.name, e.quote, r.file
"""


def files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:  # noqa: ARG001 — all forms are called alike
    """Nodes (entities, facts, figures, identities, reports), what binds them, evidence, and how to
    import them; UTF-8, no mark.

    Each fact is a node, bound to all that it speaks of and to the reports that say it, and, where it speaks of two
    entities, also a relationship between these with its year and status.
    """
    tables = {"entities": entity_table(graph), "facts": fact_table(graph), "figures": figure_table(graph)}
    labels = ["Entity;" + entity.kind.value for entity in graph.entities]
    reports = document_table(graph)
    return {
        "neo4j_entities.csv": _nodes(tables["entities"], labels, key="key"),
        "neo4j_facts.csv": _nodes(tables["facts"], ["Fact"] * len(graph.statements), key="fact"),
        "neo4j_figures.csv": _nodes(tables["figures"], ["Figure"] * len(graph.figures), key="figure"),
        "neo4j_identities.csv": _nodes(identity_table(graph), ["Identity"] * len(graph.identities), key="identity"),
        "neo4j_reports.csv": _nodes(reports, ["Report"] * len(reports.rows), key="key"),
        "neo4j_relationships.csv": _relationships(graph, tables),
        "neo4j_evidence.csv": _evidence(evidence_table(graph)),
        "neo4j_import.txt": IMPORT.encode(),
    }


def _nodes(table: Table, labels: Sequence[str], *, key: str) -> bytes:
    """A row a node: `key:ID`, `:LABEL`, and what the table tells of it; keys of other tables become relationships."""
    shown = table.without_links()
    names = [column.name for column in shown.columns]
    order = [names.index(key), *(at for at, name in enumerate(names) if name != key)]
    head = ["key:ID", ":LABEL", *(_head(shown.columns[at]) for at in order[1:])]
    rows = (
        [row[order[0]], label, *(_listed(names[at], row[at]) for at in order[1:])]
        for row, label in zip(shown.rows, labels, strict=True)
    )
    return _csv(head, rows)


def _head(column: Column) -> str:
    """The name of a property with its type: `year:int`, `value:double`, `aliases:string[]`."""
    if column.name in _LISTS:
        return column.name + (":int[]" if column.name.endswith("_years") else ":string[]")
    return column.name + (":int" if column.name == "year" else _TYPES[column.type])


def _listed(name: str, cell: Cell) -> Cell:
    """Several names parted as the importer wants them, so that no name holds what parts them."""
    if name not in _LISTS or not isinstance(cell, str):
        return cell
    return ";".join(part.replace(";", ",") for part in cell.split(_LISTS[name]))


def _relationships(graph: KnowledgeGraph, tables: dict[str, Table]) -> bytes:
    known = {str(row[-1]) for table in tables.values() for row in table.rows}
    rows: list[tuple[Cell, ...]] = []
    for statement in graph.statements:
        told = statement.year, "" if statement.status is None else statement.status.value, statement.key
        roles = [role for role in FACT_ENDS[statement.kind] if role in statement.ends]
        for role in roles[1:]:
            ends = statement.ends[roles[0]], statement.ends[role]
            rows.append((*ends, statement.kind.value.upper(), *told))
        rows += [(statement.key, statement.ends[role], f"HAS_{role.upper()}", None, "", "") for role in roles]
    rows += [(*pair, None, "", "") for name in ("entities", "figures") for pair in _linked(tables[name], known)]
    rows += [(one, figure, str(role).upper(), None, "", "") for one, role, figure in member_table(graph).rows]
    return _csv((":START_ID", ":END_ID", ":TYPE", "year:int", "status", "fact"), rows)


def _linked(table: Table, known: set[str]) -> Iterator[Pair]:
    """What the rows of a table point at, where it is there."""
    for at, column in enumerate(table.columns):
        if column.name in _LINKS:
            for row in table.rows:
                if row[at] in known:
                    yield str(row[-1]), str(row[at]), _LINKS[column.name]


def _evidence(table: Table) -> bytes:
    """A row for each quote: from what it is evidence of to the report."""
    names = [column.name for column in table.columns]
    source, told = names.index("source"), [at for at, name in enumerate(names) if name not in ("file", "source", "of")]
    head = [":START_ID", ":END_ID", ":TYPE", *(_head(table.columns[at]) for at in told)]
    return _csv(head, ([row[-1], row[source], "SAID_IN", *(row[at] for at in told)] for row in table.rows))


def _csv(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """Cells that are empty are absent; whatever holds commas, quotation marks or line ends is quoted."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, Decimal):
        return plain_number(cell)
    return encodable(cell).replace("\0", "") if isinstance(cell, str) else cell

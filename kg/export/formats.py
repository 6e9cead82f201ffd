"""The forms in which a graph can leave: for each a name, words, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from kg.errors import KgError, UsageError
from kg.export.atomic import write_files
from kg.model.graph import KnowledgeGraph

__all__ = ["FORMATS", "Format", "export_graph", "find_format"]


@dataclass(frozen=True, slots=True)
class Format:
    """One form."""

    name: str
    """As the command line takes it: `turtle`."""
    chinese: str
    english: str
    files: tuple[str, ...]
    """The names of the files that it writes into a folder."""
    writer: str
    """Module and function that give the bytes of each file: `kg.export.turtle:files`; imported when it is used."""
    extra: str = ""
    """What must be installed besides: `pip install 'cn-edu-kg[parquet]'`; empty if nothing."""

    def write(self, graph: KnowledgeGraph, *, base_iri: str) -> Mapping[str, bytes]:
        """File name to content; raises `KgError` that names the cure where a library is missing."""
        module, _, function = self.writer.partition(":")
        make: Callable[..., Mapping[str, bytes]] = getattr(import_module(module), function)
        try:
            return make(graph, base_iri=base_iri)
        except ModuleNotFoundError as missing:
            cure = f"pip install 'cn-edu-kg[{self.extra}]'" if self.extra else "pip install cn-edu-kg"
            raise KgError(f"{self.name}: 缺少库 / missing library: {missing.name}; {cure}") from missing


FORMATS = (
    Format("turtle", "Turtle（RDF）", "Turtle (RDF)", ("graph.ttl",), "kg.export.turtle:files"),
    Format("ntriples", "N-Triples", "N-Triples", ("graph.nt",), "kg.export.rdf_files:ntriples_files"),
    Format("nquads", "N-Quads（每份报告一个命名图）", "N-Quads, a named graph for each report", ("graph.nq",),
           "kg.export.rdf_files:quads_files"),
    Format("trig", "TriG（每份报告一个命名图）", "TriG, a named graph for each report", ("graph.trig",),
           "kg.export.rdf_files:trig_files"),
    Format(
        "csv", "CSV 表格", "CSV tables", ("entities.csv", "facts.csv", "figures.csv", "documents.csv"),
        "kg.export.csv_files:files",
    ),
    Format("xlsx", "Excel 工作簿", "a workbook for Excel", ("graph.xlsx",), "kg.export.spreadsheet:files"),
    Format("sqlite", "SQLite 数据库（可用 Datasette 打开）", "an SQLite database, for Datasette, too",
           ("graph.db", "datasette.json"), "kg.export.database:files"),
    Format("graphml", "GraphML（Cytoscape、yEd、igraph）", "GraphML (Cytoscape, yEd, igraph)", ("graph.graphml",),
           "kg.export.network.graphml:files"),
    Format("gexf", "GEXF（Gephi，带时间轴）", "GEXF (Gephi, with a timeline)", ("graph.gexf",),
           "kg.export.network.gexf:files"),
    Format(
        "neo4j", "Neo4j 导入用的 CSV", "CSV for Neo4j's import",
        ("neo4j_entities.csv", "neo4j_facts.csv", "neo4j_figures.csv", "neo4j_identities.csv", "neo4j_reports.csv",
         "neo4j_relationships.csv", "neo4j_evidence.csv", "neo4j_import.txt"),
        "kg.export.neo4j:files",
    ),
    Format("jsonld", "JSON-LD", "JSON-LD", ("graph.jsonld", "context.jsonld"), "kg.export.jsonld:files"),
    Format(
        "parquet", "Parquet（pandas、Polars、DuckDB）", "Parquet (pandas, Polars, DuckDB)",
        ("facts.parquet", "entities.parquet", "evidence.parquet", "figures.parquet", "identities.parquet",
         "identity_members.parquet", "documents.parquet"),
        "kg.export.parquet:files", extra="parquet",
    ),
)  # fmt: skip
"""All forms, in the order in which they are told."""


def find_format(name: str) -> Format:
    """The form of that name; raises `UsageError` that lists those there are.

    >>> find_format("turtle").files
    ('graph.ttl',)
    """
    for form in FORMATS:
        if form.name == name:
            return form
    known = ", ".join(form.name for form in FORMATS)
    raise UsageError(f"没有这种格式 / no such format: {name}; 有 / there are: {known}")


def export_graph(graph: KnowledgeGraph, name: str, target: Path, *, base_iri: str) -> tuple[Path, ...]:
    """The files of a form, written whole or not at all: into the folder `target`, or, if the form is one file and
    `target` has an ending, to `target` itself.

    Equal graphs give equal bytes. Raises `UsageError` for an unknown form or several files for one name, `KgError`
    that names file and cure when it cannot be written.
    """
    form = find_format(name)
    if not target.suffix or target.is_dir():
        return write_files(target, form.write(graph, base_iri=base_iri))
    if len(form.files) > 1:
        raise UsageError(
            f"{name} 要写 {len(form.files)} 个文件，请给文件夹 / {name} writes {len(form.files)} files: give a folder"
        )
    (content,) = form.write(graph, base_iri=base_iri).values()
    return write_files(target.parent, {target.name: content})

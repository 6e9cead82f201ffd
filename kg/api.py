"""What a Python user calls: `kg.build(paths)`, `kg.load(file)`, and the graph that both give."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model.graph import KnowledgeGraph, RunReport

if TYPE_CHECKING:
    import networkx
    import pandas
    import pyoxigraph
    import rdflib

    from kg.export.tables import Table
    from kg.pipeline import Progress, Reading
    from kg.store import Collection

__all__ = ["Build", "Graph", "add", "build", "load", "remove"]


@dataclass(frozen=True)
class Graph:
    """A graph as plain values, and the ways out of them.

    >>> graph = load("exports")
    >>> [document.region for document in graph.values.documents.values()][-1]
    '柳南区'
    """

    values: KnowledgeGraph
    base_iri: str
    """What every IRI of a thing begins with."""

    def query(self, question: str, **settings: object) -> pandas.DataFrame | list[dict[str, Any]] | bool | str:
        """The answer to a shipped question (by its name) or to SPARQL: of SELECT a table with Python values (None
        where a variable is unbound), of ASK a bool, of CONSTRUCT Turtle.

        `settings` are the question's parameters (`kg query --list`): `query("programs-of-region", year=2023)`.

        Raises `UsageError` for an unknown name, `QueryError` where the question cannot be answered.

        >>> load("exports").query("ASK { ?report a ek:Report }")
        True
        """
        from kg.export.answers import python_rows, write_answer
        from kg.graph.query import Kind, ask
        from kg.graph.questions import fill, find_query

        sparql = question if "{" in question else find_query(question).text
        sparql = fill(sparql, {name: str(value) for name, value in settings.items()})
        answer = ask(self.store, sparql, base_iri=self.base_iri)
        if answer.kind is Kind.TRUTH:
            return answer.truth
        if answer.kind is Kind.TRIPLES:
            return write_answer(answer, "table")
        return _frame(answer.variables, python_rows(answer))

    def entities(self, kind: str = "") -> pandas.DataFrame | list[dict[str, Any]]:
        """A row an entity; only those of a kind (`School`, `Honor` …) if one is given.

        All tables are a pandas `DataFrame` where pandas is installed, else a list of dicts.
        """
        from kg.export.tables import entity_table

        return _rows(entity_table(self.values), kind)

    def facts(self, kind: str = "") -> pandas.DataFrame | list[dict[str, Any]]:
        """A row for each evidence of each fact; only those of a kind (`award`, `project` …) if one is given.

        >>> rows = load("exports").facts("award")
        >>> len(rows) > 50
        True
        """
        from kg.export.tables import facts_with_evidence

        return _rows(facts_with_evidence(self.values), kind)

    def figures(self) -> pandas.DataFrame | list[dict[str, Any]]:
        """A row for each evidence of each figure."""
        from kg.export.tables import figures_with_evidence

        return _rows(figures_with_evidence(self.values))

    def documents(self) -> pandas.DataFrame | list[dict[str, Any]]:
        """A row a report."""
        from kg.export.tables import document_table

        return _rows(document_table(self.values))

    def rdf(self) -> rdflib.Graph:
        """The graph as RDF, in the terms of `ontology/edu.ttl`."""
        from kg.graph.rdf import to_rdf

        return to_rdf(self.values, base_iri=self.base_iri)

    def network(self) -> networkx.MultiDiGraph:
        """The graph for networkx: a node for each entity, an edge for each statement between two entities."""
        from kg.graph.network import to_network

        return to_network(self.values)

    @cached_property
    def store(self) -> pyoxigraph.Store:
        """A `pyoxigraph.Store` in memory that answers SPARQL; filled when it is first asked."""
        from kg.graph.rdf import to_store

        return to_store(self.values, base_iri=self.base_iri)

    def export(self, form: str, target: str | os.PathLike[str]) -> tuple[Path, ...]:
        """The files of a form (`kg export --list`), written to a folder or a file."""
        from kg.export.formats import export_graph

        return export_graph(self.values, form, Path(target), base_iri=self.base_iri)


@dataclass(frozen=True)
class Build(Graph):
    """A graph that was just built from reports, and what happened on the way."""

    report: RunReport
    store_folder: Path | None = None
    """Of a build from a store: its folder."""

    @classmethod
    def of(cls, collection: Collection, base_iri: str, *, jobs: int | None, progress: Progress | None) -> Build:
        """The build of all reports that a collection holds."""
        graph, report = collection.graph(jobs=jobs, progress=progress)
        return cls(graph, base_iri, report, collection.documents.path.parent)

    def save(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """The files of `kg build` written into `folder`, each whole or not at all; and the database of the store."""
        from kg.export import write_exports

        written = write_exports(self.values, self.report, Path(folder), base_iri=self.base_iri)
        if self.store_folder is not None:
            from kg.store.engine import write_engine

            write_engine(self.store_folder, (Path(folder) / "graph.ttl").read_bytes())
        return written


def build(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    jobs: int | None = None,
    base_iri: str | None = None,
    progress: Progress | None = None,
    fields: Mapping[str, str] | None = None,
    input_format: str = "",
    store: str | os.PathLike[str] | None = None,
    curation: str | os.PathLike[str] | None = None,
) -> Build:
    """The knowledge graph of files and folders (read recursively), archives and JSON Lines.

    A file that cannot be read does not stop the others: see `.report.failures`. Every IRI of the graph begins with
    `base_iri`, unless told otherwise with `kg.graph.iri.BASE_IRI`. `fields` names keys of JSON Lines:
    `{"text": "正文", "title": "标题"}`, besides them `date`, `url`, `publisher` and `region`. `-` is standard input, of
    the kind `input_format` or what it looks like. With `jobs` above 1 (or None and much text) processes are started;
    a script then needs the usual `if __name__ == "__main__":`. With a folder `store` the reports and what is read in
    them are kept there, and only what is new or changed is read. A file `curation` corrects the graph; entries that
    match nothing are told in `.report.curation`, and a store keeps a copy of the file. Raises `KgError`.
    """
    from kg.graph.iri import BASE_IRI, Namespaces
    from kg.pipeline import Reading, build_documents, gather
    from kg.read import Fields

    base = base_iri or BASE_IRI
    Namespaces(base)  # a base that cannot be one is told before the work, not after
    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    inputs = gather([Path(path) for path in given], Reading(Fields.of(fields or {}), input_format))
    if store is None:
        from kg.curate import read_curation

        entries = None if curation is None else read_curation(Path(curation))
        graph, report = build_documents(inputs, jobs=jobs, progress=progress, curation=entries)
        return Build(graph, base, report)
    from kg.store import open_collection

    with open_collection(Path(store)) as collection:
        if curation is not None:
            collection.curate(Path(curation))
        collection.hold(inputs)
        return Build.of(collection, base, jobs=jobs, progress=progress)


def add(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    store: str | os.PathLike[str],
    *,
    jobs: int | None = None,
    base_iri: str | None = None,
    progress: Progress | None = None,
    reading: Reading | None = None,
    curation: str | os.PathLike[str] | None = None,
) -> Build:
    """The graph of a store after files and folders were added to it; a file of the same name takes the other's place.

    Only what is new or changed is read. Raises `KgError`.
    """
    from kg.graph.iri import BASE_IRI, Namespaces
    from kg.pipeline import gather
    from kg.store import open_collection

    base = Namespaces(base_iri or BASE_IRI).base
    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    inputs = gather([Path(path) for path in given], reading)
    with open_collection(Path(store)) as collection:
        if curation is not None:
            collection.curate(Path(curation))
        collection.add(inputs)
        return Build.of(collection, base, jobs=jobs, progress=progress)


def remove(
    documents: Iterable[str],
    store: str | os.PathLike[str],
    *,
    jobs: int | None = None,
    base_iri: str | None = None,
    progress: Progress | None = None,
    curation: str | os.PathLike[str] | None = None,
) -> Build:
    """The graph of a store after reports were taken out of it: by name, by stem, or by the key of the document.

    Nothing is read. Raises `UsageError` for one that is not there or could be several.
    """
    from kg.graph.iri import BASE_IRI, Namespaces
    from kg.store import open_collection

    base = Namespaces(base_iri or BASE_IRI).base
    with open_collection(Path(store)) as collection:
        if curation is not None:
            collection.curate(Path(curation))
        collection.remove(list(documents))
        return Build.of(collection, base, jobs=jobs, progress=progress)


def load(path: str | os.PathLike[str]) -> Graph:
    """The graph of a Turtle file that `kg build` wrote, or of the `graph.ttl` of a folder; raises `GraphError`.

    >>> len(load("exports").values.documents)
    5
    """
    from kg.graph.reading import read_file

    back = read_file(Path(path))
    return Graph(back.graph, back.base_iri)


def _rows(table: Table, kind: str = "") -> pandas.DataFrame | list[dict[str, Any]]:
    """The rows of a table, of one type only if one is given."""
    names = [column.name for column in table.columns]
    return _frame(names, [row for row in table.rows if not kind or row[0] == kind])


def _frame(names: Sequence[str], rows: Iterable[Sequence[object]]) -> pandas.DataFrame | list[dict[str, Any]]:
    """A data frame where pandas is installed, else a dict a row; decimal numbers as Python's floats."""
    plain = [tuple(float(cell) if isinstance(cell, Decimal) else cell for cell in row) for row in rows]
    try:
        import pandas
    except ModuleNotFoundError:
        return [dict(zip(names, row, strict=True)) for row in plain]
    return pandas.DataFrame(plain, columns=list(names))

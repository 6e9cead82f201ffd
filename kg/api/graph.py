"""What a Python user has: the graph as values, tables, answers, RDF, a network and files."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.api.policies import Policies
from kg.api.rows import Rows, rows
from kg.model.graph import KnowledgeGraph
from kg.model.names import EntityKind, FactKind

if TYPE_CHECKING:
    import networkx
    import pyoxigraph
    import rdflib

    from kg.publish import Plan

__all__ = ["Graph"]


@dataclass(frozen=True, repr=False)
class Graph(Policies):
    """A graph as plain values, and the ways out of them: what `load` gives, and with a report of the run, `build`.

    Nothing is changed by any method, and equal graphs give equal results. The facts come from the reports alone; each
    keeps the places that say it. Tables (`entities`, `facts`, `figures`, `documents`, `query`) are a pandas `DataFrame`
    where pandas is installed, with years as nullable whole numbers, else a list of dicts.

    >>> import kg
    >>> graph = kg.load("exports")
    >>> len(graph.values.documents)
    5
    >>> graph.base_iri
    'https://w3id.org/cn-edu-kg/id/'
    """

    values: KnowledgeGraph
    """Entities, facts, figures and reports as frozen dataclasses, free of any library."""
    base_iri: str
    """What every IRI of a thing begins with."""

    def __repr__(self) -> str:
        """A line: what it is and how much it holds."""
        from kg.export.notebook import in_a_line

        return f"<kg.{type(self).__name__}: {in_a_line(self.values)}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: counts by kind, and the reports with region and years; no script, words escaped."""
        from kg.export.notebook import in_a_notebook

        return in_a_notebook(self.values)

    def query(self, question: str, **settings: object) -> Rows | bool | str:
        """The answer to a shipped question (by its name) or to SPARQL: of SELECT a table, of ASK a bool, of CONSTRUCT
        Turtle.

        The columns of a table are the question's variables, the rows in the order it gives; values are Python's own
        (int, float, bool, words; of an IRI the whole IRI), and missing where a variable is unbound. `settings` are the
        question's parameters (`kg query --list`); None leaves one open. Prefixes of the vocabularies and `id:` need no
        declaration. Answered by pyoxigraph over all triples; nothing is fetched.

        Raises `UsageError` for an unknown name, parameter or value, `QueryError` where the question cannot be answered.

        >>> import kg
        >>> kg.load("exports").query("ASK { ?report a ek:Report }")
        True
        >>> len(kg.load("exports").query("SELECT ?report { ?report a ek:Report }"))
        5
        >>> len(kg.load("exports").query("programs-of-region", year=2023)) > 0
        True
        """
        from kg.export.answers import python_rows, write_answer
        from kg.export.frames import frame
        from kg.graph.query import Kind, ask
        from kg.graph.questions import fill, find_query

        sparql = question if "{" in question else find_query(question).text
        sparql = fill(sparql, {name: str(value) for name, value in settings.items() if value is not None})
        answer = ask(self.store, sparql, base_iri=self.base_iri)
        if answer.kind is Kind.TRUTH:
            return answer.truth
        if answer.kind is Kind.TRIPLES:
            return write_answer(answer, "turtle", base_iri=self.base_iri)
        return frame(answer.variables, python_rows(answer))

    def entities(self, kind: str = "") -> Rows:
        """A row an entity, by key: type, name, aliases (joined by ；), level, region, what is known of it, the number
        of its facts; `key` is what `facts()` speaks of. Only those of a kind if one is given: Region, School, Project,
        Program, Honor, PolicyDocument, Organization, Person.

        Every name stands in a report, or in the concept or region of `ontology/` that a report names. Raises
        `UsageError` for an unknown kind.

        >>> import kg
        >>> graph = kg.load("exports")
        >>> 0 < len(graph.entities("School")) < len(graph.entities()) == len(graph.values.entities)
        True
        """
        from kg.export.tables import entity_table

        return rows(entity_table(self.values), kind, EntityKind)

    def facts(self, kind: str = "") -> Rows:
        """A row for each evidence of each fact, by the fact's key: type, names and keys of who and what takes part,
        year, status, `amount` in yuan, `area` in m², then where a report says so: file, start and end (characters of
        the text that `kg text` prints, half-open), the exact quote, rule, confidence from 0 to 1; then the
        number of reports that say it by themselves (`sources`: copies count once); last the fact's key.

        A fact that two sentences give has two rows with one key. Only those of a kind if one is given: location,
        within, award, project, program, participation, document, basis, succession. Raises `UsageError` for an
        unknown kind.

        >>> import kg
        >>> len(kg.load("exports").facts("award")) > 50
        True
        """
        from kg.export.tables import facts_with_evidence

        return rows(facts_with_evidence(self.values), kind, FactKind)

    def figures(self) -> Rows:
        """A row for each evidence of each figure, report by report in the order of the text: what is counted, what
        narrows it, value (and `upper` of a range) in `unit`, region or school, year, status, of which figure it is a
        part, and whether the sums in which it stands hold; then file, start, end, quote, rule, confidence, and its key.

        `value` is the number of the text: with the unit 万元 it counts ten thousands. The words are the report's own.

        >>> import kg
        >>> len(kg.load("exports").figures()) > 300
        True
        """
        from kg.export.tables import figures_with_evidence

        return rows(figures_with_evidence(self.values))

    def documents(self) -> Rows:
        """A row a report, by key: file, title, who issued it, region and why that one, years of review and of plan
        (joined by 、), script, address, form, size in bytes, sha256; `key` is the `source` of `facts()`.

        >>> import kg
        >>> len(kg.load("exports").documents())
        5
        """
        from kg.export.tables import document_table

        return rows(document_table(self.values))

    def rdf(self) -> rdflib.Graph:
        """The same triples as `graph.ttl` in an `rdflib.Graph`, in the terms of `ontology/edu.ttl`, prefixes bound;
        made anew at each call, yours to change. Raises `GraphError` where the values are not whole.

        >>> import kg
        >>> len(kg.load("exports").rdf()) == len(kg.load("exports").store)
        True
        """
        from kg.graph.rdf import to_rdf

        return to_rdf(self.values, base_iri=self.base_iri)

    def network(self) -> networkx.MultiDiGraph:
        """A `networkx.MultiDiGraph`: a node for each entity (by its key; label, kind, level, region …), an edge for
        each fact from its first end to each other (by the fact's key; kind, role, year, status, quote, confidence …).

        What is not known is an absent attribute. Facts with one end only have no edge:
        `network.graph["without_edge"]` names them.

        >>> import kg
        >>> network = kg.load("exports").network()
        >>> network.number_of_nodes() == len(kg.load("exports").values.entities)
        True
        """
        from kg.graph.network import to_network

        return to_network(self.values)

    @cached_property
    def store(self) -> pyoxigraph.Store:
        """A `pyoxigraph.Store` in memory that answers SPARQL; filled when it is first asked, then kept.

        >>> import kg
        >>> len(kg.load("exports").store) > 10_000
        True
        """
        from kg.graph.rdf import to_store

        return to_store(self.values, base_iri=self.base_iri)

    def export(self, form: str, target: str | os.PathLike[str]) -> tuple[Path, ...]:
        """The files of a form (`kg export --list`), written whole or not at all: to a folder, or a form of one file to
        the file `target`.

        Raises `UsageError` for an unknown form or one file's name for several files, `KgError` where nothing can be
        written or a library is missing.

        >>> import kg
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     [path.name for path in kg.load("exports").export("turtle", folder)]
        ['graph.ttl']
        """
        from kg.export.formats import export_graph

        return export_graph(self.values, form, Path(target), base_iri=self.base_iri)

    def publish(
        self,
        url: str,
        *,
        state: str | os.PathLike[str] | None = None,
        login: tuple[str, str] | None = None,
        dry_run: bool = False,
        prune: bool = False,
        default_graph: bool = False,
        retries: int = 5,
        timeout: float = 60.0,
    ) -> Plan:
        """Put the graph into the SPARQL 1.1 graph store at `url`, and give what that took: the parts sent (`send`),
        those the server had (`kept`), and the names of reports that were taken out (`stale`), deleted with `prune`.

        Each report goes into a named graph of its IRI, what all share into `<base_iri>dataset`, or with `default_graph`
        into the one without a name. A file `state` remembers what the server confirmed, so that after a break the same
        call goes on; without it all is sent. `login` is name and password, by default those of the environment
        (`KG_PUBLISH_USER`, `KG_PUBLISH_PASSWORD`). What fails for a while is tried `retries` times again; an answer
        must come within `timeout` seconds. Nothing is sent with `dry_run`.

        Raises `UsageError` for a wrong address, `PublishError` where the server does not take a part.

        >>> import kg
        >>> plan = kg.load("exports").publish("http://127.0.0.1:7878/store", dry_run=True)
        >>> len(plan.send), plan.send[-1].iri
        (6, 'https://w3id.org/cn-edu-kg/id/dataset')
        """
        from kg.publish import Confirmed, Server, delete_stale, plan, send_parts

        server = Server.of(url, os.environ, login=login, timeout=timeout, retries=retries)
        confirmed = Confirmed(None if state is None else Path(state), url)
        todo = plan(self.values, base_iri=self.base_iri, confirmed=confirmed.graphs, default_graph=default_graph)
        if not dry_run:
            deque(send_parts(todo, server, confirmed), maxlen=0)
            deque(delete_stale(todo, server, confirmed) if prune else (), maxlen=0)
        return todo

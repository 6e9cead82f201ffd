"""Answers to jobs, from an open graph: what a worker process does."""

from __future__ import annotations

import io

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from kg.errors import GraphError, QueryError
from kg.export import jsonld
from kg.graph.iri import BASE_IRI
from kg.graph.query import Answer as Given
from kg.graph.query import Kind, Result, answered, evaluate
from kg.graph.vocabulary import PREFIXES, term
from kg.serve.explore import explorer, neighbourhood
from kg.serve.forms import GRAPH_FORMS, HTML, JSON_LD, RESULT_FORMS, preferred
from kg.serve.jobs import Answer, Around, Ask, Body, Cell, Explore, Find, Job, Look, Refused, Table, Use
from kg.serve.search import Names
from kg.serve.things import Words, cell, described, explored, look, node_of

__all__ = ["MAX_ANSWER", "MAX_ROWS", "SHOWN_ROWS", "Engine"]

MAX_ANSWER = 64 * 1024 * 1024
"""Bytes of an answer; a larger one is refused whole, never cut."""
MAX_ROWS = 200_000
"""Of a CSV file for spreadsheets."""
SHOWN_ROWS = 1000
"""Of an answer on a page."""


class _TooMuchError(Exception):
    """An answer is larger than what is sent."""


class Limited(io.BytesIO):
    """A buffer that refuses to grow beyond `MAX_ANSWER`."""

    def write(self, content: bytes) -> int:  # type: ignore[override]
        """How many bytes were written: all."""
        if self.tell() + len(content) > MAX_ANSWER:
            raise _TooMuchError
        return super().write(content)


class Engine:
    """A graph, and the answers that it gives."""

    def __init__(self, store: Store) -> None:
        self._store, self._base, self._words = store, base_of(store), Words.load()
        self._names = Names(store, self._base)

    def answer(self, job: Job) -> Answer:
        """The answer to any job; `Refused` where there is none."""
        try:
            return self._answer(job)
        except _TooMuchError:
            size = f"{MAX_ANSWER // 1024 // 1024} MiB"
            return Refused(503, f"答案超过 {size}，请加 LIMIT / the answer exceeds {size}: add a LIMIT")
        except MemoryError:
            return Refused(503, "回答要用的内存太多 / the answer needs too much memory")
        except QueryError as problem:
            return Refused(400, str(problem))
        except GraphError as problem:  # a store of other triples, which can be asked but not explored
            return Refused(500, str(problem))

    def _answer(self, job: Job) -> Answer:
        match job:
            case Find():
                return self._names.find(job.words)
            case Look():
                return self._look(job)
            case Explore():
                return Body(HTML, explorer(self._store))
            case Around():
                return self._around(job)
            case Ask(use=Use.PAGE):
                return self._table(job.text)
            case Ask(use=Use.SPREADSHEET):
                return self._spreadsheet(job.text)
            case Ask():
                return self._protocol(job)

    def _protocol(self, job: Ask) -> Answer:
        given = self._evaluate(job.text)
        forms = GRAPH_FORMS if isinstance(given, QueryTriples) else RESULT_FORMS
        media = preferred(job.accept, tuple(forms))
        if media is None:
            return Refused(406, f"没有这种格式的答案，有 / no answer in this form; there are: {', '.join(forms)}")
        buffer = Limited()
        with answered():
            if isinstance(given, QueryTriples):
                serialize(given, buffer, getattr(RdfFormat, forms[media]), prefixes=dict(PREFIXES))
            else:
                given.serialize(buffer, getattr(QueryResultsFormat, forms[media]))
        return Body(media, buffer.getvalue())

    def _evaluate(self, text: str) -> Given:
        return evaluate(self._store, text, base_iri=self._base)

    def _rows(self, text: str, most: int) -> tuple[Result, bool]:
        """The first rows of an answer of any kind, and whether there are more."""
        given = self._evaluate(text)
        if isinstance(given, QueryBoolean):
            return Result(Kind.TRUTH, truth=bool(given)), False
        with answered():
            if isinstance(given, QueryTriples):
                triples = tuple(triple for triple, _ in zip(given, range(most + 1), strict=False))
                return Result(Kind.TRIPLES, triples=triples[:most]), len(triples) > most
            rows = tuple(tuple(row) for row, _ in zip(given, range(most + 1), strict=False))
            names = tuple(variable.value for variable in given.variables)
            return Result(Kind.ROWS, names, rows[:most]), len(rows) > most

    def _table(self, text: str) -> Table:
        result, more = self._rows(text, SHOWN_ROWS)
        if result.kind is Kind.TRUTH:
            return Table(("答案 / answer",), ((Cell("是 / yes" if result.truth else "否 / no"),),), more=False)
        columns, rows = result.variables, result.rows
        if result.kind is Kind.TRIPLES:
            columns = ("subject", "predicate", "object")
            rows = tuple((t.subject, t.predicate, t.object) for t in result.triples)
        return Table(columns, tuple(tuple(cell(t, base=self._base) for t in row) for row in rows), more)

    def _spreadsheet(self, text: str) -> Answer:
        from kg.export.answers import write_answer

        result, more = self._rows(text, MAX_ROWS)
        if more:
            return Refused(503, f"答案超过 {MAX_ROWS} 行，请加 LIMIT / more than {MAX_ROWS} rows: add a LIMIT")
        return Body("text/csv", write_answer(result, "csv").encode("utf-8"))

    def _look(self, job: Look) -> Answer:
        node = node_of(self._store, job.key, base=self._base)
        if node is None:
            return Refused(404, f"图谱里没有 {job.key} / the graph does not know it")
        if job.media == HTML:
            return look(self._store, node, base=self._base, words=self._words)
        return Body(job.media, self._written(described(self._store, node), job.media))

    def _around(self, job: Around) -> Answer:
        node = node_of(self._store, job.key, base=self._base)
        if node is None or not explored(self._store, node):
            return Refused(404, f"图谱里没有 {job.key} / the graph does not know it")
        return Body("application/json", neighbourhood(self._store, node.value, job.hops))

    def _written(self, triples: list[Triple], media: str) -> bytes:
        buffer = Limited()
        named = all(isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode | Literal) for t in triples)
        if media == JSON_LD and named:
            buffer.write(jsonld.document(triples, base_iri=self._base))
        else:
            serialize(triples, buffer, getattr(RdfFormat, GRAPH_FORMS[media]), prefixes=dict(PREFIXES))
        return buffer.getvalue()


def base_of(store: Store) -> str:
    """What every IRI of a graph begins with, as its own description tells; the usual one where it has none."""
    for quad in store.quads_for_pattern(None, term("rdf:type"), term("void:Dataset"), None):
        if isinstance(quad.subject, NamedNode) and quad.subject.value.endswith("dataset"):
            return quad.subject.value.removesuffix("dataset")
    return BASE_IRI

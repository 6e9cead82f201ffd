"""Answers to jobs, from an open graph: what a worker process does."""

from __future__ import annotations

import io

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from kg.errors import QueryError
from kg.graph.iri import BASE_IRI
from kg.graph.query import Answer as Given
from kg.graph.query import Kind, Result, answered, evaluate
from kg.graph.vocabulary import PREFIXES, term
from kg.serve.forms import GRAPH_FORMS, RESULT_FORMS, preferred
from kg.serve.jobs import Answer, Ask, Body, Cell, Describe, Download, Job, Look, Refused, Table, Tabulate
from kg.serve.things import Words, cell, described, look

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

    def _answer(self, job: Job) -> Answer:
        if isinstance(job, Ask):
            return self._ask(job)
        if isinstance(job, Tabulate):
            return self._table(job.text)
        if isinstance(job, Download):
            return self._download(job.text)
        if isinstance(job, Look):
            return look(self._store, job.key, base=self._base, words=self._words) or _unknown(job.key)
        return self._describe(job)

    def _ask(self, job: Ask) -> Answer:
        given = self._evaluate(job.text)
        if isinstance(given, QueryTriples):
            media = preferred(job.accept, tuple(GRAPH_FORMS))
        else:
            media = preferred(job.accept, tuple(RESULT_FORMS))
        if media is None:
            there = ", ".join(GRAPH_FORMS if isinstance(given, QueryTriples) else RESULT_FORMS)
            return Refused(406, f"没有这种格式的答案，有 / no answer in this form; there are: {there}")
        buffer = Limited()
        with answered():
            if isinstance(given, QueryTriples):
                form = getattr(RdfFormat, GRAPH_FORMS[media])
                serialize(given, buffer, form, prefixes=dict(PREFIXES))
            else:
                given.serialize(buffer, getattr(QueryResultsFormat, RESULT_FORMS[media]))
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

    def _download(self, text: str) -> Answer:
        from kg.export.answers import write_answer

        result, more = self._rows(text, MAX_ROWS)
        if more:
            return Refused(503, f"答案超过 {MAX_ROWS} 行，请加 LIMIT / more than {MAX_ROWS} rows: add a LIMIT")
        return Body("text/csv", write_answer(result, "csv").encode("utf-8"))

    def _describe(self, job: Describe) -> Answer:
        triples = described(self._store, job.key, base=self._base)
        if not triples:
            return _unknown(job.key)
        buffer = Limited()
        form = getattr(RdfFormat, GRAPH_FORMS[job.media])
        serialize(triples, buffer, form, prefixes=dict(PREFIXES))
        return Body(job.media, buffer.getvalue())


def _unknown(key: str) -> Refused:
    return Refused(404, f"图谱里没有 {key} / the graph does not know it")


def base_of(store: Store) -> str:
    """What every IRI of a graph begins with, as its own description tells; the usual one where it has none."""
    for quad in store.quads_for_pattern(None, term("rdf:type"), term("void:Dataset"), None):
        if isinstance(quad.subject, NamedNode) and quad.subject.value.endswith("dataset"):
            return quad.subject.value.removesuffix("dataset")
    return BASE_IRI

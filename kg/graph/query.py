"""Questions in SPARQL, and their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store, Triple

from kg.errors import QueryError
from kg.graph.gate import let_through
from kg.graph.iri import BASE_IRI
from kg.graph.vocabulary import PREFIXES

__all__ = ["Answer", "Kind", "Result", "Term", "answered", "ask", "evaluate", "prefixes"]

Term: TypeAlias = NamedNode | Literal | BlankNode | Triple | None
"""A value of an answer; None where a row has none for a variable."""


Answer: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples


class Kind(StrEnum):
    """What sort of answer a question has."""

    ROWS = "rows"
    """Of SELECT."""
    TRUTH = "truth"
    """Of ASK."""
    TRIPLES = "triples"
    """Of CONSTRUCT and DESCRIBE."""


@dataclass(frozen=True, slots=True)
class Result:
    """An answer, whole: `rows` of SELECT, `truth` of ASK, `triples` of CONSTRUCT and DESCRIBE; the others empty."""

    kind: Kind
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term, ...], ...] = ()
    truth: bool = False
    triples: tuple[Triple, ...] = ()


def prefixes(base_iri: str = BASE_IRI) -> Mapping[str, str]:
    """The prefixes that a question may use without declaring them: the vocabularies, and `id:` for the things."""
    return PREFIXES | {"id": base_iri}


def ask(store: Store, text: str, *, base_iri: str = BASE_IRI) -> Result:
    """The answer of the graph to a SPARQL question; raises `QueryError`, with one line, when it can have none.

    >>> ask(Store(), "SELECT (1 + 1 AS ?two) {}").rows[0][0].value
    '2'
    """
    with answered():
        return _result(evaluate(store, text, base_iri=base_iri))


def evaluate(store: Store, text: str, *, base_iri: str = BASE_IRI) -> Answer:
    """The engine's own answer to a question that the gate lets through, computed while it is read in `answered`."""
    known = prefixes(base_iri)
    let_through(text, prefixes=known)
    with answered():
        return store.query(text, prefixes=dict(known))


@contextmanager
def answered() -> Iterator[None]:
    """Turns what the engine raises into `QueryError`, with one line."""
    try:
        yield
    except (SyntaxError, ValueError, OSError, RuntimeError) as cause:
        problem = " ".join(str(cause).split())
        raise QueryError(f"这个问题回答不了 / the question cannot be answered: {problem}") from cause


def _result(answer: Answer) -> Result:
    if isinstance(answer, QuerySolutions):
        variables = tuple(variable.value for variable in answer.variables)
        return Result(Kind.ROWS, variables, tuple(tuple(row) for row in answer))
    if isinstance(answer, QueryBoolean):
        return Result(Kind.TRUTH, truth=bool(answer))
    return Result(Kind.TRIPLES, triples=tuple(answer))

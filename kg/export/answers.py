"""Answers to questions, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.errors import UsageError
from kg.export.cells import csv_text
from kg.export.terminal import terminal_table, terminal_width
from kg.graph.query import Kind, Result, Term
from kg.graph.turtle import write_turtle
from kg.graph.vocabulary import PREFIXES

__all__ = ["FORMATS", "python_rows", "write_answer"]

FORMATS = ("table", "csv", "tsv", "json", "turtle")
_STRING = PREFIXES["xsd"] + "string"


def write_answer(answer: Result, form: str, *, base_iri: str = "", width: int | None = None) -> str:
    """The answer as a text table, as SPARQL 1.1 results in CSV, TSV or JSON, or as Turtle; ends with a line's end.

    Triples are Turtle as a table, too, rows of subject, predicate and object in CSV, TSV and JSON. In Turtle IRIs under
    `base_iri` are short. `width` is that of the terminal in columns; None takes the terminal's own, and all that is
    needed where the output is no terminal.
    Raises `UsageError` for a form that is none of `FORMATS`.

    >>> print(write_answer(Result(Kind.TRUTH, truth=True), "table"), end="")
    是 / yes
    """
    if form == "table":
        return _table(answer, base_iri, width)
    if form == "csv":
        return _csv(answer)
    if form == "json":
        return _json(answer)
    if form == "tsv":
        return _tsv(answer)
    if form == "turtle":
        if answer.kind is not Kind.TRIPLES:
            raise UsageError("turtle 只用于 CONSTRUCT、DESCRIBE / turtle is for answers of CONSTRUCT and DESCRIBE")
        return _turtle(answer, base_iri)
    raise UsageError(f"没有这种格式 / no such format: {form}; 有 / there are: {', '.join(FORMATS)}")


def _rows(answer: Result) -> tuple[tuple[str, ...], tuple[tuple[Term, ...], ...]]:
    """Variables and rows; of triples those of their three parts."""
    if answer.kind is Kind.TRIPLES:
        return ("subject", "predicate", "object"), tuple((t.subject, t.predicate, t.object) for t in answer.triples)
    return answer.variables, answer.rows


def _table(answer: Result, base_iri: str, width: int | None) -> str:
    if answer.kind is Kind.TRUTH:
        return "是 / yes\n" if answer.truth else "否 / no\n"
    if answer.kind is Kind.TRIPLES:
        return _turtle(answer, base_iri)
    variables, rows = _rows(answer)
    told = [[_short(term) for term in row] for row in rows]
    return f"{terminal_table(variables, told, width=width or terminal_width())}\n\n{len(rows)} 行 / rows\n"


def _short(term: Term) -> str:
    """A value for people: words without their language, IRIs by their prefix."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        for prefix, namespace in PREFIXES.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        return term.value
    return term.value if isinstance(term, Literal) else str(term)


def _csv(answer: Result) -> str:
    if answer.kind is Kind.TRUTH:
        return csv_text(("truth",), [("true" if answer.truth else "false",)])
    variables, rows = _rows(answer)
    return csv_text(variables, ([_plain(term) for term in row] for row in rows))


def _turtle(answer: Result, base_iri: str) -> str:
    """Sorted; in the engine's order where nodes have no names by which they could be sorted."""
    if any(isinstance(term, BlankNode) for triple in answer.triples for term in (triple.subject, triple.object)):
        return (serialize(answer.triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()
    return write_turtle(answer.triples, base_iri=base_iri)


def _tsv(answer: Result) -> str:
    """As the SPARQL 1.1 standard has it: terms as Turtle writes them, so that nothing of a term is lost."""
    if answer.kind is Kind.TRUTH:
        return f"?truth\n{'true' if answer.truth else 'false'}\n"
    variables, rows = _rows(answer)
    lines = ["\t".join(f"?{name}" for name in variables)]
    lines += ["\t".join("" if term is None else _tab_safe(str(term)) for term in row) for row in rows]
    return "\n".join(lines) + "\n"


def _tab_safe(written: str) -> str:
    """A term without a tab or a line's end as it stands; N-Triples leaves tabs in literals."""
    return written.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _plain(term: Term) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, Literal | NamedNode) else str(term)


def _json(answer: Result) -> str:
    whole: dict[str, object]
    if answer.kind is Kind.TRUTH:
        whole = {"head": {}, "boolean": answer.truth}
    else:
        variables, rows = _rows(answer)
        bindings = [
            {name: _term(term) for name, term in zip(variables, row, strict=True) if term is not None} for row in rows
        ]
        whole = {"head": {"vars": list(variables)}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _term(term: NamedNode | Literal | BlankNode | Triple) -> dict[str, str]:
    """A value as the SPARQL 1.1 standard writes it in JSON."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Literal):
        known = {"type": "literal", "value": term.value}
        if term.language:
            return known | {"xml:lang": term.language}
        return known if term.datatype.value == _STRING else known | {"datatype": term.datatype.value}
    return (
        {"type": "bnode", "value": term.value}
        if isinstance(term, BlankNode)
        else {"type": "triple", "value": str(term)}
    )


_NUMBERS: dict[str, Callable[[str], object]] = {
    PREFIXES["xsd"] + "integer": int,
    PREFIXES["xsd"] + "decimal": Decimal,
    PREFIXES["xsd"] + "double": float,
    PREFIXES["xsd"] + "boolean": lambda word: word == "true",
}


def python_rows(answer: Result) -> list[tuple[object, ...]]:
    """The rows of an answer with Python's own values: numbers, truth, words, IRIs as words, None where nothing is.

    >>> python_rows(Result(Kind.ROWS, ("n",), ((Literal(3),), (None,))))
    [(3,), (None,)]
    """
    return [tuple(_python(term) for term in row) for row in _rows(answer)[1]]


def _python(term: Term) -> object:
    if isinstance(term, Literal):
        return _NUMBERS.get(term.datatype.value, str)(term.value)
    return None if term is None else _plain(term)

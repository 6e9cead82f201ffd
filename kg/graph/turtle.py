"""Turtle for people and for diffs: sorted, one predicate a line, a heading for each kind of subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import GraphError
from kg.graph.literals import tagged, text
from kg.graph.prefixes import PREFIXES

__all__ = ["Row", "block", "body", "head", "rows_of", "write_rows", "write_turtle"]

Row: TypeAlias = tuple[str, str, str]
"""A triple as Turtle writes it: `("school:1", "ek:inRegion", "region:431221")`; the predicate of a class is `a`."""

_XSD = PREFIXES["xsd"]
_TYPE = PREFIXES["rdf"] + "type"
_BARE = {
    _XSD + "integer": re.compile(r"-?[1-9]\d*|0", re.ASCII),
    _XSD + "decimal": re.compile(r"-?(?:[1-9]\d*|0)\.(?:\d*[1-9]|0)", re.ASCII),
    _XSD + "boolean": re.compile("true|false"),
}
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_SEGMENT = re.compile(r"[a-z][a-z0-9-]*")


def block(subject: str, pairs: Iterable[tuple[str, str]]) -> str:
    """All that is said of one subject: each predicate on a line, several values each on a line of their own.

    >>> print(block("school:1", [("ek:count", "3"), ("a", "ek:School")]), end="")
    school:1
        a ek:School ;
        ek:count 3 .
    """
    lines: list[str] = []
    last = last_value = ""
    for predicate, value in sorted(pairs):
        if predicate != last:
            lines.append(f"{predicate} {value}")
        elif value == last_value:
            continue
        elif predicate == "a":
            lines[-1] += f" , {value}"
        else:
            lines[-1] = f"{_several(lines[-1], predicate)} ,\n        {value}"
        last, last_value = predicate, value
    return f"{subject}\n    {_NEXT.join(lines)} .\n"


_NEXT = " ;\n    "


def _several(line: str, predicate: str) -> str:
    """A predicate's line so that its first value, too, has one of its own."""
    return line if line.startswith(predicate + "\n") else f"{predicate}\n        {line[len(predicate) + 1 :]}"


def write_rows(
    rows: Iterable[Row], *, base_iri: str, prefixes: Mapping[str, str], blocks: Mapping[str, str] | None = None
) -> str:
    """A Turtle document of the rows, each once; equal sets of rows give equal text.

    `blocks` are subjects that are written already, by `block`; no row speaks of them. `prefixes` are declared, all of
    them. Subjects are sorted by their path under `base_iri`, predicates and values by what they are written as.

    >>> rows = [("school:1", "a", "ek:School"), ("school:1", "ek:count", "3")]
    >>> known = {"ek": "https://w3id.org/cn-edu-kg/ns#", "school": "https://example.org/id/school/"}
    >>> print(write_rows(rows, base_iri="https://example.org/id/", prefixes=known), end="")
    @prefix ek: <https://w3id.org/cn-edu-kg/ns#> .
    @prefix school: <https://example.org/id/school/> .
    <BLANKLINE>
    # ---- school
    <BLANKLINE>
    school:1
        a ek:School ;
        ek:count 3 .
    """
    parts = body(rows, base_iri=base_iri, blocks=blocks)  # first: making the rows is what fills the prefixes
    return "\n".join([head(prefixes), *parts])


def head(prefixes: Mapping[str, str]) -> str:
    """The declarations of prefixes, sorted."""
    return "".join(f"@prefix {prefix}: <{prefixes[prefix]}> .\n" for prefix in sorted(prefixes))


def body(rows: Iterable[Row], *, base_iri: str, blocks: Mapping[str, str] | None = None) -> list[str]:
    """The blocks and headings of `write_rows`, in their order, each ending with a line's end."""
    told: dict[str, list[tuple[str, str]]] = {}
    for subject, predicate, value in rows:
        if subject in told:
            told[subject].append((predicate, value))
        else:
            told[subject] = [(predicate, value)]
    written = dict(blocks or {})
    written.update((subject, block(subject, pairs)) for subject, pairs in told.items())
    parts: list[str] = []
    heading = None
    for place, subject in sorted([(_place(subject, base_iri), subject) for subject in written]):
        kind = place.partition("/")[0]
        if kind != heading:
            heading = kind
            parts.append(f"# ---- {kind}\n")
        parts.append(written[subject])
    return parts


def _place(subject: str, base_iri: str) -> str:
    """Where a subject stands: its path under the base; what lies elsewhere under `other`."""
    if subject[0] != "<":
        prefix, _, local = subject.partition(":")
        return f"{prefix if prefix not in PREFIXES else 'other/' + prefix}/{local}"
    path = subject[1:-1]
    return path[len(base_iri) :] if base_iri and path.startswith(base_iri) else f"other/{path}"


def write_turtle(triples: Iterable[Triple], *, base_iri: str) -> str:
    """A Turtle document of any triples, as `write_rows` writes it.

    Each first path segment under `base_iri` (`school/`, `evidence/`) becomes a prefix of its own, so that names are
    short and need no escapes. Raises `GraphError` for a blank node: it would have no place in a sorted file.

    >>> from kg.graph.vocabulary import ek, term
    >>> school = Triple(NamedNode("https://example.org/id/school/1"), term("rdf:type"), ek("School"))
    >>> print(write_turtle([school], base_iri="https://example.org/id/").splitlines()[-1])
        a ek:School .
    """
    names = _Names(base_iri)
    rows = [names.row(triple) for triple in triples]
    return write_rows(rows, base_iri=base_iri, prefixes=names.prefixes)


def rows_of(triples: Iterable[Triple]) -> list[Row]:
    """Triples of the vocabularies as rows, by the prefixes that every graph has."""
    names = _Names("")
    return [names.row(triple) for triple in triples]


class _Names:
    """How each term is written; remembers the prefixes that were made."""

    def __init__(self, base_iri: str) -> None:
        self.base = base_iri
        self.prefixes: dict[str, str] = {}
        self.by_namespace = {namespace: prefix for prefix, namespace in PREFIXES.items()}
        self.known: dict[str, str] = {}

    def row(self, triple: Triple) -> Row:
        """A triple as Turtle writes it."""
        subject, predicate, value = triple
        if not isinstance(subject, NamedNode) or isinstance(value, BlankNode | Triple):
            raise GraphError(f"图中只写 IRI 与字面量 / only IRIs and literals can be written: {subject} {value}")
        verb = "a" if predicate.value == _TYPE else self.iri(predicate.value)
        return self.iri(subject.value), verb, self.written(value)

    def iri(self, iri: str) -> str:
        """The IRI as a prefixed name where that needs no escapes, else in angle brackets."""
        written = self.known.get(iri)
        if written is None:
            written = self.known[iri] = self._iri(iri)
        return written

    def _iri(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        namespace, local = iri[:cut], iri[cut:]
        prefix = self.by_namespace.get(namespace) or self._own_prefix(namespace)
        if not prefix or not _LOCAL.fullmatch(local):
            return f"<{iri}>"
        self.prefixes[prefix] = namespace
        return f"{prefix}:{local}"

    def _own_prefix(self, namespace: str) -> str:
        segment = namespace.removeprefix(self.base)[:-1]
        own = self.base and namespace.startswith(self.base) and _SEGMENT.fullmatch(segment) and segment not in PREFIXES
        return segment if own else ""

    def written(self, value: NamedNode | Literal) -> str:
        """A value as Turtle writes it."""
        if isinstance(value, NamedNode):
            return self.iri(value.value)
        if value.language:
            return tagged(value.value, value.language)
        datatype = value.datatype.value
        if datatype in _BARE and _BARE[datatype].fullmatch(value.value):
            return value.value
        return text(value.value) if datatype == _XSD + "string" else f"{text(value.value)}^^{self.iri(datatype)}"

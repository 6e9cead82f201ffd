"""Turtle for people and for diffs: sorted, one predicate a line, a heading for each kind of subject."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import GraphError
from kg.graph.vocabulary import PREFIXES

__all__ = ["write_turtle"]

_TYPE = PREFIXES["rdf"] + "type"
_INTEGER, _DECIMAL, _STRING = (PREFIXES["xsd"] + name for name in ("integer", "decimal", "string"))
_BARE = {_INTEGER: re.compile(r"-?[1-9]\d*|0"), _DECIMAL: re.compile(r"-?(?:[1-9]\d*|0)\.(?:\d*[1-9]|0)")}
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_SEGMENT = re.compile(r"[a-z][a-z0-9-]*")
_RISKY = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]'
)
"""Characters that end or bend a line: quotes, backslashes, controls, and marks that turn the direction of reading."""
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_turtle(triples: Iterable[Triple], *, base_iri: str) -> str:
    """A Turtle document of the triples, each once; equal sets of triples give equal text.

    Each first path segment under `base_iri` (`school/`, `evidence/`) becomes a prefix of its own, so that names are
    short and need no escapes. Raises `GraphError` for a blank node: it would have no place in a sorted file.

    >>> from kg.graph.vocabulary import ek, term
    >>> school = Triple(NamedNode("https://example.org/id/school/1"), term("rdf:type"), ek("School"))
    >>> print(write_turtle([school], base_iri="https://example.org/id/"), end="")
    @prefix ek: <https://w3id.org/cn-edu-kg/ns#> .
    @prefix school: <https://example.org/id/school/> .
    <BLANKLINE>
    # ---- school
    <BLANKLINE>
    school:1
        a ek:School .
    """
    names = _Names(base_iri)
    rows = sorted({(s.value, "" if p.value == _TYPE else p.value, names.written(o)) for s, p, o in _iris(triples)})
    parts: list[str] = []
    heading = None
    at = 0
    while at < len(rows):
        subject = rows[at][0]
        end = at
        while end < len(rows) and rows[end][0] == subject:
            end += 1
        kind = names.segment(subject)
        if kind != heading:
            heading = kind
            parts.append(f"# ---- {kind}\n")
        parts.append(_block(names.iri(subject), rows[at:end], names))
        at = end
    return "\n".join([names.head(), *parts])


def _iris(triples: Iterable[Triple]) -> Iterable[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    for subject, predicate, value in triples:
        if not isinstance(subject, NamedNode) or isinstance(value, BlankNode | Triple):
            raise GraphError(f"图中只写 IRI 与字面量 / only IRIs and literals can be written: {subject} {value}")
        yield subject, predicate, value


def _block(subject: str, rows: list[tuple[str, str, str]], names: _Names) -> str:
    """One subject: each predicate on a line, several values each on a line of their own."""
    lines: list[str] = []
    values: dict[str, list[str]] = {}
    for _, predicate, value in rows:
        values.setdefault(predicate, []).append(value)
    for predicate, several in values.items():
        verb = names.iri(predicate) if predicate else "a"
        if len(several) == 1 or not predicate:
            lines.append(f"    {verb} {' , '.join(several)}")
        else:
            lines.append(f"    {verb}\n        " + " ,\n        ".join(several))
    return subject + "\n" + " ;\n".join(lines) + " .\n"


class _Names:
    """How each term is written; remembers which prefixes were needed."""

    def __init__(self, base_iri: str) -> None:
        self.base = base_iri
        self.used: dict[str, str] = {}
        self.by_namespace = {namespace: prefix for prefix, namespace in PREFIXES.items()}
        self.known: dict[str, str] = {}

    def segment(self, iri: str) -> str:
        """The first path segment under the base, or where the IRI stands instead."""
        if not iri.startswith(self.base):
            return "other"
        return iri[len(self.base) :].split("/", 1)[0]

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
        self.used[prefix] = namespace
        return f"{prefix}:{local}"

    def _own_prefix(self, namespace: str) -> str:
        segment = namespace.removeprefix(self.base)[:-1]
        own = namespace.startswith(self.base) and _SEGMENT.fullmatch(segment) and segment not in PREFIXES
        return segment if own else ""

    def written(self, value: NamedNode | Literal) -> str:
        """A value as Turtle writes it."""
        if isinstance(value, NamedNode):
            return self.iri(value.value)
        datatype = value.datatype.value
        if datatype in _BARE and _BARE[datatype].fullmatch(value.value):
            return value.value
        words = f'"{_RISKY.sub(_escape, value.value)}"'
        if value.language:
            return f"{words}@{value.language}"
        return words if datatype == _STRING else f"{words}^^{self.iri(datatype)}"

    def head(self) -> str:
        """The prefixes that the document uses, sorted."""
        return "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in sorted(self.used.items()))


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    wide = f"\\u{ord(character):04X}" if character < "\U00010000" else f"\\U{ord(character):08X}"
    return _SHORT.get(character, wide)

"""The graph as JSON-LD: plain JSON for those who know no RDF, the same triples for those who do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import GraphError
from kg.graph.prefixes import ONTOLOGY, PREFIXES
from kg.graph.rdf import to_triples
from kg.knowledge.folder import ontology_folder
from kg.model.graph import KnowledgeGraph

__all__ = ["context", "document", "files", "nodes"]

_XSD = PREFIXES["xsd"]
_TYPE = PREFIXES["rdf"] + "type"
_WHOLE = re.compile(r"0|-?[1-9]\d{0,14}", re.ASCII)
"""Whole numbers that every reader of JSON keeps as they are."""
_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_RELATIVE = re.compile(r"[A-Za-z0-9_.~-]+/[A-Za-z0-9_.~/-]*[A-Za-z0-9_~-]")
"""Paths under the base that stand for themselves: no scheme, no dots that would be climbed."""


def files(graph: KnowledgeGraph, *, base_iri: str) -> dict[str, bytes]:
    """`graph.jsonld`, a node a line in the order of `graph.ttl`, and `context.jsonld`, its context.

    The context stands in the graph itself, too: nothing is fetched when it is read.
    """
    told = document(to_triples(graph, base_iri=base_iri), base_iri=base_iri)
    alone = json.dumps({"@context": context(base_iri)}, ensure_ascii=False, indent=2) + "\n"
    return {"graph.jsonld": told, "context.jsonld": alone.encode()}


def document(triples: Iterable[Triple], *, base_iri: str) -> bytes:
    """A JSON-LD document of its own: the context, then a node a line, in the order in which they come first.

    Raises `GraphError` for a blank node.
    """
    known = context(base_iri)
    lines = [json.dumps(node, ensure_ascii=False) for node in nodes(triples, known)]
    head = json.dumps(known, ensure_ascii=False, indent=2)
    return (f'{{\n"@context": {head},\n"@graph": [\n' + ",\n".join(lines) + "\n]}\n").encode()


def context(base_iri: str) -> dict[str, Any]:
    """The context of a graph under `base_iri`, below which IRIs are written short: the prefixes that every graph has,
    our own vocabulary without a prefix, and the terms of `ontology/jsonld_terms.json`.

    >>> context("https://example.org/id/")["name"]
    {'@id': 'skos:prefLabel', '@container': '@language'}
    """
    terms: dict[str, Any] = json.loads((ontology_folder() / "jsonld_terms.json").read_bytes())
    base = {"@base": base_iri} if _hierarchical(base_iri) else {}
    return {"@version": 1.1, **base, "@vocab": ONTOLOGY} | PREFIXES | {name: terms[name] for name in sorted(terms)}


def nodes(triples: Iterable[Triple], known: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A JSON object for each subject, in the order in which they come first, compacted by what `context` gives.

    Raises `GraphError` for a blank node.

    >>> from kg.graph.vocabulary import ek, term
    >>> school = NamedNode("https://example.org/id/school/1")
    >>> told = Triple(school, term("rdf:type"), ek("School")), Triple(school, ek("count"), Literal(3))
    >>> nodes(told, context("https://example.org/id/"))
    [{'id': 'school/1', 'type': 'School', 'count': 3}]
    """
    short = _Short(known)
    subjects: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for subject, predicate, value in triples:
        if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
            raise GraphError(f"图中只写 IRI 与字面量 / only IRIs and literals can be written: {subject} {value}")
        subjects.setdefault(subject.value, {}).setdefault(predicate.value, []).append(value)
    return [short.node(subject, told) for subject, told in subjects.items()]


def _hierarchical(base: str) -> bool:
    """Whether a path can be resolved against the base."""
    return base.startswith("https://") and base.endswith("/")


@dataclass(slots=True)
class _Short:
    """How IRIs and values are written under a context."""

    known: Mapping[str, Any]
    terms: dict[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
    """Property to its term and how its values are written."""

    def __post_init__(self) -> None:
        for name, told in self.known.items():
            definition = {"@id": told} if isinstance(told, str) else told
            if name[0] != "@" and name not in PREFIXES and isinstance(definition, dict):
                self.terms[self._expanded(definition["@id"])] = name, definition

    def _expanded(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return PREFIXES.get(prefix, prefix + ":") + local

    def node(self, subject: str, told: Mapping[str, list[NamedNode | Literal]]) -> dict[str, Any]:
        """One subject: its name, its classes, and the rest sorted by property."""
        result: dict[str, Any] = {"id": self.iri(subject)}
        if _TYPE in told:
            result["type"] = _one([self.word(str(value.value)) for value in told[_TYPE]])
        for predicate in sorted(told.keys() - {_TYPE}):
            result.update(self._property(predicate, told[predicate]))
        return result

    def _property(self, predicate: str, values: list[NamedNode | Literal]) -> dict[str, Any]:
        term, definition = self.terms.get(predicate, (self.word(predicate), {}))
        if definition.get("@container") != "@language":
            return {term: _one([self._value(value, definition.get("@type", "")) for value in values])}
        by_language: dict[str, list[str]] = {}
        others: list[Any] = []
        for value in values:
            if isinstance(value, Literal) and value.language:
                by_language.setdefault(value.language, []).append(value.value)
            else:
                others.append(self._value(value, ""))
        result: dict[str, Any] = {term: {language: _one(words) for language, words in by_language.items()}}
        full = {definition["@id"]: _one(others)} if others else {}
        return (result if by_language else {}) | full

    def _value(self, value: NamedNode | Literal, kind: str) -> Any:
        if isinstance(value, NamedNode):
            if kind == "@vocab":
                return self.word(value.value)
            return self.iri(value.value) if kind == "@id" else {"id": self.iri(value.value)}
        datatype = value.datatype.value
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if kind and self._expanded(kind) == datatype:
            return value.value
        if datatype == _XSD + "string":
            return {"@value": value.value} if kind else value.value
        if not kind:
            if datatype == _XSD + "integer" and _WHOLE.fullmatch(value.value):
                return int(value.value)
            if datatype == _XSD + "boolean" and value.value in ("true", "false"):
                return value.value == "true"
        return {"@value": value.value, "@type": self.word(datatype)}

    def iri(self, iri: str) -> str:
        """A thing's IRI: the path under the base, or with a prefix, or whole."""
        base = self.known.get("@base", "")
        if base and iri.startswith(base) and _RELATIVE.fullmatch(iri[len(base) :]):
            return iri[len(base) :]
        return self._prefixed(iri)

    def word(self, iri: str) -> str:
        """The IRI of a class, a property or a datatype: bare where it is one of our own vocabulary."""
        local = iri.removeprefix(ONTOLOGY)
        bare = local != iri and _LOCAL.fullmatch(local) and local not in self.known
        return local if bare else self._prefixed(iri)

    def _prefixed(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = _PREFIX_OF.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix and _LOCAL.fullmatch(iri[cut:]) else iri


_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def _one(values: list[Any]) -> Any:
    """A single value bare, several as a list."""
    return values[0] if len(values) == 1 else values

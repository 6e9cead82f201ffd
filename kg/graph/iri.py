"""IRIs: every one a base and an ASCII path, so that none can carry a quote, a space or a word of a document."""

from __future__ import annotations

import hashlib
import re
from base64 import b32encode
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.errors import GraphError, UsageError
from kg.model.graph import GraphFigure, Statement, StatementEvidence

__all__ = ["BASE_IRI", "ONTOLOGY", "SHAPES", "Namespaces"]

BASE_IRI = "https://w3id.org/cn-edu-kg/id/"
"""Where the things of the graph are named, unless the user chooses another place."""
ONTOLOGY = "https://w3id.org/cn-edu-kg/ns#"
"""Where the classes and properties are named; the same in every graph, whatever its base."""
SHAPES = "https://w3id.org/cn-edu-kg/shapes"

_PATH = "[A-Za-z0-9._~/-]*"
_BASE = re.compile(
    rf"https?://[A-Za-z0-9.-]+(?::\d{{1,5}})?/(?:{_PATH}[/#])?|urn:[a-z0-9][a-z0-9-]{{1,31}}:(?:{_PATH}[:/])?"
)
_KEY = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._~-]*)*")


@dataclass(frozen=True, slots=True)
class Namespaces:
    """The IRI of everything in a graph, under one base.

    >>> Namespaces("https://example.org/id/").entity("school/110108-zhongguancun")
    <NamedNode value=https://example.org/id/school/110108-zhongguancun>
    """

    base: str = BASE_IRI
    _known: dict[str, NamedNode] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise UsageError(
                "--base-iri: 要以 https:// 或 urn: 开头，以 / 或 # 结尾 / "
                f"must begin with https:// or urn: and end with / or #, in plain ASCII: {self.base!r}"
            )

    def entity(self, key: str) -> NamedNode:
        """The IRI of an entity, a statement, a concept or a document: the base and its key."""
        node = self._known.get(key)
        if node is None:
            if not _KEY.fullmatch(key):
                raise GraphError(f"键不是 ASCII 路径 / the key is not an ASCII path: {key!r}")
            node = self._known[key] = NamedNode(self.base + key)
        return node

    def year(self, number: int) -> NamedNode:
        """The IRI of a year.

        >>> Namespaces().year(2023).value
        'https://w3id.org/cn-edu-kg/id/year/2023'
        """
        return self.entity(f"year/{number:04d}")

    def quotation(self, evidence: StatementEvidence, part: str = "") -> NamedNode:
        """The IRI of a span of a document: one for each (document, start, end), whoever quotes it.

        >>> Namespaces().quotation(StatementEvidence("doc/0a1b", 3, 9, "…", "r", 1.0), "text").value
        'https://w3id.org/cn-edu-kg/id/quotation/0a1b-3-9-text'
        """
        return self.entity(f"quotation/{_place(evidence)}{'-' if part else ''}{part}")

    def evidence(self, statement: Statement | GraphFigure, evidence: StatementEvidence) -> NamedNode:
        """The IRI of what makes a span the reason of a statement: one for each statement, span and rule.

        One sentence can give several statements, by different rules and with different confidence.
        """
        reason = hashlib.sha256(f"{statement.key}|{evidence.rule}".encode()).digest()
        return self.entity(f"evidence/{_place(evidence)}-{b32encode(reason)[:8].decode().lower()}")

    def run(self, version: str) -> NamedNode:
        """The IRI of the work of one version of this package: no clock in it, so the same bytes every time."""
        return self.entity("run/" + re.sub(r"[^A-Za-z0-9._-]", "-", version))

    @property
    def dataset(self) -> NamedNode:
        """The IRI of the graph itself."""
        return self.entity("dataset")


def _place(evidence: StatementEvidence) -> str:
    """The whole document id and the span: eight digits of the id would meet each other in a large collection."""
    return f"{evidence.document.removeprefix('doc/')}-{evidence.start}-{evidence.end}"

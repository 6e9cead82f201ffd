"""IRIs: every one a base and an ASCII path, so that none can carry a quote, a space or a word of a document."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from kg.errors import GraphError, UsageError
from kg.graph.prefixes import ONTOLOGY, PREFIXES
from kg.model.graph import StatementEvidence

__all__ = ["BASE_IRI", "ONTOLOGY", "SHAPES", "Namespaces"]

BASE_IRI = "https://w3id.org/cn-edu-kg/id/"
"""Where the things of the graph are named, unless the user chooses another place."""
SHAPES = "https://w3id.org/cn-edu-kg/shapes"

_PATH = "[A-Za-z0-9._~/-]*"
_BASE = re.compile(
    rf"https?://[A-Za-z0-9.-]+(?::\d{{1,5}})?/(?:{_PATH}[/#])?|urn:[a-z0-9][a-z0-9-]{{1,31}}:(?:{_PATH}[:/])?"
)
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_SEGMENT = re.compile(r"[a-z][a-z0-9-]*")
_KEY = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._~-]*)*")


@dataclass(frozen=True, slots=True)
class Namespaces:
    """The name of everything in a graph, under one base, as Turtle writes it.

    >>> names = Namespaces("https://example.org/id/")
    >>> names.entity("school/110108-zhongguancun"), names.entity("honor/431200/qinglian")
    ('school:110108-zhongguancun', '<https://example.org/id/honor/431200/qinglian>')
    >>> names.iri("school/110108-zhongguancun")
    'https://example.org/id/school/110108-zhongguancun'
    """

    base: str = BASE_IRI
    prefixes: dict[str, str] = field(default_factory=lambda: dict(PREFIXES), repr=False, compare=False)
    """Those of the vocabularies, and one for each first segment of a path that was named."""
    _known: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise UsageError(
                "--base-iri: 要以 https:// 或 urn: 开头，以 / 或 # 结尾 / "
                f"must begin with https:// or urn: and end with / or #, in plain ASCII: {self.base!r}"
            )

    def iri(self, key: str) -> str:
        """The IRI of an entity, a statement, a concept or a document: the base and its key."""
        if not _KEY.fullmatch(key):
            raise GraphError(f"键不是 ASCII 路径 / the key is not an ASCII path: {key!r}")
        return self.base + key

    def entity(self, key: str) -> str:
        """The same as a prefixed name where Turtle can write one without escapes, else in angle brackets."""
        name = self._known.get(key)
        if name is None:
            segment, _, local = key.partition("/")
            if _LOCAL.fullmatch(local) and _SEGMENT.fullmatch(segment) and segment not in PREFIXES:
                self.prefixes[segment] = f"{self.base}{segment}/"
                name = f"{segment}:{local}"
            else:
                name = f"<{self.iri(key)}>"
            self._known[key] = name
        return name

    def year(self, number: int) -> str:
        """The name of a year.

        >>> Namespaces().year(2023)
        'year:2023'
        """
        return self.entity(f"year/{number:04d}")

    def span(self, evidence: StatementEvidence) -> str:
        """What tells a span of a document from all others: the whole document id (eight digits of it would meet each
        other in a large collection), start and end.

        >>> Namespaces().span(StatementEvidence("doc/0a1b", 3, 9, "…", "r", 1.0))
        '0a1b-3-9'
        """
        name = self.entity(evidence.document)
        if not name.startswith("doc:"):
            raise GraphError(f"不是文件的键 / no key of a document: {evidence.document!r}")
        return f"{name[4:]}-{evidence.start}-{evidence.end}"

    def quotation(self, span: str) -> str:
        """The name of a span of a document: one, whoever quotes it.

        >>> Namespaces().quotation("0a1b-3-9")
        'quotation:0a1b-3-9'
        """
        return self._under("quotation", span)

    def evidence(self, said: str, span: str, rule: str) -> str:
        """The name of what makes a span the reason of a statement: one for each statement, span and rule.

        One sentence can give several statements, by different rules and with different confidence.
        """
        reason = hashlib.sha256(f"{said}|{rule}".encode()).hexdigest()
        return self._under("evidence", f"{span}-{reason[:10]}")

    def _under(self, segment: str, local: str) -> str:
        """A name whose parts are known to be plain."""
        if segment not in self.prefixes:
            self.prefixes[segment] = f"{self.base}{segment}/"
        return f"{segment}:{local}"

    def run(self, version: str) -> str:
        """The name of the work of one version of this package: no clock in it, so the same bytes every time."""
        return self.of_version("run", version)

    def of_version(self, what: str, version: str) -> str:
        """The name of something that one version of this package is or does.

        >>> Namespaces().of_version("software", "0.2.0+local")
        'software:0.2.0-local'
        """
        return self.entity(f"{what}/" + re.sub(r"[^A-Za-z0-9._-]", "-", version))

    @property
    def dataset(self) -> str:
        """The name of the graph itself."""
        return self.entity("dataset")

"""What a file of triples says of each subject: the index from which a graph is read back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

__all__ = ["Told"]


class Told:
    """Triples by subject and predicate; the order of values is that of the file, which is sorted.

    >>> name = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    >>> told = Told([Triple(NamedNode("urn:ex:1"), name, Literal("一中", language="zh"))])
    >>> told.word("urn:ex:1", name, language="zh")
    '一中'
    """

    def __init__(self, triples: Iterable[Triple | Quad]) -> None:
        self._of: dict[str, dict[NamedNode, list[object]]] = defaultdict(dict)
        for triple in triples:
            if isinstance(triple.subject, NamedNode):
                self._of[triple.subject.value].setdefault(triple.predicate, []).append(triple.object)

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __contains__(self, subject: str) -> bool:
        return subject in self._of

    def nodes(self, subject: str, predicate: NamedNode) -> list[NamedNode]:
        """The IRIs at the end of a property, in the order of the file."""
        return [o for o in self._values(subject, predicate) if isinstance(o, NamedNode)]

    def node(self, subject: str, predicate: NamedNode) -> NamedNode | None:
        """The one IRI at the end of a property, or None."""
        return next(iter(self.nodes(subject, predicate)), None)

    def words(self, subject: str, predicate: NamedNode, *, language: str | None = None) -> list[str]:
        """The words at the end of a property; with `language` only those marked so."""
        literals = [o for o in self._values(subject, predicate) if isinstance(o, Literal)]
        return [o.value for o in literals if language is None or o.language == language]

    def word(self, subject: str, predicate: NamedNode, *, language: str | None = None) -> str:
        """The one literal at the end of a property as a string, or the empty string."""
        return next(iter(self.words(subject, predicate, language=language)), "")

    def _values(self, subject: str, predicate: NamedNode) -> list[object]:
        return self._of.get(subject, {}).get(predicate, [])

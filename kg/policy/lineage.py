"""Who copied from whom: passages that reports share, and reports that are another one again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model.document import DocumentInfo
from kg.model.graph import KnowledgeGraph
from kg.model.lineage import Direction, SharedKind, SharedText
from kg.text.same_report import same_report

__all__ = ["Copied", "lineage", "originals"]


@dataclass(frozen=True, slots=True)
class Copied:
    """A passage that stands in two reports; where the direction is unknown, `first` is only the one named first."""

    text: SharedText
    first: DocumentInfo
    second: DocumentInfo

    @property
    def own(self) -> bool:
        """Whether both reports are of one region: a bureau that writes its own words again."""
        return bool(self.first.region) and self.first.region == self.second.region


def lineage(graph: KnowledgeGraph) -> tuple[Copied, ...]:
    """All passages that reports share, by the report in which they stand again and their place in it."""
    found = [
        Copied(text, graph.documents[text.first.document], graph.documents[text.second.document])
        for text in graph.shared_texts
    ]
    return tuple(sorted(found, key=_place))


def _place(copied: Copied) -> tuple[str, str, int, str]:
    second = copied.text.second
    return copied.second.source.path.rsplit("/", 1)[-1], second.document, second.start, copied.text.key


def originals(graph: KnowledgeGraph) -> Mapping[str, str]:
    """Key of each report that is another one again to the key of that one: it is no source of its own.

    A build leaves such reports out; here are those of which only a part is posted again, and those that stay for want
    of certainty. A report of another region or year is never one of them, however much it copied.
    """
    found: dict[str, str] = {}
    for text in graph.shared_texts:
        one, other = text.first.document, text.second.document
        if text.kind is SharedKind.DOCUMENT and same_report(graph.documents[one], graph.documents[other]):
            copy, original = (
                (other, one) if text.direction is not Direction.UNKNOWN else (max(one, other), min(one, other))
            )
            found[copy] = min(found.get(copy, original), original)
    return {copy: _root(copy, found) for copy in sorted(found)}


def _root(copy: str, found: Mapping[str, str]) -> str:
    """The report of which even the original is a copy."""
    seen = {copy}
    while found.get(copy, copy) not in seen:
        copy = found[copy]
        seen.add(copy)
    return copy

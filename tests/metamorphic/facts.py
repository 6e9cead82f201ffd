"""Which facts of two readings are the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.model.facts import DocumentFacts, Fact

__all__ = ["Sameness", "compare", "facts_of", "quotes_are_exact"]

Key = tuple[str, tuple[tuple[str, str, tuple[str, ...]], ...], int | None, str | None]


@dataclass(frozen=True, slots=True)
class Sameness:
    """How far two readings agree: what only one of them says counts against it, whichever it is."""

    same: int
    lost: tuple[Key, ...]
    invented: tuple[Key, ...]

    @property
    def share(self) -> float:
        """The same facts among those of the reading that has more; 1.0 where neither has any."""
        most = self.same + max(len(self.lost), len(self.invented))
        return self.same / most if most else 1.0


def facts_of(document: DocumentFacts) -> Counter[Key]:
    """Each fact by its kind, the names and aliases of its ends, year and status."""
    entities = {entity.id: entity for entity in document.entities}

    def key(fact: Fact) -> Key:
        ends = tuple(
            sorted((role, entities[i].name, tuple(sorted(entities[i].aliases))) for role, i in fact.ends.items())
        )
        return fact.kind.value, ends, fact.year, fact.status.value if fact.status else None

    return Counter(map(key, document.facts))


def compare(before: DocumentFacts, after: DocumentFacts) -> Sameness:
    """The facts that both readings have, and those that only one has."""
    old, new = facts_of(before), facts_of(after)
    return Sameness(
        same=(old & new).total(),
        lost=tuple(sorted((old - new).elements(), key=repr)),
        invented=tuple(sorted((new - old).elements(), key=repr)),
    )


def quotes_are_exact(document: DocumentFacts, raw: str) -> bool:
    """Whether every evidence is words of the decoded file at its place."""
    evidence = [e for entity in document.entities for e in entity.evidence] + [f.evidence for f in document.facts]
    return all(raw[e.start : e.end] == e.quote for e in evidence)

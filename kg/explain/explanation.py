"""All that is known of one thing: its names and where they stand, what was merged and refused, links and facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from kg.explain.sources import Identities, Record
from kg.graph.facts import Said, facts_about, label_of
from kg.model.names import FactKind

__all__ = ["Explanation", "explain"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing of the graph, and why it is that."""

    entity: Record
    region: str
    """Name of the region that it belongs to, or empty."""
    merged: tuple[Record, ...]
    """Decisions by which its names are one."""
    refused: tuple[Record, ...]
    """Decisions by which near names are not it."""
    links: tuple[Said, ...]
    """What it came from and what became of it."""
    facts: tuple[Said, ...]
    curations: tuple[Record, ...] = ()
    """What people corrected or confirmed, of it and of its facts."""

    def record(self) -> Mapping[str, object]:
        """The explanation as one JSON object."""
        return {
            **self.entity,
            "region_name": self.region,
            "merged": list(self.merged),
            "refused": list(self.refused),
            "links": [_fact(said) for said in self.links],
            "facts": [_fact(said) for said in self.facts],
            "curations": list(self.curations),
        }


def explain(entity: Record, known: Identities) -> Explanation:
    """Everything that a build knows of one of its entities."""
    iri = entity["entity"]
    about = [d for d in known.decisions if iri in d["entities"]]
    facts = facts_about(known.store, iri)
    theirs = {iri, *(fact.iri for fact in facts)}
    return Explanation(
        entity,
        label_of(known.store, entity["region"]) if entity.get("region") else "",
        tuple(d for d in about if d["decision"] == "merged"),
        tuple(d for d in about if d["decision"] == "refused"),
        tuple(f for f in facts if f.kind is FactKind.SUCCESSION),
        tuple(f for f in facts if f.kind is not FactKind.SUCCESSION),
        tuple(c for c in known.curations if theirs.intersection(c["subjects"])),
    )


def _fact(said: Said) -> dict[str, object]:
    """A statement as plain values."""
    record: dict[str, object] = {
        "statement": said.iri,
        "type": said.kind.value,
        "ends": [{"role": role, "entity": iri, "name": name} for role, iri, name in said.ends],
    }
    record |= {"year": said.year} if said.year is not None else {}
    record |= {"status": said.status.value} if said.status is not None else {}
    record |= {"how": said.change} if said.change else {}
    return record | {"evidence": [asdict(e) for e in said.evidence]}

"""What somebody looked at and found right: it is asked about no more, until it is no longer there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from kg.curate.entries import Entry, Ref, of
from kg.curate.facts import facts_meant
from kg.curate.find import MissingError, Things, keys_told
from kg.curate.ledger import Ledger
from kg.model.curation import Action
from kg.model.graph import KnowledgeGraph

__all__ = ["confirm", "confirmations"]


def confirmations(ledger: Ledger, graph: KnowledgeGraph, things: Things, present: Set[str]) -> dict[Entry, list[str]]:
    """For each confirm entry the keys of what it found right; one of which something is missing is refused."""
    found = {}
    for entry in of(ledger.entries, Action.CONFIRM):
        try:
            if entry.things:
                found[entry] = [_key(ref, graph, things, ledger, present) for ref in entry.things]
            else:
                found[entry] = [one.key for one in facts_meant(entry.fact, graph, things, ledger)]
        except MissingError as why:
            ledger.refuse(entry, str(why))
    return found


def confirm(ledger: Ledger, found: Mapping[Entry, Sequence[str]]) -> None:
    """Notes what was found right and is still there when all other entries are applied."""
    for entry, keys in found.items():
        if gone := [key for key in keys if key not in ledger.present]:
            ledger.refuse(entry, f"已不在图中，请再核对 / no longer in the graph, look again: {', '.join(gone)}")
        elif entry not in ledger.problems:
            ledger.applied(entry, keys)


def _key(ref: Ref, graph: KnowledgeGraph, things: Things, ledger: Ledger, present: Set[str]) -> str:
    """The key of a thing, or of whatever else of the graph bears it; raises `MissingError`."""
    for key in keys_told(ref.key) if ref.key else ():
        if ledger.now(key) in present:
            return ledger.now(key)
    return things.find(ref, graph.documents).key

"""What reports say, as Turtle: one node for each statement, its evidence, and the short cuts that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.graph.evidence import said_blocks
from kg.graph.iri import Namespaces
from kg.graph.literals import date, integer, number, text
from kg.graph.turtle import Row
from kg.graph.vocabulary import CHANGES, CLASS_OF_FACT, SHORTCUTS, STATUSES, role_property
from kg.model.graph import Statement
from kg.model.names import FACT_ENDS, FactKind, Status

__all__ = ["LINKS", "NUMBERS", "WORDS", "holds", "shortcut_rows", "statement_blocks"]

NUMBERS = {"count": True, "seats": True, "amount": False, "area": False}
"""Attributes of a fact that are numbers, and whether they are whole."""
WORDS = {
    "year_rule": "ek:yearRule",
    "status_rule": "ek:statusRule",
    "period": "ek:period",
    "state": "ek:awardState",
    "issuer": "ek:issuerName",
}
"""Attributes of a fact that are words."""
LINKS = {"issuer_id": "ek:conferredBy"}
"""Attributes of a fact that are keys of entities."""
_ROLES = {kind: {role: role_property(kind, role) for role in roles} for kind, roles in FACT_ENDS.items()}


def statement_blocks(
    statement: Statement,
    names: Namespaces,
    runs: Mapping[str, str],
    *,
    curated: Iterable[str] = (),
    sources: int | None = None,
) -> Iterator[tuple[str, str]]:
    """One statement as a node: class, who and what, year and status where they are known, figures; and its evidence.

    `curated` are the keys of the curations by which it is so, `sources` the number of independent reports.
    """
    roles = _ROLES[statement.kind]
    pairs = [("a", CLASS_OF_FACT[statement.kind])]
    pairs += [(roles[role], names.entity(key)) for role, key in statement.ends.items()]
    if statement.year is not None:
        pairs.append(("ek:inYear", names.year(statement.year)))
    if statement.status is not None:
        pairs.append(("ek:status", STATUSES[statement.status]))
    pairs += [("ek:curated", names.entity(key)) for key in curated]
    if sources is not None:
        pairs.append(("ek:sources", integer(sources)))
    for name, value in statement.attributes.items():
        pairs.append((LINKS[name], names.entity(value)) if name in LINKS else _attribute(name, value))
    return said_blocks(statement, pairs, names, runs)


def _attribute(name: str, value: str) -> tuple[str, str]:
    """A figure, a date, a word or a term as what it is; an attribute that the vocabulary does not know as a note."""
    if name in WORDS:
        return WORDS[name], text(value)
    if name in NUMBERS:
        return f"ek:{name}", number(value, whole=NUMBERS[name])
    if name == "how" and value in CHANGES:
        return "ek:change", CHANGES[value]
    if name in ("begin", "finish"):
        return f"ek:{name}", date(value)
    return "skos:note", text(f"{name}: {value}")


def shortcut_rows(statement: Statement, names: Namespaces) -> Iterator[Row]:
    """The one-hop edges that follow from a statement, for people and for drawing; never the source of truth."""
    if not holds(statement):
        return
    ends: Mapping[str, str] = statement.ends
    for left, right, shortcut in SHORTCUTS[statement.kind]:
        if left in ends and right in ends:
            yield names.entity(ends[left]), shortcut, names.entity(ends[right])


def holds(statement: Statement) -> bool:
    """True unless it is only planned: a title that is aimed at is not yet held, a plan is not yet carried out.

    A project is one as soon as it is planned; a school with a second name has succeeded none.
    """
    if statement.attributes.get("how") == "second-name":
        return False
    return statement.status is not Status.PLANNED or statement.kind is FactKind.PROJECT

"""Tables as the page's script wants them: every text once, and each quote where it stands already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from kg.export.tables.model import Cell, Table, Type
from kg.model.graph import KnowledgeGraph, StatementEvidence

__all__ = ["Finding", "Pool", "Said"]

Said: TypeAlias = tuple[str, StatementEvidence]
"""Key of a statement, or of whatever else says it, and the place."""
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Finding:
    """A table, and the places behind each of its rows."""

    table: Table
    said: Sequence[tuple[Said | None, ...]] = ()
    """As many rows as the table has; none where no row has a place."""
    says: tuple[str, ...] = ()
    """What the places of a row are called."""
    left: int = 0
    """How many things are left out, for the page would be too large."""


@dataclass(slots=True)
class Pool:
    """All texts of the tables of one page."""

    strings: list[str | list[int]] = field(default_factory=lambda: [""])
    """A text, or of a quote the number of the fact and that of the place in it."""
    _at: dict[str, int] = field(default_factory=lambda: {"": 0})
    _facts: dict[str, int] = field(default_factory=dict)
    _quotes: dict[str, list[int]] = field(default_factory=dict)
    _places: dict[tuple[str, str, int, int], int] = field(default_factory=dict)
    _first: dict[tuple[str, int, int], tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: KnowledgeGraph, most: int) -> Pool:
        """Empty; it knows the places that the page holds of each fact: the first so many."""
        pool = cls()
        for fact, statement in enumerate(graph.statements):
            pool._facts[statement.key] = fact
            for n, evidence in enumerate(statement.evidence[:most]):
                pool._quotes.setdefault(evidence.quote, [fact, n])
                pool._places.setdefault((statement.key, evidence.document, evidence.start, evidence.end), n)
                pool._first.setdefault((evidence.document, evidence.start, evidence.end), (fact, n))
        return pool

    def packed(self, finding: Finding) -> dict[str, Any]:
        """The table as `script/found.js` reads it: columns, rows of numbers of texts, and of places."""
        table = finding.table
        said = finding.said or [()] * len(table.rows)
        return {
            "columns": [[one.name, one.chinese, one.type.value, int(one.link)] for one in table.columns],
            "says": list(finding.says),
            "rows": [
                [self._cell(cell, column.type) for cell, column in zip(row, table.columns, strict=True)]
                + [self._place(place) for place in places]
                for row, places in zip(table.rows, said, strict=True)
            ],
            "left": finding.left,
        }

    def _cell(self, cell: Cell, kind: Type) -> Any:
        if kind is not Type.TEXT:
            return cell if cell is None or isinstance(cell, int) else float(cell)
        return self._number("" if cell is None else str(cell))

    def _number(self, text: str) -> int:
        if text not in self._at:
            self._at[text] = len(self.strings)
            self.strings.append(self._quotes.get(text, text))
        return self._at[text]

    def _place(self, said: Said | None) -> list[int] | int:
        """Number of the fact and of the place in it; the place is nowhere where it is none of those that are held."""
        if said is None:
            return 0
        key, evidence = said
        where = (evidence.document, evidence.start, evidence.end)
        if key in self._facts:
            return [self._facts[key], self._places.get((key, *where), NOWHERE)]
        return list(self._first.get(where, (NOWHERE, NOWHERE)))

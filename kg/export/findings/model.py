"""Tables that answer one question, with what must be known to read them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.export.tables import Table

__all__ = ["Findings"]


@dataclass(frozen=True, slots=True)
class Findings:
    """An answer in tables."""

    name: str
    """For file names and programs: `diffusion`."""
    title: str
    """Chinese and English."""
    notes: tuple[str, ...]
    """What the tables do not say themselves: of how many reports they speak, what silence means."""
    tables: tuple[Table, ...]
    """In the order in which a page shows them."""
    main: str
    """Name of the table that goes into CSV where none is asked for."""
    for_programs: frozenset[str] = frozenset()
    """Names of tables whose CSV has the bare names of columns at its head, as statistics programs like them."""

    views: frozenset[str] = frozenset()
    """Names of tables that only show another one anew, for reading; JSON is without them."""

    def table(self, name: str) -> Table:
        """The table of that name; raises `KeyError` for none."""
        return {table.name: table for table in self.tables}[name]

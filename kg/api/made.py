"""Graphs that were just made, with what happened on the way."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.api.graph import Graph
from kg.model.graph import RunReport

if TYPE_CHECKING:
    from kg.combine import Conflict

__all__ = ["Build", "Merge"]


@dataclass(frozen=True, repr=False)
class Build(Graph):
    """A graph that was just built from reports, and what happened on the way.

    >>> import kg
    >>> built = kg.build("seeds/000_e470ba86af01da5e.txt")
    >>> len(built.report.failures)
    0
    """

    report: RunReport
    """What was read, repaired, skipped and failed; nothing is dropped without a line here."""
    store_folder: Path | None = None
    """Of a build from a store: its folder."""

    def _repr_html_(self) -> str:
        """As of a graph, and the files that failed, each with the reason."""
        from kg.export.notebook import in_a_notebook

        return in_a_notebook(self.values, self.report)

    def save(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """The files of `kg build` written into `folder`, each whole or not at all; and the database of the store.

        Raises `KgError` where the folder cannot be written.

        >>> import kg
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     built = kg.build("seeds/000_e470ba86af01da5e.txt")
        ...     "graph.ttl" in {path.name for path in built.save(folder)}
        True
        """
        from kg.export import write_exports

        written = write_exports(self.values, self.report, Path(folder), base_iri=self.base_iri)
        if self.store_folder is not None:
            from kg.store.engine import write_engine

            write_engine(self.store_folder, (Path(folder) / "graph.ttl").read_bytes())
        return written


@dataclass(frozen=True, repr=False)
class Merge(Graph):
    """Several graphs as one, and what had to be chosen.

    >>> import kg
    >>> kg.merge("exports", "exports").conflicts
    ()
    """

    conflicts: tuple[Conflict, ...]
    """Where the graphs say different things of one: `key`, `field`, all `values`, and the one that was `chosen`."""

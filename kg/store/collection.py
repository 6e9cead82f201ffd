"""A collection of reports that grows and shrinks, and the graph of what it holds at any time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.curate import read_curation
from kg.errors import ReadError, UsageError
from kg.export.atomic import write_files
from kg.knowledge import load_knowledge
from kg.model.facts import DocumentFacts, Failure
from kg.model.graph import KnowledgeGraph, RunReport
from kg.pipeline import Gathered, Progress, build_documents, content_of, name_of
from kg.read import Origin, origin_bytes
from kg.store.asked import asked_for
from kg.store.documents import Documents, location_of
from kg.store.version import reading_version

__all__ = ["Collection", "open_collection"]

FACTS = "reports.sqlite"
CURATION = "curation.toml"
"""The curation file that is kept with the reports."""


@dataclass(slots=True)
class Collection:
    """Reports and what was read in them. What is unchanged, by content and by the version of reading, is not read
    again; the graph is that of a clean build of the same reports, byte for byte."""

    documents: Documents
    version: str
    read_now: int = 0
    """How many reports the last `graph` had to read."""

    told: Gathered = field(default_factory=lambda: Gathered((), (), ()))
    """What `hold` and `add` could not take in: it stands in the report of the next `graph`."""

    def hold(self, inputs: Gathered) -> None:
        """Hold exactly these reports; those that are not among them are let go of."""
        names = {name_of(origin) for origin in inputs.files}
        self._take(inputs, [kept.name for kept in self.documents.all() if kept.name not in names])

    def add(self, inputs: Gathered) -> tuple[str, ...]:
        """Take reports in, those of the same name replaced; returns the names of those that are new or changed."""
        return self._take(inputs, ())

    def remove(self, asked: Sequence[str]) -> tuple[str, ...]:
        """Let go of reports by name, by the name's end (`2023.txt`), by stem, or by the key of the document; of all
        that a folder, an archive or a file of JSON lines brought by its name.

        Returns their names; raises `UsageError` for one that there is not, or that could be several: then all stay.
        """
        kept = self.documents.all()
        names = tuple(dict.fromkeys(name for one in asked for name in asked_for(one, kept)))
        self.documents.change({}, removed=names)
        return names

    def graph(self, *, jobs: int | None = None, progress: Progress | None = None) -> tuple[KnowledgeGraph, RunReport]:
        """The graph of all reports held, corrected by the curation that is kept with them, and what happened."""
        self.read_now = 0
        held = replace(self.told, files=tuple(self.documents.origins()))
        kept = self.documents.path.parent / CURATION
        curation = read_curation(kept) if kept.is_file() else None
        return build_documents(held, jobs=jobs, progress=progress, known=self, curation=curation)

    def curate(self, path: Path) -> None:
        """Keep a copy of a curation file, in place of the one before: every graph from now on is corrected by it.

        Raises `KgError` for a file that cannot be read or is malformed; then the one before stays.
        """
        read_curation(path)
        write_files(self.documents.path.parent, {CURATION: path.read_bytes()})

    def facts(self, origin: Origin) -> DocumentFacts | None:
        """What was read in a report before, if it was read by this version."""
        return self.documents.facts(name_of(origin), content_of(origin), self.version)

    def keep(self, origin: Origin, facts: DocumentFacts) -> None:
        """Keep what was read in a report."""
        self.read_now += 1
        self.documents.keep(name_of(origin), content_of(origin), self.version, facts)

    def _take(self, inputs: Gathered, gone: Sequence[str]) -> tuple[str, ...]:
        """Take in what is new or changed, and let go of others, in one step.

        A file that is held under another name, as it is called from another folder, is the same report.
        """
        held, places = self.documents.whole(), self.documents.locations()
        new: dict[str, tuple[Origin, bytes]] = {}
        moved = []
        failures = list(inputs.failures)
        for origin in inputs.files:
            name = name_of(origin)
            moved += [other for other in places.get(location_of(origin), ()) if other != name]
            try:
                if held.get(name) != content_of(origin):
                    new[name] = origin, origin_bytes(origin, name=name)
            except ReadError as cause:
                failures.append(Failure(name, "read", cause.problem))
        self.told = replace(inputs, files=(), failures=tuple(failures))
        self.documents.change(new, removed=[*gone, *moved])
        return tuple(sorted(new))


@contextmanager
def open_collection(folder: Path, *, make: bool = True) -> Iterator[Collection]:
    """The collection in a folder, made where it is missing unless `make` is false.

    Raises `UsageError` where there is none, `KgError` for one that cannot be used.
    """
    if not make and not (folder / FACTS).is_file():
        raise UsageError(f"没有这个库 / there is no such store: {folder}; kg build --store 建库 / makes one")
    documents = Documents(folder / FACTS)
    try:
        yield Collection(documents, reading_version(load_knowledge()))
    finally:
        documents.close()

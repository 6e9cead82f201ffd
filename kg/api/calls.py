"""What a Python user calls: each reads reports or a graph and gives a `Graph`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kg.api.graph import Graph
from kg.api.made import Build

if TYPE_CHECKING:
    from kg.pipeline import Progress, Reading
    from kg.store import Collection

__all__ = ["add", "build", "load", "remove"]

Paths: TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""One file or folder, or several."""


def build(
    paths: Paths,
    *,
    jobs: int | None = None,
    base_iri: str | None = None,
    progress: Progress | None = None,
    fields: Mapping[str, str] | None = None,
    input_format: str = "",
    store: str | os.PathLike[str] | None = None,
    curation: str | os.PathLike[str] | None = None,
) -> Build:
    """The knowledge graph of files and folders (read recursively), archives and JSON Lines.

    A file that cannot be read does not stop the others: see `.report.failures`. Every IRI of the graph begins with
    `base_iri`, unless told otherwise with `kg.graph.iri.BASE_IRI`. `fields` names keys of JSON Lines:
    `{"text": "正文", "title": "标题"}`, besides them `date`, `url`, `publisher` and `region`. `-` is standard input, of
    the kind `input_format` or what it looks like. With `jobs` above 1 (or None and much text) processes are started;
    a script then needs the usual `if __name__ == "__main__":`. With a folder `store` the reports and what is read in
    them are kept there, and only what is new or changed is read. A file `curation` corrects the graph; entries that
    match nothing are told in `.report.curation`, and a store keeps a copy of the file.

    `progress` is called as `progress(done, of_all)` while documents are read. Raises `UsageError` for a path that does
    not exist or a base that cannot be one, `KnowledgeError` for a wrong file of `ontology/`; both are `KgError`.

    >>> import kg
    >>> built = kg.build("seeds/000_e470ba86af01da5e.txt", jobs=1)
    >>> len(built.values.documents), len(built.values.statements) > 100
    (1, True)
    """
    from kg.graph.iri import BASE_IRI, Namespaces
    from kg.pipeline import Reading, build_documents, gather
    from kg.read import Fields

    base = base_iri or BASE_IRI
    Namespaces(base)  # a base that cannot be one is told before the work, not after
    inputs = gather(_several(paths), Reading(Fields.of(fields or {}), input_format))
    if store is None:
        from kg.curate import read_curation

        entries = None if curation is None else read_curation(Path(curation))
        graph, report = build_documents(inputs, jobs=jobs, progress=progress, curation=entries)
        return Build(graph, base, report)
    from kg.store import open_collection

    with open_collection(Path(store)) as collection:
        if curation is not None:
            collection.curate(Path(curation))
        collection.hold(inputs)
        return _built(collection, base, jobs=jobs, progress=progress)


def add(
    paths: Paths,
    store: str | os.PathLike[str],
    *,
    jobs: int | None = None,
    base_iri: str | None = None,
    progress: Progress | None = None,
    reading: Reading | None = None,
    curation: str | os.PathLike[str] | None = None,
) -> Build:
    """The graph of a store after files and folders were added to it; a file of the same name takes the other's place.

    Only what is new or changed is read; the graph is that of a clean build of all. Raises `UsageError` for a path that
    does not exist, `KgError` for a store that another program holds or that cannot be written.

    >>> import kg
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as store:
    ...     both = kg.add("seeds/000_e470ba86af01da5e.txt", store), kg.add("seeds/003_d8166b8c2cec7fb9.txt", store)
    >>> [len(built.values.documents) for built in both]
    [1, 2]
    """
    from kg.graph.iri import BASE_IRI, Namespaces
    from kg.pipeline import gather
    from kg.store import open_collection

    base = Namespaces(base_iri or BASE_IRI).base
    inputs = gather(_several(paths), reading)
    with open_collection(Path(store)) as collection:
        if curation is not None:
            collection.curate(Path(curation))
        collection.add(inputs)
        return _built(collection, base, jobs=jobs, progress=progress)


def remove(
    documents: Iterable[str],
    store: str | os.PathLike[str],
    *,
    jobs: int | None = None,
    base_iri: str | None = None,
    progress: Progress | None = None,
    curation: str | os.PathLike[str] | None = None,
) -> Build:
    """The graph of a store after reports were taken out of it: by name, by stem, by the key of the document, or all of
    a folder or archive by its name.

    Nothing is read. Raises `UsageError` for one that is not there or could be several (then all stay), and where there
    is no store.

    >>> import kg
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as store:
    ...     _ = kg.add(["seeds/000_e470ba86af01da5e.txt", "seeds/003_d8166b8c2cec7fb9.txt"], store)
    ...     len(kg.remove(["000_e470ba86af01da5e.txt"], store).values.documents)
    1
    """
    from kg.graph.iri import BASE_IRI, Namespaces
    from kg.store import open_collection

    base = Namespaces(base_iri or BASE_IRI).base
    with open_collection(Path(store), make=False) as collection:
        if curation is not None:
            collection.curate(Path(curation))
        collection.remove(list(documents))
        return _built(collection, base, jobs=jobs, progress=progress)


def load(path: str | os.PathLike[str]) -> Graph:
    """The graph of a Turtle file that `kg build` wrote, or of the `graph.ttl` of a folder.

    What stands in it is what was built, but for two things that it does not hold: the places that name an entity
    without saying anything of it, and why names were taken for one (`identity.jsonl`). Raises `GraphError` where there
    is none or it is damaged.

    >>> import kg
    >>> len(kg.load("exports").values.documents)
    5
    """
    from kg.graph.reading import read_file

    back = read_file(Path(path))
    return Graph(back.graph, back.base_iri)


def _built(collection: Collection, base_iri: str, *, jobs: int | None, progress: Progress | None) -> Build:
    """The build of all reports that a collection holds."""
    graph, report = collection.graph(jobs=jobs, progress=progress)
    return Build(graph, base_iri, report, collection.documents.path.parent)


def _several(paths: Paths) -> list[Path]:
    return [Path(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]

"""A graph file, opened for questions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store

from kg.errors import GraphError

__all__ = ["ENGINE", "damaged", "engine_triples", "open_graph"]

ENGINE = "oxigraph"
"""The folder of the database inside a store."""


def open_graph(path: Path) -> Store:
    """A store with all triples of a Turtle file, in memory, or of a folder: the database of `kg build --store`, opened
    for reading only, else the folder's `graph.ttl`.

    Raises `GraphError` when there is none or it is damaged.
    """
    if path.is_dir() and (path / ENGINE).is_dir():
        with _damaged_engine(path / ENGINE):
            return Store.read_only(str(path / ENGINE))
    path = path / "graph.ttl" if path.is_dir() else path
    store = Store()
    with damaged(path):
        store.bulk_load(path=str(path), format=RdfFormat.TURTLE)
    return store


def engine_triples(folder: Path) -> list[Quad]:
    """All triples of a database on disk, which has no order, sorted; raises `GraphError` where it is damaged."""
    with _damaged_engine(folder):
        return sorted(Store.read_only(str(folder)), key=str)


@contextmanager
def _damaged_engine(folder: Path) -> Iterator[None]:
    """Turns what the engine says of damage, when it opens a database or later, into a `GraphError` with the cure."""
    try:
        yield
    except (OSError, RuntimeError) as cause:
        raise GraphError(
            f"{folder}: 数据库损坏，请重新运行 kg build --store / "
            f"the database is damaged, run kg build --store again: {_one_line(cause)}"
        ) from cause


@contextmanager
def damaged(path: Path) -> Iterator[None]:
    """Turns what goes wrong while a graph file is read into a `GraphError` that names the file and the cure."""
    try:
        yield
    except FileNotFoundError as cause:
        raise GraphError(f"没有 {path}：请先运行 kg build / no such file: run kg build first") from cause
    except (SyntaxError, UnicodeDecodeError) as cause:
        where = f"{path}:{cause.lineno}" if isinstance(cause, SyntaxError) and cause.lineno else str(path)
        raise GraphError(
            f"{where}: 文件损坏，请重新运行 kg build / the file is damaged, run kg build again: {_one_line(cause)}"
        ) from cause
    except OSError as cause:
        raise GraphError(f"{path} 读不了 / cannot be read: {cause.strerror or cause}") from cause


def _one_line(cause: Exception) -> str:
    return " ".join((cause.args[0] if cause.args and isinstance(cause.args[0], str) else str(cause)).split())

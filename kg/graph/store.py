"""A graph file, opened for questions."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.errors import GraphError

__all__ = ["open_graph"]


def open_graph(path: Path) -> Store:
    """A store in memory with all triples of a Turtle file; raises `GraphError` when there is none or it is damaged."""
    if path.is_dir():
        path = path / "graph.ttl"
    store = Store()
    try:
        store.bulk_load(path=str(path), format=RdfFormat.TURTLE)
    except FileNotFoundError as cause:
        raise GraphError(f"没有 {path}：请先运行 kg build / no such file: run kg build first") from cause
    except (SyntaxError, UnicodeDecodeError) as cause:
        where = f"{path}:{cause.lineno}" if isinstance(cause, SyntaxError) and cause.lineno else str(path)
        raise GraphError(
            f"{where}: 文件损坏，请重新运行 kg build / the file is damaged, run kg build again: {_one_line(cause)}"
        ) from cause
    except OSError as cause:
        raise GraphError(f"{path} 读不了 / cannot be read: {cause.strerror or cause}") from cause
    return store


def _one_line(cause: Exception) -> str:
    return " ".join((cause.args[0] if cause.args and isinstance(cause.args[0], str) else str(cause)).split())

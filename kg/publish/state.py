"""What servers have confirmed, in a file beside the graph: a line for each, so that a kill costs at most the last."""

from __future__ import annotations

import json
import os
from pathlib import Path

from kg.errors import KgError

__all__ = ["Confirmed", "state_path"]


def state_path(graph: Path) -> Path:
    """Where the state of a graph file, or of the `graph.ttl` of a folder, is kept.

    >>> state_path(Path("exports/graph.ttl")).as_posix()
    'exports/graph.ttl.published.jsonl'
    """
    file = graph / "graph.ttl" if graph.is_dir() else graph
    return file.with_name(file.name + ".published.jsonl")


class Confirmed:
    """Name of each graph that a server has confirmed, and the sha256 of what was sent; kept in a file of JSON lines.

    Later lines replace earlier ones, an empty sha256 says that the graph was deleted. A line that is not whole, as a
    kill leaves it, counts for nothing: its graph is sent again. Without a path nothing is kept.
    """

    def __init__(self, path: Path | None, server: str) -> None:
        self.path, self.server = path, server
        self.graphs: dict[str, str] = {}
        for line in _lines(path):
            try:
                told = json.loads(line)
                server, graph, sha256 = str(told["server"]), str(told["graph"]), str(told["sha256"])
            except (ValueError, TypeError, KeyError):
                continue
            if server == self.server:
                self._take(graph, sha256)

    def add(self, graph: str, sha256: str) -> None:
        """Remember that the server has confirmed a graph; empty that it has deleted it. On the disk when this returns;
        raises `KgError` where that fails."""
        if self.path is not None:
            _append(self.path, {"server": self.server, "graph": graph, "sha256": sha256})
        self._take(graph, sha256)

    def forget(self) -> None:
        """Remember nothing of this server."""
        for graph in list(self.graphs):
            self.add(graph, "")

    def _take(self, graph: str, sha256: str) -> None:
        if sha256:
            self.graphs[graph] = sha256
        else:
            self.graphs.pop(graph, None)


def _lines(path: Path | None) -> list[str]:
    if path is None:
        return []
    try:
        return path.read_bytes().decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return []
    except OSError as cause:
        raise KgError(f"{path} 读不了 / cannot be read: {cause.strerror or cause}") from cause


def _append(path: Path, told: dict[str, str]) -> None:
    """Write a line and bring it to the disk."""
    line = json.dumps(told, ensure_ascii=False).encode() + b"\n"
    try:
        # A line that a kill has cut has no end; the new one must not become a part of it.
        with path.open("ab+") as file:
            if file.tell() and not _ends_whole(path):
                file.write(b"\n")
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except OSError as cause:
        raise KgError(
            f"{path} 写不了，续传要用它 / cannot be written, but resuming needs it: {cause.strerror or cause}"
        ) from cause


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"

"""The process that holds the graph and answers; it can be killed at any moment without loss."""

from __future__ import annotations

import os
import signal
import sys
import threading
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path

from kg.errors import KgError
from kg.serve.jobs import Refused

__all__ = ["MEMORY", "Ready", "work"]

MEMORY = 2 * 1024**3
"""Bytes that answering may take beside the graph itself."""
_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000


class Ready:
    """What a worker says first: the graph is open."""


def work(connection: Connection, graph: Path) -> None:
    """Opens the graph, says `Ready` or why not, and answers jobs until the server goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where the pool cannot keep Ctrl-C from its processes
    _leave_network()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from kg.graph.store import open_graph
    from kg.serve.engine import Engine

    try:
        engine = Engine(open_graph(graph))
    except KgError as problem:
        connection.send(Refused(500, str(problem)))
        return
    _limit_memory()
    try:
        connection.send(Ready())
        while True:
            connection.send(engine.answer(connection.recv()))
    except (EOFError, OSError):
        return  # the server has gone away


def _end_with_parent() -> None:
    """Ends this process, in the middle of whatever it does, when the server's process has ended."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _leave_network() -> None:
    """Puts this process into a network of its own with nothing in it, where the system allows that.

    The gate refuses every question that would reach out. This is the second lock, for what nobody has thought of.
    """
    if sys.platform != "linux":
        return
    import ctypes

    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is not None and unshare(_NEW_NETWORK) != 0:
        unshare(_NEW_USER | _NEW_NETWORK)


def _limit_memory() -> None:
    """From here on this process may grow by `MEMORY`, where the system can tell its size."""
    if sys.platform != "linux":
        return
    import resource

    size = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, size + MEMORY))

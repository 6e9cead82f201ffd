"""The server: a port on this machine only, its workers, and a clean end."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

from kg.errors import UsageError

__all__ = ["HOST", "serve"]

HOST = "127.0.0.1"
_HEADER = 1024 * 1024
"""Bytes of a request's line and headers. The longest question takes 48 KiB of an address; what is longer is heard out,
so that it can be refused in words."""


def serve(graph: Path, *, port: int, limit: float, workers: int, told: Callable[[str], None]) -> None:
    """Serves until Ctrl-C or SIGTERM; `told` gets the address as soon as requests are answered.

    Port 0 takes any free one. Raises `UsageError` if the port is taken and `GraphError` if the graph cannot be opened.
    """
    import uvicorn

    class Server(uvicorn.Server):
        """Ends the workers first, so that whoever still waits for one is answered and can go."""

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            """Ends workers, connections and the server, in this order."""
            await asyncio.to_thread(pool.end)
            await super().shutdown(sockets)

    from kg.serve.app import application
    from kg.serve.pool import Pool

    with _listening(port) as listening:
        pool = Pool(graph, workers=workers, limit=limit)
        try:
            pool.start()
            address = f"http://{HOST}:{listening.getsockname()[1]}/"
            config = uvicorn.Config(
                application(pool), http="h11", ws="none", loop="asyncio", lifespan="off", log_level="warning",
                access_log=False, server_header=False, h11_max_incomplete_event_size=_HEADER,
                timeout_graceful_shutdown=1, proxy_headers=False,
            )  # fmt: skip
            told(address)
            Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            pass  # the usual way to end it
        finally:
            pool.end()


def _listening(port: int) -> socket.socket:
    """A socket to which clients can connect already."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen(128)
    except OSError as problem:
        listening.close()
        raise UsageError(f"--port {port}: 端口用不了 / cannot be used: {problem.strerror or problem}") from problem
    return listening

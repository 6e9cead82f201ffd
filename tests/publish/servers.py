"""Servers on 127.0.0.1 for the tests: a real graph store, and one that fails on command."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


def oxigraph() -> str | None:
    """The server that the package `oxigraph` brings."""
    beside = Path(sys.executable).parent / "oxigraph"
    return str(beside) if beside.is_file() else shutil.which("oxigraph")


@contextmanager
def graph_store(program: str) -> Iterator[str]:
    """A real, empty graph store in memory; the address of its server. Ended by its own process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [program, "serve", "--bind", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, "the server ended at once"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait(10)


def ask(server: str, sparql: str) -> str:
    """The answer of the server's SPARQL endpoint as CSV, without the line of names."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=10)
    headers = {"Content-Type": "application/sparql-query", "Accept": "text/csv"}
    connection.request("POST", "/query", sparql.encode(), headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    assert answer.status == 200, body
    return body.partition("\n")[2].replace("\r", "").strip()


@dataclass
class Flaky:
    """A graph store that answers as it is told, then as a good one does."""

    answers: list[int | str] = field(default_factory=list)
    """For the next requests: a status, `drop` to close the connection, `silent` to say nothing for a while, or
    `301 …` a status with where to go."""
    forever: int = 0
    """A status for every request."""
    after: int = 10**9
    """From this request on every connection is dropped."""
    graphs: dict[str, bytes] = field(default_factory=dict)
    seen: list[tuple[str, str]] = field(default_factory=list)
    """Method and graph of every request."""
    login: str = ""
    """The header Authorization that is asked for."""
    url: str = ""


@contextmanager
def flaky(**told: object) -> Iterator[Flaky]:
    """A running `Flaky`."""
    state = Flaky(**told)  # type: ignore[arg-type]

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def _serve(self) -> None:
            query = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
            graph = query.get("graph", [""])[0]
            content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            state.seen.append((self.command, graph))
            if len(state.seen) > state.after:
                self.close_connection = True
                return
            answer = state.forever or (state.answers.pop(0) if state.answers else 0)
            if answer == "drop":
                self.close_connection = True
            elif answer == "silent":
                time.sleep(1.0)
            elif isinstance(answer, str):
                self._answer(int(answer[:3]), Location=answer[4:])
            elif answer:
                self._answer(answer, **{"Retry-After": "7"} if answer == 503 else {})
            elif state.login and self.headers.get("Authorization") != state.login:
                self._answer(401)
            elif self.command == "PUT":
                there = graph in state.graphs
                state.graphs[graph] = content
                self._answer(204 if there else 201)
            else:
                self._answer(204 if state.graphs.pop(graph, None) is not None else 404)

        def _answer(self, status: int, **headers: str) -> None:
            self.send_response(status)
            for name, value in {"Content-Length": "0", **headers}.items():
                self.send_header(name, value)
            self.end_headers()

        do_PUT = do_DELETE = do_GET = _serve  # noqa: N815

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}/store"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)

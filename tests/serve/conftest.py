"""A real server over the seeds' graph and a graph of hostile names, and a canary that must hear nothing."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.conftest import ROOT

LIMIT = 2.0
HOSTILE = '<script>alert("校")</script>'
BASE = "https://w3id.org/cn-edu-kg/id/"


@dataclass(frozen=True)
class Reply:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def media(self) -> str:
        return (self.headers["content-type"] or "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Server:
    port: int
    process: subprocess.Popen[str]

    def send(self, method: str, path: str, *, body: bytes | None = None, timeout: float = 40, **headers: str) -> Reply:
        """One request; keyword `content_type` becomes the header Content-Type."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            line.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = line.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            line.close()

    def get(self, path: str, **headers: str) -> Reply:
        return self.send("GET", path, **headers)

    def ask(self, text: str, **headers: str) -> Reply:
        return self.get("/sparql?" + urlencode({"query": text}), **headers)

    def post(self, text: str, **headers: str) -> Reply:
        return self.send(
            "POST", "/sparql", body=text.encode(), **{"content_type": "application/sparql-query", **headers}
        )

    def health(self) -> Any:
        return self.get("/health").json()

    def at_rest(self) -> Any:
        """What /health says as soon as no worker is busy, not even with opening the graph anew."""
        until = time.monotonic() + 30
        while True:
            told = self.health()
            if not any(worker["busy"] for worker in told["workers"]):
                return told
            assert time.monotonic() < until
            time.sleep(0.05)

    def pids(self) -> set[int]:
        return {worker["pid"] for worker in self.health()["workers"]}


@contextmanager
def serving(graph: Path, *options: str) -> Iterator[Server]:
    """A server on a free port; it is ended with Ctrl-C."""
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(graph), "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        said = process.stdout.readline()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", said)
        assert found, (said, process.stderr.read() if process.stderr else "")
        yield Server(int(found[1]), process)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        finally:
            for stream in (process.stdout, process.stderr):
                if stream and not stream.closed:
                    stream.close()


@pytest.fixture(scope="package")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds' graph, with a school whose names try to be more than names, and IRIs that are not plain ASCII."""
    path = tmp_path_factory.mktemp("serve") / "graph.ttl"
    school = f"""
<{BASE}school/hostile> a <https://w3id.org/cn-edu-kg/ns#School> ;
    <http://www.w3.org/2004/02/skos/core#prefLabel> {json.dumps(HOSTILE, ensure_ascii=False)}@zh ;
    <http://www.w3.org/2000/01/rdf-schema#comment> "<img src=x onerror=alert(1)>" ;
    <http://www.w3.org/2000/01/rdf-schema#seeAlso> <javascript:alert(1)> .
<{BASE}school/学校> <http://www.w3.org/2004/02/skos/core#prefLabel> "写汉字的"@zh .
<{BASE}school/%E6%A0%A1> <http://www.w3.org/2004/02/skos/core#prefLabel> "写编码的"@zh .
<{BASE}school/odd%E5> <http://www.w3.org/2004/02/skos/core#prefLabel> "怪"@zh ; <http://example.org/by> [] .
"""
    path.write_text((ROOT / "exports" / "graph.ttl").read_text("utf-8") + school, "utf-8")
    return path


@pytest.fixture(scope="package")
def server(graph: Path, canary: Canary) -> Iterator[Server]:
    with serving(graph, "--time-limit", str(LIMIT)) as running:
        yield running
    assert canary.heard == []


class Canary:
    """A server on loopback that remembers who called."""

    def __init__(self) -> None:
        heard: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                heard.append(self.requestline)
                self.send_response(200)
                self.end_headers()

            do_POST = do_HEAD = do_GET  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.heard = heard
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def end(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="package")
def canary() -> Iterator[Canary]:
    """No test may make the server call it: asserted when the server has ended."""
    bird = Canary()
    yield bird
    bird.end()

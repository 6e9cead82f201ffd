"""What must not happen: a hog that stops others, a question that reaches out, a process that stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlencode

import pytest

from kg.errors import QueryError
from kg.graph.gate import let_through
from tests.conftest import ROOT
from tests.serve.conftest import LIMIT, Canary, Server, serving

HOG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }"
SLACK = 6.0
"""Seconds: the machine may be busy."""


def test_a_hog_is_stopped_and_stops_nobody(server: Server) -> None:
    before = server.at_rest()
    with ThreadPoolExecutor(2) as threads:
        start = time.monotonic()
        hog = threads.submit(server.ask, HOG)
        while not any(worker["busy"] for worker in server.health()["workers"]):
            assert time.monotonic() - start < SLACK
        asked = time.monotonic()
        assert server.ask("ASK {}").status == 200
        assert time.monotonic() - asked < LIMIT + SLACK
        reply = hog.result(60)
        took = time.monotonic() - start
    assert (reply.status, reply.media) == (503, "text/plain")
    assert "时限" in reply.text
    assert LIMIT <= took < LIMIT + SLACK
    after = server.health()
    assert after["restarts"] == before["restarts"] + 1
    assert len({w["pid"] for w in after["workers"]} - {w["pid"] for w in before["workers"]}) == 1
    assert server.ask("ASK {}").status == 200


def test_health_answers_while_every_worker_is_hogged(server: Server) -> None:
    with ThreadPoolExecutor(4) as threads:
        hogs = [threads.submit(server.ask, HOG) for _ in range(4)]
        time.sleep(0.3)
        for _ in range(3):
            start = time.monotonic()
            assert server.health()["status"] == "ok"
            assert time.monotonic() - start < LIMIT
        replies = [hog.result(60) for hog in hogs]
    assert {reply.status for reply in replies} == {503}
    assert all(reply.media == "text/plain" for reply in replies)
    assert server.ask("ASK {}").status == 200


def test_an_answer_that_is_too_large_is_refused_whole(server: Server) -> None:
    text = "SELECT ?a ?b ?c ?d ?e ?f { ?a ?b ?c . ?d ?e ?f }"
    reply = server.ask(text)
    assert (reply.status, reply.media) == (503, "text/plain")


def test_the_canary_would_be_heard(canary: Canary) -> None:
    from urllib.request import urlopen

    from pyoxigraph import Store

    with urlopen(canary.address + "/test", timeout=10) as reply:
        assert reply.status == 200
    with pytest.raises((OSError, SyntaxError, ValueError, RuntimeError)):
        list(Store().query(f"SELECT * {{ SERVICE <{canary.address}/> {{ ?a ?b ?c }} }}"))  # type: ignore[arg-type]
    assert len(canary.heard) == 2, "the engine itself would have called"
    canary.heard.clear()


@pytest.mark.parametrize(
    "text",
    [
        'ASK { ?service ?p "SERVICE <http://example.org/>" }',
        "ASK { ?s <http://example.org/service> ?o } # SERVICE",
        "PREFIX service: <http://example.org/> ASK { ?s service:a service:service }",
        'ASK { ?s ?p "\\u53bf\\n" }',
        "ASK {\r\n ?s ?p ?o }",
    ],
)
def test_the_word_alone_harms_no_question(text: str) -> None:
    let_through(text, prefixes={})


def test_an_escape_of_ascii_is_refused_wherever_it_stands() -> None:
    for escape in ("\\u0022", "\\U00000022", "\\u00000022", "\\\\u0022", "\\u000A", "\\uD800", "\\u12"):
        with pytest.raises(QueryError, match="直接写字符"):
            let_through(f'ASK {{ ?s ?p "{escape}" }}', prefixes={})


def test_a_page_elsewhere_cannot_read_the_graph_by_another_name(server: Server) -> None:
    assert server.get("/sparql?" + urlencode({"query": "ASK {}"}), host="evil.example").status == 400
    assert server.get("/health", host=f"localhost:{server.port}").status == 200
    assert "access-control-allow-origin" not in server.ask("ASK {}", origin="http://evil.example").headers


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_stays_however_the_server_ends(tmp_path: Path, way: signal.Signals) -> None:
    (tmp_path / "graph.ttl").write_text("".join(f"<http://e/{i}> <http://e/p> {i} .\n" for i in range(3000)))
    with serving(tmp_path, "--time-limit", "60") as server, ThreadPoolExecutor(1) as threads:
        pids = server.pids()
        assert len(pids) == 2
        hog = threads.submit(server.ask, HOG)
        time.sleep(0.5)
        server.process.send_signal(way)
        _, told = server.process.communicate(timeout=20)
        if way == signal.SIGKILL:
            with pytest.raises((OSError, HTTPException)):
                hog.result(20)
        else:
            assert hog.result(20).status == 503
            assert "Traceback" not in told
        if way == signal.SIGINT:
            assert server.process.returncode == 0
            assert "已停止" in told
        until = time.monotonic() + 10
        while any(_alive(pid) for pid in pids):
            assert time.monotonic() < until, f"left behind: {[pid for pid in pids if _alive(pid)]}"
            time.sleep(0.05)


def _alive(pid: int) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def test_a_graph_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<a <b")
    for path in (tmp_path, tmp_path / "none.ttl"):
        done = _tried("--port", "0", "--graph", str(path))
        assert (done.returncode, done.stdout) == (1, "")
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr


def test_a_port_that_is_taken_is_one_line(server: Server, graph: Path) -> None:
    done = _tried("--port", str(server.port), "--graph", str(graph))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"--port {server.port}" in done.stderr


def _tried(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", "serve", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("moment", [0.6, 0.9, 1.2])
def test_ctrl_c_while_the_graph_is_opened_ends_all_without_a_word_of_python(graph: Path, moment: float) -> None:
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--graph", str(graph)]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background jobs do not hear it
    )  # fmt: skip
    time.sleep(moment)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the group
    _, told = process.communicate(timeout=30)
    assert "Traceback" not in told
    assert "File" not in told


def test_workers_that_are_killed_from_outside_come_back(graph: Path) -> None:
    with serving(graph, "--workers", "1") as server:
        for pid in server.pids():
            os.kill(pid, signal.SIGKILL)
        first, second = server.ask("ASK {}"), server.ask("ASK {}")
        assert (first.status, second.status) == (503, 200)
        assert "已重启" in first.text
        assert server.health()["restarts"] == 1


def test_while_the_graph_is_gone_each_question_hears_so_and_later_ones_are_answered(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<http://e/a> <http://e/p> 1 .")
    with serving(tmp_path, "--workers", "1") as server:
        (tmp_path / "graph.ttl").rename(tmp_path / "away")
        for pid in server.pids():
            os.kill(pid, signal.SIGKILL)
        server.ask("ASK {}")
        gone = server.ask("ASK {}")
        assert (gone.status, gone.media) == (503, "text/plain")
        assert "kg build" in gone.text
        (tmp_path / "away").rename(tmp_path / "graph.ttl")
        until = time.monotonic() + 20
        while server.ask("ASK {}").status != 200:
            assert time.monotonic() < until


def test_whoever_waits_while_the_server_ends_is_told(graph: Path) -> None:
    with serving(graph, "--workers", "1", "--time-limit", "60") as server, ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(server.ask, HOG) for _ in range(4)]
        time.sleep(0.5)
        server.process.send_signal(signal.SIGINT)
        assert {reply.result(20).status for reply in asked} == {503}

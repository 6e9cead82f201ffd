"""A server that fails for a while is asked again; one that refuses is not; every failure is one line."""

from __future__ import annotations

import base64
import re
import socket
from pathlib import Path

import pytest

from kg.errors import PublishError, UsageError
from kg.publish import Server
from tests.publish.servers import flaky


def waits() -> tuple[list[float], list[str]]:
    return [], []


@pytest.mark.parametrize("failure", [500, 502, 503, 504, 429, 408, "drop"])
def test_what_fails_for_a_while_is_tried_again_with_longer_waits(failure: int | str) -> None:
    waited, told = waits()
    with flaky(answers=[failure, failure]) as server:
        Server(server.url, wait=waited.append, told=told.append).put("urn:ex:g", b"# nothing\n")
        assert server.graphs == {"urn:ex:g": b"# nothing\n"}
        assert server.seen == [("PUT", "urn:ex:g")] * 3
    assert waited == ([7.0, 7.0] if failure == 503 else [0.5, 1.0]), "503 says itself how long"
    assert len(told) == 2 and all("trying again" in line for line in told)


@pytest.mark.parametrize("failure", [400, 401, 403, 404, 405, 413, 415, 507, "301 http://127.0.0.1:1/else"])
def test_what_is_refused_is_not_tried_again(failure: int | str) -> None:
    waited, _ = waits()
    with flaky(answers=[failure]) as server:
        with pytest.raises(PublishError) as problem:
            Server(server.url, wait=waited.append).put("urn:ex:g", b"")
        assert len(server.seen) == 1 and not server.graphs
    assert not waited and "\n" not in str(problem.value) and server.url in str(problem.value)


def test_a_redirect_says_where_to() -> None:
    with flaky(answers=["308 https://example.org/store"]) as server, pytest.raises(PublishError, match=r"example\.org"):
        Server(server.url).put("urn:ex:g", b"")


def test_the_tries_are_bounded_and_so_are_the_waits() -> None:
    waited, _ = waits()
    with flaky(forever=502) as server:
        with pytest.raises(PublishError, match="502"):
            Server(server.url, retries=8, wait=waited.append).put("urn:ex:g", b"")
        assert len(server.seen) == 9
    assert waited == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]


def test_a_server_that_says_nothing_is_given_up_in_time() -> None:
    with flaky(answers=["silent"]) as server, pytest.raises(PublishError, match="timed out"):
        Server(server.url, timeout=0.2, retries=0).put("urn:ex:g", b"")


def test_a_port_where_nobody_listens_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/store"
        with pytest.raises(PublishError, match="cannot be reached: Connection refused"):
            Server(url, retries=1, wait=lambda _: None).put("urn:ex:g", b"")


def test_name_and_password_come_from_the_environment_only_and_are_never_shown() -> None:
    login = "Basic " + base64.b64encode("张三:秘密".encode()).decode()
    environment = {"KG_PUBLISH_USER": "张三", "KG_PUBLISH_PASSWORD": "秘密"}
    with flaky(login=login) as asking:
        server = Server.of(asking.url, environment)
        server.put("urn:ex:g", b"x")
        assert asking.graphs == {"urn:ex:g": b"x"}
        assert "秘密" not in repr(server)
        with pytest.raises(PublishError, match="KG_PUBLISH_PASSWORD"):
            Server.of(asking.url, {}).put("urn:ex:g", b"x")


def test_a_password_that_would_travel_open_is_known() -> None:
    told = {"KG_PUBLISH_USER": "a"}
    assert Server.of("http://example.org/store", told).exposed
    assert not Server.of("https://example.org/store", told).exposed
    assert not Server.of("http://127.0.0.1:7878/store", told).exposed
    assert not Server.of("http://example.org/store", {}).exposed


@pytest.mark.parametrize(
    "url", ["", "example.org/store", "ftp://example.org", "file:///etc/passwd", "http://", "http://a:b@example.org/",
            "http://example.org:99999/", "http://[::1/", "http://例子.cn/", "http://example.org/#a"],
)  # fmt: skip
def test_what_is_no_address_is_wrong_usage(url: str) -> None:
    with pytest.raises(UsageError):
        Server(url)


def test_a_graph_that_is_not_there_is_deleted_without_complaint() -> None:
    with flaky() as server:
        Server(server.url).delete("urn:ex:none")
        assert server.seen == [("DELETE", "urn:ex:none")]


def test_an_address_with_a_query_of_its_own_keeps_it() -> None:
    assert Server("http://localhost/s?db=1").address("") == "http://localhost/s?db=1&default"


def test_no_other_module_can_send_anything(root: Path) -> None:
    clients = re.compile(r"^\s*(?:import|from) (?:urllib\.request|http\.client|requests|httpx)\b", re.MULTILINE)
    modules = [path for path in (root / "kg").rglob("*.py") if clients.search(path.read_text("utf-8"))]
    assert [path.relative_to(root).as_posix() for path in modules] == ["kg/publish/http.py"]

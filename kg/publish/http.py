"""A server that speaks the Graph Store Protocol: graphs are put and deleted, what fails for a while is tried again."""

from __future__ import annotations

import base64
import http.client
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from kg.errors import PublishError, UsageError
from kg.publish.plan import DEFAULT

__all__ = ["PASSWORD", "USER", "Server"]

USER, PASSWORD = "KG_PUBLISH_USER", "KG_PUBLISH_PASSWORD"
"""Where name and password are looked for: on a command line all users of the machine could read them."""
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which the same may go well."""
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
"""Seconds before the second try; each further wait is twice as long, up to the longest, which also bounds what a server
asks for."""
_CURES = {
    400: "服务器说请求不对 / the server calls the request wrong",
    401: f"要登录：设环境变量 {USER} 和 {PASSWORD} / log in: set {USER} and {PASSWORD}",
    403: f"没有权限（{USER}、{PASSWORD}） / not allowed with this {USER}",
    404: "这个地址不是图存储：Oxigraph 是 …/store，Fuseki 是 …/数据集/data / "
    "no graph store at this address: of Oxigraph it is …/store, of Fuseki …/DATASET/data",
    405: "这个地址不收图（只读，或不是图存储） / no graph can be put there: read-only, or no graph store",
    413: "服务器嫌太大，请调高它的上限 / too large for the server: raise its limit",
    415: "服务器不收 Turtle / the server takes no Turtle",
    507: "服务器没有空间了 / the server has no room left",
}


@dataclass(frozen=True, slots=True)
class Server:
    """A graph store at an address."""

    url: str
    login: tuple[str, str] | None = field(default=None, repr=False)
    """Name and password."""
    timeout: float = 60.0
    """Seconds in which an answer, or its next piece, must come."""
    retries: int = 5
    """How often a request that failed is sent again."""
    wait: Callable[[float], None] = time.sleep
    told: Callable[[str], None] = lambda _: None
    """Gets a line before each further try."""

    def __post_init__(self) -> None:
        """Raises `UsageError` for what is no address of a server."""
        try:
            parts = urlsplit(self.url)
            _ = parts.port
        except ValueError as cause:
            raise UsageError(f"不是网址 / no address: {self.url}: {cause}") from cause
        if "@" in parts.netloc:
            raise UsageError(f"用户名和密码不要写进网址 / no password in the address: set {USER}, {PASSWORD}")
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.fragment or not self.url.isascii():
            raise UsageError(
                f"要 http:// 或 https:// 开头的网址 / give an address with http:// or https://: {self.url}"
            )

    @classmethod
    def of(
        cls,
        url: str,
        environment: Mapping[str, str],
        *,
        login: tuple[str, str] | None = None,
        timeout: float = 60.0,
        retries: int = 5,
        told: Callable[[str], None] = lambda _: None,
    ) -> Server:
        """The server at an address, with the name and password of the environment unless others are given."""
        user = environment.get(USER, "")
        if login is None and user:
            login = user, environment.get(PASSWORD, "")
        return cls(url, login, timeout=timeout, retries=retries, told=told)

    @property
    def exposed(self) -> bool:
        """Whether the password would travel unencrypted to another machine."""
        parts = urlsplit(self.url)
        near = parts.hostname in ("localhost", "127.0.0.1", "::1")
        return self.login is not None and parts.scheme == "http" and not near

    def put(self, graph: str, turtle: bytes) -> None:
        """Replace a named graph, or with `DEFAULT` the one without a name; returns when the server has confirmed it.

        Raises `PublishError` when it does not, after all tries.
        """
        self._ask("PUT", graph, turtle)

    def delete(self, graph: str) -> None:
        """Delete a named graph; one that is not there is no error."""
        self._ask("DELETE", graph, None)

    def address(self, graph: str) -> str:
        """Where the protocol finds a graph of this server.

        >>> Server("http://localhost:7878/store").address("urn:ex:a b")
        'http://localhost:7878/store?graph=urn%3Aex%3Aa%20b'
        """
        which = "default" if graph == DEFAULT else f"graph={quote(graph, safe='')}"
        return f"{self.url}{'&' if urlsplit(self.url).query else '?'}{which}"

    def _ask(self, method: str, graph: str, content: bytes | None) -> None:
        for attempt in range(self.retries + 1):
            problem, asked = self._once(method, graph, content)
            if not problem:
                return
            if asked is None or attempt == self.retries:
                raise PublishError(f"{self.url}: {problem}")
            seconds = min(max(FIRST_WAIT * 2**attempt, asked), LONGEST_WAIT)
            self.told(f"{problem}; {seconds:g} 秒后重试 / trying again in {seconds:g} s ({attempt + 1}/{self.retries})")
            self.wait(seconds)

    def _once(self, method: str, graph: str, content: bytes | None) -> tuple[str, float | None]:
        """What went wrong, empty if nothing did; and how many seconds the server asks to wait, None if no further try
        can help."""
        request = urllib.request.Request(self.address(graph), data=content, method=method)
        if content is not None:
            request.add_header("Content-Type", "text/turtle")
        if self.login:
            token = base64.b64encode(":".join(self.login).encode()).decode()
            request.add_unredirected_header("Authorization", f"Basic {token}")
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as answer:
                return ("", 0.0) if answer.status < 300 else (f"HTTP {answer.status}", None)
        except urllib.error.HTTPError as answer:
            with answer:
                return self._refused(method, answer)
        except urllib.error.URLError as cause:
            if isinstance(cause.reason, ssl.SSLCertVerificationError):
                return f"证书不可信 / the certificate is not trusted: {cause.reason.verify_message}", None
            return f"连不上 / cannot be reached: {_reason(cause.reason)}", 0.0
        except (OSError, http.client.HTTPException) as cause:
            return f"连接断了 / the connection broke: {_reason(cause)}", 0.0

    def _refused(self, method: str, answer: urllib.error.HTTPError) -> tuple[str, float | None]:
        if method == "DELETE" and answer.code == 404:
            return "", 0.0
        if 300 <= answer.code < 400:
            where = answer.headers.get("Location", "")
            return f"服务器指向别处，请用那个地址 / the server points elsewhere, use that address: {where}", None
        said = _first_line(answer)
        problem = f"HTTP {answer.code} {_CURES.get(answer.code, answer.reason)}" + (f": {said}" if said else "")
        if answer.code not in PASSING:
            return problem, None
        asked = answer.headers.get("Retry-After", "")
        return problem, float(asked) if asked.isdecimal() else 0.0


def _first_line(answer: urllib.error.HTTPError) -> str:
    """What the server says for itself, shortened; nothing of a page."""
    try:
        said = answer.read(2000).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return ""
    words = " ".join(said.split())
    return "" if words.startswith("<") else words[:160]


def _reason(cause: object) -> str:
    if isinstance(cause, TimeoutError):
        return "等待超时 / timed out"
    words = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
    return words or type(cause).__name__

"""From an HTTP request to a question, as the SPARQL 1.1 Protocol has it."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.graph.gate import MAX_BYTES
from kg.serve.forms import known
from kg.serve.headers import accepted
from kg.serve.jobs import Ask, Refused

__all__ = ["question"]

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
MAX_BODY = 64 * 1024
"""Bytes of a request: the longest question with each of its bytes written as %XX fits."""
_READ_AWAY = 4 * 1024 * 1024
"""Of a larger request so much is read before the answer, so that a client still sending can hear it."""
_READ_ONLY = "这个服务只读 / this service is read-only"


async def question(request: Request) -> Ask | Refused | None:
    """The question of a request, `Refused` where it holds none that can be asked, None for a bare GET."""
    body = b""
    if request.method == "POST":
        given = await _body(request)
        if given is None:
            return Refused(413, f"请求太大：最多 {MAX_BODY} 字节 / the request is larger than {MAX_BODY} bytes")
        body = given
        refused = _wrong_type(request)
        if refused:
            return refused
    try:
        pairs = _pairs(request.scope["query_string"])
        if request.method == "POST":
            pairs += [("query", body.decode("utf-8"))] if _media(request) == QUERY else _pairs(body)
    except ValueError:
        return Refused(
            400, "请求不是 UTF-8 的表单，或参数太多 / the request is no form in UTF-8, or has too many parameters"
        )
    if request.method in ("GET", "HEAD") and not pairs:
        return None
    return _ask(pairs, accepted(request))


def _ask(pairs: list[tuple[str, str]], accept: str) -> Ask | Refused:
    names = [name for name, _ in pairs]
    if "update" in names:
        return Refused(400, _READ_ONLY)
    if names.count("query") != 1:
        return Refused(400, "要有一个 query 参数，只要一个 / exactly one parameter query is wanted")
    if {"default-graph-uri", "named-graph-uri"} & set(names):
        return Refused(400, "只问这一个图，不能另选 / only this graph is asked, no other can be chosen")
    text = dict(pairs)["query"]
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return Refused(413, f"问题太长：最多 {MAX_BYTES} 字节 / the question is longer than {MAX_BYTES} bytes")
    if not known(accept):
        return Refused(406, "没有这种格式的答案 / no answer is written in a form that is accepted")
    return Ask(text, accept=accept)


def _wrong_type(request: Request) -> Refused | None:
    media = _media(request)
    if media == UPDATE:
        return Refused(415, _READ_ONLY)
    if media not in (FORM, QUERY):
        return Refused(415, f"Content-Type 要是 / must be {FORM} 或 / or {QUERY}")
    parameters = request.headers["content-type"].lower().replace('"', "").replace(" ", "").split(";")[1:]
    charset = next((p.removeprefix("charset=") for p in parameters if p.startswith("charset=")), "utf-8")
    if charset not in ("utf-8", "utf8"):
        return Refused(415, "问题要用 UTF-8 / the question must be in UTF-8")
    return None


def _media(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _pairs(written: bytes) -> list[tuple[str, str]]:
    """Names and values of a form; raises `ValueError` where they are not UTF-8, or more than 64."""
    return parse_qsl(written.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=64)


async def _body(request: Request) -> bytes | None:
    """The whole body; None if it is too large."""
    body, size = b"", 0
    async for piece in request.stream():
        size += len(piece)
        if size <= MAX_BODY:
            body += piece
        if size > _READ_AWAY:
            break
    return body if size <= MAX_BODY else None

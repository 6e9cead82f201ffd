"""The application: addresses, and what each answers."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.errors import UsageError
from kg.graph.questions import ShippedQuery, fill, list_queries
from kg.serve.description import description
from kg.serve.forms import GRAPH_FORMS, HTML, SUFFIXES, preferred
from kg.serve.headers import EXPLORER, Headers, accepted
from kg.serve.jobs import HOPS, Answer, Around, Ask, Body, Explore, Find, Found, Look, Refused, Table, Thing, Use
from kg.serve.openapi import openapi
from kg.serve.pages import editor_page, found_page, question_page, refusal_page, start_page, thing_page
from kg.serve.pool import Pool
from kg.serve.protocol import question

__all__ = ["application"]

MAX_WORDS = 100
"""Characters of a name that is looked for."""
MAKING = 300.0
"""Seconds in which the explorer's page must be made: once, so it may take longer than a question."""
_STATIC = Path(__file__).resolve().parent / "static"
FIRST_QUESTION = """SELECT ?school ?name {
  ?school a ek:School ; skos:prefLabel ?name .
  FILTER(LANG(?name) = "zh")
}
LIMIT 100
"""


def application(pool: Pool) -> Starlette:
    """The server's application over workers that have been started."""
    here = Site(pool, list_queries())

    return Starlette(
        routes=[
            Route("/", here.start),
            Route("/explore", here.explore),
            Route("/explore/around", here.around),
            Route("/explore/find", here.find),
            Route("/search", here.search),
            Route("/questions/{name}", here.asked),
            Route("/editor", here.editor),
            Route("/sparql", here.sparql, methods=["GET", "POST"]),
            Route("/id/{key:path}", here.thing),
            Route("/openapi.json", here.openapi),
            Route("/health", here.health),
            Mount("/static", StaticFiles(directory=_STATIC)),
        ],
        # A page elsewhere whose name is made to lead to 127.0.0.1 must not read the graph.
        middleware=[
            Middleware(Headers),
            Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"]),
        ],
        exception_handlers={HTTPException: _http_error, 500: _bug},
    )


class Site:
    """What stands at each address."""

    def __init__(self, pool: Pool, questions: tuple[ShippedQuery, ...]) -> None:
        self._pool, self._questions = pool, {asked.name: asked for asked in questions}
        self._explorer: Body | None = None
        self._making = asyncio.Lock()

    async def start(self, _: Request) -> Response:
        """The shipped questions, each with its fields."""
        return HTMLResponse(start_page(tuple(self._questions.values())))

    async def explore(self, request: Request) -> Response:
        """The explorer: made when it is first asked for, by one worker, and kept."""
        async with self._making:
            if self._explorer is None:
                answer = await self._pool.answer(Explore(), limit=MAKING)
                if isinstance(answer, Refused):
                    return _refusal(request, answer)
                assert isinstance(answer, Body)
                self._explorer = answer
        return HTMLResponse(self._explorer.content, headers={"Content-Security-Policy": EXPLORER})

    async def around(self, request: Request) -> Response:
        """What stands around the thing or fact `key`, `hops` steps far, as rows for the explorer."""
        key, hops = request.query_params.get("key", ""), request.query_params.get("hops", "1")
        if hops not in map(str, HOPS):
            return _plain(Refused(400, "hops 只能是 1、2、3 / hops must be 1, 2 or 3"))
        return _response(await self._pool.answer(Around(key, int(hops))))

    async def find(self, request: Request) -> Response:
        """The things whose names hold the words of `q`, as JSON for the explorer."""
        answer = await self._pool.answer(Find(_words(request)))
        if isinstance(answer, Refused):
            return _plain(answer)
        assert isinstance(answer, Found)
        kinds = [
            {
                "kind": kind.kind.removeprefix("ek:"),
                "count": kind.count,
                "hits": [
                    {"key": h.key, "name": h.thing.text, "called": h.called, "region": h.region} for h in kind.hits
                ],
            }
            for kind in answer.kinds
        ]
        return JSONResponse({"kinds": kinds})

    async def search(self, request: Request) -> Response:
        """The things whose names hold the words of `q`."""
        words = _words(request)
        answer = await self._pool.answer(Find(words))
        if isinstance(answer, Refused):
            return _refusal(request, answer)
        assert isinstance(answer, Found)
        return HTMLResponse(found_page(words, answer))

    async def asked(self, request: Request) -> Response:
        """The answer to a shipped question, as a page or, behind `.csv`, as a file."""
        name: str = request.path_params["name"]
        wanted = self._questions.get(name.removesuffix(".csv"))
        if wanted is None:
            return _refusal(request, Refused(404, f"没有这个问题 / no such question: {name}"))
        values = {key: value.strip() for key, value in request.query_params.items() if value.strip()}
        try:
            text = fill(wanted.text, values)
        except UsageError as problem:
            refused = Refused(400, str(problem).removeprefix("--set "))
            return _plain(refused) if name.endswith(".csv") else self._answered(wanted, values, refused)
        if name.endswith(".csv"):
            return _response(await self._pool.answer(Ask(text, Use.SPREADSHEET)), file=name)
        return self._answered(wanted, values, await self._pool.answer(Ask(text, Use.PAGE)))

    def _answered(self, wanted: ShippedQuery, values: Mapping[str, str], answer: Answer) -> Response:
        assert isinstance(answer, Table | Refused)
        csv = f"/questions/{wanted.name}.csv" + (f"?{urlencode(values)}" if values else "")
        status = answer.status if isinstance(answer, Refused) else 200
        return HTMLResponse(question_page(wanted, values, answer, csv), status)

    async def editor(self, request: Request) -> Response:
        """The editor, with the text of a shipped question where one is named."""
        chosen = self._questions.get(request.query_params.get("question", ""))
        return HTMLResponse(editor_page(chosen.text if chosen else FIRST_QUESTION))

    async def sparql(self, request: Request) -> Response:
        """The SPARQL 1.1 Protocol; without a question the description of the service, for people the editor."""
        asked = await question(request)
        if asked is None:
            media = preferred(accepted(request), (*GRAPH_FORMS, HTML))
            if media is None:
                return _plain(Refused(406, f"有 / there are: {', '.join(GRAPH_FORMS)}"))
            if media == HTML:
                return RedirectResponse("/editor", 303)
            return Response(description(str(request.url_for("sparql")), media), media_type=media)
        return _response(asked if isinstance(asked, Refused) else await self._pool.answer(asked))

    async def thing(self, request: Request) -> Response:
        """What the graph says of one thing, in the form of the suffix, else in the form that the client accepts."""
        key: str = request.path_params["key"]
        suffix = next((end for end in SUFFIXES if key.endswith(end)), "")
        media = SUFFIXES.get(suffix) or preferred(accepted(request), (HTML, *GRAPH_FORMS))
        if media is None:
            return _plain(Refused(406, f"有 / there are: {HTML}, {', '.join(GRAPH_FORMS)}"))
        answer = await self._pool.answer(Look(key.removesuffix(suffix), media))
        if isinstance(answer, Thing):
            return HTMLResponse(thing_page(answer))
        return _refusal(request, answer) if isinstance(answer, Refused) and media == HTML else _response(answer)

    async def openapi(self, _: Request) -> Response:
        """The interface in the words of OpenAPI."""
        return JSONResponse(openapi(tuple(self._questions.values())))

    async def health(self, _: Request) -> Response:
        """Whether the service is well; asks no worker, so that it always answers."""
        workers = [{"pid": worker.pid, "busy": worker.busy} for worker in self._pool.workers]
        return JSONResponse({"status": "ok", "workers": workers, "restarts": self._pool.restarts})


def _words(request: Request) -> str:
    return " ".join(request.query_params.get("q", "").split())[:MAX_WORDS]


def _response(answer: Answer, *, file: str = "") -> Response:
    """An answer of bytes, or why there is none."""
    if isinstance(answer, Refused):
        return _plain(answer)
    assert isinstance(answer, Body)
    headers = {"Content-Disposition": f'attachment; filename="{file}"'} if file else {}
    return Response(answer.content, 200, headers, answer.media)


def _plain(refused: Refused) -> Response:
    headers = {"Retry-After": "1"} if refused.status == 503 else {}
    return PlainTextResponse(refused.words + "\n", refused.status, headers)


def _refusal(request: Request, refused: Refused) -> Response:
    """A page for people, a line for programs."""
    if preferred(accepted(request), ("text/plain", HTML)) == HTML:
        return HTMLResponse(refusal_page(refused), refused.status)
    return _plain(refused)


def _http_error(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    words = {404: "没有这一页 / no such page", 405: "这个方法不行，只能 GET 或 POST / this method is not allowed"}
    response = _refusal(request, Refused(problem.status_code, words.get(problem.status_code, problem.detail)))
    response.headers.update(problem.headers or {})
    return response


def _bug(_: Request, problem: Exception) -> Response:
    return _plain(Refused(500, f"内部错误 / internal error: {type(problem).__name__}"))

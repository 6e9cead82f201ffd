"""Headers: what a client accepts, and what a browser may do with the answers: nothing that reaches elsewhere."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["EXPLORER", "Headers", "accepted"]

POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
EDITOR = POLICY + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
"""The editor writes style attributes, and its stylesheet holds its icons."""
EXPLORER = "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""Of the explorer's page, whose own policy names the only script and style that may run, and this server to ask."""


def accepted(request: Request) -> str:
    """What a client accepts, in one line, whether it said so in one header or in several."""
    return ", ".join(request.headers.getlist("accept"))


class Headers:
    """Adds to every answer what keeps a page from loading, running or telling anything elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, and its answer back with the headers."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if "Content-Security-Policy" not in headers:
                    headers["Content-Security-Policy"] = EDITOR if scope.get("path") == "/editor" else POLICY
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Vary"] = "Accept"  # an error, too, is a page for people and a line for programs
            await send(message)

        await self._app(scope, receive, sending)

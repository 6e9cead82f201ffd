"""A page in a browser without a network, and all that went wrong in it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

__all__ = ["Opened"]


class Opened:
    """What a person sees, and what the page asked for."""

    def __init__(self, browser: Browser, file: Path, fragment: str, size: tuple[int, int]) -> None:
        self.file = file
        self.problems: list[str] = []
        self.requests: list[str] = []
        width, height = size
        self._context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, reduced_motion="reduce", accept_downloads=True
        )
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("console", lambda said: self.problems.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.problems.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri() + (f"#{fragment}" if fragment else ""))
        self.until("globalThis.explorer !== undefined")
        self.settle()

    def settle(self) -> None:
        """Until two frames have been drawn."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def until(self, expression: str, seconds: float = 10) -> None:
        """Until an expression is true; playwright's own waiting asks in a way that the policy forbids."""
        end = time.monotonic() + seconds
        while not self.page.evaluate(expression):
            assert time.monotonic() < end, f"never true: {expression}"
            self.page.wait_for_timeout(15)

    def choose(self, fragment: str) -> None:
        """The state that a fragment tells, without opening the page anew."""
        self.page.evaluate("(fragment) => { location.hash = fragment || 'view=network'; }", fragment)
        self.settle()

    def finish(self) -> None:
        """Closes it; nothing may have gone wrong, nor been fetched."""
        self.close()
        assert self.problems == []
        assert {url.split("#")[0] for url in self.requests} == {self.file.as_uri()}

    def read(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()

    def state(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate("({ ...explorer.store.state })")
        return found

    def marks(self) -> list[dict[str, Any]]:
        """What the network draws: id, kind, name of the entity or empty, number of things in a closed circle."""
        found: list[dict[str, Any]] = self.page.evaluate(
            """explorer.seen.network.scene().marks.map((one) => (
                { id: one.id, kind: one.kind, name: one.entity ? one.entity.name : "", count: one.count }))"""
        )
        return found

    def names(self) -> list[dict[str, Any]]:
        """The names that stand on the picture: text, left, top, right, bottom in pixels."""
        found: list[dict[str, Any]] = self.page.evaluate("explorer.seen.network.names()")
        return found

    def close(self) -> None:
        self._context.close()

"""One page for many tests: opened once, led from view to view by its address."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.page.opened import Opened

__all__ = ["Walked"]


class Walked(Opened):
    """A page that goes where an address says without being loaded anew."""

    def __init__(self, browser: Browser, file: Path, *, size: tuple[int, int] = (1400, 900)) -> None:
        super().__init__(browser, file, "", size)

    def to(self, fragment: str) -> Walked:
        self.page.evaluate("location.hash = 'view=network'")
        self.settle()
        self.page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
        self.settle()
        return self

    def end(self) -> None:
        """Nothing may have gone wrong on the way, nor been fetched."""
        self.close()
        assert self.problems == []
        assert {url.split("#")[0] for url in self.requests if not url.startswith("blob:")} == {self.file.as_uri()}

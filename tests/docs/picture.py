"""`python -m tests.docs.picture` takes docs/page.png anew from exports/graph.html; needs Chromium."""

from __future__ import annotations

import shutil

from playwright.sync_api import sync_playwright

from tests.docs.reading import ROOT


def take() -> None:
    """Open the page as a user would, and save what stands on the screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto((ROOT / "exports" / "graph.html").as_uri())
        page.wait_for_timeout(2000)
        page.screenshot(path=ROOT / "docs" / "page.png")
        browser.close()


if __name__ == "__main__":
    take()

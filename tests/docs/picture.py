"""`python -m tests.docs.picture` takes the pictures of docs/ anew from exports/graph.html; needs Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

from tests.docs.reading import ROOT

__all__ = ["STATES", "State", "take"]

_BEST_KNOWN = """[...explorer.graph.entities].filter((one) => one.kind.id === "%s")
    .sort((a, b) => b.facts.length - a.facts.length || a.n - b.n)[0].key"""
"""The thing of a kind of which most is told: the pictures name nothing that stands only in these reports."""


@dataclass(frozen=True, slots=True)
class State:
    """What a picture shows."""

    choice: Mapping[str, str]
    """Parts of the page's state, each an expression of the page's script."""
    size: tuple[int, int] = (1280, 800)
    dark: bool = False


STATES = {
    "page": State({}),
    "page-evidence": State({"focus": _BEST_KNOWN % "School", "selected": _BEST_KNOWN % "School"}),
    "page-timeline": State({"view": "'timeline'"}),
    "page-matrix": State({"view": "'programs'"}, dark=True),
    "page-phone": State({"selected": _BEST_KNOWN % "Program"}, size=(390, 844)),
}
"""Each picture in docs/ by its name."""


def take() -> None:
    """Open the page as a user would in each state, and save what stands on the screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, state in STATES.items():
            _take(browser, name, state)
        browser.close()


def _take(browser: Browser, name: str, state: State) -> None:
    width, height = state.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, offline=True, reduced_motion="reduce",
        color_scheme="dark" if state.dark else "light",
    )  # fmt: skip
    page = context.new_page()
    page.goto((ROOT / "exports" / "graph.html").as_uri())
    page.wait_for_function("globalThis.explorer !== undefined")
    chosen = ", ".join(f"{part}: {value}" for part, value in state.choice.items())
    page.evaluate(f"explorer.store.set({{ {chosen} }})")
    page.wait_for_timeout(1500)
    page.screenshot(path=ROOT / "docs" / f"{name}.png")
    context.close()


if __name__ == "__main__":
    take()

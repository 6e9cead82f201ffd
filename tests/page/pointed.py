"""Marks of the network as a person points at them."""

from __future__ import annotations

from typing import Any

from tests.page.opened import Opened

__all__ = ["SCENE", "at", "circle", "click"]

SCENE = "explorer.seen.network.scene()"


def at(opened: Opened, mark: str) -> tuple[float, float]:
    """Where a mark stands in the window."""
    place = opened.page.locator("#picture").bounding_box()
    point = opened.page.evaluate(
        f"(id) => {{ const {{ picture }} = explorer.seen.network; const one = {SCENE}.marks.find((m) => m.id === id);"
        " return picture.canvasToDOM(one); }",
        mark,
    )
    assert place
    return place["x"] + point["x"], place["y"] + point["y"]


def click(opened: Opened, x: float, y: float) -> None:
    """As a person does: vis-network waits a moment after a click before it believes it."""
    opened.page.mouse.click(x, y)
    opened.page.wait_for_timeout(60)
    opened.settle()


def circle(opened: Opened, kind: str) -> dict[str, Any]:
    return max((one for one in opened.marks() if one["count"] and one["kind"] == kind), key=lambda one: one["count"])

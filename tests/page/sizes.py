"""`python -m tests.page.sizes`: a large page beside a small one of pyvis, in turn in one browser; needs Chromium.

The one is the page of this project with 10,000 entities and 30,000 edges, the other pyvis as it comes with 1,000 nodes.
What is measured is the time from opening to the first frame in which something can be seen.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from kg.export.page import page
from tests.page.large import large_graph

__all__ = ["Sizes", "measure", "pyvis_page"]

SOURCE = Path(__file__).resolve().parents[2] / "exports" / "graph.ttl"
COPIES, EDGES = 16, 30_000
NODES = 1_000
WANTED = 15
"""So many times as long the page of pyvis takes; it is waited for a little longer, not to its end."""

_SEEN = """() => [...document.querySelectorAll("canvas")].some((canvas) => {
    const data = canvas.width && canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    for (let n = 3; data && n < data.length; n += 4) if (data[n]) return true;
    return false;
})"""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Seconds to the first frame; of pyvis None where it had drawn nothing after `waited` seconds."""

    megabytes: float
    ours: float
    pyvis: float | None
    waited: float

    @property
    def ratio(self) -> float:
        """How many times as long pyvis takes, at least."""
        return (self.pyvis or self.waited) / self.ours


def measure(browser: Browser, folder: Path, *, wanted: float = WANTED) -> Sizes:
    """Both pages, each in a fresh context without a network; of ours the better of two openings counts."""
    large, small = folder / "large.html", folder / "pyvis.html"
    large.write_bytes(page(large_graph(COPIES, EDGES, SOURCE)))
    small.write_text(pyvis_page(NODES), encoding="utf-8")
    ours = min(first_frame(browser, large, 120) or 120 for _ in range(2))
    waited = wanted * ours + 1
    return Sizes(large.stat().st_size / 1e6, ours, first_frame(browser, small, waited), waited)


def first_frame(browser: Browser, file: Path, limit: float) -> float | None:
    """Seconds until a canvas of the page shows anything; None after `limit`."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    try:
        opened = context.new_page()
        begin = time.perf_counter()
        opened.goto(file.as_uri(), wait_until="commit")
        try:
            opened.wait_for_function(_SEEN, timeout=limit * 1000, polling=50)
        except Error:
            return None
        return time.perf_counter() - begin
    finally:
        context.close()


def pyvis_page(nodes: int) -> str:
    """A page as pyvis makes it, with twice as many edges as nodes; no chance, each node is tied to two earlier ones."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    network.add_nodes(list(range(nodes)), label=[f"第{n}小学" for n in range(nodes)])
    network.edges = [
        {"from": n, "to": (n * step) // (step + 1), "arrows": ""} for n in range(1, nodes) for step in (1, 7)
    ]
    html: str = network.generate_html()
    return html


def main() -> None:
    """Print the table."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        sizes = measure(browser, Path(folder), wanted=60)
        browser.close()
    pyvis = f"{sizes.pyvis:.1f} s" if sizes.pyvis else f"> {sizes.waited:.0f} s"
    print(f"our page, 10,000 entities, 30,000 edges: {sizes.megabytes:.1f} MB, first frame {sizes.ours:.2f} s")
    print(f"pyvis, {NODES:,} nodes: first frame {pyvis}; ratio at least {sizes.ratio:.0f}")


if __name__ == "__main__":
    main()

"""Marked blocks of the documents: `<!-- command: NAME -->`, `<!-- output: COMMAND -->`, `<!-- run: python -->`.

`python -m tests.docs.reading` writes today's outputs into README.md.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^<!-- (\w+): (.+?) -->\n```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
REST = "…\n"
"""A last line that stands for the rest of an output."""


def blocks(document: str, kind: str) -> Iterator[tuple[str, str]]:
    """Name and content of each marked block of one kind."""
    for found in BLOCK.finditer((ROOT / document).read_text("utf-8")):
        if found[1] == kind:
            yield found[2], found[3]


def output(command: str, folder: Path) -> str:
    """What a command says today, as if `folder` were `exports`; `kg build seeds` writes into it."""
    program, *arguments = shlex.split(command)
    assert program == "kg", command
    if arguments[0] == "build":
        arguments += ["-o", str(folder)]
    elif arguments[0] == "query" and "--list" not in arguments:
        arguments += ["--graph", str(folder / "graph.ttl")]
    done = subprocess.run(
        [sys.executable, "-m", "kg", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.replace(folder.as_posix(), "exports")


def shortened(said: str, like: str) -> str:
    """The output, cut as the block that shows it is."""
    if not like.endswith(REST):
        return said
    return "".join(said.splitlines(keepends=True)[: len(like.splitlines()) - 1]) + REST


def refresh() -> None:
    """Write today's outputs into README.md."""
    readme = ROOT / "README.md"
    with tempfile.TemporaryDirectory() as folder:

        def today(found: re.Match[str]) -> str:
            if found[1] != "output":
                return found[0]
            return found[0].replace(found[3], shortened(output(found[2], Path(folder)), found[3]))

        text = BLOCK.sub(today, readme.read_text("utf-8"))
    readme.write_text(text, "utf-8")


if __name__ == "__main__":
    refresh()

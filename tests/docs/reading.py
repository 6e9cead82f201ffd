"""Marked blocks of the documents: `<!-- command: NAME -->`, `<!-- output: COMMAND -->`, `<!-- run: python -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^<!-- (\w+): (.+?) -->\n```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(document: str, kind: str) -> Iterator[tuple[str, str]]:
    """Name and content of each marked block of one kind."""
    for found in BLOCK.finditer((ROOT / document).read_text("utf-8")):
        if found[1] == kind:
            yield found[2], found[3]

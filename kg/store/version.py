"""What the facts of a document depend on besides its bytes and its name."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from kg.knowledge import Knowledge

__all__ = ["reading_version"]

_LIBRARIES = ("charset-normalizer", "jieba", "opencc", "pypdf", "pypinyin", "python-docx", "resiliparse")
"""The libraries that reading a document uses."""


def reading_version(knowledge: Knowledge) -> str:
    """32 hexadecimal digits for the knowledge, the code that reads, and its libraries: other digits, other facts."""
    from importlib.metadata import PackageNotFoundError, version

    parts = [knowledge.version, _code()]
    for library in _LIBRARIES:
        try:
            parts.append(version(library))
        except PackageNotFoundError:
            parts.append("")
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


@cache
def _code() -> str:
    """The sha256 over all modules of this package: one that is being worked on must not meet its own old facts."""
    digest = hashlib.sha256()
    root = Path(__file__).parent.parent
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()

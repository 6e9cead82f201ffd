"""Which reports a user means by a word."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from kg.errors import UsageError
from kg.pipeline import name_of
from kg.store.documents import Kept
from kg.text.keys import document_key

__all__ = ["asked_for"]

MOST = 5
"""So many names a message gives."""


def asked_for(one: str, kept: Sequence[Kept]) -> tuple[str, ...]:
    """The names of the reports that are meant: one by its name, the name's end, its stem or the key of the document;
    all that came out of a folder, an archive or a file of JSON lines by that one's name.

    Raises `UsageError`, with the names that are near, for a word that means none or could mean several.

    >>> kept = [Kept("in/2023.txt", "a"), Kept("all.zip/x/2024.txt", "b"), Kept("all.zip/2025.txt", "c")]
    >>> asked_for("2023", kept), asked_for("all.zip", kept)
    (('in/2023.txt',), ('all.zip/x/2024.txt', 'all.zip/2025.txt'))
    """
    name = name_of(Path(one))
    for report in kept:
        if report.name in (one, name) or one in (document_key(report.sha256), report.sha256):
            return (report.name,)
    inside = tuple(report.name for report in kept if report.name.startswith((f"{name}/", f"{name}#")))
    alike = tuple(report.name for report in kept if report.name.endswith(f"/{one}") or Path(report.name).stem == one)
    if inside and not alike:
        return inside
    found = tuple(dict.fromkeys((*inside, *alike)))
    if len(found) > 1:
        raise UsageError(f"{one} 可能是几份报告 / could be several reports: {_some(found)}")
    return found or _none(one, kept)


def _none(one: str, kept: Sequence[Kept]) -> tuple[str, ...]:
    """Never returns: says that there is no such report, and which are near."""
    told = f"库里没有这份报告 / there is no such report: {one}"
    if not kept:
        raise UsageError(f"{told}; 库是空的 / the store is empty")
    words = {word: report.name for report in kept for word in _words(report.name)}
    near = tuple(dict.fromkeys(words[word] for word in get_close_matches(one, words, n=2 * MOST)))
    if near:
        raise UsageError(f"{told}; 相近的有 / near to it: {_some(near)}")
    raise UsageError(f"{told}; 库里有 {len(kept)} 份 / there are {len(kept)}: {_some([r.name for r in kept])}")


def _words(name: str) -> tuple[str, str, str]:
    return name, Path(name).name, Path(name).stem


def _some(names: Sequence[str]) -> str:
    return "、".join(names[:MOST]) + (" …" if len(names) > MOST else "")

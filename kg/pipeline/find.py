"""From a document's name back to the document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.errors import UsageError
from kg.pipeline.inputs import Reading, gather, name_of
from kg.read import STANDARD_INPUT, Origin

__all__ = ["find_document"]

SHOWN = 3
"""Documents of a file that a message names."""


def find_document(name: str, reading: Reading | None = None) -> Origin:
    """The document that is called so in reports: a file, `archive.zip/inner/name.txt`, `file.jsonl#12`.

    A file that holds only one document is that document. Raises `UsageError` if there is none, or if there are
    several.
    """
    for path in _files(name):
        gathered = gather([path], reading)
        within = name_of(path) + name[len(str(path)) :].replace("\\", "/")
        exact = [origin for origin in gathered.files if name_of(origin) == within]
        failed = [failure for failure in gathered.failures if failure.path in (within, name_of(path))]
        if exact or (len(gathered.files) == 1 and len(name) == len(str(path))):
            return (exact or list(gathered.files))[0]
        if failed:
            raise UsageError(f"{failed[0].path}: {failed[0].problem}")
        listed = "、".join(name_of(origin) for origin in gathered.files[:SHOWN])
        count = len(gathered.files)
        raise UsageError(f"{name}: 请指明是哪一篇，共 {count} 篇 / name one of {count} documents: {listed} …")
    raise UsageError(f"{name}: 没有这个文件 / no such file")


def _files(name: str) -> Iterator[Path]:
    """The file of that name, or the one with which the name begins."""
    for end in range(len(name), 0, -1):
        path = Path(name[:end])
        if (end == len(name) or name[end] in "/\\#") and (path == STANDARD_INPUT or path.is_file()):
            yield path

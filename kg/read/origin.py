"""Where a document is: a file, or a place inside one; and its bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from kg.errors import ReadError
from kg.read.archive import open_archive, read_member
from kg.read.fields import Fields
from kg.read.problem import UnreadableError
from kg.read.sizes import LARGEST, too_large

__all__ = ["STANDARD_INPUT", "Inside", "Origin", "origin_bytes"]

STANDARD_INPUT = Path("-")
"""What is named `-` is read from standard input."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A document that is no file of its own: a member of an archive, a line of JSON Lines, standard input."""

    file: Path
    """The file on disk, or `-`."""
    inner: str
    """What follows the file's name in the document's: `/inner/name.txt`, `#12`; empty for standard input itself."""
    index: int
    """Its place among the documents of the file."""
    size: int
    """In bytes, as far as it is known before reading."""
    members: tuple[int, ...] = ()
    """Its place in the archive, and in each archive inside that."""
    span: tuple[int, int] | None = None
    """Of a line: its half-open place in the bytes of the file or member."""
    fields: Fields | None = None
    """Of a line: in which of its fields text, title and the rest stand."""
    data: bytes | None = None
    """The bytes themselves, where they cannot be read again: of standard input."""
    form: str = ""
    """What it is, where that is told and not to be guessed: a key of `kg.read.forms.FORMS`."""


Origin: TypeAlias = Path | Inside
"""A file, or a place inside one."""


def origin_bytes(origin: Origin, *, name: str) -> bytes:
    """The bytes of the document. Raises `ReadError` if they cannot be had, are none or are too many."""
    try:
        data = _file(origin) if isinstance(origin, Path) else _inside(origin)
    except OSError as error:
        raise ReadError(name, f"读不了 / cannot be read: {error.strerror or error}") from error
    except UnreadableError as error:
        raise ReadError(name, str(error)) from error
    if not data:
        raise ReadError(name, "文件是空的 / the file is empty")
    return data


def _file(path: Path) -> bytes:
    size = path.stat().st_size
    if size > LARGEST:
        raise UnreadableError(too_large(size))
    return path.read_bytes()


def _inside(origin: Inside) -> bytes:
    if origin.data is not None:
        return origin.data
    if origin.members and origin.span:
        start, end = origin.span
        return _whole(origin.file, _stamp(origin.file), origin.members)[start:end]
    if origin.members:
        return read_member(_archive(origin.file, _stamp(origin.file), origin.members[:-1]), origin.members[-1])
    if origin.span:
        with origin.file.open("rb") as file:
            file.seek(origin.span[0])
            return file.read(origin.span[1] - origin.span[0])
    return _file(origin.file)


# --- the same archive is asked again and again: it is opened once, until it changes on disk -------------------------


def _stamp(path: Path) -> tuple[int, int]:
    seen = path.stat()
    return seen.st_mtime_ns, seen.st_size


@lru_cache(maxsize=1)
def _whole(path: Path, stamp: tuple[int, int], members: tuple[int, ...]) -> bytes:
    """All bytes of a member in which many documents stand."""
    return read_member(_archive(path, stamp, members[:-1]), members[-1])


@lru_cache(maxsize=2)
def _archive(path: Path, stamp: tuple[int, int], members: tuple[int, ...]) -> zipfile.ZipFile:
    """The archive on disk, or one inside it."""
    if not members:
        return open_archive(path)
    return open_archive(io.BytesIO(read_member(_archive(path, stamp, members[:-1]), members[-1])))

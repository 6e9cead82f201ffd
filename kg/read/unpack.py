"""The documents inside a file: members of archives, lines of JSON Lines."""

from __future__ import annotations

import codecs
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from kg.model.facts import Failure
from kg.read.archive import Member, members, open_archive, read_member
from kg.read.fields import Fields
from kg.read.find_files import ending_problem
from kg.read.jsonl import record_spans
from kg.read.origin import Inside, Origin
from kg.read.problem import UnreadableError
from kg.read.sizes import DEEPEST, LARGEST_UNPACKED

__all__ = ["Unpacked", "holds_documents", "unpack"]

_ARCHIVES = (".zip",)
_LINES = (".jsonl", ".ndjson")


@dataclass(slots=True)
class Unpacked:
    """What a file holds; it grows while the file is read. `path` of a failure is what follows the file's name."""

    origins: list[Origin] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    skipped: list[Failure] = field(default_factory=list)
    bytes: int = 0
    """Of all archives so far, unpacked."""


def holds_documents(path: Path) -> bool:
    """Whether the file is no document but holds some.

    >>> holds_documents(Path("2023年.ZIP")), holds_documents(Path("a.txt"))
    (True, False)
    """
    return path.suffix.lower() in (*_ARCHIVES, *_LINES)


def unpack(path: Path, fields: Fields, *, data: bytes | None = None, form: str = "") -> Unpacked:
    """All documents in the file, in its order; what cannot be one has its line. `data` holds standard input."""
    found = Unpacked()
    unpacking = _Unpacking(path, fields, found, keep=data is not None)
    try:
        with io.BytesIO(data) if data is not None else path.open("rb") as file:
            if form == "jsonl" or path.suffix.lower() in _LINES:
                unpacking.lines(file, "", ())
            else:
                with open_archive(file) as archive:
                    unpacking.archive(archive, "", ())
    except UnreadableError as error:
        found.failures.append(Failure("", "read", str(error)))
    except OSError as error:
        found.failures.append(Failure("", "read", f"读不了 / cannot be read: {error.strerror or error}"))
    if not (found.origins or found.failures or found.skipped):
        found.failures.append(Failure("", "read", "文件是空的 / the file is empty"))
    return found


@dataclass(frozen=True, slots=True)
class _Unpacking:
    """The walk through one file."""

    file: Path
    fields: Fields
    found: Unpacked
    keep: bool
    """Whether the documents' bytes must be kept, because the file cannot be read again."""

    def archive(self, archive: zipfile.ZipFile, inner: str, place: tuple[int, ...]) -> None:
        """Every file of an archive; of archives in it their files."""
        listed = members(archive)
        self.found.bytes += sum(member.size for member in listed)
        if self.found.bytes > LARGEST_UNPACKED:
            raise UnreadableError(f"压缩包展开后太大，最多 {LARGEST_UNPACKED:,} 字节 / too large when unpacked")
        for member in listed:
            name = f"{inner}/{member.name}"
            if problem := _not_taken(member.name):
                self.found.skipped.append(Failure(name, "read", problem))
                continue
            try:
                self._member(archive, member, name, (*place, member.index))
            except UnreadableError as error:
                self.found.failures.append(Failure(name, "read", str(error)))

    def _member(self, archive: zipfile.ZipFile, member: Member, name: str, place: tuple[int, ...]) -> None:
        """One file of an archive. Raises `UnreadableError`."""
        if member.problem:
            raise UnreadableError(member.problem)
        ending = PurePosixPath(member.name).suffix.lower()
        if ending in _ARCHIVES:
            if len(place) >= DEEPEST:
                raise UnreadableError(f"压缩包套了 {DEEPEST} 层以上 / archives too deep in archives: unpack it first")
            with open_archive(io.BytesIO(read_member(archive, member.index))) as inside:
                self.archive(inside, name, place)
        elif ending in _LINES:
            self.lines(io.BytesIO(read_member(archive, member.index)), name, place)
        else:
            data = read_member(archive, member.index) if self.keep else None
            self.found.origins.append(Inside(self.file, name, self._next(), member.size, place, data=data))

    def lines(self, file: IO[bytes], inner: str, place: tuple[int, ...]) -> None:
        """Every line of JSON Lines. Raises `UnreadableError`."""
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            raise UnreadableError("JSON Lines 要用 UTF-8，请另存 / JSON Lines in UTF-16: save it as UTF-8")
        file.seek(0)
        for number, start, end in list(record_spans(file)):
            data = None
            if self.keep:
                file.seek(start)
                data = file.read(end - start)
            name, size, span = f"{inner}#{number}", end - start, (start, end)
            self.found.origins.append(Inside(self.file, name, self._next(), size, place, span, self.fields, data))

    def _next(self) -> int:
        return len(self.found.origins)


def _not_taken(name: str) -> str:
    """Why a file of an archive is not read; empty if it is."""
    parts = PurePosixPath(name).parts
    if "__MACOSX" in parts or any(part.startswith(".") for part in parts):
        return "隐藏文件 / hidden file"
    return ending_problem(name)

"""What a run is to read: every document once, and a line for each file that it does not read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import KgError
from kg.model.facts import Failure
from kg.read import (
    STANDARD_INPUT,
    Fields,
    Inside,
    Origin,
    Unpacked,
    find_files,
    holds_documents,
    origin_bytes,
    read_standard_input,
    unpack,
)

__all__ = ["Gathered", "Reading", "content_of", "first_of_each", "gather", "name_of"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are to be read, where they do not tell it themselves."""

    fields: Fields = field(default_factory=Fields)
    """Of JSON Lines."""
    form: str = ""
    """What standard input is; one of `kg.read.FORMS`, or empty to guess."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents to read, and what is not read."""

    files: tuple[Origin, ...]
    """Files, and the documents inside archives and JSON Lines."""
    failures: tuple[Failure, ...]
    """Files that the user named and that cannot be read, and broken ones inside others: the exit code tells."""
    skipped: tuple[Failure, ...]
    """What was only met on the way: images in a folder, hidden files."""


def gather(paths: Sequence[Path], reading: Reading | None = None) -> Gathered:
    """The documents under `paths`, `-` being standard input.

    Raises `UsageError` if a path does not exist or there is nothing to read.
    """
    reading = reading or Reading()
    files = [path for path in paths if path != STANDARD_INPUT]
    piped = len(files) < len(paths)
    gathered = _Gathering()
    if files or not piped:
        inputs = find_files(files)
        named = {path.as_posix() for path in files}
        for line in inputs.skipped:
            (gathered.failures if line.path in named else gathered.skipped).append(_renamed(line))
        for path in inputs.files:
            if holds_documents(path):
                gathered.take(unpack(path, reading.fields), path)
            else:
                gathered.origins.append(path)
    if piped:
        gathered.take(read_standard_input(reading.fields, reading.form), STANDARD_INPUT)
    return Gathered(tuple(sorted(gathered.origins, key=_order)), tuple(gathered.failures), tuple(gathered.skipped))


@dataclass(slots=True)
class _Gathering:
    """What `gather` has found so far."""

    origins: list[Origin] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    skipped: list[Failure] = field(default_factory=list)

    def take(self, unpacked: Unpacked, path: Path) -> None:
        """Add what a file holds."""
        self.origins += unpacked.origins
        self.failures += _inside(unpacked.failures, path)
        self.skipped += _inside(unpacked.skipped, path)


def first_of_each(files: Sequence[Origin]) -> tuple[tuple[Origin, ...], tuple[Failure, ...]]:
    """The documents sorted by name, one for each content, and a line for every further copy."""
    first: dict[str, Origin] = {}
    copies: list[Failure] = []
    for origin in sorted(files, key=_order):
        known = first.setdefault(content_of(origin), origin)
        if known is not origin:
            original = name_of(known)
            copies.append(Failure(name_of(origin), "read", f"内容与 {original} 相同 / same content as {original}"))
    return tuple(first.values()), tuple(copies)


def name_of(origin: Origin) -> str:
    """What a document is called in reports: as the user named it, below the current folder without that folder.

    >>> name_of(Path("seeds/a.txt")), name_of(Path.cwd() / "seeds" / "a.txt")
    ('seeds/a.txt', 'seeds/a.txt')
    >>> name_of(Inside(Path("in/2023.zip"), "/总结.txt", index=0, size=1))
    'in/2023.zip/总结.txt'
    """
    if isinstance(origin, Inside):
        return name_of(origin.file) + origin.inner
    here = Path.cwd()
    named = origin.relative_to(here) if origin.is_absolute() and origin.is_relative_to(here) else origin
    return named.as_posix()


def _order(origin: Origin) -> tuple[str, int]:
    """By the file's name; documents inside a file in its own order."""
    return (name_of(origin.file), origin.index) if isinstance(origin, Inside) else (name_of(origin), 0)


def _renamed(line: Failure) -> Failure:
    return Failure(name_of(Path(line.path)), line.stage, line.problem)


def _inside(lines: Iterable[Failure], path: Path) -> list[Failure]:
    return [Failure(name_of(path) + line.path, line.stage, line.problem) for line in lines]


def content_of(origin: Origin) -> str:
    """The sha256 of the document; of one that cannot be read its own name, so that `read` says what is wrong."""
    try:
        if isinstance(origin, Inside):
            return hashlib.sha256(origin_bytes(origin, name="")).hexdigest()
        with origin.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, KgError):
        return name_of(origin)

"""What a run is to read: every file once, and a line for each that it does not read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model.facts import Failure
from kg.read import find_files

__all__ = ["Gathered", "first_of_each", "gather", "name_of"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files to read, and those that are not read."""

    files: tuple[Path, ...]
    failures: tuple[Failure, ...]
    """Files that the user named and that cannot be read: the exit code tells."""
    skipped: tuple[Failure, ...]
    """What was only met on the way: images in a folder, hidden files."""


def gather(paths: Sequence[Path]) -> Gathered:
    """The files under `paths`. Raises `UsageError` if a path does not exist or there is nothing to read."""
    inputs = find_files(paths)
    named = {path.as_posix() for path in paths}
    return Gathered(
        tuple(sorted(inputs.files, key=name_of)),
        tuple(_renamed(line) for line in inputs.skipped if line.path in named),
        tuple(_renamed(line) for line in inputs.skipped if line.path not in named),
    )


def first_of_each(files: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Failure, ...]]:
    """The files sorted by name, one for each content, and a line for every further copy."""
    first: dict[str, Path] = {}
    copies: list[Failure] = []
    for path in sorted(files, key=name_of):
        known = first.setdefault(_content(path), path)
        if known is not path:
            original = name_of(known)
            copies.append(Failure(name_of(path), "read", f"内容与 {original} 相同 / same content as {original}"))
    return tuple(first.values()), tuple(copies)


def name_of(path: Path) -> str:
    """What a file is called in reports: as the user named it, below the current folder without that folder.

    >>> name_of(Path("seeds/a.txt")), name_of(Path.cwd() / "seeds" / "a.txt")
    ('seeds/a.txt', 'seeds/a.txt')
    """
    here = Path.cwd()
    named = path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path
    return named.as_posix()


def _renamed(line: Failure) -> Failure:
    return Failure(name_of(Path(line.path)), line.stage, line.problem)


def _content(path: Path) -> str:
    """The sha256 of the file; of a file that cannot be read its own name, so that `read` says what is wrong."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return name_of(path)

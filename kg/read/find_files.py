"""Which files to read: those named and those in the folders named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kg.errors import UsageError
from kg.model.facts import Failure

__all__ = ["ENDINGS", "REFUSED", "Inputs", "ending_problem", "find_files"]

ENDINGS = (
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".pdf", ".docx", ".jsonl", ".ndjson",
    ".zip",
)  # fmt: skip
"""Files that can be read, whatever the case of the letters."""
REFUSED = (
    ".doc", ".wps", ".rtf", ".odt", ".ofd", ".caj", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".rar", ".7z", ".gz",
    ".tgz", ".bz2", ".xz",
)  # fmt: skip
"""Files that may well hold a report: they are opened, and what cannot be read fails with its cure instead of being
passed over. Some can be read: many a .doc is a web page."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a command is to read, and what it leaves out."""

    files: tuple[Path, ...]
    """Each once, sorted by name."""
    skipped: tuple[Failure, ...]
    """Files and folders that were found and not taken, with the reason, sorted by name."""


def find_files(paths: Sequence[str | Path]) -> Inputs:
    """The files that are named and, of the folders that are named, all readable files in them at any depth.

    Raises `UsageError` if a path does not exist or nothing at all can be read.
    """
    files: dict[Path, Path] = {}
    skipped: dict[str, str] = {}
    for path in map(Path, paths):
        if not path.exists():
            raise UsageError(f"{path.as_posix()}: 没有这个文件或文件夹 / no such file or folder")
        for found, problem in _walk(path) if path.is_dir() else [(path, _problem(path, named=True))]:
            if problem:
                skipped[found.as_posix()] = problem
            else:
                files.setdefault(found.resolve(), found)
    if not files:
        where = "、".join(Path(p).as_posix() for p in paths) or "."
        raise UsageError(
            f"{where}: 没有可读的文件（要 {' '.join(ENDINGS)}）/ no readable file (needs one of these endings)"
        )
    return Inputs(
        files=tuple(sorted(files.values(), key=Path.as_posix)),
        skipped=tuple(Failure(path, "read", problem) for path, problem in sorted(skipped.items())),
    )


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file under the folder, with the reason not to read it or an empty text."""
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        here = Path(place)
        for name in sorted(folders):
            if name.startswith("."):
                yield here / name, "隐藏文件夹 / hidden folder"
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield here / name, _problem(here / name, named=False)
    for error in closed:
        yield Path(str(error.filename)), f"打不开 / cannot be opened: {error.strerror}"


def _problem(path: Path, *, named: bool) -> str:
    """Why the file is not read; empty if it is. A hidden file is read if the user names it."""
    if path.name.startswith(".") and not named:
        return "隐藏文件 / hidden file"
    if not path.is_file():
        return "不是普通文件 / not a regular file"
    return ending_problem(path.name)


def ending_problem(name: str) -> str:
    """Why a file of that name is not read; empty if it is.

    >>> ending_problem("报告.PDF"), ending_problem("照片.jpg").partition(" /")[0]
    ('', '不认识的文件类型“.jpg”')
    """
    ending = PurePosixPath(name).suffix
    if ending.lower() not in (*ENDINGS, *REFUSED):
        return f"不认识的文件类型“{ending}” / not one of {' '.join(ENDINGS)}"
    return ""

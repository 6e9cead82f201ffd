"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kg.errors import KgError

__all__ = ["write_files"]

_CURES = {
    errno.ENOSPC: "磁盘已满，请腾出空间或用 -o 换文件夹 / the disk is full: free some space or choose a folder with -o",
    errno.EDQUOT: "磁盘配额已满，请用 -o 换一个文件夹 / the quota is used up: choose another folder with -o",
    errno.EFBIG: "文件超过大小限制 / the file is larger than the limit allows",
    errno.EACCES: "没有写权限，请用 -o 换一个文件夹 / no permission to write: choose another folder with -o",
    errno.EPERM: "没有写权限，请用 -o 换一个文件夹 / no permission to write: choose another folder with -o",
    errno.EROFS: "只读的磁盘，请用 -o 换一个文件夹 / a read-only disk: choose another folder with -o",
    errno.ENOTDIR: "路径中有一段是文件而不是文件夹 / a part of the path is a file, not a folder",
    errno.EEXIST: "这里已有一个同名文件 / a file of that name stands in the way",
    errno.EISDIR: "这里已有一个同名文件夹 / a folder of that name stands in the way",
    errno.ENAMETOOLONG: "路径太长 / the path is too long",
}


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """The paths of the files, written; the folder is made where it is missing.

    First every file is written whole under another name and brought to the disk, then each takes its place in one
    step. Until the first step everything old is untouched; whatever happens, nothing half is left.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write_files(Path(folder) / "out", {"a.txt": b"one"})]
    ['a.txt']
    """
    waiting: dict[Path, str] = {}
    path = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = folder / name
            waiting[path] = _write_beside(path, content)
        for path in tuple(waiting):
            os.replace(waiting[path], path)  # noqa: PTH105 — the name of the temporary file is a plain string
            del waiting[path]
        _sync(folder)
    except OSError as cause:
        cure = _CURES.get(cause.errno or 0, cause.strerror or str(cause))
        raise KgError(f"{path} 写不了 / cannot be written: {cure}") from cause
    finally:
        for leftover in waiting.values():
            with suppress(OSError):
                os.unlink(leftover)  # noqa: PTH108 — as above
    return tuple(folder / name for name in files)


def _write_beside(path: Path, content: bytes) -> str:
    """The name of a new file in the same folder that holds the content and has reached the disk."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.chmod(name, 0o666 & ~_umask())  # noqa: PTH101 — mkstemp makes files that only their owner can read
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    return name


def _umask() -> int:
    """The permissions that new files do not get; there is no way to ask without setting."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sync(folder: Path) -> None:
    """Bring the folder's own entries to the disk, where the system can (Windows cannot open a folder)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

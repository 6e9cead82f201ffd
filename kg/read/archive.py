"""What a zip archive holds. Nothing is ever unpacked onto the disk, so a member's name can do no harm."""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from kg.read.problem import UnreadableError
from kg.read.sizes import LARGEST, LARGEST_UNPACKED, MOST_MEMBERS, MOST_PACKED, SMALL, too_large

__all__ = ["Member", "check_sizes", "member_problem", "members", "open_archive", "read_member"]

BROKEN = "压缩包已损坏，请重新下载 / the archive is broken: download it again"
_UTF8, _ENCRYPTED = 0x800, 0x1
"""Bits in the flags of a member."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive."""

    index: int
    """Its place in the archive's list."""
    name: str
    """Its path with forward slashes, never absolute and without `..`; unique in the archive."""
    size: int
    """In bytes, as the archive says."""
    problem: str
    """Why it cannot be read; empty if it can."""


def open_archive(file: Path | IO[bytes]) -> zipfile.ZipFile:
    """The archive, its list read and nothing more. Raises `UnreadableError`."""
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableError(f"zip 或 docx 已损坏 / broken zip or docx: {error}") from error


def members(archive: zipfile.ZipFile) -> list[Member]:
    """All files of the archive in its own order. Raises `UnreadableError` if they are too many or too large."""
    listed = archive.infolist()
    if len(listed) > MOST_MEMBERS:
        raise UnreadableError(
            f"压缩包里文件太多：{len(listed):,}，最多 {MOST_MEMBERS:,} / too many files: unpack it first"
        )
    check_sizes(listed)
    found: list[Member] = []
    seen: set[str] = set()
    for index, info in enumerate(listed):
        name = _name(info)
        if not name or info.filename.endswith("/") or name.endswith("/"):
            continue
        unique, copy = name, 1
        while unique in seen:
            copy += 1
            path = PurePosixPath(name)
            unique = path.with_name(f"{path.stem}~{copy}{path.suffix}").as_posix()
        seen.add(unique)
        found.append(Member(index, unique, info.file_size, member_problem(info)))
    return found


def check_sizes(listed: Sequence[zipfile.ZipInfo]) -> None:
    """Raise `UnreadableError` if the files of an archive are too large together."""
    total = sum(info.file_size for info in listed)
    if total > LARGEST_UNPACKED:
        problem = f"压缩包展开后太大：{total:,} 字节，最多 {LARGEST_UNPACKED:,} / too large when unpacked"
        raise UnreadableError(f"{problem}: unpack it first")


def read_member(archive: zipfile.ZipFile, index: int) -> bytes:
    """The bytes of one file. Raises `UnreadableError`: broken, encrypted, too large or packed in an unknown way."""
    info = archive.infolist()[index]
    if problem := member_problem(info):
        raise UnreadableError(problem)
    try:
        with archive.open(info) as file:
            data = file.read(LARGEST + 1)
    except NotImplementedError as error:
        raise UnreadableError(
            f"压缩方法不认识（{info.compress_type}），请解压后再读 / unknown way of packing: unpack it first"
        ) from error
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError) as error:
        raise UnreadableError(f"{BROKEN}: {error}") from error
    if len(data) > LARGEST:
        raise UnreadableError(too_large(info.file_size))
    return data


def member_problem(info: zipfile.ZipInfo) -> str:
    """Why the member is not read, as far as the list tells."""
    if info.flag_bits & _ENCRYPTED:
        return "压缩包加了密码，请解压后再读 / encrypted: unpack it with its password first"
    if info.file_size > LARGEST:
        return too_large(info.file_size)
    if info.file_size > SMALL and info.file_size > MOST_PACKED * info.compress_size:
        return (
            f"压缩了 {MOST_PACKED} 倍以上，像是压缩炸弹 / packed more than {MOST_PACKED} times: looks like a zip bomb"
        )
    return ""


def _name(info: zipfile.ZipInfo) -> str:
    """The member's path, its encoding guessed and all that leads out of the archive taken away.

    Windows writes names in the encoding of its country without saying so; the library takes them for cp437.

    >>> info = zipfile.ZipInfo("../报告/2023.txt".encode("gbk").decode("cp437"))
    >>> _name(info)
    '报告/2023.txt'
    """
    name = info.orig_filename
    if not info.flag_bits & _UTF8:
        raw = _raw(name)
        for encoding in ("utf-8", "gb18030", "cp437"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    folder = "/" if name.endswith(("/", "\\")) else ""
    parts = [_CONTROL.sub("_", part) for part in re.split(r"[/\\]", name)]
    kept = "/".join(part for part in parts if part not in ("", ".", ".."))
    return kept + folder if kept else ""


def _raw(name: str) -> bytes:
    """The bytes that the library took for cp437."""
    try:
        return name.encode("cp437")
    except UnicodeEncodeError:
        return name.encode("utf-8")

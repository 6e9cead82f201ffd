"""A folder holds the old files or the new ones, whatever happens on the way."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.export.atomic import write_files

OLD, NEW = {"a.txt": b"old a", "b.txt": b"old b"}, {"a.txt": b"new a", "b.txt": b"new b", "c.txt": b"new c"}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_folder_is_made_and_the_files_are_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    assert write_files(folder, NEW) == tuple(folder / name for name in NEW)
    assert content(folder) == NEW


def test_a_file_can_be_read_by_whom_the_user_lets_read(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        (path,) = write_files(tmp_path, {"a.txt": b""})
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o640


STEPS = ["mkstemp", "chmod", "fsync", "replace"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("turn", [1, 2, 3])
def test_when_any_step_fails_nothing_half_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, turn: int
) -> None:
    write_files(tmp_path, OLD)
    module = "tempfile" if step == "mkstemp" else "os"
    monkeypatch.setattr(f"{module}.{step}", failing(getattr(__import__(module), step), turn, errno.ENOSPC))
    with pytest.raises(KgError, match=r"(a|b|c)\.txt .*磁盘已满.*disk is full") as error:
        write_files(tmp_path, NEW)
    assert "\n" not in str(error.value)
    left = content(tmp_path)
    assert all(left[name] in (OLD.get(name), NEW[name]) for name in left)
    assert set(OLD) <= set(left)
    if step != "replace":
        assert left == OLD


def failing(call: Callable[..., object], turn: int, number: int) -> Callable[..., object]:
    """The same call, but the turn-th time the disk says no."""
    turns = iter(range(1, 1000))

    def wrapped(*arguments: object, **options: object) -> object:
        if next(turns) == turn:
            raise OSError(number, os.strerror(number))
        return call(*arguments, **options)

    return wrapped


def test_an_interruption_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    write_files(tmp_path, OLD)
    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, NEW)
    assert content(tmp_path) == OLD


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(KgError, match="out"):
        write_files(tmp_path / "out", NEW)
    with pytest.raises(KgError, match="not a folder"):
        write_files(tmp_path / "out" / "in", NEW)


def test_a_folder_where_a_file_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(KgError, match=r"b\.txt.*folder of that name"):
        write_files(tmp_path, NEW)
    assert not list(tmp_path.glob(".*"))

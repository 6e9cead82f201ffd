"""Which files are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.read import find_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ["b.txt", "a.md", "下/c.HTML", "下/更下/d.htm", ".hidden.txt", ".git/x.txt", "e.png", "f"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("教育局", "utf-8")
    return tmp_path


def names(folder: Path, paths: tuple[Path, ...]) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_is_read_at_any_depth_in_the_order_of_names(folder: Path) -> None:
    assert names(folder, find_files([folder]).files) == ["a.md", "b.txt", "下/c.HTML", "下/更下/d.htm"]


def test_what_is_left_out_is_told_with_its_reason(folder: Path) -> None:
    skipped = {Path(s.path).name: s.problem for s in find_files([folder]).skipped}
    assert set(skipped) == {".git", ".hidden.txt", "e.png", "f"}
    assert "hidden" in skipped[".hidden.txt"] and "hidden" in skipped[".git"] and ".png" in skipped["e.png"]


def test_a_file_that_is_named_twice_is_read_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "b.txt")
    found = find_files([folder / "b.txt", folder, str(folder / "下" / ".." / "b.txt"), folder / "link.txt"])
    assert len([path for path in found.files if path.name in {"b.txt", "link.txt"}]) == 1


def test_a_hidden_file_is_read_if_it_is_named(folder: Path) -> None:
    assert names(folder, find_files([folder / ".hidden.txt"]).files) == [".hidden.txt"]


@pytest.mark.parametrize("missing", ["no.txt", "no/folder"])
def test_a_path_that_does_not_exist_is_an_error(folder: Path, missing: str) -> None:
    with pytest.raises(UsageError, match=f"{missing}: .*no such file"):
        find_files([folder, folder / missing])


def test_nothing_to_read_is_an_error_that_says_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    with pytest.raises(UsageError, match=r"no readable file.*") as caught:
        find_files([tmp_path])
    assert ".txt" in str(caught.value)


def test_no_path_at_all_is_an_error() -> None:
    with pytest.raises(UsageError):
        find_files([])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_left_out_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    found = find_files([folder])
    assert "pipe.txt" not in names(folder, found.files)
    assert any("regular" in s.problem for s in found.skipped)

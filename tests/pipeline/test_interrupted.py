"""A build that is interrupted leaves each file as it was or as it should be, and no rubbish."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from tests.conftest import REPORT


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[kg.Build, kg.Build]:
    """An old build and a new one, of different reports."""
    folder = tmp_path_factory.mktemp("reports")
    old, new = folder / "old.txt", folder / "new.txt"
    old.write_text(REPORT, "utf-8")
    new.write_text(REPORT.replace("江滨", "江南"), "utf-8")
    return kg.build(old), kg.build(new)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def failing(function: Callable[..., object], at: int, counted: list[int]) -> Callable[..., object]:
    """The function, but its call number `at` fails as on a full disk."""

    def call(*arguments: object, **options: object) -> object:
        counted.append(1)
        if len(counted) == at:
            raise OSError(28, "No space left on device")
        return function(*arguments, **options)

    return call


@pytest.mark.parametrize("name", ["replace", "fsync"])
@pytest.mark.parametrize("at", range(1, 6))
def test_a_write_that_fails_leaves_whole_files_only(
    name: str, at: int, builds: tuple[kg.Build, kg.Build], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = builds
    old.save(tmp_path / "old")
    new.save(tmp_path / "new")
    old.save(tmp_path / "out")
    before, after = contents(tmp_path / "old"), contents(tmp_path / "new")
    assert before.keys() == after.keys()
    counted: list[int] = []
    monkeypatch.setattr(os, name, failing(getattr(os, name), at, counted))
    with pytest.raises(kg.KgError, match="the disk is full"):
        new.save(tmp_path / "out")
    monkeypatch.undo()
    assert len(counted) >= at
    found = contents(tmp_path / "out")
    assert found.keys() == before.keys(), "no rubbish"
    assert all(found[file] in (before[file], after[file]) for file in found)


def test_a_full_disk_is_one_line_and_1(builds: tuple[kg.Build, kg.Build], report: Path, tmp_path: Path) -> None:
    program = (
        "import os, sys, kg.cli\n"
        "def full(*_, **__): raise OSError(28, 'No space left on device', 'graph.ttl')\n"
        "os.fsync = full\n"
        f"sys.argv = ['kg', 'build', {str(report)!r}, '-o', {str(tmp_path / 'out')!r}]\n"
        "kg.cli.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "the disk is full" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "Ctrl-C"])
def test_a_build_that_is_stopped_anywhere_leaves_whole_files(how: signal.Signals, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, "utf-8")
    command = [sys.executable, "-m", "kg", "build", str(folder), "-o", str(tmp_path / "out"), "--quiet"]
    start = time.monotonic()
    subprocess.run(command, check=True, timeout=60)
    whole = time.monotonic() - start
    before = contents(tmp_path / "out")
    for tenth in (3, 5, 7, 8, 9):
        program = subprocess.Popen(command, stderr=subprocess.PIPE)
        time.sleep(whole * tenth / 10)
        program.send_signal(how)
        program.communicate(timeout=60)
        found = contents(tmp_path / "out")
        assert {name: found[name] for name in before} == before
        if how is signal.SIGINT:
            assert program.returncode in (0, 130, -signal.SIGINT)
            assert found == before, "no rubbish"


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_ctrl_c_with_several_processes_is_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(
            REPORT.replace("2022", f"{1960 + number % 60}") * (20 + number // 60), "utf-8"
        )
    program = subprocess.Popen(
        # Unbuffered: the first line is read while most files still wait.
        [sys.executable, "-u", "-m", "kg", "extract", str(folder), "--jobs", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        # Tests that a shell runs in the background inherit a SIGINT that is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert program.stdout
    program.stdout.readline()
    os.killpg(program.pid, signal.SIGINT)  # a terminal sends it to the workers too
    _, told = program.communicate(timeout=60)
    assert program.returncode == 130
    assert told.decode().splitlines() == ["已中断 / interrupted"]

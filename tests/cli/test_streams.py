"""Data on stdout, words on stderr, in any locale, into any pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import REPORT, Run

POOR_LOCALES = {
    "ascii streams": {"PYTHONIOENCODING": "ascii"},
    "the C locale": {"LC_ALL": "C", "LANG": "C"},
    "the C locale without Python's help": {
        "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
    },
    "a Chinese Windows": {"PYTHONIOENCODING": "gbk"},
}  # fmt: skip


@pytest.mark.parametrize("env", POOR_LOCALES.values(), ids=POOR_LOCALES.keys())
def test_data_is_utf_8_in_any_locale(env: dict[str, str], kg: Run, report: Path) -> None:
    done = kg("extract", report, env=env)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["region"] == "云和县"
    assert "云和县" in done.stdout, "not escaped"


@pytest.mark.parametrize("env", POOR_LOCALES.values(), ids=POOR_LOCALES.keys())
def test_help_and_errors_can_be_said_in_any_locale(env: dict[str, str], kg: Run) -> None:
    assert "知识图谱" in kg("--help", env=env).stdout
    done = kg("build", "没有这个", env=env)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_file_name_that_is_no_utf_8_does_not_stop_the_run(tmp_path: Path, kg: Run) -> None:
    name = b"\xb1\xa8\xb8\xe6.txt"  # 报告.txt in GBK
    try:
        Path(tmp_path, name.decode("utf-8", "surrogateescape")).write_text(REPORT, "utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    done = kg("extract", tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["region"] == "云和县"
    built = kg("build", tmp_path, "-o", tmp_path / "out")
    assert built.returncode == 0, built.stderr
    asked = kg("query", "--text", "ASK { ?s a ek:School }", "--graph", tmp_path / "out" / "graph.ttl")
    assert asked.stdout == "是 / yes\n"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(REPORT.replace("2022", str(1980 + number)), "utf-8")
    program = subprocess.Popen(
        [sys.executable, "-m", "kg", "extract", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout and program.stderr
    assert program.stdout.readline().startswith(b'{"doc"')
    program.stdout.close()
    assert program.wait(timeout=60) == 0
    assert program.stderr.read() == b""


def test_a_build_says_its_summary_on_stdout_and_nothing_on_stderr(kg: Run, report: Path, tmp_path: Path) -> None:
    done = kg("build", report, "-o", tmp_path / "out")
    assert done.stderr == "", "no progress bar where nobody watches"
    for word in ("文档 documents", "实体 entities", "事实 facts", "失败 failures", "graph.ttl"):
        assert word in done.stdout


def test_a_quiet_build_says_nothing(kg: Run, report: Path, tmp_path: Path) -> None:
    done = kg("build", report, "-o", tmp_path / "out", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "out" / "graph.ttl").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_progress_bar_is_shown_on_a_terminal_only(report: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    shown = bytearray()

    def read() -> None:
        # A terminal reads all the time; its buffer would fill up with the frames of the bar otherwise.
        while chunk := _read(ours):
            shown.extend(chunk)

    reader = threading.Thread(target=read)
    reader.start()
    command = [sys.executable, "-m", "kg", "build", str(report), "-o", str(tmp_path / "out")]
    env = {**os.environ, "TERM": "xterm"}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, timeout=60, env=env)
    os.close(theirs)
    reader.join(timeout=10)
    assert done.returncode == 0
    assert "reading" in shown.decode()
    os.close(ours)


def _read(descriptor: int) -> bytes:
    """What stands in a terminal; nothing when its other end is closed."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""

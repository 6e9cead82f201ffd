"""Each way in which a command can end: one clear line, the right exit code, never a traceback."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import HELP
from kg.cli import kg as kg_group
from kg.cli.exits import Exit
from tests.conftest import REPORT, Run

document_module = importlib.import_module("kg.pipeline.document")


def one_line(text: str) -> str:
    lines = text.splitlines()
    assert len(lines) == 1, text
    assert "Traceback" not in text
    return lines[0]


def test_all_well_is_0(kg: Run, report: Path, tmp_path: Path) -> None:
    done = kg("build", report, "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (Exit.WELL, "")


WRONG_USAGE = {
    "an unknown option": ["build", "--no-such-option"],
    "an unknown command": ["paint"],
    "a path that does not exist": ["build", "nowhere"],
    "a path that does not exist beside one that does": ["build", "in", "nowhere"],
    "an empty folder": ["build", "empty"],
    "a file of no known kind": ["build", "photo.png"],
    "no processes": ["build", "in", "--jobs", "0"],
    "a base that is no IRI": ["build", "in", "--base-iri", "not an iri"],
    "an output folder that is a file": ["build", "in", "-o", "in/report.txt"],
    "nothing to extract": ["extract"],
    "no question": ["query"],
    "two questions": ["query", "a.rq", "--text", "ASK {}"],
    "a question that does not exist": ["query", "no-such-question"],
    "a question file that does not exist": ["query", "gone.rq"],
    "a question file that is no text": ["query", "photo.png"],
    "a gold folder that does not exist": ["evaluate", "nowhere"],
    "a gold folder without gold": ["evaluate", "empty"],
    "an unknown format": ["extract", "in", "--format", "xml"],
}


@pytest.mark.parametrize("arguments", WRONG_USAGE.values(), ids=WRONG_USAGE.keys())
def test_wrong_usage_is_2_and_one_line(arguments: list[str], kg: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = kg(*arguments, cwd=tmp_path)
    assert done.returncode == Exit.USAGE, done.stderr
    line = one_line(done.stderr)
    assert line.startswith("用法有误 / wrong usage: ")
    assert done.stdout == ""
    assert not (tmp_path / "exports").exists()


def test_no_command_shows_the_help_and_is_2(kg: Run) -> None:
    done = kg()
    assert done.returncode == Exit.USAGE
    assert "kg build seeds" in done.stderr


BAD_FILES = {
    "empty": b"",
    "only white space": b" \n\n",
    "not text": bytes(range(256)) * 8,
    "a picture with a wrong name": b"\x89PNG\r\n\x1a\n" + bytes(100),
}


@pytest.mark.parametrize("content", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_one_bad_file_is_told_and_does_not_stop_the_others(
    content: bytes, kg: Run, report: Path, tmp_path: Path
) -> None:
    (report.parent / "bad.txt").write_bytes(content)
    done = kg("build", "in", "-o", "out", cwd=tmp_path)
    assert done.returncode == Exit.SOME_FAILED
    assert one_line(done.stderr).startswith("失败 / failed: in/bad.txt: ")
    assert "城东实验学校" in (tmp_path / "out" / "entities.csv").read_text("utf-8-sig")
    assert "in/bad.txt" in (tmp_path / "out" / "report.json").read_text("utf-8")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(kg: Run, report: Path, tmp_path: Path) -> None:
    secret = report.with_name("secret.txt")
    secret.write_text(REPORT, "utf-8")
    secret.chmod(0)
    done = kg("build", "in", "-o", "out", cwd=tmp_path)
    assert done.returncode == Exit.SOME_FAILED
    assert "secret.txt" in one_line(done.stderr)


def test_extract_tells_the_bad_file_and_prints_the_others(kg: Run, report: Path, tmp_path: Path) -> None:
    (report.parent / "bad.txt").write_bytes(b"")
    done = kg("extract", "in", cwd=tmp_path)
    assert done.returncode == Exit.SOME_FAILED
    assert "in/bad.txt" in one_line(done.stderr)
    assert done.stdout.startswith('{"doc": "report"')


OTHER_ERRORS = {
    "no graph to ask": (["query", "--text", "ASK {}", "--graph", "gone.ttl"], "gone.ttl"),
    "a damaged graph": (["query", "--text", "ASK {}", "--graph", "damaged.ttl"], "damaged.ttl"),
    "a question that is no SPARQL": (["query", "--text", "WHO?", "--graph", "small.ttl"], ""),
}


@pytest.mark.parametrize(("arguments", "names"), OTHER_ERRORS.values(), ids=OTHER_ERRORS.keys())
def test_any_other_error_is_1_and_one_line(arguments: list[str], names: str, kg: Run, tmp_path: Path) -> None:
    (tmp_path / "damaged.ttl").write_text("<a> <b>")
    (tmp_path / "small.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    done = kg(*arguments, cwd=tmp_path)
    assert done.returncode == Exit.ERROR, done.stderr
    assert names in one_line(done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_stdout_is_1_and_one_line(kg: Run, report: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kg", "extract", str(report)], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == Exit.ERROR
    one_line(done.stderr)


def test_a_library_that_is_not_installed_is_one_line_with_the_cure(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise ModuleNotFoundError("No module named 'ahocorasick_rs'", name="ahocorasick_rs")

    monkeypatch.setattr("kg.knowledge.load_knowledge", missing)
    done = CliRunner().invoke(kg_group, ["extract", str(report)])
    assert done.exit_code == Exit.ERROR
    assert "missing library: ahocorasick_rs" in one_line(done.stderr)
    assert "pip install ." in done.stderr


class TestBugs:
    """A bug of ours is neither hidden nor a wall of text."""

    @pytest.fixture(autouse=True)
    def bug(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: object) -> None:
            raise ZeroDivisionError("oops")

        monkeypatch.setattr(document_module, "relate", broken)

    def test_a_bug_over_a_document_is_3_and_names_stage_and_error(self, report: Path) -> None:
        done = CliRunner().invoke(kg_group, ["extract", str(report)])
        assert done.exit_code == Exit.SOME_FAILED
        assert "内部错误 / internal error: ZeroDivisionError: oops" in one_line(done.stderr)

    def test_debug_shows_the_traceback(self, report: Path) -> None:
        program = (
            "import importlib, sys\n"
            "import kg.cli\n"
            "module = importlib.import_module('kg.pipeline.document')\n"
            "def broken(*_): raise ZeroDivisionError('oops')\n"
            "module.relate = broken\n"
            f"sys.argv = ['kg', '--debug', 'extract', {str(report)!r}]\n"
            "kg.cli.main()\n"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
        assert done.returncode == Exit.SOME_FAILED
        assert "Traceback" in done.stderr
        assert "in broken" in done.stderr


def test_a_bug_outside_the_documents_is_1_and_one_line(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import kg.api

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(kg.api, "build", broken)
    done = CliRunner().invoke(kg_group, ["build", str(report)])
    assert done.exit_code == Exit.ERROR
    assert "ZeroDivisionError: oops" in one_line(done.stderr)
    shown = CliRunner().invoke(kg_group, ["--debug", "build", str(report)])
    assert isinstance(shown.exception, ZeroDivisionError)


def test_ctrl_c_is_130(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import kg.api

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(kg.api, "build", interrupted)
    done = CliRunner().invoke(kg_group, ["build", str(report)])
    assert done.exit_code == Exit.INTERRUPTED
    one_line(done.stderr)


def test_the_help_documents_every_exit_code() -> None:
    documented = [int(code) for code in re.findall(r"^  (\d+) ", HELP, re.MULTILINE)]
    assert documented == [code.value for code in Exit]

"""The README is true: its commands are those of CI, its outputs are real, its example runs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import HELP
from kg.cli import kg as kg_group
from kg.cli.exits import Exit
from tests.docs.reading import ROOT, blocks, output, shortened

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = dict(blocks("README.md", "command"))
OUTPUTS = list(blocks("README.md", "output"))


def test_the_main_command_is_the_promised_one() -> None:
    assert COMMANDS["main"] == "pip install . && kg build seeds\n"


def test_the_test_command_installs_and_tests() -> None:
    assert re.fullmatch(r"pip install (-e )?\"\.\[test\]\" && pytest -n auto --dist loadfile\n", COMMANDS["test"])


@pytest.mark.skipif(sys.platform == "win32", reason="CI runs in bash")
def test_ci_runs_exactly_the_commands_of_the_readme(root: Path) -> None:
    shown = subprocess.run([root / ".ci" / "run", "--show"], capture_output=True, text=True, check=True, timeout=30)
    assert shown.stdout == COMMANDS["test"] + COMMANDS["main"]


def test_there_are_outputs_to_check() -> None:
    assert {command.split()[1] for command, _ in OUTPUTS} >= {"build", "query"}


@pytest.mark.parametrize(("command", "shown"), OUTPUTS, ids=[command for command, _ in OUTPUTS])
def test_an_output_is_what_the_command_says_today(
    command: str, shown: str, seeds_build: tuple[Path, subprocess.CompletedProcess[str]]
) -> None:
    said = output(command, seeds_build[0])
    assert shown == shortened(said, shown), "run: python -m tests.docs.reading"


def test_the_floors_in_the_readme_are_those_that_are_held(root: Path) -> None:
    floors = json.loads((root / "tests" / "quality" / "floors.json").read_text("utf-8"))["seeds"]
    assert re.findall(r"底线是 ([\d.]+)，事实 ([\d.]+)。", README) == [
        (f"{floors['entities']:.2f}", f"{floors['facts']:.2f}")
    ]


def test_the_python_example_runs(root: Path) -> None:
    examples = list(blocks("README.md", "run"))
    assert examples
    for name, code in examples:
        assert name == "python"
        done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("code", Exit, ids=lambda code: code.name)
def test_every_exit_code_is_in_the_readme_in_the_words_of_the_help(code: Exit) -> None:
    (words,) = re.findall(rf"^  {code.value} +(.+)$", HELP, re.MULTILINE)
    chinese, english = words.split(" / ")
    assert f"| {code.value} | {chinese} | {english} |" in README


@pytest.mark.parametrize("command", kg_group.commands)
def test_every_command_is_in_the_readme_in_both_languages(command: str) -> None:
    chinese, english = README.split("## English", maxsplit=1)
    assert f"kg {command}" in chinese
    assert f"kg {command}" in english


def test_the_readme_is_chinese_first_and_short() -> None:
    lines = README.splitlines()
    assert re.search("[一-龥]", lines[0] + lines[2])
    assert len(lines) <= 200

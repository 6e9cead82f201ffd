"""The house stands as ARCHITECTURE.md draws it: imports go down, types hold, style is one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LONGEST = 300
"""Lines of a file; past that it is usually two ideas."""


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=root, capture_output=True, text=True, timeout=300)


def test_imports_go_only_downward(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from importlinter.cli import lint_imports

    code = lint_imports(config_filename=str(root / "pyproject.toml"), no_cache=True)
    said = capsys.readouterr().out
    assert code == 0, said
    assert "Contracts: 2 kept, 0 broken." in said


def test_every_folder_of_the_package_has_its_place_in_the_layers(root: Path) -> None:
    import tomllib

    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = [contract["layers"] for contract in settings["contracts"] if contract["type"] == "layers"]
    placed = {name.strip() for layer in layers for name in layer.split("|")}
    modules = {path.stem for path in (root / "kg").glob("*.py")} - {"__init__"}
    packages = {path.parent.name for path in (root / "kg").glob("*/__init__.py")}
    assert modules | packages == placed


def test_all_types_hold(root: Path) -> None:
    done = run(root, "mypy", "--strict", "kg")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_style_is_one(root: Path) -> None:
    done = run(root, "ruff", "check", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_holds_two_ideas(root: Path) -> None:
    files = (root / "kg").rglob("*.py")
    lengths = {str(path.relative_to(root)): len(path.read_text("utf-8").splitlines()) for path in files}
    assert not {path: length for path, length in lengths.items() if length > LONGEST}

"""The package as users get it: a wheel, installed into a clean environment away from the source tree."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Installed:
    """A clean environment with the wheel in it."""

    wheel: Path
    scripts: Path

    def run(self, program: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """A program of that environment, which cannot see the source tree."""
        return call(str(self.scripts / program), *arguments, cwd=cwd)


def call(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=600)


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = call(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(folder), str(root), cwd=folder)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """About a minute: all dependencies are installed anew, for that is what a user does."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    made = call(sys.executable, "-m", "venv", str(folder), cwd=folder.parent)
    assert made.returncode == 0, made.stderr
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    done = call(str(scripts / "python"), "-m", "pip", "install", "-q", str(wheel), cwd=folder.parent)
    assert done.returncode == 0, done.stderr
    return Installed(wheel, scripts)

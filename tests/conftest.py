"""What tests of several folders share: where things lie, the program as a process, one build of the seeds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from kg.knowledge import Knowledge

ROOT = Path(__file__).resolve().parent.parent

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the whole project."""
    return ROOT


@pytest.fixture(scope="session")
def seeds(root: Path) -> Path:
    return root / "seeds"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests: two at once are more than playwright allows in a process."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "the browser tests need Chromium: apt-get install -y chromium fonts-noto-cjk"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    from kg.knowledge import load_knowledge

    return load_knowledge()


@pytest.fixture(scope="session")
def gold() -> Path:
    """The large gold annotations: in $KG_GOLD, or beside the project. A plain clone has none."""
    folder = Path(os.environ.get("KG_GOLD", ROOT.parent / "shared" / "gold"))
    if folder.is_dir():
        return folder
    if "KG_GOLD" in os.environ:
        pytest.fail(f"KG_GOLD={folder} is no folder")
    pytest.skip("the large gold annotations are not part of a plain clone: set KG_GOLD to their folder")


@pytest.fixture(scope="session")
def kg() -> Run:
    """`kg(*arguments, cwd=…, env=…, input=…)`: the program as a process of its own."""

    def run(
        *arguments: object, cwd: Path = ROOT, env: dict[str, str] | None = None, **options: object
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kg", *map(str, arguments)]
        environment = {**os.environ, **(env or {})}
        return subprocess.run(
            command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=300, **options
        )

    return run


@pytest.fixture(scope="session")
def seeds_build(kg: Run, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A build of the seeds as `kg build seeds` does it: its folder, and what it said."""
    folder = tmp_path_factory.mktemp("seeds-build")
    done = kg("build", "seeds", "-o", folder)
    assert done.returncode == 0, done.stderr
    return folder, done


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A short invented report as a file."""
    path = tmp_path / "in" / "report.txt"
    path.parent.mkdir()
    path.write_text(REPORT, "utf-8")
    return path


REPORT = """云和县教育局2022年工作总结

一、2022年工作总结

（一）优化学校布局。总投资3200万元的城东实验学校建设项目全面完工，9月正式投入使用。

（二）深化教育改革。全面落实“双减”政策，江滨小学获丽水市“清廉学校”称号。
"""

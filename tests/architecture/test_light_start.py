"""`import kg` and `kg --help` answer at once: the heavy libraries come when a command needs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

HEAVY = ["jieba", "rdflib", "networkx", "pyvis", "opencc", "igraph", "pyoxigraph", "pypinyin", "resiliparse",
         "charset_normalizer", "rich", "ahocorasick_rs", "pypdf", "docx", "lxml", "msgspec", "pandas", "pyarrow",
         "pyshacl", "starlette", "uvicorn", "xlsxwriter"]  # fmt: skip
LIMIT = 0.5
"""Seconds for `kg --help`, as promised, on a machine that does nothing else: what others do must not count."""


def modules_after(code: str) -> set[str]:
    program = f"{code}\nimport json, sys\nprint('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    ["import kg", "import kg.cli", "from kg.cli import kg; kg.main(['--help'], standalone_mode=False)",
     "from kg.cli import kg; kg.main(['build', '--help'], standalone_mode=False)"],
)  # fmt: skip
def test_nothing_heavy_is_loaded_for_help(code: str) -> None:
    loaded = modules_after(code)
    assert "kg" in loaded
    assert not loaded & set(HEAVY)


def test_the_check_would_see_a_heavy_import() -> None:
    assert "networkx" in modules_after("import networkx")


def test_help_answers_in_half_a_second() -> None:
    times = []
    for _ in range(3):
        before = os.times()
        subprocess.run([sys.executable, "-m", "kg", "--help"], capture_output=True, check=True, timeout=60)
        after = os.times()
        times.append(after.children_user - before.children_user + after.children_system - before.children_system)
    assert 0 < min(times) < LIMIT


def test_importing_the_package_does_nothing_but_define() -> None:
    done = subprocess.run([sys.executable, "-c", "import kg"], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == done.stderr == ""

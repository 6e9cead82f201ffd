"""A build with a store that is killed at any moment leaves a store from which the next build goes on."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import REPORT, ROOT

KILLS = int(os.environ.get("KG_KILLS", "4"))
"""More by a command: KG_KILLS=200 pytest tests/store/test_killed.py"""


def command(folder: Path, *extra: str) -> list[str]:
    return [sys.executable, "-m", "kg", "build", str(folder / "in"), "--jobs", "1", "--quiet", *extra]


def test_a_killed_build_goes_on_and_ends_as_a_clean_one(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for year in range(2010, 2024):
        (tmp_path / "in" / f"{year}.txt").write_text(REPORT.replace("2022", str(year)), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    begun = time.monotonic()
    subprocess.run(command(tmp_path, "-o", str(tmp_path / "clean")), env=environment, check=True, timeout=120)
    whole = time.monotonic() - begun
    chance = random.Random(7)
    with_store = command(tmp_path, "-o", str(tmp_path / "out"), "--store", str(tmp_path / "store"))
    for _ in range(KILLS):
        process = subprocess.Popen(with_store, env=environment)
        try:
            process.wait(chance.uniform(0.3, 1.0) * whole)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait(30)
        left = {path.name for path in (tmp_path / "out").glob("*")} if (tmp_path / "out").exists() else set()
        assert not left or "graph.ttl" in left or all(name.startswith(".") for name in left)
    subprocess.run(with_store, env=environment, check=True, timeout=120)
    written = (tmp_path / "out" / "graph.ttl").read_bytes()
    assert written == (tmp_path / "clean" / "graph.ttl").read_bytes()

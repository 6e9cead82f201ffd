"""A worker that dies over some files: imported by name in the worker processes of `test_workers`."""

from __future__ import annotations

import os
from pathlib import Path

from kg.knowledge import Knowledge
from kg.pipeline import workers
from kg.pipeline.document import Outcome, read_one

really_start = workers._start


def start() -> None:
    """Like a worker's own start; then a file named `poison…` kills the process, as a crash in a C library would."""
    really_start()
    workers.read_one = read_or_die


def never_start() -> None:
    os._exit(1)


def read_or_die(path: Path, knowledge: Knowledge, *, name: str) -> Outcome:
    if path.stem.startswith("poison"):
        os._exit(1)
    return read_one(path, knowledge, name=name)

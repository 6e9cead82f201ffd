"""A folder of three reports, a place for a store, and what tests of stores ask of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.export.turtle import graph_turtle
from kg.pipeline import gather
from kg.store import open_collection
from tests.conftest import REPORT

Texts = dict[str, str]
TEXTS: Texts = {
    "2021.txt": REPORT.replace("2022", "2021"),
    "2022.txt": REPORT,
    "2023.txt": REPORT.replace("2022", "2023"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def turtle(build: kg.Graph) -> bytes:
    return graph_turtle(build.values, base_iri=build.base_iri)


def read_now(store: Path, paths: list[Path]) -> int:
    """How many reports a build of the paths has to read."""
    with open_collection(store) as collection:
        collection.hold(gather(paths))
        collection.graph(jobs=1)
        return collection.read_now

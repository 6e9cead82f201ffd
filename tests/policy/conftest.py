"""The invented reports, built once."""

from __future__ import annotations

import pytest

import kg
from kg.model.graph import KnowledgeGraph
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def reports() -> KnowledgeGraph:
    """The graph of `tests/data/reports`."""
    return kg.build(sorted((ROOT / "tests/data/reports").glob("*.txt")), jobs=1).values

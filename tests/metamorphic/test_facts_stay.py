"""Damage does not change the facts: the seeds and the invented reports, spoiled in every known way, say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.knowledge import Knowledge
from kg.model.facts import DocumentFacts
from tests.metamorphic.damages import DAMAGES, Damage
from tests.metamorphic.documents import paths, text_of
from tests.metamorphic.reading import read_bytes, trial

Readings = dict[Path, tuple[str, DocumentFacts]]


@pytest.fixture(scope="module")
def readings(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Readings:
    """Each text, and what it says undamaged."""
    folder = tmp_path_factory.mktemp("undamaged")
    found: Readings = {}
    for path in paths():
        text = text_of(path)
        facts = read_bytes(text.encode(), folder, knowledge)
        assert isinstance(facts, DocumentFacts) and len(facts.facts) > 10
        found[path] = text, facts
    return found


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_a_damaged_report_says_the_same(
    damage: Damage, path: Path, readings: Readings, knowledge: Knowledge, tmp_path: Path
) -> None:
    text, before = readings[path]
    done = trial(text, (damage,), tmp_path, knowledge, before=before)
    least = damage.least if path.parent.name == "seeds" else min(damage.least, damage.least_of_short)
    assert done.sameness.share >= least, (done.sameness.lost, done.sameness.invented)
    assert done.exact

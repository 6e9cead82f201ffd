"""A cue's own examples are its tests: its file reads them as it says, and it finds nothing in what it leaves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import load_knowledge
from kg.knowledge.cues import Cue, load_cues

SETS = load_knowledge().cues
CUES = [(name, cue) for name, cues in SETS.items() for cue in cues.cues]
GOOD = 'id = "a"\nsays = "planned"\npattern = "拟建"\nwhy = "w"\nfinds = ["拟建校舍"]\nleaves = ["建校舍"]\n'


@pytest.mark.parametrize(
    ("name", "cue", "text"),
    [pytest.param(n, c, t, id=f"{c.id}:{i}") for n, c in CUES for i, t in enumerate(c.finds, 1)],
)
def test_a_cue_is_the_first_of_its_file_in_what_it_finds(name: str, cue: Cue, text: str) -> None:
    hit = SETS[name].first(text)
    assert hit is not None
    assert hit.cue.id == cue.id


@pytest.mark.parametrize(
    ("cue", "text"), [pytest.param(c, t, id=f"{c.id}:{i}") for _, c in CUES for i, t in enumerate(c.leaves, 1)]
)
def test_a_cue_finds_nothing_in_what_it_leaves(cue: Cue, text: str) -> None:
    assert re.search(cue.pattern, text) is None


def test_every_cue_has_examples_of_both_kinds_and_a_reason() -> None:
    assert [cue.id for _, cue in CUES if not (cue.finds and cue.leaves and cue.why)] == []
    assert len(CUES) > 20


@pytest.mark.parametrize(
    "entry",
    [
        GOOD.replace('why = "w"\n', ""),
        GOOD + 'colour = "red"\n',
        GOOD.replace("拟建", "拟(建"),
        GOOD.replace("拟建", "{no_such_list}"),
        GOOD.replace('pattern = "拟建"', 'pattern = "(?P<x>拟建)"'),
        GOOD + "[[cue]]\n" + GOOD,
        GOOD.replace('finds = ["拟建校舍"]', 'finds = "拟建校舍"'),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place(entry: str, tmp_path: Path) -> None:
    (tmp_path / "status.toml").write_text("[[cue]]\n" + entry, "utf-8")
    with pytest.raises(KnowledgeError) as refused:
        load_cues(tmp_path, {})
    assert "cues/status.toml" in str(refused.value)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "status.toml").write_text("", "utf-8")
    with pytest.raises(KnowledgeError):
        load_cues(tmp_path, {})

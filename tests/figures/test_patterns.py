"""A pattern's own examples are its tests: all figures of what it finds, and none in what it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import Knowledge, load_knowledge
from kg.knowledge.lexicon import read_lines
from kg.knowledge.patterns import Pattern, load_figure_patterns
from tests.figures.reading import read, said

FIGURES = load_knowledge().figures
PATTERNS = tuple(FIGURES.patterns.values())
FINDS = [
    pytest.param(text, found, id=f"{pattern.id}:{number}")
    for pattern in PATTERNS
    for number, (text, found) in enumerate(pattern.finds.items(), 1)
]
LEAVES = [
    pytest.param(text, id=f"{pattern.id}:{number}")
    for pattern in PATTERNS
    for number, text in enumerate(pattern.leaves, 1)
]


@pytest.mark.parametrize(("text", "found"), FINDS)
def test_a_pattern_finds_what_its_example_says(text: str, found: tuple[str, ...], knowledge: Knowledge) -> None:
    assert [said(figure) for figure in read(text, knowledge).figures] == list(found)


@pytest.mark.parametrize("text", LEAVES)
def test_there_is_no_figure_in_what_a_pattern_leaves(text: str, knowledge: Knowledge) -> None:
    assert [said(figure) for figure in read(text, knowledge).figures] == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_a_pattern_has_reasons_and_examples_of_both_kinds(pattern: Pattern) -> None:
    assert pattern.why and pattern.finds and pattern.leaves


@pytest.mark.parametrize("path", sorted(Path("ontology/lexicon").glob("figure_*.txt")), ids=lambda path: path.stem)
def test_a_word_list_is_sorted_unique_and_opens_with_what_it_is(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    words = read_lines(path)
    assert list(words) == sorted(set(words)) and len(words) >= 4
    assert lines[0].startswith("# ") and "\u4e00" <= lines[0][2] <= "\u9fff" and lines[1].startswith("# ")


def test_every_measure_word_counts_words_of_a_list(knowledge: Knowledge) -> None:
    assert len(FIGURES.units) > 60
    for word, unit in FIGURES.units.items():
        assert unit.counts, word
        assert all(knowledge.lexicons[name] for name in unit.counts), word
    assert FIGURES.units["名"].name == "人" and FIGURES.units["㎡"].name == "平方米"


UNIT = '[[unit]]\nkind = "item"\nwords = ["个"]\ncounts = ["thing"]\n'
BROKEN = {
    "an unknown list": UNIT.replace("thing", "nothing") + "pattern = []",
    "no reason": UNIT + '[[pattern]]\nid = "a"\npattern = "a"\nfinds = {}\nleaves = []',
    "a pattern that is none": UNIT + '[[pattern]]\nid = "a"\npattern = "("\nwhy = "b"\nfinds = {}\nleaves = []',
    "a list that is not there": UNIT + '[[pattern]]\nid = "a"\npattern = "{c}"\nwhy = "b"\nfinds = {}\nleaves = []',
    "no TOML": "[[",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_told_by_its_name(text: str, tmp_path: Path) -> None:
    path = tmp_path / "figures.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(KnowledgeError, match=r"rules/figures\.toml"):
        load_figure_patterns(path, {"thing": ("班",)})

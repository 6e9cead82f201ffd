"""What `scripts/learn_person_names.py` counts and learns."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from kg.knowledge import PersonNames

SCRIPT = Path(__file__).resolve().parent.parent.parent / "scripts" / "learn_person_names.py"


@lru_cache(maxsize=1)
def learner() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("learn_person_names", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_characters_of_names_count_more_the_rarer_they_are_in_text() -> None:
    dictionary = ["王芳 3 nr", "李芳 3 nr", "李学 3 nr", "王学 3 nr", "学校 90000 n", "芳香 10 n", "学生芳 5 nr"]
    table = learner().letters(dictionary, frozenset("王李"))
    assert table["last"]["芳"] > table["last"]["学"]
    assert set(table["first"]) == {"王", "李"}
    assert table["second"] == {}


def test_a_sign_that_only_names_have_speaks_for_a_name() -> None:
    seen = [(("any", "title"), True), (("any", "title"), True), (("any", "mark"), False), (("any",), False)] * 100
    weights = learner().learn(seen)
    chance = PersonNames(weights=weights).chance
    assert chance(("any", "title")) > 0.9 > 0.1 > chance(("any", "mark"))
    assert weights == learner().learn(seen)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    from kg.knowledge.person_names import load_person_names

    table = {"first": {"王": 2.5}, "second": {"晓": 1.0}, "last": {"芳": 3.0}}
    path = tmp_path / "person_names.toml"
    path.write_text(learner().written(table, {"before=“": -0.5}), "utf-8")
    assert load_person_names(path) == PersonNames(table, {"before=“": -0.5})

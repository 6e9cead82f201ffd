"""Whatever was done to a store before, its graph and report are those of a clean build of what it holds now."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

import kg
from kg.export.turtle import graph_turtle
from tests.conftest import REPORT

SEEDS = range(int(os.environ.get("KG_HISTORIES", "3")))
"""More by a command: KG_HISTORIES=100 pytest tests/store/test_any_history.py"""
STEPS = 7
NAMES = ("2021.txt", "2022 年.txt", "县/总结.txt", "县/计划.txt")
CURATIONS = (
    "",
    '[[rename]]\nthing = {type = "School", name = "江滨小学"}\nname = "江滨实验小学"\nwho = "张三"\nwhy = "校牌"\n',
    '[[retract]]\nfact = "fact/none"\nwho = "张三"\nwhy = "不会对上"\n',
)


class History:
    """A folder of reports, and a store to which the same is done."""

    def __init__(self, place: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.folder, self.store, self.curation = place / "in", place / "store", place / "curation.toml"
        self.folder.mkdir()
        self.curation.write_text("", "utf-8")
        self.write(NAMES[0])
        kg.build(self.folder, store=self.store, jobs=1, curation=self.curation)

    def write(self, name: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        year, school = self.chance.choice(("2021", "2022", "2023")), self.chance.choice(("江滨小学", "江南小学"))
        path.write_text(REPORT.replace("2022", year).replace("江滨小学", school), "utf-8")
        return path

    def there(self) -> list[str]:
        return [name for name in NAMES if (self.folder / name).exists()]

    def add(self) -> kg.Build:
        """A new report, or one that changed, or the same again, or a copy of another."""
        return kg.add(self.write(self.chance.choice(NAMES)), self.store, jobs=1)

    def remove(self) -> kg.Build:
        name = self.chance.choice(self.there())
        if len(self.there()) == 1:
            return self.add()
        (self.folder / name).unlink()
        return kg.remove([name], self.store, jobs=1)

    def rename(self) -> kg.Build:
        name, other = self.chance.choice(self.there()), self.chance.choice(NAMES)
        (self.folder / other).parent.mkdir(exist_ok=True)
        (self.folder / name).rename(self.folder / other)
        return kg.build(self.folder, store=self.store, jobs=1)

    def curate(self) -> kg.Build:
        self.curation.write_text(self.chance.choice(CURATIONS), "utf-8")
        return kg.build(self.folder, store=self.store, jobs=1, curation=self.curation)


@pytest.mark.parametrize("seed", SEEDS)
def test_after_each_step_of_any_history_the_graph_is_that_of_a_clean_build(tmp_path: Path, seed: int) -> None:
    history, done = History(tmp_path, seed), []
    for _ in range(STEPS):
        step = history.chance.choice((history.add, history.add, history.remove, history.rename, history.curate))
        done.append(step.__name__)
        built = step()
        clean = kg.build(history.folder, jobs=1, curation=history.curation)
        held = graph_turtle(built.values, base_iri=built.base_iri)
        assert held == graph_turtle(clean.values, base_iri=clean.base_iri), done
        assert built.report == clean.report, done

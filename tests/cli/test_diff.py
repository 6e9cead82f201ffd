"""`kg diff` on files, folders and stores: the lines, the JSON and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kg as package
from tests.conftest import REPORT, Run


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two builds of one file, in which a school was told otherwise; the second also as a store."""
    folder = tmp_path_factory.mktemp("diff")
    for name, text in (
        ("old", REPORT),
        ("new", REPORT.replace("江滨小学", "江南小学").replace("3200万元", "3300万元")),
    ):
        (folder / "in").mkdir(exist_ok=True)
        (folder / "in" / "2022.txt").write_text(text, "utf-8")
        package.build(folder / "in", jobs=1, store=folder / f"store-{name}").save(folder / name)
    return folder


def test_the_lines_tell_what_was_gained_lost_and_changed(kg: Run, builds: Path) -> None:
    done = kg("diff", builds / "old" / "graph.ttl", builds / "new")
    assert done.returncode == 0, done.stderr
    assert "《云和县教育局2022年工作总结》 2022.txt  内容已变 changed" in done.stdout
    assert (
        "新增 + 荣誉 award  丽水市“清廉学校” · 江南小学  2022年  已完成 completed  “江南小学获丽水市“清廉学校”称号”"
        in done.stdout
    )
    assert "消失 - 荣誉 award  丽水市“清廉学校” · 江滨小学" in done.stdout
    assert "金额 32000000 → 33000000" in done.stdout
    assert "http" not in done.stdout and not done.stderr


def test_the_exit_code_says_so_only_if_asked(kg: Run, builds: Path) -> None:
    assert kg("diff", builds / "old", builds / "new", "--exit-code").returncode == 1
    assert kg("diff", builds / "old", builds / "old", "--exit-code").returncode == 0


def test_a_store_is_the_graph_that_it_holds(kg: Run, builds: Path) -> None:
    done = kg("diff", builds / "store-new", builds / "new", "--exit-code")
    assert (done.returncode, done.stdout) == (0, "两个图谱相同 / the graphs are the same\n")


def test_json_says_the_same(kg: Run, builds: Path) -> None:
    told = json.loads(kg("diff", builds / "old", builds / "new", "--json").stdout)
    (document,) = told["documents"]
    assert not told["equal"] and document["state"] == "changed"
    assert "江南小学" in {end for item in document["gained"] for end in item["ends"]}
    assert json.loads(kg("diff", builds / "old", builds / "old", "--json").stdout)["equal"]


def test_a_graph_that_is_not_there_is_one_line(kg: Run, builds: Path) -> None:
    done = kg("diff", builds / "none.ttl", builds / "new")
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "none.ttl" in done.stderr

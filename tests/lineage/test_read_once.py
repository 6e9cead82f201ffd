"""A report that is posted again is read once; one that only repeats another is a report of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.export.turtle import graph_turtle
from kg.graph.iri import BASE_IRI
from kg.model.graph import KnowledgeGraph, RunReport
from kg.model.lineage import Direction, SharedKind
from kg.pipeline import build, gather
from kg.policy.lineage import originals
from kg.store import open_collection

REPORTS = Path("tests/data/reports")


@pytest.fixture(scope="module")
def report(root: Path) -> str:
    return (root / REPORTS / "huoshan-2021.txt").read_text("utf-8")


def made(folder: Path, **texts: str) -> tuple[KnowledgeGraph, RunReport]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return build([folder], jobs=1)


def left(graph: KnowledgeGraph) -> list[str]:
    return sorted(info.source.stem for info in graph.documents.values())


def a_year_later(text: str) -> str:
    return text.replace("2022", "2023").replace("2021", "2022")


@pytest.mark.parametrize(
    ("again", "kept"),
    [
        (lambda text: "首页 > 工作总结\n时间：2022-05-04 来源：某某网\n" + text + "\n更多范文请点击下载\n", ["a"]),
        (lambda text: text.replace("230", "231", 1).replace("县教育局", "我局"), ["a"]),
        (lambda text: text[: len(text) * 9 // 10], ["a"]),
        (a_year_later, ["a", "b"]),
        (lambda text: text.replace("霍山", "舒城"), ["a", "b"]),
        (lambda text: text[: len(text) // 4], ["a", "b"]),
    ],
    ids=["advertisements", "a figure changed", "its end cut", "a year later", "another county", "an excerpt"],
)
def test_who_is_left_out(again, kept: list[str], report: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    graph, told = made(tmp_path, a=report, b=again(report))
    assert left(graph) == kept
    assert [Path(line.path).stem for line in told.skipped] == ([] if len(kept) == 2 else ["b"])
    if len(kept) == 2:
        assert {one.kind for one in graph.shared_texts} == {SharedKind.DOCUMENT}


def test_the_same_words_a_year_later_are_a_report_of_their_own(report: str, tmp_path: Path) -> None:
    graph, _ = made(tmp_path, b=report, a=a_year_later(report))
    files = {graph.documents[one.first.document].source.stem for one in graph.shared_texts}
    assert files == {"b"} and {one.direction for one in graph.shared_texts} == {Direction.YEAR}
    assert originals(graph) == {}


def test_of_copies_the_earliest_stays_whatever_it_is_called(report: str, tmp_path: Path) -> None:
    day = "霍山县教育局\n2022年{}月9日\n"
    texts = {name: report + "\n" + day.format(month) for name, month in (("a", 3), ("b", 1), ("c", 2))}
    graph, told = made(tmp_path, **texts)
    assert left(graph) == ["b"]
    assert all("/b.txt" in line.problem for line in told.skipped) and len(told.skipped) == 2


def test_a_store_gives_the_bytes_of_a_build_and_reads_the_copy_when_the_kept_one_goes(
    root: Path, tmp_path: Path
) -> None:
    files = [root / REPORTS / f"youxian-2022-half{end}.txt" for end in ("", "-copy")]
    with open_collection(tmp_path / "store") as collection:
        collection.hold(gather(files))
        both = collection.graph(jobs=1)
        assert collection.read_now == 2
        fresh = build(files, jobs=1)
        assert graph_turtle(both[0], base_iri=BASE_IRI) == graph_turtle(fresh[0], base_iri=BASE_IRI)
        assert both[1].skipped == fresh[1].skipped and left(both[0]) == ["youxian-2022-half"]
        collection.remove(["youxian-2022-half.txt"])
        alone = collection.graph(jobs=1)
        assert collection.read_now == 0 and left(alone[0]) == ["youxian-2022-half-copy"] and not alone[1].skipped

"""The invented reports: what one bureau took from another, and what was posted again."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.model.graph import KnowledgeGraph, RunReport
from kg.model.lineage import Direction, SharedKind
from kg.pipeline import build
from kg.text.sources import sources

REPORTS = Path("tests/data/reports")
COPIES = {"zhaoyuan-2021-repost": "zhaoyuan-2021", "youxian-2022-half-copy": "youxian-2022-half"}


@pytest.fixture(scope="module")
def built(root: Path) -> tuple[KnowledgeGraph, RunReport]:
    return build(sorted((root / REPORTS).glob("*.txt")), jobs=1)


@pytest.fixture(scope="module")
def expected(root: Path) -> dict[str, list[dict[str, str]]]:
    told: dict[str, list[dict[str, str]]] = json.loads((root / REPORTS / "expected/copied.json").read_text("utf-8"))
    return told


def pairs(graph: KnowledgeGraph) -> Iterator[tuple[str, str, str, str]]:
    for one in graph.shared_texts:
        names = [graph.documents[side.document].source.stem for side in one.evidence]
        yield names[0], one.first.quote, names[1], one.second.quote


def test_every_copied_passage_is_found_in_its_direction_and_no_other(
    built: tuple[KnowledgeGraph, RunReport], expected: dict[str, list[dict[str, str]]]
) -> None:
    wanted = [(c["from"], c["quote"], c["to"], c["copy"]) for c in expected["copied"] if c["kind"] == "paragraph"]
    found = list(pairs(built[0]))
    hits = [
        [w for w in wanted if (w[0], w[2]) == (f[0], f[2]) and w[1] in f[1] and w[3] in f[3]] for f in found
    ]  # the place is that of the whole passage, with its heading where that is copied, too
    assert [len(hit) for hit in hits] == [1] * len(wanted)
    assert sorted(hit[0] for hit in hits) == sorted(wanted)
    assert {one.kind for one in built[0].shared_texts} == {SharedKind.PASSAGE}
    assert {one.direction for one in built[0].shared_texts} == {Direction.YEAR}


def test_phrases_of_the_genre_are_in_no_passage(
    built: tuple[KnowledgeGraph, RunReport], expected: dict[str, list[dict[str, str]]]
) -> None:
    for phrase in expected["not_copied"]:
        names = {phrase["a"], phrase["b"]}
        quotes = [a + b for first, a, second, b in pairs(built[0]) if {first, second} == names]
        assert not [quote for quote in quotes if phrase["quote_a"] in quote or phrase["quote_b"] in quote]


def test_a_report_that_is_posted_again_is_read_once_and_that_is_said(built: tuple[KnowledgeGraph, RunReport]) -> None:
    graph, report = built
    stems = {info.source.stem for info in graph.documents.values()}
    assert not stems & COPIES.keys() and COPIES.keys() | stems >= set(COPIES.values())
    told = {Path(line.path).stem: line for line in report.skipped}
    assert told.keys() == COPIES.keys()
    for copy, original in COPIES.items():
        assert f"/{original}.txt" in told[copy].problem and "%" in told[copy].problem
    assert not report.failures


def test_quotes_are_the_words_of_the_files(built: tuple[KnowledgeGraph, RunReport], root: Path) -> None:
    graph, _ = built
    for side in (side for one in graph.shared_texts for side in one.evidence):
        raw = (root / REPORTS / Path(graph.documents[side.document].source.path).name).read_text("utf-8")
        assert raw[side.start : side.end] == side.quote


def test_what_one_report_took_from_another_is_one_source(built: tuple[KnowledgeGraph, RunReport]) -> None:
    graph, _ = built
    text = graph.shared_texts[0]
    one, other = graph.statements[0], graph.statements[1]
    both = tuple(replace(side, start=side.start + 4, end=side.end - 4, quote="") for side in text.evidence)
    apart = (both[0], replace(both[1], start=text.second.end + 9, end=text.second.end + 19))
    some = replace(graph, statements=(replace(one, evidence=both), replace(other, evidence=apart)))
    assert (sources(some)[one.key], sources(some)[other.key]) == (1, 2)


def test_the_order_and_the_number_of_processes_change_nothing(
    built: tuple[KnowledgeGraph, RunReport], root: Path
) -> None:
    files = sorted((root / REPORTS).glob("*.txt"))
    random.Random(7).shuffle(files)
    graph, report = build(files, jobs=2)
    assert graph.shared_texts == built[0].shared_texts and report.skipped == built[1].skipped

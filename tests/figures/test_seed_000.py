"""The figures of a real report, damaged as it is, are those that a careful reader finds."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from kg.clean import clean
from kg.extract import extract
from kg.figures import find_figures
from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.figures import FigureMention, IdentityKind, Tally
from kg.model.names import Status
from kg.pipeline import read_one
from kg.read import read
from kg.segment import segment
from tests.figures.reading import SIGNS, plain

LINES = (Path(__file__).parent / "seed_000.txt").read_text("utf-8").splitlines()
BY_HAND = [tuple(cell.strip() for cell in line.split("|")) for line in LINES if not line.startswith("#")]


@pytest.fixture(scope="module")
def path(seeds: Path) -> Path:
    (path,) = seeds.glob("000*.txt")
    return path


@pytest.fixture(scope="module")
def counted(path: Path, knowledge: Knowledge) -> tuple[SegmentedDocument, Tally]:
    document = segment(clean(read(path, name="000.txt")), knowledge)
    return document, find_figures(document, extract(document, knowledge), knowledge)


def row(figure: FigureMention) -> tuple[str, str, str, str, str]:
    value = f"{SIGNS[figure.change]}{'~' if figure.approximate else ''}{plain(figure.value)}"
    return figure.what, "、".join(figure.qualifiers), value, figure.unit, str(figure.year)


def test_the_list_is_long_enough_and_names_no_line_twice() -> None:
    assert len(BY_HAND) >= 90
    assert len(set(BY_HAND)) == len(BY_HAND)


@pytest.mark.parametrize("expected", BY_HAND, ids=[line[5] for line in BY_HAND])
def test_a_figure_is_read_where_it_stands(expected: tuple[str, ...], counted: tuple[SegmentedDocument, Tally]) -> None:
    document, tally = counted
    *said, words = expected
    there = [f for f in tally.figures if words in document.text[max(0, f.evidence_start - 30) : f.evidence_end + 20]]
    assert tuple(said) in [row(f) for f in there], [row(f) for f in there]


def test_what_is_read_beyond_the_list_is_little(counted: tuple[SegmentedDocument, Tally]) -> None:
    known = {line[:5] for line in BY_HAND}
    beyond = [row(f) for f in counted[1].figures if row(f) not in known]
    assert len(beyond) <= 40, beyond


def test_the_three_sums_of_its_first_paragraph_hold(counted: tuple[SegmentedDocument, Tally]) -> None:
    tally = counted[1]
    sums = defaultdict(list)
    for identity in tally.identities:
        if identity.kind is IdentityKind.SUM and identity.holds:
            whole, *parts = (int(tally.figures[index].value) for index in identity.figures)
            sums[whole].append(parts)
    assert sums[82] == [[4, 30, 47, 1]]
    assert sums[36308] == [[7469, 16118, 7395, 3970, 1356]]
    assert sums[2243] == [[77, 620, 1425, 121]]
    assert sums[4] == [[2, 1, 1]] and sums[30] == [[21, 9]] and sums[47] == [[22, 25]] and sums[3] == [[1, 2]]


def test_parts_know_their_whole(counted: tuple[SegmentedDocument, Tally]) -> None:
    figures = counted[1].figures
    (public,) = [f for f in figures if f.qualifiers == ("公办",)]
    assert public.part_of is not None
    kindergartens = figures[public.part_of]
    assert kindergartens.value == 47 and kindergartens.part_of is not None
    assert figures[kindergartens.part_of].value == 82


def test_a_rate_that_follows_from_two_counts_is_an_identity(counted: tuple[SegmentedDocument, Tally]) -> None:
    (share,) = [i for i in counted[1].identities if i.kind is IdentityKind.SHARE]
    assert share.holds
    assert [str(counted[1].figures[f].value) for f in share.figures] == ["49", "48", "97.96"]


def test_what_the_report_itself_gets_wrong_is_found(counted: tuple[SegmentedDocument, Tally]) -> None:
    """From 10.12% to 9.78% are 0.34 percentage points; the report says 0.94."""
    (failed,) = [i for i in counted[1].identities if not i.holds]
    assert failed.kind is IdentityKind.DIFFERENCE
    assert str(failed.computed) == "0.34"
    assert [str(counted[1].figures[f].value) for f in failed.figures] == ["10.12", "9.78", "0.94"]


def test_the_plan_is_planned_and_the_review_is_done(counted: tuple[SegmentedDocument, Tally]) -> None:
    statuses = defaultdict(set)
    for figure in counted[1].figures:
        statuses[figure.year].add(figure.status)
    assert statuses[2024] == {Status.PLANNED}
    assert statuses[2023] == {Status.COMPLETED}


def test_every_quote_stands_in_the_raw_file_and_no_figure_comes_twice(path: Path, knowledge: Knowledge) -> None:
    facts = read_one(path, knowledge, name="000.txt")
    raw = path.read_bytes().decode("utf-8")
    assert len(facts.figures) > 120
    for figure in facts.figures:
        assert raw[figure.evidence.start : figure.evidence.end] == figure.evidence.quote
    said = [(f.what, f.qualifiers, f.value, f.unit, f.change, f.year, f.region, f.about) for f in facts.figures]
    assert len(set(said)) == len(said)
    assert {f for i in facts.identities for f in i.figures} <= set(range(len(facts.figures)))

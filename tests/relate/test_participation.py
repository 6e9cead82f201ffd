"""Which schools take part in which program: those of one stretch of text."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.model.names import EntityKind
from tests.relate.given import related

SCHOOL, PROGRAM = EntityKind.SCHOOL, EntityKind.PROGRAM

CASES = [
    ("县一中试点“双师课堂”。", ["县一中"], ["双师课堂"], {("双师课堂", "县一中")}),
    (
        "“双师课堂”在县一中、县二中试点。",
        ["县一中", "县二中"],
        ["双师课堂"],
        {("双师课堂", "县一中"), ("双师课堂", "县二中")},
    ),
    ("推进“双师课堂”。县一中完成招生。", ["县一中"], ["双师课堂"], set()),
    ("推进“双师课堂”；县一中完成招生。", ["县一中"], ["双师课堂"], set()),
    (
        "推进“双师课堂”。首批成员校为县一中、县二中。",
        ["县一中", "县二中"],
        ["双师课堂"],
        {("双师课堂", "县一中"), ("双师课堂", "县二中")},
    ),
    (
        "县一中试点“双师课堂”，县二中试点“全员导师制”。",
        ["县一中", "县二中"],
        ["双师课堂", "全员导师制"],
        {("双师课堂", "县一中"), ("全员导师制", "县二中")},
    ),
]


@pytest.mark.parametrize(("text", "schools", "programs", "expected"), CASES)
def test_a_school_goes_with_the_program_of_its_stretch(
    text: str, schools: list[str], programs: list[str], expected: set[tuple[str, str]], knowledge: Knowledge
) -> None:
    found = related(text, {SCHOOL: schools, PROGRAM: programs}, knowledge)
    assert {said[1:] for said, _ in found if said[0] == "participation"} == expected


def test_a_school_that_is_only_built_or_honoured_takes_no_part(knowledge: Knowledge) -> None:
    names = {SCHOOL: ["县一中"], PROGRAM: ["双师课堂"], EntityKind.PROJECT: ["县一中|食堂"]}
    found = related("推进“双师课堂”，县一中食堂完工。", names, knowledge)
    assert [said for said, _ in found if said[0] == "participation"] == []


def test_what_a_schools_own_page_names_it_takes_part_in(knowledge: Knowledge) -> None:
    names = {SCHOOL: ["石门县第一中学"], PROGRAM: ["双师课堂"]}
    found = related("学校试点“双师课堂”。", names, knowledge, head="石门县第一中学2022年工作总结\n")
    assert {said[1:] for said, _ in found if said[0] == "participation"} == {("双师课堂", "石门县第一中学")}

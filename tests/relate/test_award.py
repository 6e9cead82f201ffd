"""Who receives an honor: the nearest list of its clause, not the giver, not a school of another clause."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.model.names import EntityKind
from tests.relate.given import related

SCHOOL, PERSON, HONOR = EntityKind.SCHOOL, EntityKind.PERSON, EntityKind.HONOR
REGION, ORGANIZATION = EntityKind.REGION, EntityKind.ORGANIZATION
Names = dict[EntityKind, list[str]]

RECIPIENTS: list[tuple[str, Names, set[str | None]]] = [
    ("县一中获“文明校园”称号。", {SCHOOL: ["县一中"], HONOR: ["文明校园"]}, {"县一中"}),
    (
        "县一中、县二中和县三中获“文明校园”称号。",
        {SCHOOL: ["县一中", "县二中", "县三中"], HONOR: ["文明校园"]},
        {"县一中", "县二中", "县三中"},
    ),
    ("县一中新建食堂，县二中获“文明校园”称号。", {SCHOOL: ["县一中", "县二中"], HONOR: ["文明校园"]}, {"县二中"}),
    ("县一中新建食堂；县二中获“文明校园”称号。", {SCHOOL: ["县一中", "县二中"], HONOR: ["文明校园"]}, {"县二中"}),
    ("县一中狠抓德育，获“文明校园”称号。", {SCHOOL: ["县一中"], HONOR: ["文明校园"]}, {"县一中"}),
    (
        "县一中教师李晓明获“优秀教师”称号。",
        {SCHOOL: ["县一中"], PERSON: ["李晓明"], HONOR: ["优秀教师"]},
        {"李晓明"},
    ),
    (
        "县一中被省教育厅授予“文明校园”称号。",
        {SCHOOL: ["县一中"], ORGANIZATION: ["省教育厅"], HONOR: ["文明校园"]},
        {"县一中"},
    ),
    ("我县被评为“教育强县”。", {REGION: ["我县"], HONOR: ["教育强县"]}, {"我县"}),
    (
        "县教育局获“先进集体”称号。",
        {REGION: ["石门县"], ORGANIZATION: ["县教育局"], HONOR: ["先进集体"]},
        {"县教育局"},
    ),
    ("全县教师获一等奖12个。", {REGION: ["全县"], HONOR: ["一等奖"]}, {None}),
    ("县一中、县二中同台，后者获“文明校园”。", {SCHOOL: ["县一中", "县二中"], HONOR: ["文明校园"]}, {"县二中"}),
    ("县一中、县二中同台，前者获“文明校园”。", {SCHOOL: ["县一中", "县二中"], HONOR: ["文明校园"]}, {"县一中"}),
    (
        "文明校园2所：县一中、县二中。",
        {SCHOOL: ["县一中", "县二中"], HONOR: ["文明校园"]},
        {"县一中", "县二中"},
    ),
]


@pytest.mark.parametrize(("text", "names", "recipients"), RECIPIENTS, ids=[r[0] for r in RECIPIENTS])
def test_an_honor_goes_to(text: str, names: Names, recipients: set[str | None], knowledge: Knowledge) -> None:
    found = [said for said, _ in related(text, names, knowledge) if said[0] == "award"]
    assert {said[2] if len(said) > 2 else None for said in found} == recipients


NOT_RECEIVED = [
    "县一中未能获评文明校园。",
    "县一中落选文明校园。",
    "县一中未通过文明校园复评。",
    "县一中申报文明校园未获通过。",
]


@pytest.mark.parametrize("text", NOT_RECEIVED)
def test_an_honor_that_is_missed_is_no_award(text: str, knowledge: Knowledge) -> None:
    found = related(text, {SCHOOL: ["县一中"], HONOR: ["文明校园"]}, knowledge)
    assert [said for said, _ in found if said[0] == "award"] == []


COUNTS = [
    ("获“文明校园”3所。", "3"),
    ("评选文明校园12所。", "12"),
    ("文明校园称号5个。", "5"),
    ("县一中获“文明校园”称号。", None),
]


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_a_number_behind_an_honor_is_its_count(text: str, count: str | None, knowledge: Knowledge) -> None:
    names: Names = {HONOR: ["文明校园"]} | ({SCHOOL: ["县一中"]} if "县一中" in text else {})
    (relation,) = [relation for said, relation in related(text, names, knowledge) if said[0] == "award"]
    assert relation.attributes.get("count") == count


def test_several_honors_of_one_school_are_each_an_award(knowledge: Knowledge) -> None:
    names: Names = {SCHOOL: ["县一中"], HONOR: ["文明校园", "平安校园", "绿色学校"]}
    found = related("县一中获“文明校园”“平安校园”“绿色学校”称号。", names, knowledge)
    assert sorted(said for said, _ in found if said[0] == "award") == sorted(
        ("award", honor, "县一中") for honor in names[HONOR]
    )

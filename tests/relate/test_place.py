"""Where schools and regions lie."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.model.names import EntityKind
from tests.relate.given import related

SCHOOL, REGION = EntityKind.SCHOOL, EntityKind.REGION

LOCATIONS = [
    ("城关小学开学。", ["城关小学"], ["石门县"], {("城关小学", "石门县")}),
    (
        "夹山镇中心小学开学。",
        ["夹山镇中心小学"],
        ["石门县", "夹山镇"],
        {("夹山镇中心小学", "夹山镇"), ("夹山镇中心小学", "石门县")},
    ),
    (
        "位于皂市镇的澧阳小学开学。",
        ["澧阳小学"],
        ["石门县", "皂市镇"],
        {("澧阳小学", "皂市镇"), ("澧阳小学", "石门县")},
    ),
    (
        "石门县一中与桃源县一中结对。",
        ["石门县一中", "桃源县一中"],
        ["石门县", "桃源县"],
        {("石门县一中", "石门县"), ("桃源县一中", "桃源县")},
    ),
    (
        "夹山镇完成搬迁，城关小学开学。",
        ["城关小学"],
        ["石门县", "夹山镇"],
        {("城关小学", "石门县")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "schools", "regions", "expected"), LOCATIONS, ids=[line[0] for line in LOCATIONS])
def test_a_school_lies_in_the_region_of_its_name_or_the_documents(
    text: str, schools: list[str], regions: list[str], expected: set[tuple[str, str]], knowledge: Knowledge
) -> None:
    found = related(text, {SCHOOL: schools, REGION: regions}, knowledge)
    assert {said[1:] for said, _ in found if said[0] == "location"} == expected


def test_a_location_has_neither_year_nor_status(knowledge: Knowledge) -> None:
    found = related("2019年，城关小学开学。", {SCHOOL: ["城关小学"], REGION: ["石门县"]}, knowledge)
    (relation,) = [relation for said, relation in found if said[0] == "location"]
    assert (relation.year, relation.status) == (None, None)


def test_each_region_lies_in_the_nearest_one_that_is_named(knowledge: Knowledge) -> None:
    text = "湖南省常德市石门县夹山镇与江西省婺源县结对。"
    names = {REGION: ["湖南省", "常德市", "石门县", "夹山镇", "江西省", "婺源县"]}
    found = {said[1:] for said, _ in related(text, names, knowledge) if said[0] == "within"}
    assert found == {
        ("夹山镇", "石门县"),
        ("石门县", "常德市"),
        ("常德市", "湖南省"),
        ("婺源县", "江西省"),
    }


def test_no_region_lies_in_one_that_does_not_hold_it(knowledge: Knowledge) -> None:
    found = related("石门县与桃源县、婺源县结对。", {REGION: ["石门县", "桃源县", "婺源县"]}, knowledge)
    assert [said for said, _ in found if said[0] == "within"] == []

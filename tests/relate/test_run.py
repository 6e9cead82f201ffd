"""What the region builds, runs and issues: with figures, and with the region at its end."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.model.names import EntityKind
from tests.relate.given import related

SCHOOL, REGION, PROJECT, PROGRAM = EntityKind.SCHOOL, EntityKind.REGION, EntityKind.PROJECT, EntityKind.PROGRAM

FIGURES = [
    ("投资3200万元的县一中综合楼完工。", {"amount": "32000000"}),
    ("总投资1.25亿元的县一中综合楼完工。", {"amount": "125000000"}),
    ("概算1,560.8万元的县一中综合楼完工。", {"amount": "15608000"}),
    ("投资8000元的县一中综合楼完工。", {"amount": "8000"}),
    ("建筑面积3.6万平方米的县一中综合楼完工。", {"area": "36000"}),
    ("新增学位1200个的县一中综合楼完工。", {"seats": "1200"}),
    ("可提供1.2万个学位的县一中综合楼完工。", {"seats": "12000"}),
    ("县一中综合楼于2022年8月投入使用。", {"finish": "2022-08"}),
    ("县一中综合楼于2022年3月开工。", {"begin": "2022-03"}),
    ("县一中综合楼完工。", {}),
]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_the_figures_of_a_clause_belong_to_its_work(text: str, figures: dict[str, str], knowledge: Knowledge) -> None:
    names = {SCHOOL: ["县一中"], PROJECT: ["县一中|综合楼"]}
    (relation,) = [relation for said, relation in related(text, names, knowledge) if said[0] == "project"]
    told = {name: value for name, value in relation.attributes.items() if not name.endswith("_rule")}
    assert told == figures


def test_a_work_names_its_school_and_its_region(knowledge: Knowledge) -> None:
    names = {REGION: ["石门县"], SCHOOL: ["县一中"], PROJECT: ["县一中|综合楼"]}
    found = [said for said, _ in related("县一中综合楼完工。", names, knowledge) if said[0] == "project"]
    assert found == [("project", "县一中综合楼", "县一中", "石门县")]


def test_a_scheme_serves_the_schools_that_are_listed_as_its_own(knowledge: Knowledge) -> None:
    names = {REGION: ["石门县"], SCHOOL: ["县一中", "县二中", "县三中"], PROJECT: ["校安工程"]}
    text = "校安工程受益学校为县一中、县二中；县三中完成招生。"
    found = {said for said, _ in related(text, names, knowledge) if said[0] == "project"}
    assert ("project", "校安工程", "县一中", "石门县") in found
    assert ("project", "校安工程", "县二中", "石门县") in found
    assert not any("县三中" in said for said in found)


def test_a_paper_is_the_regions(knowledge: Knowledge) -> None:
    names = {REGION: ["石门县"], EntityKind.DOCUMENT: ["校车管理办法"]}
    found = related("印发《校车管理办法》。", names, knowledge)
    ((said, relation),) = [pair for pair in found if pair[0][0] == "document"]
    assert said == ("document", "校车管理办法", "石门县")
    assert relation.year == 2022


def test_without_a_region_a_program_is_still_run(knowledge: Knowledge) -> None:
    found = related("落实“双减”。", {PROGRAM: ["双减"]}, knowledge, head="工作总结\n")
    assert [said for said, _ in found if said[0] == "program"] == [("program", "双减")]

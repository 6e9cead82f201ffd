"""Three sentences of two real reports as a graph: the source of `ontology/example.ttl`."""

from __future__ import annotations

from kg.graph.rdf import to_turtle
from kg.model.document import DocumentInfo, SourceFile
from kg.model.graph import GraphEntity, KnowledgeGraph, Statement, StatementEvidence
from kg.model.names import EntityKind, FactKind, Level, Status

FILES = {
    "doc/f56b786812aef5cb": "seeds/000_e470ba86af01da5e.txt",
    "doc/fca10e00ee1c4b13": "seeds/003_d8166b8c2cec7fb9.txt",
}
HEAD = """\
# Three real sentences in the form of edu.ttl: an honor for two schools, a planned school building, and a program
# that one region runs. Made by tests/graph/worked_example.py, and held equal to it by a test.

"""

HONOUR = StatementEvidence(
    "doc/f56b786812aef5cb",
    3364,
    3412,
    "縣芙蓉學(xué)校、中方小學(xué)獲懷化市“清廉學(xué)校”榮譽(yù)稱號(hào)",
    "graded-honor",
    0.97,
)
BUILDING = StatementEvidence(
    "doc/f56b786812aef5cb", 14652, 14674, "確保紫荊學(xué)校2024年9月投入使用", "in-use-by", 0.93
)
PROGRAM = StatementEvidence("doc/fca10e00ee1c4b13", 1423, 1433, "落實“雙減”長效發展", "quoted-program", 0.88)


def worked_example() -> KnowledgeGraph:
    """The graph of the three sentences."""
    zhongfang, liunan, huaihua = "region/431221", "region/450204", "region/431200"
    furong, primary, zijing = (
        f"school/431221-{name}" for name in ("furong-6tq2v7mh", "zhongfang-kx4d9c2a", "zijing-p3n8w5re")
    )
    honor, shared = "honor/431200-qinglianxuexiao", "honor/qinglianxuexiao"
    project, program = "project/431221-zijing-build", "program/shuangjian"
    kinds = EntityKind
    entities = (
        GraphEntity(huaihua, kinds.REGION, "怀化市", (), "", Level.PREFECTURE, "", {"code": "431200"}),
        GraphEntity(zhongfang, kinds.REGION, "中方县", (), "", Level.COUNTY, huaihua, {"code": "431221"}),
        GraphEntity(liunan, kinds.REGION, "柳南区", (), "", Level.COUNTY, "", {"code": "450204"}),
        GraphEntity("organization/431221-jiaoyuju", kinds.ORGANIZATION, "中方县教育局", (), "", None, zhongfang),
        GraphEntity(furong, kinds.SCHOOL, "中方县芙蓉学校", ("县芙蓉学校",), "", None, zhongfang),
        GraphEntity(primary, kinds.SCHOOL, "中方小学", (), "", None, zhongfang, {"stage": "primary"}),
        GraphEntity(zijing, kinds.SCHOOL, "紫荆学校", (), "", None, zhongfang),
        GraphEntity(honor, kinds.HONOR, "怀化市清廉学校", ("清廉学校",), shared, Level.PREFECTURE, huaihua),
        GraphEntity(project, kinds.PROJECT, "紫荆学校建设项目", (), "", None, zhongfang),
        GraphEntity(program, kinds.PROGRAM, "双减", (), program, None, ""),
    )  # fmt: skip
    conferral = {"year": 2023, "status": Status.COMPLETED, "evidence": (HONOUR,)}
    statements = (
        Statement("fact/award-furong", FactKind.AWARD, {"honor": honor, "to": furong}, **conferral),
        Statement("fact/award-zhongfang", FactKind.AWARD, {"honor": honor, "to": primary}, **conferral),
        Statement(
            "fact/project-zijing",
            FactKind.PROJECT,
            {"project": project, "school": zijing, "region": zhongfang},
            2024,
            Status.PLANNED,
            (BUILDING,),
            {"finish": "2024-09"},
        ),
        Statement(
            "fact/program-shuangjian",
            FactKind.PROGRAM,
            {"program": program, "region": liunan},
            2022,
            Status.ONGOING,
            (PROGRAM,),
        ),
    )
    return KnowledgeGraph(entities, statements, _documents())


def _documents() -> dict[str, DocumentInfo]:
    first, second = FILES
    sha_a = "f56b786812aef5cbc55f9227ba068a174d6978f4d36c36fefbb651a2a539054c"
    sha_b = "fca10e00ee1c4b138accf353a0016c0a3ff5d875bffd981a978e2bb1bcf85cb9"
    return {
        first: DocumentInfo(
            SourceFile(FILES[first], sha_a, "text/plain", "utf-8", 50000),
            "中方县教育局2023年工作总结及2024年工作计划", "中方县教育局", "中方县", "431221", Level.COUNTY,
            "", "", (2023,), (2024,), "zh-Hant",
        ),
        second: DocumentInfo(
            SourceFile(FILES[second], sha_b, "text/plain", "utf-8", 50000),
            "柳南区教育局2022年工作总结及2023年工作计划", "柳南区教育局", "柳南区", "450204", Level.COUNTY,
            "", "2023-02-16", (2022,), (2023,), "zh-Hant",
        ),
    }  # fmt: skip


def example_turtle() -> str:
    """What `ontology/example.ttl` must hold."""
    return HEAD + to_turtle(worked_example(), version="0.1.0")


if __name__ == "__main__":
    from pathlib import Path

    Path("ontology/example.ttl").write_text(example_turtle(), encoding="utf-8")

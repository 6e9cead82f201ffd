"""A small graph by hand: all kinds of entities and facts, gaps of every sort, and names that mean harm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from kg.graph.iri import BASE_IRI
from kg.model.document import DocumentInfo, SourceFile
from kg.model.facts import Failure
from kg.model.figures import Change, IdentityKind
from kg.model.graph import (
    GraphEntity,
    GraphFigure,
    GraphIdentity,
    KnowledgeGraph,
    RunReport,
    Statement,
    StatementEvidence,
)
from kg.model.lineage import SHARED_TEXT, Direction, SharedKind, SharedText
from kg.model.names import EntityKind, FactKind, Level, Status

BASE = BASE_IRI
SHA_A, SHA_B = "f56b786812aef5cbc55f9227ba068a17" * 2, "fca10e00ee1c4b138accf353a0016c0a" * 2
DOC_A, DOC_B, DOC_C = f"doc/{SHA_A[:16]}", f"doc/{SHA_B[:16]}", "doc/00000000000000ff"

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "引\"号'和\\反斜杠",
    "换\n行\t制表\r回车",
    "\u202e倒着写\u200f",
    "=HYPERLINK(1)",
    "{{7*7}}{% raw %}-->]]>",
    "\u2028\u2029\ufeff\x00\x0b\ufffe",
)
"""Names that break a format that forgets to escape."""


def entity(
    key: str,
    name: str,
    *aliases: str,
    concept: str = "",
    level: Level | None = None,
    region: str = "",
    **attributes: str,
) -> GraphEntity:
    return GraphEntity(key, KIND_OF[key.split("/")[0]], name, aliases, concept, level, region, attributes)


KIND_OF = {
    "region": EntityKind.REGION,
    "school": EntityKind.SCHOOL,
    "project": EntityKind.PROJECT,
    "program": EntityKind.PROGRAM,
    "honor": EntityKind.HONOR,
    "document": EntityKind.DOCUMENT,
    "organization": EntityKind.ORGANIZATION,
    "person": EntityKind.PERSON,
}

ZF, LN, HH = "region/431221", "region/450204", "region/431200"
FURONG, ZFXX, ZIJING, KYJ = "school/furong", "school/zhongfang", "school/zijing", "school/kouyanjing"
SHUANGJIAN, XIANGUAN, QINGLAN = "program/shuangjian", "program/xianguanxiaopin", "program/qinglan"
QINGLIAN, WENMING, KAOQU = "honor/431200/qinglian", "honor/wenming", "honor/kaoqu"
ZIJING_BUILD, SIXIAO = "project/zijing-build", "project/sixiao"

ENTITIES = (
    entity(HH, "怀化市", "怀化", level=Level.PREFECTURE, code="431200"),
    entity(ZF, "中方县", "中方", level=Level.COUNTY, region=HH, code="431221"),
    entity(LN, "柳南区", level=Level.COUNTY, region="region/450200", code="450204"),
    entity("region/luyang", "泸阳镇", level=Level.TOWNSHIP, region=ZF),
    entity(FURONG, "中方县芙蓉学校", "县芙蓉学校", "芙蓉学校", region=ZF, stage="nine-year"),
    entity(ZFXX, "中方小学", region=ZF, stage="primary", ownership="public"),
    entity(ZIJING, "紫荆学校", region=ZF),
    entity(KYJ, "柳州市窑埠小学", region=LN, stage="primary"),
    entity("school/nowhere", "实验中学", stage="unheard-of"),
    entity(ZIJING_BUILD, "紫荆学校建设项目", region=ZF),
    entity(SIXIAO, "“四校五园”建设项目", "四校五园", region=ZF, concept="project/school-building"),
    entity(SHUANGJIAN, "双减", "“双减”政策", concept=SHUANGJIAN),
    entity(XIANGUAN, "县管校聘", "区管校聘", concept=XIANGUAN),
    entity(QINGLAN, "青蓝工程", concept="program/mentoring"),
    entity(QINGLIAN, "怀化市清廉学校", "清廉学校", level=Level.PREFECTURE, concept="honor/qinglian"),
    entity(WENMING, "自治区文明校园", level=Level.PROVINCE, concept="honor/wenming-xiaoyuan"),
    entity(KAOQU, "湖南省2023年高考优秀考区", level=Level.PROVINCE),
    entity("document/fangan", "中方县推进义务教育优质均衡发展方案", level=Level.COUNTY, region=ZF),
    entity("organization/zf-jyj", "中方县教育局", "县教育局", region=ZF),
    entity("organization/ln-wj", "柳南区委编办", region=LN),
    entity("person/li", "李泉", "李泉老师", role="教师", affiliation="中方小学", affiliation_id="school/zhongfang"),
    *(entity(f"person/hostile-{n}", name, name + "！") for n, name in enumerate(HOSTILE)),
)


def said(document: str, start: int, quote: str, rule: str = "rule-a", confidence: float = 0.9) -> StatementEvidence:
    return StatementEvidence(document, start, start + len(quote), quote, rule, confidence)


def fact(
    kind: FactKind,
    key: str,
    ends: Mapping[str, str],
    *evidence: StatementEvidence,
    year: int | None = None,
    status: Status | None = None,
    **attributes: str,
) -> Statement:
    return Statement(f"fact/{kind.value}-{key}", kind, ends, year, status, evidence, attributes)


PLANNED, ONGOING, COMPLETED = Status.PLANNED, Status.ONGOING, Status.COMPLETED
HONOURED = said(DOC_A, 3364, "县芙蓉学校、中方小学获怀化市“清廉学校”荣誉称号", "honor-list", 0.97)

STATEMENTS = (
    fact(FactKind.LOCATION, "furong", {"school": FURONG, "region": ZF}, said(DOC_A, 3364, "县芙蓉学校")),
    fact(FactKind.LOCATION, "zhongfang", {"school": ZFXX, "region": ZF}, said(DOC_A, 3370, "中方小学")),
    fact(FactKind.LOCATION, "yaobu", {"school": KYJ, "region": LN}, said(DOC_B, 40, "窑埠小学")),
    fact(FactKind.WITHIN, "zf-hh", {"region": ZF, "in": HH}, said(DOC_A, 10, "怀化市中方县")),
    fact(FactKind.WITHIN, "ly-zf", {"region": "region/luyang", "in": ZF}, said(DOC_A, 90, "中方县泸阳镇")),
    fact(
        FactKind.AWARD,
        "furong",
        {"honor": QINGLIAN, "to": FURONG},
        HONOURED,
        year=2023,
        status=COMPLETED,
        year_rule="year-in-heading",
        status_rule="review-heading",
        state="awarded",
        issuer="县教育局",
        issuer_id="organization/zf-jyj",
    ),
    fact(FactKind.AWARD, "zhongfang", {"honor": QINGLIAN, "to": ZFXX}, HONOURED, year=2023, status=COMPLETED),
    fact(
        FactKind.AWARD,
        "planned",
        {"honor": WENMING, "to": KYJ},
        said(DOC_B, 300, "力争创建"),
        year=2023,
        status=PLANNED,
    ),
    fact(FactKind.AWARD, "region", {"honor": KAOQU, "to": ZF}, said(DOC_A, 500, "我县获评优秀考区"), year=2023),
    fact(FactKind.AWARD, "person", {"honor": WENMING, "to": "person/li"}, said(DOC_A, 520, "李泉", "weak", 0.4)),
    fact(FactKind.AWARD, "counted", {"honor": WENMING}, said(DOC_B, 620, "6所学校"), year=2022, count="6"),
    fact(
        FactKind.PROJECT,
        "zijing-planned",
        {"project": ZIJING_BUILD, "school": ZIJING, "region": ZF},
        said(DOC_A, 14652, "确保紫荆学校2024年9月投入使用", "build", 0.93),
        year=2024,
        status=PLANNED,
        finish="2024-09",
        amount="12000000",
        seats="1080",
        area="25600.5",
    ),
    fact(
        FactKind.PROJECT,
        "zijing-done",
        {"project": ZIJING_BUILD, "school": ZIJING, "region": ZF},
        said(DOC_C, 7, "紫荆学校建成投用"),
        year=2025,
        status=COMPLETED,
        amount="约一千万",
        colour="red",
    ),
    fact(FactKind.PROJECT, "sixiao", {"project": SIXIAO}, said(DOC_A, 700, "四校五园"), status=ONGOING, begin="2023"),
    fact(
        FactKind.PROGRAM,
        "sj-zf-2023",
        {"program": SHUANGJIAN, "region": ZF},
        said(DOC_A, 1423, "落实“双减”"),
        said(DOC_A, 2423, "继续“双减”", "rule-b", 0.6),
        year=2023,
        status=COMPLETED,
    ),
    fact(
        FactKind.PROGRAM,
        "sj-zf-2024",
        {"program": SHUANGJIAN, "region": ZF},
        said(DOC_A, 9423, "深化“双减”"),
        year=2024,
        status=PLANNED,
    ),
    fact(
        FactKind.PROGRAM,
        "sj-ln-2022",
        {"program": SHUANGJIAN, "region": LN},
        said(DOC_B, 1423, "落实“双减”长效发展", confidence=0.88),
        year=2022,
        status=ONGOING,
    ),
    fact(
        FactKind.PROGRAM,
        "xg-zf-2024",
        {"program": XIANGUAN, "region": ZF},
        said(DOC_A, 9600, "推行县管校聘"),
        year=2024,
        status=PLANNED,
    ),
    fact(FactKind.PROGRAM, "ql-none", {"program": QINGLAN}, said(DOC_B, 2000, "青蓝工程")),
    fact(
        FactKind.PARTICIPATION,
        "furong-ql",
        {"program": QINGLAN, "school": FURONG},
        said(DOC_A, 2100, "芙蓉学校结对"),
        year=2023,
    ),
    fact(
        FactKind.DOCUMENT,
        "zf-fangan",
        {"document": "document/fangan", "region": ZF},
        said(DOC_A, 800, "印发《方案》"),
        year=2023,
        status=COMPLETED,
    ),
    fact(
        FactKind.BASIS,
        "sj-fangan",
        {"program": SHUANGJIAN, "document": "document/fangan", "region": ZF},
        said(DOC_A, 830, "落实《方案》，深化“双减”"),
        year=2023,
        status=ONGOING,
    ),
    fact(
        FactKind.SUCCESSION,
        "zijing",
        {"former": ZFXX, "successor": ZIJING},
        said(DOC_A, 2200, "中方小学更名为紫荆学校"),
        year=2023,
        status=COMPLETED,
        how="renamed",
    ),
    fact(
        FactKind.SUCCESSION,
        "kouyanjing",
        {"former": KYJ},
        said(DOC_B, 2220, "撤销窑埠小学"),
        year=2024,
        status=PLANNED,
        how="closed",
    ),
    *(
        fact(
            FactKind.AWARD,
            f"hostile-{n}",
            {"honor": WENMING, "to": f"person/hostile-{n}"},
            said(DOC_B, 4000 + n * 100, name),
        )
        for n, name in enumerate(HOSTILE)
    ),
)


def info(
    sha: str, path: str, title: str, issuer: str, region: str, code: str, *, review: int, plan: int
) -> DocumentInfo:
    source = SourceFile(path, sha, "text/plain", "utf-8", 1000)
    years = (review,), (plan,)
    return DocumentInfo(source, title, issuer, region, code, Level.COUNTY, "title", "2024-01-16", *years, "zh-Hans")


DOCUMENTS = {
    DOC_A: info(
        SHA_A,
        "seeds/a.txt",
        "中方县教育局2023年工作总结及2024年工作计划",
        "中方县教育局",
        "中方县",
        "431221",
        review=2023,
        plan=2024,
    ),
    DOC_B: info(
        SHA_B, "b.txt", "柳南区教育局2022年工作总结", "柳南区教育局", "柳南区", "450204", review=2022, plan=2023
    ),
    DOC_C: info("00000000000000ff" * 4, "/home/user/c.txt", "", "", "", "", review=2025, plan=2026),
}


def figure(
    key: str,
    what: str,
    value: str,
    unit: str,
    *evidence: StatementEvidence,
    qualifiers: tuple[str, ...] = (),
    year: int | None = 2023,
    status: Status | None = Status.COMPLETED,
    region: str = ZF,
    about: str = "",
    part_of: str = "",
    change: Change | None = None,
    upper: str = "",
    approximate: bool = False,
) -> GraphFigure:
    return GraphFigure(
        key=f"figure/{key}", what=what, qualifiers=qualifiers, value=Decimal(value),
        upper=Decimal(upper) if upper else None, unit=unit, approximate=approximate, change=change, region=region,
        about=about, year=year, status=status, part_of=part_of and f"figure/{part_of}", evidence=evidence,
    )  # fmt: skip


def identity(key: str, kind: IdentityKind, *figures: str, computed: str, holds: bool) -> GraphIdentity:
    return GraphIdentity(f"identity/{key}", kind, tuple(f"figure/{f}" for f in figures), Decimal(computed), holds)


FIGURES = (
    figure("schools", "学校", "47", "所", said(DOC_A, 200, "学校47所"), said(DOC_C, 30, "共有学校47所")),
    figure("public", "学校", "22", "所", said(DOC_A, 206, "公办22所"), qualifiers=("公办",), part_of="schools"),
    figure("private", "学校", "25", "所", said(DOC_A, 212, "民办25所"), qualifiers=("民办",), part_of="schools"),
    figure("spring", "占比", "10.12", "%", said(DOC_A, 240, "春季占比10.12%"), qualifiers=("春季",)),
    figure("autumn", "占比", "9.78", "%", said(DOC_A, 252, "秋季为9.78%"), qualifiers=("秋季",)),
    figure("fall", "占比", "0.94", "个百分点", said(DOC_A, 262, "降低了0.94个百分点"), change=Change.DECREASE),
    figure(
        "seats",
        "新增学位",
        "4800",
        "个",
        said(DOC_B, 9000, "力争新增学位4800—5000个"),
        region=LN,
        year=2024,
        status=Status.PLANNED,
        upper="5000",
        approximate=True,
    ),
    figure(
        "pupils",
        "在校学生",
        "1371",
        "人",
        said(DOC_B, 9100, "在校学生1371人"),
        region=LN,
        about=KYJ,
        year=None,
        status=None,
    ),
    figure("money", "投入", "2260000", "元", said(DOC_A, 300, "投入226万元"), qualifiers=("校园安防",)),
)
IDENTITIES = (
    identity("sum", IdentityKind.SUM, "schools", "public", "private", computed="47", holds=True),
    identity("fall", IdentityKind.DIFFERENCE, "spring", "autumn", "fall", computed="0.34", holds=False),
)


def shared(key: str, kind: SharedKind, *sides: StatementEvidence, similarity: float, by: Direction) -> SharedText:
    first, second = (replace(side, rule=SHARED_TEXT, confidence=similarity) for side in sides)
    return SharedText(f"shared/{key}", kind, first, second, similarity, by)


SHARED = (
    # The same places as a figure has, so that its two reports are one source.
    shared(
        "schools", SharedKind.PASSAGE, said(DOC_A, 200, "学校47所"), said(DOC_C, 30, "共有学校47所"),
        similarity=0.8, by=Direction.YEAR,
    ),
    shared(
        "words", SharedKind.DOCUMENT, *sorted(
            (said(DOC_B, 7000, '“五育”\n并举"'), said(DOC_A, 7000, "五育並舉\\")), key=lambda side: side.document
        ), similarity=1.0, by=Direction.UNKNOWN,
    ),
)  # fmt: skip


def small_graph() -> KnowledgeGraph:
    """The whole small graph, sorted as the pipeline would sort it."""
    return KnowledgeGraph(
        tuple(sorted(ENTITIES, key=lambda e: e.key)), tuple(sorted(STATEMENTS, key=lambda s: s.key)), DOCUMENTS,
        figures=tuple(sorted(FIGURES, key=lambda f: f.key)), identities=tuple(sorted(IDENTITIES, key=lambda i: i.key)),
        shared_texts=SHARED,
    )  # fmt: skip


def small_report() -> RunReport:
    """What a run that made the small graph would report."""
    documents = tuple(
        {"path": i.source.path, "sha256": i.source.sha256, "encoding": "utf-8", "repairs": {"t2s": 3}}
        for i in DOCUMENTS.values()
    )
    failures = (Failure("/srv/in/bad.txt", "read", "文件是空的 / the file is empty"),)
    return RunReport(documents, failures, (), {"entities": {"School": 5}}, {"cn-edu-kg": "0.1.0"})

"""How each kind of thing looks and is called on the page."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.names import EntityKind, FactKind, Status

__all__ = [
    "ATTRIBUTE_WORDS",
    "FACT_LOOKS",
    "FACT_WORDS",
    "LEVEL_LOOKS",
    "LOOKS",
    "STATUS_LOOKS",
    "STATUS_WORDS",
    "VALUE_WORDS",
    "Look",
]


@dataclass(frozen=True, slots=True)
class Look:
    """A colour that colour-blind people can tell from the others (Okabe and Ito), a shape, and the words."""

    chinese: str
    english: str
    color: str
    shape: str
    """One of vis-network's shapes that have their label beneath."""


LOOKS = {
    EntityKind.HONOR: Look("荣誉", "Honor", "#D55E00", "star"),
    EntityKind.SCHOOL: Look("学校", "School", "#0072B2", "dot"),
    EntityKind.PROJECT: Look("项目", "Project", "#E69F00", "square"),
    EntityKind.PROGRAM: Look("举措", "Program", "#009E73", "diamond"),
    EntityKind.DOCUMENT: Look("政策文件", "Policy document", "#56B4E9", "triangle"),
    EntityKind.ORGANIZATION: Look("机构", "Organization", "#CC79A7", "triangleDown"),
    EntityKind.PERSON: Look("人物", "Person", "#8C8C8C", "dot"),
    EntityKind.REGION: Look("行政区划", "Region", "#2B2B2B", "hexagon"),
}
"""In the order in which the kinds stand around their region: schools between what they won and what is built."""

FACT_LOOKS = {
    FactKind.AWARD: ("荣誉", "award"),
    FactKind.PROJECT: ("项目", "project"),
    FactKind.PROGRAM: ("举措", "program"),
    FactKind.PARTICIPATION: ("参与", "participation"),
    FactKind.DOCUMENT: ("文件", "document"),
    FactKind.BASIS: ("依据", "basis"),
    FactKind.SUCCESSION: ("沿革", "succession"),
    FactKind.LOCATION: ("位于", "location"),
    FactKind.WITHIN: ("属于", "within"),
}
"""In the order in which a reader wants them: first what happened, then where things lie."""
FACT_WORDS = {kind: chinese for kind, (chinese, _) in FACT_LOOKS.items()}

STATUS_LOOKS = {
    Status.PLANNED: ("计划", "planned"),
    Status.ONGOING: ("进行中", "ongoing"),
    Status.COMPLETED: ("已完成", "completed"),
}
STATUS_WORDS = {status: chinese for status, (chinese, _) in STATUS_LOOKS.items()}

LEVEL_LOOKS = (
    ("国家级", "national"),
    ("省级", "provincial"),
    ("市级", "prefectural"),
    ("县级", "county"),
    ("乡镇级", "township"),
    ("校级", "school"),
)


ATTRIBUTE_WORDS = {
    "count": ("数量", "count"),
    "amount": ("金额（元）", "amount (yuan)"),
    "seats": ("学位", "seats"),
    "area": ("面积（平方米）", "area (m²)"),
    "begin": ("开始", "begin"),
    "finish": ("完成", "finish"),
    "period": ("时段", "period"),
    "state": ("授予情况", "state"),
    "issuer": ("授予单位", "issuer"),
    "how": ("方式", "how"),
    "year_rule": ("年份依据", "year decided by"),
    "status_rule": ("状态依据", "status decided by"),
}
"""What the attributes of facts are called."""

VALUE_WORDS = {
    "state": {
        "awarded": ("已获得", "awarded"),
        "kept": ("通过复审", "kept"),
        "to-be-awarded": ("待授予", "to be awarded"),
        "nominated": ("已推荐", "nominated"),
        "applied-for": ("申报、创建中", "applied for"),
        "not-awarded": ("未获得", "not awarded"),
    },
    "how": {
        "renamed": ("更名", "renamed"),
        "merged": ("合并新建", "merged"),
        "absorbed": ("并入", "absorbed"),
        "moved": ("整体迁入", "moved"),
        "campus": ("成为校区", "became a campus"),
        "reorganized": ("改制", "reorganized"),
        "closed": ("撤销", "closed"),
        "second-name": ("加挂校牌", "bears a second name"),
    },
    "period": {
        "first-half": ("上半年", "first half"),
        "second-half": ("下半年", "second half"),
        "autumn": ("秋季学期", "autumn term"),
        "spring": ("春季学期", "spring term"),
        "year-end": ("年底", "end of the year"),
        "to-date": ("截至目前", "to date"),
    },
    "stage": {
        "kindergarten": ("幼儿园", "kindergarten"),
        "primary": ("小学", "primary"),
        "junior": ("初中", "junior high"),
        "senior": ("高中", "senior high"),
        "nine-year": ("九年一贯制", "nine-year"),
        "twelve-year": ("十二年一贯制", "twelve-year"),
        "secondary": ("中学", "secondary"),
        "vocational": ("职业学校", "vocational"),
        "special": ("特殊教育", "special education"),
        "university": ("高等学校", "higher education"),
    },
    "ownership": {"public": ("公办", "public"), "private": ("民办", "private")},
}
"""The values of attributes in words; others stand as the report has them."""

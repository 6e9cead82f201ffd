"""The canonical form under which equal names of one document meet, kind by kind."""

from __future__ import annotations

import re

from kg.knowledge import Knowledge
from kg.model.document import SegmentedDocument
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.resolve.prefix import bare_name, strip_region
from kg.resolve.school_key import expand

__all__ = ["name_key"]

_PROGRAM_TAIL = re.compile(r"(?:专项)?(?:工作|活动|政策|改革|试点|建设|行动|项目|机制|制度|模式|创建)$")
_ABBREVIATED = (
    ("教体局", "教育体育局"),
    ("教育和体育局", "教育体育局"),
    ("教委", "教育委员会"),
    ("政府办公室", "人民政府办公室"),
)
_YOUTH = re.compile(r"团([省市县区州盟旗])委|共青团(.+?)委(?:员会)?")
"""The youth league's committee of a region: 团县委 is 共青团石门县委."""


def name_key(mention: Mention, document: SegmentedDocument, knowledge: Knowledge) -> str:
    """The canonical form under which equal things meet."""
    name = bare_name(mention.name)
    kind = mention.kind
    if kind is EntityKind.REGION:
        return mention.attributes.get("code") or name
    if kind is EntityKind.SCHOOL:
        code, rest = strip_region(name, document, knowledge)
        return f"{code}:{expand(rest)}"
    if kind is EntityKind.DOCUMENT:
        # 《湖南省…规划》 and 《石门县…规划》 are two papers.
        return ":".join(strip_region(re.sub(r"\d{4}[—-]\d{4}年?$|试行$", "", name), document, knowledge))
    if mention.attributes.get("concept"):
        return "concept:" + mention.attributes["concept"]
    if kind is EntityKind.ORGANIZATION:
        return _organization_key(name, document, knowledge)
    if kind is EntityKind.HONOR:
        code, rest = strip_region(
            re.sub(r"^(?:首批|首届|第[一二三四五六七八九十]+批|20\d\d年度?)", "", name), document, knowledge
        )
        level = mention.attributes.get("level", "")
        rest = re.sub(r"^(?:全国|国家级|省级|市级|县级|区级|州级|省|市|级|全省|全市|全县|全区)+", "", rest)
        rest = re.sub(r"20[0-9]{2}年度?|荣誉称号|称号|荣誉|创建|的", "", rest).replace("老师", "教师")
        # 示范园, 一级园: short for 幼儿园.
        rest = re.sub(r"(?:(?<=示范)|(?<=特色)|(?<=[级类]))园$", "幼儿园", rest)
        return f"{level}:{rest}"
    if kind is EntityKind.PROGRAM:
        rest = strip_region(name, document, knowledge)[1]
        short = _PROGRAM_TAIL.sub("", rest)
        return short if len(short) >= 3 else rest
    if kind is EntityKind.PROJECT:
        rest = strip_region(name, document, knowledge)[1]
        short = re.sub(r"(?:建设)?(?:项目|工程)?(?:建设)?$", "", rest)
        return short if len(short) >= 2 else rest
    return name


def _organization_key(name: str, document: SegmentedDocument, knowledge: Knowledge) -> str:
    """A body's region and what it is; 教育局, 县教育局 and 我局 are the document's own."""
    for short, full in _ABBREVIATED:
        if name.endswith(short) and not name.endswith(full):
            name = name[: -len(short)] + full
    youth = _YOUTH.fullmatch(name)
    if youth:
        name = f"{youth[1] or youth[2]}团委"
    code, rest = strip_region(name, document, knowledge)
    rest = re.sub(r"^(?:省|市|县|区|州|旗)(?=教育|人民政府)", "", rest)
    if not code and re.fullmatch(r"教育(?:体育|科技)?局|教育委员会|教育科技体育局", rest):
        code = document.info.region_code
    return f"{code}:{rest}"

"""Whether the words before an ending make it the name of one school and not a kind of schools."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from kg.extract.edge import NameEdge
from kg.extract.page import Page
from kg.model.names import Level

__all__ = ["is_school_name"]


_HAN = re.compile(r"[\u4e00-\u9fff\d（）·A-Za-z“”]*")
_OF_ALL = {"中小学": Level.COUNTY, "中小学校": Level.COUNTY, "学校": Level.PREFECTURE}
"""Endings that, right behind a region of this level or above, mean all its schools and no single one."""
_ONE_OF_A_KIND = frozenset(
    {"幼儿园", "职教中心", "特校", "职校", "职业教育中心", "卫校", "技校", "职高", "职中", "中学", "中专"}
    | {
        "职业技术教育中心",
        "特殊教育中心",
        "特教中心",
        "特教学校",
        "完小",
        "职业技术教育中心学校",
        "技工学校",
        "教师进修学校",
        "进修学校",
        "高级中学",
        "开放大学",
        "电大",
        "实小",
        "实幼",
        "民中",
        "农校",
        "侨中",
        "职专",
        "职院",
        "技师学院",
        "艺校",
    }
)
_OF_MANY = frozenset(
    {"普通高中", "普通中学", "职业学校", "中等职业学校", "职业院校", "民办学校", "民办幼儿园", "公办幼儿园", "示范学校"}
)
_COUNTED = re.compile(r"(?:\d+|[一二三四五六七八九十两几多数百]+)余?(?:所|个|家|批|类|名|处|座)$")
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+")
_TITLE = frozenset({"特色", "试点", "达标", "先进", "优秀", "优质", "标准化", "领航", "成员"})
"""A kind that many schools are awarded or chosen for: 民族教育特色学校 is no school's name."""
_ROLE = frozenset({"试点", "达标", "成员", "项目", "结对"})
_TOWN = ("镇", "乡", "街道", "村", "办事处", "苏木", "农场", "牧场", "林场")
_DIRECTLY = re.compile(r"[县市区州省旗]直属?")
_STARS = re.compile(r"[一二三四五]星")
_STAGES = frozenset({"小学", "中学", "初中", "高中", "幼儿园"})
"""小学初中, 幼儿园小学: one kind behind another names none."""
_GENERIC_FORM = re.compile(r"..?[型类性]|[一二三四五]星级?|星级")


def _only_place(page: Page, edge: NameEdge, first: str, body: list[str]) -> bool:
    """Whether a region's short name is all that a name has beside words of kind: 武汉优质学校, 石门高中."""
    at = edge.start + len(first)
    if body[0] != first or not any(s == edge.start for s, _ in page.region_ends.get(at, ())):
        return False
    generic, kinds = page.knowledge.words("school_generic"), page.knowledge.words("school_type_word")
    rest = body[1:]
    return any(w in generic - kinds for w in rest) and all(w in generic or w in kinds for w in rest)


def _names_region(page: Page, edge: NameEdge, least: Level) -> bool:
    """Whether all that stands before an ending is a region of some level or above: 新疆中小学, 杭州学校."""
    gazetteer = page.knowledge.regions
    at = edge.start + len("".join(edge.parts))
    codes = [code for s, code in page.region_ends.get(at, ()) if s == edge.start]
    found = [d for d in map(gazetteer.by_code, codes) if d is not None]
    return any(d.level <= least for d in found)


def _made_of(text: str, known: Set[str]) -> bool:
    """Whether a text is nothing but known words and ordinals: 普惠性 + 民办, although the dictionary parts 普|惠|性."""
    reached = {0}
    for start in range(len(text)):
        if start in reached:
            ordinal = _ORDINAL.match(text, start)
            reached.update({ordinal.end()} if ordinal else ())
            reached.update(end for end in range(start + 1, len(text) + 1) if text[start:end] in known)
    return len(text) in reached


def is_school_name(page: Page, edge: NameEdge, ending: str) -> bool:
    """Whether what stands before an ending makes it the name of one school and not a kind of schools."""
    knowledge = page.knowledge
    kinds, lone = knowledge.words("school_type_word"), knowledge.words("school_lone_word")
    body = list(edge.parts[1:] if edge.region else edge.parts)
    if "".join(edge.parts).startswith(_TOWN[:3]) and page.text[edge.start - 1 : edge.start] in ("等", "个", "各"):
        # 河口、潭水等|镇中心小学: schools of towns.
        return False
    direct = _DIRECTLY.match("".join(edge.parts[:2]))
    if direct:
        # 县直机关幼儿园 is a name, 县直幼儿园 are all that the county runs.
        body = [p for p in edge.parts if not _DIRECTLY.fullmatch(p) and p not in ("直", "直属", edge.region)]
        edge = replace(edge, region=edge.parts[0][0])
        if not body:
            return False
    if edge.region and len(body) > 1 and body[0] == "城区":
        # 山阳县城区第三中学.
        body = body[1:]
    generic = {p for p in body if p in knowledge.words("school_generic") or _GENERIC_FORM.fullmatch(p)} - kinds
    if ending == "小学":
        # 五星小学 is a name; 五星学校 and 三星高中 are grades.
        generic = {p for p in generic if not _STARS.fullmatch(p)}
    known = knowledge.words("school_generic", "school_type_word", "school_lone_word", "genre_verb")
    if not generic <= known:
        known = known | generic
    if ending in _STAGES:
        known = known | _STAGES
    proper = [] if _made_of("".join(body), known) else [p for p in body if p not in known]
    counted = bool(_COUNTED.search(page.text[max(0, edge.start - 6) : edge.start]))
    if proper and not edge.region and _only_place(page, edge, proper[0], body):
        return False
    least = _OF_ALL.get(ending)
    if least is not None and len(body) <= 1 and _names_region(page, edge, least):
        return False
    if not _HAN.fullmatch("".join(body)):
        return False
    town = edge.region.endswith(_TOWN)
    if proper:
        core = "".join(body)
        if ending == "学校" and body[-1] in _ROLE and not town:
            # 质量发展社区试点学校, 某大学成员学校: what schools are, not what one is called.
            return False
        if counted and not edge.region and len("".join(proper)) < 2:
            return False
        return len(core) >= 2 or bool(edge.region)
    if counted and not edge.region:
        return False
    if not body:
        # 北山区幼儿园 and 沙地镇小学 are names; 县学校 and 市小学 say only whose schools are meant.
        return town or (bool(edge.region) and ending in _ONE_OF_A_KIND)
    if ending in ("大学", "学院", "校区", "分校") and not edge.region:
        return False
    if any(_ORDINAL.fullmatch(p) for p in body):
        return not any(p in generic for p in body) and ending not in ("校区", "分校")
    if edge.region in ("省", "市", "州", "兵团") and "".join(body) in ("示范", "示范性", "重点", "特色"):
        return False
    if edge.region.endswith(("省", "自治区")) and body[-1] in ("示范", "示范性", "重点", "特色"):
        # 甲省普通高中示范学校 is a title that many schools bear.
        return False
    if any(p in lone for p in body) and not any(p in generic for p in body[:-1]) and body[-1] not in _TITLE:
        return ending not in ("校区", "分校", "分园") or bool(edge.region)
    if not edge.region and "".join(body) == "职业" and ending in ("中专", "高中", "职教中心"):
        # A county has one 职业中专, and its report calls it so.
        return ending == "中专"
    if any(p in generic for p in body):
        return town and len(body) == 1
    return bool(edge.region) and (town or "".join(body) + ending not in _OF_MANY)

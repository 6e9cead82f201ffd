"""Schools: names that end as schools' names do, with their left edge found word by word."""

from __future__ import annotations

import re

from kg.extract.edge import NameEdge, left_edge
from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_schools"]

_NOT_AFTER = {
    "小学": "生校段阶",
    "中学": "生习段阶",
    "大学": "生习",
    "高中": "生部段阶课招毕",
    "初中": "生部段阶课招毕起",
    "学校": "长外",
    "师范": "生类院大学专高毕",
    "中专": "生班",
    "学院": "派",
    "幼儿园": "长",
    "小学校": "长园内外本",
    "中学校": "长园内外本",
    "分园": "区长",
    "职高": "班生",
    "职中": "班生",
    "附中": "生",
    "附小": "生",
}
_KEEPS = re.compile(r"生态|学校[^长外]|校区|校园|科技|课题|招生")
_ONE_OF_A_KIND = frozenset(
    {"幼儿园", "职教中心", "特校", "职校", "职业教育中心", "卫校", "技校", "职高", "职中", "中学", "中专"}
)
_OF_MANY = frozenset(
    {"普通高中", "普通中学", "职业学校", "中等职业学校", "职业院校", "民办学校", "民办幼儿园", "公办幼儿园", "示范学校"}
)
_COUNTED = re.compile(r"(?:\d+|[一二三四五六七八九十两几多数百]+)余?(?:所|个|家|批|类|名|处|座)$")
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+")
_INNER = re.compile(r"(?<=[\u4e00-\u9fff])（[\u4e00-\u9fff]{2,4}）$")
_BRACKET = re.compile(r"（(?:[\u4e00-\u9fff]{1,4}(?:园|校区|部|校|区)|[东西南北]园?|集团)）")


def find_schools(page: Page) -> None:
    """Write every school that the text names by a full ending: 中方小学, 县第一幼儿园, 怀化学院云谷实验学校."""
    spans: list[tuple[int, int, str, NameEdge]] = []
    for start, end, ending in page.knowledge.matcher("school_suffix").find_all(page.text):
        if (
            not page.free(start, end)
            or _cut_off(page.text, end, ending)
            or page.text[start - 1 : start + 2] == "中小学"
        ):
            continue
        # 潜江职业教育（集团）学校: a bracket inside the name.
        inner = _INNER.search(page.text, max(0, start - 8), start)
        edge = left_edge(page, inner.start() if inner else start)
        if is_school_name(page, edge, ending):
            tail = _BRACKET.match(page.text, end)
            spans.append((edge.start, tail.end() if tail else end, ending, edge))
    # A name that is the beginning of a longer one (怀化学院 in 怀化学院云谷实验学校) is not a mention of its own.
    for start, end, ending, edge in _longest(spans):
        if page.free(start, end):
            page.add(
                EntityKind.SCHOOL,
                start,
                end,
                "school-ending",
                confidence=0.95 if edge.region else 0.9,
                attributes={"ending": ending},
            )


def _longest(spans: list[tuple[int, int, str, NameEdge]]) -> list[tuple[int, int, str, NameEdge]]:
    """The spans that no other span holds or runs on from: 安乐村小学, not 安乐村小; of equal spans the first."""
    kept: list[tuple[int, int, str, NameEdge]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _cut_off(text: str, end: int, ending: str) -> bool:
    """Whether the ending is only the first half of a word: 小学 in 小学生, 中学 in 中学习."""
    after = text[end : end + 1]
    return bool(after) and after in _NOT_AFTER.get(ending, "") and not _KEEPS.match(text, end)


def is_school_name(page: Page, edge: NameEdge, ending: str) -> bool:
    """Whether what stands before an ending makes it the name of one school and not a kind of schools."""
    knowledge = page.knowledge
    generic, kinds, lone = (knowledge.words(n) for n in ("school_generic", "school_type_word", "school_lone_word"))
    verbs = knowledge.words("genre_verb")
    body = list(edge.parts[1:] if edge.region else edge.parts)
    proper = [p for p in body if not (p in generic or p in kinds or p in lone or p in verbs or _ORDINAL.fullmatch(p))]
    counted = bool(_COUNTED.search(page.text[max(0, edge.start - 6) : edge.start]))
    if proper:
        core = "".join(body)
        if counted and not edge.region and len("".join(proper)) < 2:
            return False
        return len(core) >= 2 or bool(edge.region)
    if counted and not edge.region:
        return False
    town = edge.region.endswith(("镇", "乡", "街道", "村", "办事处"))
    if not body:
        # 柳南区幼儿园 and 沙地镇小学 are names; 县学校 and 市小学 say only whose schools are meant.
        return town or (bool(edge.region) and ending in _ONE_OF_A_KIND)
    if ending in ("大学", "学院", "校区", "分校") and not edge.region:
        return False
    if any(_ORDINAL.fullmatch(p) for p in body):
        return not any(p in generic and p not in kinds for p in body) and ending not in ("校区", "分校")
    if any(p in lone for p in body) and not any(p in generic and p not in kinds for p in body[:1]):
        return ending not in ("校区", "分校", "分园") or bool(edge.region)
    if not edge.region and "".join(body) == "职业" and ending in ("中专", "高中", "职教中心"):
        # A county has one 职业中专, and its report calls it so.
        return ending == "中专"
    if any(p in generic and p not in kinds for p in body):
        return town and len(body) == 1
    return bool(edge.region) and (town or "".join(body) + ending not in _OF_MANY)

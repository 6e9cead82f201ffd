"""Schools: names that end as schools' names do, with their left edge found word by word."""

from __future__ import annotations

import re

from kg.extract.edge import NameEdge, left_edge
from kg.extract.page import Page
from kg.extract.school_name import is_school_name
from kg.model.names import EntityKind

__all__ = ["find_schools"]

_NOT_AFTER = {
    "小学": "生校段阶组部",
    "中学": "生习段阶组部校",
    "大学": "生习",
    "高中": "生部段阶课招毕组",
    "初中": "生部段阶课招毕起组",
    "学校": "长外",
    "师范": "生类院大学专高毕",
    "中专": "生班",
    "学院": "派",
    "幼儿园": "长",
    "小学校": "长园内外本门舍领",
    "中学校": "长园内外本门舍领",
    "中心校": "长",
    "中心园": "长区",
    "分园": "区长",
    "职高": "班生",
    "职中": "班生",
    "附中": "生",
    "附小": "生",
    "寄小": "学组班时额",
    "特教学校": "长",
}
_SCHOOL_PART = re.compile(r"[中小大]学校[长园内外本门舍领]")
"""培杰中学|校舍: the last two characters of a 学校 that is none."""
_SEAT = re.compile(r"学位(?![于列居])")
"""高中|学位: places for pupils, not a 中学 that lies somewhere (中学位于)."""
_KEEPS = re.compile(
    r"校[长园内外本门舍领]|生态|学校[^长外]|校(?:长|园|内|外|门|舍|领导|区|级)|组[织建成]|部分|部署|部长|科技|课题|招生"
)
"""What may follow a name although its first character could also go on the ending: 东山小学|校长."""
_OTHER_BODY = re.compile(r"(?:协会|学会|研究会|联合会|教育协会)")
_BUILT = re.compile(r"(?:新建|在建|改建|扩建)(?![\u4e00-\u9fff]?[路街巷镇村乡县区市])")
_MODEL = re.compile(r"“?[名强弱老优][园校][加带联并＋+携](?:[\u4e00-\u9fff]?[园校]|[农民弱新])")
"""名园加新园, 名校带弱校: ways of running schools, no schools."""
_UNDER = re.compile(r"(?:努力|耕耘|支持|关怀|关心|领导|带领|指导|帮助|推动|背景|形势|前提|情况)下$")
"""在…的支持下学校: a clause ends before 学校."""
_GROUP_CAMPUS = re.compile(r"(?:教育)?集团")
_GROUP = re.compile(r"(?:教育)?集团$")
_CAMPUSES = ("校区", "分校", "分园", "总园")
_SCHOOL_ENDS = ("中", "小", "幼", "学", "校", "园")
_ATTACHED = re.compile(r"附属|教育集团|总校")
_WHOLE_SCHOOL = ("学校", "小学", "中学", "幼儿园", "大学", "学院")
_NUMBERED = re.compile(r"(?<![第一二三四五六七八九十])[一二三四五六七八九十]{1,2}(?:中$|$)")
_HOPED = re.compile(r"(?:[他她我你您]们?|也|都|家长|大家)希望$")
"""他希望幼儿园…: somebody hopes."""
_ITEM_BEFORE = re.compile(
    r"(?<=[、；：\n])(?![各全本我该两三几每这那])[\u4e00-\u9fff]{2,5}(?<![等个各的和一二三四五六七八九十])$"
)
_UNIVERSITY_TOWN = re.compile(r"大学城(?!市|[东西南北]?学院|建设)")
_RANKED = re.compile(r"大学(?:学术)?(?:综合)?排(?:名|行)")
"""大学城 is a part of a city; 软科中国大学排名 ranks universities."""
_COUNT_BEHIND = re.compile(r"(?:（[^）\n]{0,8}）)?(?:建设|新建)?\d+余?所(?![\u4e00-\u9fff])")
_CAMPUS = re.compile(
    r"(?<=中心)(?![的和与及新老各两在将])[\u4e00-\u9fff]{1,3}?校区|(?<=幼儿园)[东西南北]园(?![区艺林])"
    r"|(?<=幼儿园)(?![的和与及新老各两在将内])[\u4e00-\u9fff]{1,4}?(?<![产工农科创业])园区"
)
"""A campus by its own name behind a centre or a kindergarten: 职业教育中心|城南校区, 机关幼儿园|南园, 一幼|河东园区."""
_INNER = re.compile(r"(?<=[\u4e00-\u9fff])（[\u4e00-\u9fff]{2,4}）$")
_PART = re.compile(r"(?:小学部|初中部|高中部|中学部|国际部)(?=[、，。；：\n建改扩新迁]|和|及|等|$)")
"""A department that is built or listed as a school of its own: 八十中学初中部."""
_BRACKET = re.compile(r"（(?:[\u4e00-\u9fff]{1,4}(?:园|校区|部|校|区)|[东西南北]园?|集团)）")


def find_schools(page: Page) -> None:
    """Write every school that the text names by a full ending: 秀水小学, 县第一幼儿园, 江南学院银河实验学校."""
    spans: list[tuple[int, int, str, NameEdge]] = []
    for start, end, ending in page.seen.every("school_suffix"):
        if not page.free(start, end) or _cut_off(page.text, end, ending) or _no_school(page.text, start, end, ending):
            continue
        # 石门职业教育（集团）学校: a bracket inside the name.
        inner = _INNER.search(page.text, max(0, start - 8), start)
        edge = left_edge(page, inner.start() if inner else start)
        if not edge.region and edge.parts and page.text[edge.start] in "镇乡" and len(edge.parts[0]) == 1:
            edge = _of_unlisted_town(page, edge)
        built = _BUILT.match(page.text, edge.start, start) if not edge.region else None
        if built and start - built.end() > 1:
            # 新建国瑞学校: the dictionary reads 新 + 建国.
            edge = NameEdge(built.end(), (page.text[built.end() : start],), "")
        group = _GROUP.search(page.text, max(0, edge.start - 4), edge.start) if ending in _CAMPUSES else None
        if group and page.text[group.start() - 1 : group.start()] in _SCHOOL_ENDS:
            # 县二中教育集团|三里校区: a campus of the school's group.
            edge = left_edge(page, group.start())
        if is_school_name(page, edge, ending) and not _MODEL.match(page.text, edge.start):
            tail = _BRACKET.match(page.text, end) or _PART.match(page.text, end) or _CAMPUS.match(page.text, end)
            spans.append((edge.start, tail.end() if tail else end, ending, edge))
    # A name that is the beginning of a longer one (江南学院 in 江南学院银河实验学校) is not a mention of its own.
    for start, end, ending, edge in _longest(page.text, spans):
        if page.free(start, end):
            page.add(
                EntityKind.SCHOOL,
                start,
                end,
                "school-ending",
                confidence=0.95 if edge.region else 0.9,
                attributes={"ending": ending},
            )


def _of_unlisted_town(page: Page, edge: NameEdge) -> NameEdge:
    """The edge moved over a town of a list whose last character stopped the name: 、塔尕尔其|乡中心小学."""
    town = _ITEM_BEFORE.search(page.text, max(0, edge.start - 7), edge.start)
    if town is None or not page.free(town.start(), edge.start):
        return edge
    name = page.text[town.start() : edge.start + 1]
    return NameEdge(town.start(), (name, *edge.parts[1:]), name)


def _longest(text: str, spans: list[tuple[int, int, str, NameEdge]]) -> list[tuple[int, int, str, NameEdge]]:
    """The spans that no other span holds or runs on from: 安乐村小学, not 安乐村小; of equal spans the first."""
    kept: list[tuple[int, int, str, NameEdge]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if kept and span[0] == kept[-1][1] and _ATTACHED.match(text, span[0]):
            # 常山中学|附属银河实验中学: a school attached to another is named by both.
            kept[-1] = (kept[-1][0], span[1], span[2], kept[-1][3])
        elif kept and _GROUP_CAMPUS.fullmatch(text, kept[-1][1], span[0] + 2):
            # 镇中学教育|集团北校区: a campus of the school's group.
            kept[-1] = (kept[-1][0], span[1], span[2], kept[-1][3])
        elif not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _cut_off(text: str, end: int, ending: str) -> bool:
    """Whether the ending is only the first half of a word: 小学 in 小学生, 中学 in 中学习."""
    after = text[end : end + 1]
    if after == "位" and _SEAT.match(text, end - 1):
        return True
    return bool(after) and after in _NOT_AFTER.get(ending, "") and not _KEEPS.match(text, end)


def _no_school(text: str, start: int, end: int, ending: str) -> bool:
    """Whether the ending belongs to another word or body: 中小学, 科学院, 东山小学|学校, 幼儿园|协会, 学校5所."""
    if text[start - 1 : start + 2] == "中小学" or _OTHER_BODY.match(text, end):
        return True
    if ending.startswith("中小学") and text.endswith(_WHOLE_SCHOOL, 0, start):
        # 甲小学、乙实验学校中小学9所: the schools of the list are counted.
        return True
    if ending == "学校" and _UNDER.search(text, max(0, start - 3), start):
        return True
    if ending == "学院" and text[start - 1 : start] == "科":
        return True
    if ending in ("学校", "中小学") and (text.endswith(_WHOLE_SCHOOL, 0, start) or _SCHOOL_PART.match(text, start - 1)):
        return True
    if text.find("发展中学校", max(0, start - 3), end) >= 0:
        # 发展中|学校: one that is still developing.
        return True
    if _HOPED.search(text, max(0, start - 4), start) or (ending == "联校" and text[end : end + 1] in "教培研"):
        return True
    if text[end - 3 : end] == "中学校" and _NUMBERED.search(text, max(0, start - 5), start):
        # 沙市三中|学校: a short form and the word behind it.
        return True
    if ending == "大学" and (_RANKED.match(text, start) or _UNIVERSITY_TOWN.match(text, start)):
        return True
    return bool(_COUNT_BEHIND.match(text, end)) and "、" not in text[max(0, start - 12) : start]

"""What the words around a list of schools say: that they are built, and how far that is."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.model.facts import Mention
from kg.model.names import EntityKind
from kg.text.opening_line import opening_line

__all__ = ["COUNT", "counted_work_before", "heads_line", "speaks_of_works", "state_after", "verb_before"]

COUNT = r"(?:\d+|[一二三四五六七八九十两]+)"
_BUILD = re.compile(
    r"(?P<verb>新（改、扩）建|新改扩建|新（改）?扩?建|异地新建|异地迁建|改扩建|新建|改建|扩建|迁建|重建|筹建|援建|续建|建成投用|建成|建好|建设|扩容|改造"
    r"|维修|修缮|启用|开工建设|动工建设|开工|新开办|竣工|加快|推进|启动|投用|领办的|合作举办|投入使用)(?:了|投用|在建的)?(?:[\u4e00-\u9fff]{0,4}?)$"
)
_WEAK_BUILD = frozenset({"加快", "推进", "启动", "建设", "领办的", "合作举办"})
_OTHER_ITEMS = re.compile(r"(?<=[建设工造修])[\u4e00-\u9fff]{3,12}、(?:[\u4e00-\u9fff]{3,12}、){0,2}$")
_SAME_NAME = frozenset(
    {"改扩建", "扩建", "改建", "迁建", "重建", "扩容", "改造", "维修", "修缮", "异地新建", "异地迁建"}
)
_STATE = (
    r"投入使用|投用|竣工|完工|(?<![组创])建成(?![“《]|了?(?:全|省|市|县|区|国|为))|落成|启用|封顶|开工|动工|交付|开园|开学|首届新生|首批学生|主体|在建|暂缓|前期|选址|在走程序|施工"
    r"|立项|进入内装|收尾|开办|招生办学|已(?:正式)?招生|入驻|投资\d|总投资|场平|审查|规划批复|落户|(?:如期|顺利|正式|首次|首年|开始|今秋|秋季)招生|(?:完成|进入|正在|启动|开展)[^，。；、]{0,6}?(?:征收|征地|拆迁|摘牌|图审|设计|招标|招投标|装修|装饰|扫尾|勘察|地勘|基础施工|桩基)|决算|暂停|室内(?:外)?工程|室外工程|附属工程|二次结构"
)
_DONE = re.compile(rf"(?:（[^（）]{{2,16}}）)?(?P<rest>[^。；\n、]{{0,14}}?)(?P<done>{_STATE})")
_INVESTED = re.compile(
    r"，?(?:(?:规划|占地|总?建筑面积|总?用地|设计|办学规模|设)[^，。；、]{1,20}[，、])+(?:项目)?(?:总|计划|概算|已|累计)?(?:完成)?投资"
)
"""县春晖小学，占地24亩，建筑面积8800平方米，投资2800万元: a ground, a floor and a sum tell of building."""
_OTHER = re.compile(r"[教课比竞荣获评办举招报]|成绩|签订|学生(?!入|搬)")
_HEAD = re.compile(
    r"(?:已?完工|正在(?:装修|施工|建设)|在建|未开工|未动工|续建|新建|竣工验收?|收尾|前期|暂缓|已交付(?:使用)?|已投用|(?<!创)建成|竣工|开工|动工|扩建|改扩建|迁建)"
    rf"(?:的)?(?:项目|工程)?[^，。；：、]{{0,12}}?(?:{COUNT}(?:个|所|处)(?:[^，。；：、]{{0,12}}(?:学校|项目|工程|小学|中学|幼儿园))?)?(?:项目)?(?:，?(?:其中)?(?:有(?:{COUNT}个)?|即|包括)(?:——|：)?|(?:分别[为是])?：|——)$"
)
_COUNTED_HEAD = re.compile(
    rf"(?:完工|在建|续建|新建|已?交付|投用|(?<!创)建成|竣工|开工|扩建|迁建|改造)[^，。；：、（]{{0,12}}?{COUNT}(?:个|所|处)"
    r"[^，。；：、（]{0,10}（(?:分别[是为]|即|其中|包括|含)?：?$"
)
"""竣工2所（甲幼儿园、乙小学）: the list stands in brackets behind its count."""
_COUNTED_WORK = (
    rf"(?:{COUNT}余?(?:栋|幢|座|个|处|间|块|条)(?:学校)?(?P<work>{{work_noun}})|(?P<counted>{{work_noun}}){COUNT}余?(?:栋|幢|座|个|处|间|块|条))"
    r"（(?:分别[为是]|即|其中)?：?"
)
"""5栋教学楼（甲小学、乙中学…）: what each of the schools in brackets gets."""
_LINE_END = re.compile(r"[：。，\n（]|$")
_WORKS = re.compile(
    r"[新改扩迁重续筹援翻捐]建|建成|建设|建筑|修[建缮]|维修|改造|项目|工程|投资|投入|[开动竣完]工|施工|封顶|奠基|主体|交付|投用|启用|验收|落成|装修|招标"
    r"|平方米|㎡|搬[入迁]|启动|推进|规划|选址|拆除|加固|硬化|配建|在建|添置|扩容|入住|资金|预算内|粉刷|图纸|设计|开挖|浇筑|桩基|砌体"
)
_COUNT_ENDS = re.compile(rf"等?{COUNT}余?所[\u4e00-\u9fff]{{0,10}}$")
_NEXT = 40
"""So much of the next sentence is looked at too: …艺术楼。可研已批."""
_GAP = re.compile(r"(?:[，、；。\s]?[\u4e00-\u9fff]{2,14}(?:幼儿园|小学|中学|学校))*[，、；。\s]?[\u4e00-\u9fff]{0,4}")
"""What may stand between two schools of a list: others that were not read, and a place that is no part of a name."""
_PAID = re.compile(r"[万亿]余?元(?:新|，)?建设$")
_ABOVE = 40
"""A line longer than so many characters opens no list."""
_BODY = re.compile(
    r"\s*[^。\n]{0,60}?(?:总投资|投资概算|封顶|竣工|[开动完]工|投入使用|交付使用|主体(?:工程|结构|施工)|招标|征地)"
)
"""What stands below a school that heads a work: 总建筑面积3200平方米，9月投入使用."""
_WORKS_HEADING = re.compile(r"项目|工程|在建|开工|完工|新建|续建|交付|建设|验收|投用|收尾|前期|重点推进")


def counted_work_before(page: Page, start: int) -> str | None:
    """The work of which each school of a list in brackets has one: 新建教学楼5栋（甲小学、…）, 5栋教学楼（…."""
    if page.text[start - 1 : start] not in ("（", "：", "是", "为"):
        return None
    match = page.knowledge.pattern(_COUNTED_WORK).search(page.text, max(0, start - 24), start)
    return (match["work"] or match["counted"]) if match and match.end() == start else None


def verb_before(page: Page, start: int, end: int) -> str | None:
    """The work that a verb before the list says is done: 改扩建, else 建设; None if no such verb is there."""
    sentence = page.sentence_at(start)
    left = page.text[max(sentence.start if sentence else 0, start - 24) : start]
    clause = re.split(r"[，。；\n]", left)[-1]
    # 加快建设永兴教育城、崖州校区: items that are no schools may stand between verb and list.
    match = _BUILD.search(clause) or _BUILD.search(_OTHER_ITEMS.sub("", clause))
    if (
        match
        and match["verb"] in _WEAK_BUILD
        and not (
            _works_follow(page, start, end)
            or (match["verb"] == "建设" and (_COUNT_ENDS.search(page.text, start, end) or _PAID.search(clause)))
        )
    ):
        # 建设甲中学等8所学校; 推进甲中学等8所试点校 is no building.
        match = None
    if match:
        verb = match["verb"]
        if verb in _SAME_NAME:
            return verb
        return "改扩建" if "扩" in verb else "建设"
    if len(clause) <= 4:
        clause = _line_above(page, start) or clause
    return "建设" if _HEAD.search(clause) or _HEAD.search(left) or _COUNTED_HEAD.search(clause) else None


def _line_above(page: Page, start: int) -> str:
    """The line that opens a list (…的幼儿园是：), if before the school at a place only others stand in its own line."""
    line = page.text.rfind("\n", 0, start) + 1
    at, rest = line, list[str]()
    for school in page.touching(EntityKind.SCHOOL, line, start):
        rest.append(page.text[at : max(at, school.start)])
        at = max(at, school.end)
    rest.append(page.text[at:start])
    return opening_line(page.text, start, _ABOVE) if all(map(_GAP.fullmatch, rest)) else ""


def _works_follow(page: Page, start: int, end: int) -> bool:
    """Whether a list behind a weak verb (加快, 建设) is one of works: its clause ends there, in 建设 or in a state."""
    if not page.text[end : end + 1] or page.text[end] in "，。；：、\n":
        return True
    clause = re.split(r"[，。；\n]", page.text[start : end + 12])[0]
    return bool(re.search(rf"建设|项目|工程|{_STATE}", clause))


def state_after(page: Page, end: int) -> bool:
    """Whether the words right behind the list say how far its building is."""
    if _INVESTED.match(page.text, end):
        return True
    match = _DONE.match(page.text, end)
    return match is not None and not _OTHER.search(match["rest"])


def speaks_of_works(page: Page, at: int) -> bool:
    """Whether the sentence at a place or the heading above it speaks of building; elsewhere 县一中体育馆 is a place."""
    sentence = page.sentence_at(at)
    if sentence is None or _WORKS.search(page.text, sentence.start, sentence.end + _NEXT):
        return True
    line = page.text.rfind("\n", 0, sentence.start)
    above = page.text[max(0, page.text.rfind("\n", 0, max(line, 0))) : sentence.start]
    index = sentence.section
    while index > 0:
        section = page.document.sections[index]
        if _WORKS.search(section.heading):
            return True
        index = section.parent
    return bool(_WORKS.search(above[-200:]))


def heads_line(page: Page, school: Mention) -> bool:
    """Whether a school stands at a line's start below a heading or an opening about works: a progress list."""
    line = page.text.rfind("\n", 0, school.start) + 1
    lead = page.text[line : school.start]
    if not re.fullmatch(r"(?:（?\d{1,2}[）.、．]|[①-⑳])?", lead) or not _LINE_END.match(page.text, school.end):
        return False
    sentence = page.sentence_at(school.start)
    if sentence is None:
        return False
    if lead and page.text[school.end : school.end + 1] in "。\n" and _BODY.match(page.text, school.end + 1):
        return True
    index = sentence.section
    while index > 0:
        section = page.document.sections[index]
        if section.start < line and len(section.heading) <= 24 and _WORKS_HEADING.search(section.heading):
            return True
        index = section.parent
    return bool(
        re.search(
            r"(?:推进|建设|新建|开工|项目)[^。\n]{0,6}：\n(?:[^\n。]{2,24}\n)*$", page.text[max(0, line - 400) : line]
        )
    )

"""Honors by the word with which their title ends: the title's left edge, and what shows that it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["MOST", "Title", "find_titles", "is_levelled", "title_start"]

MOST = 34
"""A title reaches at most so many characters to the left of its last word."""
_HARD = re.compile(r"[，。；：、！？\n《》（）\s—…]")
_LEVEL = re.compile(
    r"(?:“|20\d\d(?:—20\d\d)?(?:学年)?年?度?)?(?:首批|首届|第[一二三四五六七八九十\d]+[批届])?"
    r"(?:全国|国家级|国家|教育部|全省|全市|全县|全区|全州|全旗|自治区级?|兵团级?|[省市县区州旗师校]级"
    r"|省(?!列)|[市县区州](?![中小一二三四五六七八九十实第]))"
)
_VERB_AND_LEVEL = (
    r"(?:{award_verb}|{seek_verb})(?:了|为|成)?(?=(?:20\d\d(?:—20\d\d)?(?:学年度?|年度?))?(?:首批|第[一二三四五]批)?(?:全国|国家|教育部|全省|全市|全县|全区|自治区"
    r"|[省市县区州]级|省(?!列)|[市县区州](?![中小一二三四五六七八九十实第场内外民直])))"
)
_VERB = r"(?:{award_verb}|{seek_verb})(?:了|为|成)?"
_NOT_INSIDE = re.compile(r"[的了\d“”]|所|名单")
_YEAR_FIRST = re.compile(r"20\d\d(?:—20\d\d)?(?:学年度?|年度?)")
_AFTER_LEVELLED = re.compile(
    r"”?(?:（[^（）]{1,8}）(?=评选|创建|申报|复评)|[，。；、）\n]|$|等|称号|荣誉|\d|（\d|创建|评选(?!中)|申报|复评|复查|验收)"
)
_LEVELS_BEFORE = re.compile(r"(?:(?:国家|全国|全省|全市|自治区|省|市|县|区|州)级?[、和及])+$")
_OF_SCHOOLS = re.compile(r"(?:学校|小学|中学|幼儿园|高中|学院|完中|基地|项目|教师|带头人)$")
_COUNT = re.compile(
    r"”?(?:（[^）]{1,8}）)?(?:首批|第[一二三四五]批)?(?:命名|认定|评定|授予)?(?:共|各|等)?\d+余?(?:名|人|个|所|项|件|篇|节|次|位|家)"
)
_COUNT_BEFORE = r"(?:了|过|成|为|出|的|一批)?(?:\d+余?(?:名|个|所|位|项|人))?$"
_COUNT_LATER = re.compile(r"(?:(?:、|和|及|以及)[^，。；：、\d]{2,14}){1,6}\d+余?(?:名|人|个|所|项|件|位)")
_ROLES = frozenset({"骨干教师", "学科带头人", "名师", "名校长", "教学能手", "拔尖人才", "领军人才", "学科骨干"})
"""Titles that also count people by what they are: 其中骨干教师9人."""
_DATED = re.compile(r"”?（(?:(?:19|20)\d\d[、，—-]?){1,6}年?(?:度)?）")
"""继教先进单位（2004、2005年）: a school's portrait tells when it was given each title."""
_COMMENDED = re.compile(r"”?(?:分别)?(?:进行|予以|给予|受到|得到)(?:了)?[^，。；、]{0,6}?(?:表彰|奖励|嘉奖|授牌|颁奖)")
_APPOSED = re.compile(r"(?<!所)等\d+余?(?:个|名|位|所|家)$")
"""Before a title that those who are named bear: 县实验小学等37个|先进单位."""
_TITLE_WORD = re.compile(r"”?(?:荣誉)?(?:称号|荣誉|殊荣)")
_CHAIN = re.compile(
    r"”?(?:（[^）]{1,8}）)?(?:\d+余?(?:名|人|个|所|项|件|篇|节|次|位|家))?(?:、|和|及|以及|与|，)(?:\d+余?(?:名|个|所|位))?$"
)

_TAIL = re.compile(
    r"(?:单位|学校|集体|个人|县|[市区州旗](?!级)|乡镇|乡|镇|街道|村|社区|小区|城市|校|幼儿园|高中|中学|小学|团队|班级|家庭|工作者|之家|之星|队伍|党支部|支部)"
    r"(?=[，。；、”（）\n]|等|和|及|称号|荣誉|\d|$)"
)
"""What a title may go on with behind its word: 双拥模范|县, 健康促进金牌|学校."""
_JOINED = re.compile(r"”?(?:、|和|及|以及|与)")
_COUNTED_ROLE = re.compile(r"[名位个](?:优秀)?(?:同志|教师|老师|校长|园长|班主任|学生|同学|个人|单位|集体|学校)")
"""授予9名校长|辽宁省中小学优秀校长称号: who is given it stands before it."""


@dataclass(frozen=True, slots=True)
class Title:
    """One title in the text and what shows that it is an honor."""

    start: int
    end: int
    rule: str
    confidence: float


def find_titles(page: Page) -> Iterator[Title]:
    """Every title that ends with a word for honors and is received, sought, counted, or bears its level."""
    received = page.knowledge.pattern("{award_verb}" + _COUNT_BEFORE)
    sought = page.knowledge.pattern("{seek_verb}" + _COUNT_BEFORE)
    written = [m.end for m in page.mentions if m.rule == "whole-counted-before"]
    last = -1
    for _, end, head in page.seen.longest("honor_head"):
        begin = end - len(head)
        if not page.free(begin, end):
            continue
        tail = _TAIL.match(page.text, end)
        end = tail.end() if tail and head[-1] not in "奖军" and page.free(end, tail.end()) else end
        end += page.text[end : end + 1] == "奖" and head[-1] != "奖" and page.free(end, end + 1)
        start = _behind_role(page, _behind_join(page, last, begin, _left(page, begin)), begin)
        work = head.startswith("普及普惠")
        # Counties work for it under the same name: only where it is won or sought is it the title.
        if _goes_on(page, end, titled=bool(_LEVEL.match(page.text[start:end])) and not work):
            continue
        if page.text[end : end + 1] == "”" and "“" in page.text[start:end]:
            end += 1
        name = page.text[start:end]
        if len(name.strip("“”")) < 3 or not page.free(start, end) or start < last:
            continue
        levels = _LEVELS_BEFORE.search(page.text, max(0, start - 12), start)
        if levels and _LEVEL.match(name) and page.free(levels.start(), end):
            # 省、市优秀教师: the levels of a list that all give the title.
            start = levels.start()
        giver = _giver_start(page, start)
        before = page.text[max(0, giver - 12) : giver]
        before_it = max(last, max((at for at in written if at <= start), default=-1))
        chained = 0 <= before_it < start and bool(_CHAIN.fullmatch(page.text, before_it, start))
        titled = is_levelled(page, start, end)
        counted = not work and bool(_COUNT.match(page.text, end) or _COUNT_LATER.match(page.text, end))
        if received.search(before):
            found = Title(start, end, "received-title", 0.9)
        elif sought.search(before) and (titled or counted or ("“" in name and not name.endswith("品牌"))):
            found = Title(start, end, "sought-title", 0.75)
        elif _DATED.match(page.text, end):
            found = Title(start, end, "dated-title", 0.8)
        elif _COMMENDED.match(page.text, end):
            found = Title(start, end, "commended-title", 0.8)
        elif (counted and (titled or name not in _ROLES)) or _TITLE_WORD.match(page.text, end):
            found = Title(start, end, "counted-title", 0.8)
        elif _APPOSED.search(page.text, max(0, giver - 8), giver) and name not in _ROLES:
            found = Title(start, end, "apposed-title", 0.7)
        elif chained:
            found = Title(start, end, "chained-title", 0.75)
        elif titled and _AFTER_LEVELLED.match(page.text, end) and not _OF_SCHOOLS.search(name):
            found = Title(start, end, "levelled-title", 0.6)
        else:
            continue
        last = end
        yield found


def _behind_join(page: Page, last: int, begin: int, start: int) -> int:
    """The left edge right behind the 、 or 和 that joins a title with its level to the one before, else as it was.

    荣获省级教育强县和全市教育宣传工作先进单位: no verb inside such a title is its edge.
    """
    joined = _JOINED.match(page.text, last) if last >= 0 else None
    if joined is None or not joined.end() < start or begin - joined.end() > MOST:
        return start
    at = joined.end()
    whole = (
        page.free(at, begin) and not _HARD.search(page.text, at, begin) and not _NOT_INSIDE.search(page.text, at, begin)
    )
    return at if whole and is_levelled(page, at, begin) else start


def _behind_role(page: Page, start: int, begin: int) -> int:
    """The left edge behind those who are counted before a title with its level: 9名校长|辽宁省优秀校长."""
    role = _COUNTED_ROLE.match(page.text, start - 1) or _COUNTED_ROLE.match(page.text, start)
    if role is None or not start < role.end() < begin or not is_levelled(page, role.end(), begin):
        return start
    return role.end()


def _giver_start(page: Page, start: int) -> int:
    """Where the body begins that stands right before a title (入选教育部…传承学校); `start` if none does."""
    bodies = page.touching(EntityKind.ORGANIZATION, start - 1, start)
    return next((m.start for m in bodies if m.end == start), start)


def is_levelled(page: Page, start: int, end: int) -> bool:
    """Whether a title begins with its level or a region: 省级…, 常德市…."""
    return bool(_LEVEL.match(page.text[start:end])) or _begins_with_region(page, start, end)


def _begins_with_region(page: Page, start: int, end: int) -> bool:
    """Whether a title begins with a region's name: 常德市清廉学校."""
    return any(
        s == start and e < end for e in range(start + 2, min(end, start + 9)) for s, _ in page.region_ends.get(e, ())
    )


def _goes_on(page: Page, end: int, *, titled: bool) -> bool:
    """Whether the word is only the beginning of another (示范校 of 示范校长) or of a duty (骨干教师培训)."""
    if page.text[end : end + 1] in ("长", "化", "性", "级", "制"):
        return True
    following = page.text[end : end + 2]
    # 首批省级文明校园评选 speaks of the title; 文明校园创建 of the work for it.
    return following in page.knowledge.words("after_no_title") or (not titled and following in ("评选", "评估", "创建"))


def title_start(page: Page, least: int, end: int) -> int:
    """The left edge of a title that ends at `end` and begins at `least` or later."""
    return max(least - 1, _left(page, end))


def _left(page: Page, end: int) -> int:
    """The left edge of a title: over words and quotation marks, to punctuation, a verb of giving, or a count."""
    limit = end
    least = max(0, end - MOST)
    while limit > least and not _HARD.match(page.text[limit - 1]) and page.free(limit - 1, limit):
        limit -= 1
    pieces = page.words.cut(limit, end)
    verbs = page.knowledge.words("award_verb", "seek_verb", "honor_stop")
    start, depth = end, 0
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if piece == "”":
            depth += 1
        elif piece == "“":
            if depth == 0 and start < end and index and pieces[index - 1] not in verbs:
                # “四有”… inside; a mark that opens the title itself ends the walk below.
                pass
            depth = max(0, depth - 1)
        if depth == 0 and (
            piece in verbs or (piece.isdigit() and not re.match(r"年|学年", "".join(pieces[index + 1 :])))
        ):
            break
        start -= len(piece)
    return _behind_verb(page, limit, end, start)


def _behind_verb(page: Page, limit: int, end: int, start: int) -> int:
    """The left edge right behind a verb of giving with a level, however the words between were parted.

    捧|回省政府教学成果奖, 列为市级智慧校园建设示范校: neither a verb in pieces nor 建设 inside hides where it begins.
    """
    verbs = [m.end() for m in page.knowledge.pattern(_VERB_AND_LEVEL).finditer(page.text, limit, end)]
    if not verbs:
        verbs = [m.end() for m in page.knowledge.pattern(_VERB).finditer(page.text, limit, end)]
        verbs = [at for at in verbs if _begins_with_region(page, at, end)]
    if not verbs:
        return start
    date = _YEAR_FIRST.match(page.text, verbs[-1], end)
    return start if _NOT_INSIDE.search(page.text, date.end() if date else verbs[-1], end) else verbs[-1]

"""Persons: a surname and a given name beside a title, behind a school, or in a list with one."""

from __future__ import annotations

import re

from kg.extract.page import Page
from kg.model.names import EntityKind
from kg.text.dictionary import rare_names

__all__ = ["find_persons", "is_name"]

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_FOREIGN = re.compile(
    r"(?<!“)[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,8}?(?=扎|被|获|荣|在|、|，|。|；|同|等|老|校|教|主(?!题)|为|从|是|的|负|和|与|及|两|（)"
)
_NO_SOUND = frozenset({"主题", "活动", "少年", "教育", "行动", "校园", "中国", "课堂", "计划", "工程", "吧"})
"""Words that stand in what is coined with a dot, never in a name that is written by its sound."""
_AFTER_SCHOOL = re.compile(
    r"(?=、|，|。|；|等|老师|教师|校长|同学|荣|获|分获|分别|被|入选|当选|上榜|执教|和[\u4e00-\u9fff]{2,3}(?:[、，获荣被老等]|同学)|\d+[次年月日位名]|（|）|\n|$)"
)
_SURE_AFTER = re.compile(r"老师|教师|同学|荣获|获[一二三特优得]")
"""What shows behind a school that even a rare surname opens a person's name."""
_COUNTED = re.compile(
    r"等?(?:\d+|[一二两三四五六七八九十]+)(?:名|位)[\u4e00-\u9fff]{0,4}$|等多名[\u4e00-\u9fff]{0,4}$|等$"
)
_WINNERS = (
    r"(?:对|给|向|授予|表彰|评选|评出)?(?!曾(?:多次|连续|先后|经|获|被|荣|两次))"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:[、和](?!和)[\u4e00-\u9fff]{2,4}){0,9})(?<![荣喜再分曾均也还双])"
    r"(?:等(?:\d+|[一二三四五六七八九十]+)余?(?:名|位|人|同志)(?!学校)"
    r"|[两二三四五六七八九十](?:名|位)(?:{person_title}|名师|选手|骨干)"
    r"|(?=“[^“”]{2,16}”(?:荣誉)?称号)"
    r"|(?:\d人|[二两三四五六七八九十]人)?组成的(?:“[^“”]{1,12}”|[\u4e00-\u9fff]{1,10}队)"
    r"|(?:老师|教师|同学|同志)?(?:（[^（）]{2,12}）)?(?:在[^，。；：\n]{2,30}?[中上])?"
    r"(?:分别|先后|双双|均|也|还|又|再次|成功|曾|同时|并列){0,2}(?:{win_verb})(?![悉知取准]))"
)
"""Names at a clause's start before 等33位 or before a verb of winning."""
_OPENS = re.compile(r"[，。；：、\s和]")
"""What stands before a clause's start or a name of a list."""
_DOER = (
    r"(?P<name>[\u4e00-\u9fff]{3})[^，；\n]{3,24}，(?:[^；\n]{0,40}，)?(?:先后|连续|多次|曾|并)*(?:{win_verb})了?“?$"
)
"""A name, what its bearer did, and a verb of winning in a later clause, right before a title."""
_PERSONAL = re.compile(r"(?:教师|班主任|园丁奖?|工作者|标兵|能手|带头人|校长|园长|党员|名师|辅导员|模范|楷模|新秀)$")
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,3}(?:镇|乡|街道|村)")
_LIST_MARK = re.compile(r"[、和]")
_TO = frozenset("向于和与及往")
_SPEAKS = frozenset("作说讲指表介")
_ABOUT = re.compile(r"(?:\d+岁的|的|教育集团|学生|教师|老师|校长|园长|副校长|书记)?")
_JOINS = ("、", "和", "与", "及")
_FOLLOWS = re.compile(
    r"[，。；、：（）”“\s]|$|和|与|等|同|老师|校长|副校长|荣[获立登膺任誉]|获|被|在|为|主|的|任|分|出|所|参|代|说|提|率|带|扎|从|当|介|入|特别|亲自|专程|充分|宣读|致辞|共|负|领|解|作|向|及|一行|先|到|赴|深|也|对|讲|介|表|指|执|展|撰|创|选|《|“|\d+[次年月日位名]|坚|扶|热|数|多|连|曾|是|以|用|给|为"
)
_COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
"""The surnames of most people: their names may be words of the dictionary too (刘洋), a rarer one's may not (能力)."""
_GIVEN = frozenset("家建如余达月年")
"""Words that also stand second in a name of three characters: 吴家平."""
_BODY_ENDS = frozenset("部局委会厅科处团")
"""Last characters of a body before a name with its office behind: 市教育局团委|黄宇书记."""
_PART_ENDS = frozenset("部处室科组办委会校院党团")
_VERBS = frozenset("有在为是占")
"""Surnames, but verbs in nearly every text."""
_SPAN = 3
_COUNT_BEHIND = re.compile(r"等(?:\d+|[一二两三四五六七八九十]+)[名位人]")


def find_persons(page: Page) -> None:
    """Write every person that the text names: 校长张学锋, 王泉老师, 教师刘洋、赵晓燕, 秀水中学陈莉."""
    for match in _FOREIGN.finditer(page.text):
        words = page.words.cut(*match.span())
        if page.free(*match.span()) and _NO_SOUND.isdisjoint(words):
            lead = page.knowledge.pattern(".{0,6}?{person_title}").match(match[0])
            page.add(EntityKind.PERSON, match.start() + (lead.end() if lead else 0), match.end(), "dotted-name")
    for start, stop, title in page.seen.longest("person_title"):
        if title[-1] == "长" and _TOWN.match(page.text, stop):
            # 石林县|长湖镇 holds no 县长.
            continue
        if title[-1] == "志" or stop >= len(page.text):
            _before(page, start)
            continue
        # 省长 罗东川 in the head of a speech.
        stop += page.text[stop] == " "
        end = _name_end(page, stop)
        if end:
            page.add(EntityKind.PERSON, stop, end, "name-after-title", confidence=0.9)
            _further(page, end)
        else:
            _before(page, start)
    for school in page.of_kind(EntityKind.SCHOOL):
        _after_school(page, school.end)
        if page.text[school.start - 1 : school.start] == "（" and page.text[school.end : school.end + 1] == "）":
            # 吴文杰（达埔中学）
            _before(page, school.start - 1)
    _winners(page)
    _doers(page)


def _winners(page: Page) -> None:
    """Write the names at a clause's start that win something, and those before 等33位: 孙斌、陆鹰被评为…."""
    winners, last = page.knowledge.pattern(_WINNERS), 0
    for opens in (0, *(mark.end() for mark in _OPENS.finditer(page.text))):
        match = winners.match(page.text, opens) if opens >= last else None
        if match is None:
            continue
        last = match.end()
        spans, at = [], match.start("names")
        for name in _LIST_MARK.split(match["names"]):
            spans.append((at, at + len(name)))
            at += len(name) + 1
        # All of them are names, or the words are something else: 语文、数学获….
        if all(page.free(*span) and is_name(page, *span) for span in spans):
            for start, end in spans:
                page.add(EntityKind.PERSON, start, end, "name-that-wins", confidence=0.75)


def _after_school(page: Page, at: int) -> None:
    """Write the names right behind a school: 秀水中学陈莉、赵艳, 东桥初中的范新莹."""
    lead = _ABOUT.match(page.text, at)
    start = lead.end() if lead else at
    end = _name_end(page, start, listed=True)
    if not end or not _AFTER_SCHOOL.match(page.text, end):
        return
    # Behind a school and before the next, 甲中学易某某、乙中学…, a rare surname tells enough.
    telling = page.text[start] in _COMMON and len(page.words.cut(start, end)) > 1
    following = page.touching(EntityKind.SCHOOL, end + 1, end + 2) if page.text[end : end + 1] == "、" else []
    paired = any(m.start == end + 1 for m in following) and page.text[start] not in _VERBS
    telling = telling or (paired and page.text[end - 1] not in _PART_ENDS and len(page.words.cut(start, end)) > 1)
    if telling or _SURE_AFTER.match(page.text, end):
        page.add(EntityKind.PERSON, start, end, "name-after-school", confidence=0.8)
        _further(page, end)


def _doers(page: Page) -> None:
    """Write the name that opens a sentence that goes on to a person's title: 杨永胜完成支教，被授予“优秀教师”."""
    for honor in page.of_kind(EntityKind.HONOR):
        sentence = page.sentence_at(honor.start)
        if sentence is None or not _PERSONAL.search(honor.name.rstrip("”")):
            continue
        start = max(sentence.start, *(page.text.rfind(mark, sentence.start, honor.start) + 1 for mark in "；："))
        told = page.knowledge.pattern(_DOER).match(page.text, start, honor.start)
        if told is None or page.touching(EntityKind.PERSON, start, honor.start):
            continue
        telling = page.text[start] in _COMMON and len(page.words.cut(start, told.end("name"))) > 1
        if telling and page.free(*told.span("name")) and is_name(page, *told.span("name")):
            page.add(EntityKind.PERSON, *told.span("name"), "name-that-wins", confidence=0.7)


def _further(page: Page, end: int) -> None:
    """Write the further names of a list that a title opens."""
    while page.text[end : end + 1] in _JOINS:
        following = _name_end(page, end + 1, listed=page.text[end] == "、")
        if not following:
            return
        page.add(EntityKind.PERSON, end + 1, following, "name-in-list", confidence=0.85)
        end = following


def _before(page: Page, end: int) -> None:
    """Write the name that stands right before a title, and those before it in its list: 王红英、李学军等2名教师."""
    counted = _COUNTED.search(page.text, max(0, end - 9), end)
    stop = counted.start() if counted else end
    while stop > 0 and page.text[stop - 1 : stop] == "副":
        stop -= 1
    start = _name_start(page, stop)
    names: list[tuple[int, int]] = []
    while start is not None:
        names.append((start, stop))
        if page.text[start - 1 : start] not in _JOINS:
            break
        stop = start - 1
        start = _name_start(page, stop)
    if counted and len(names) < 2 and not page.text[counted.start()].startswith("等"):
        # 王校三名教师: a number without a list before it counts others.
        return
    for begin, stop in names:
        page.add(EntityKind.PERSON, begin, stop, "name-before-title", confidence=0.8)


def _name_start(page: Page, end: int) -> int | None:
    """Where a name that ends here begins, if it stands at a mark, behind a school, or at a word's edge; else None."""
    text, surnames = page.text, page.knowledge.words("surname")
    for length in (3, 2, 4):
        start = end - length
        if start < 0 or not (text[start : start + 2] in surnames or (length < 4 and text[start] in surnames)):
            continue
        if not _NAME.fullmatch(text, start, end) or not page.free(start, end):
            continue
        edge = (
            start == 0
            or not _HAN.match(text, start - 1)
            or text[start - 1] in "由有如是和与及"
            or text[start - 2 : start] in ("我校", "该校", "本校", "我园", "该园")
            or (text[start - 1] in "干员师长记任生" and text.startswith("同志", end))
            or (text[start - 1] in _BODY_ENDS and text[start] in _COMMON and text[end - 1] not in _PART_ENDS)
            or page.named_before(start, EntityKind.SCHOOL, EntityKind.REGION)
        )
        if edge and is_name(page, start, end):
            return start
    return None


def _name_end(page: Page, start: int, *, listed: bool = False) -> int | None:
    """Where a name that begins here ends, by the words of the text; None if none begins here."""
    text, knowledge = page.text, page.knowledge
    if not _HAN.match(text, start):
        return None
    if not listed and not {text[start], text[start : start + 2]} & knowledge.words("surname"):
        return None
    at = start
    for piece in page.words.cut(start, min(start + 6, len(text))):
        given = at == start + 1 and piece in _GIVEN and text[start] in _COMMON
        if at > start and not given and (piece in knowledge.words("name_stop") or piece in knowledge.words("verb")):
            break
        longest = _SPAN + (1 if listed or text[start : start + 2] in knowledge.words("surname") else 0)
        if at + len(piece) - start > longest or not all(map(_HAN.match, piece)):
            break
        at += len(piece)
        name = text[start:at]
        if len(name) == _SPAN and text[start : start + 2] not in knowledge.words("surname"):
            break
    for end in sorted({at, start + 2, start + 3}, reverse=True):
        name = text[start:end]
        if name[-1:] == "等" and _COUNT_BEHIND.match(page.text, end - 1):
            continue
        if len(name) == 3 and name[-1] in _SPEAKS and is_name(page, start, start + 2):
            # 胡广作报告, 胡广说.
            continue
        if (
            (end <= at or text[end : end + 1] in _SPEAKS or _stands_alone(page, start, end))
            and 2 <= len(name) <= 4
            and page.free(start, end)
            # 向石门: a preposition and a place.
            and not (name[0] in _TO and any(s > start for s, _ in page.region_ends.get(end, ())))
            and (_FOLLOWS.match(text, end) or _does(page, start, end))
            and is_name(page, start, end, listed=listed)
        ):
            return end
    return None


def _stands_alone(page: Page, start: int, end: int) -> bool:
    """Whether a surname and two single words end at a mark or before 等10名: 县长覃作松, 教师向建国等10名."""
    if end - start != 3:
        return False
    if _COUNT_BEHIND.match(page.text, end):
        return True
    return page.text[end : end + 1] in "\n，、。；" and len(page.words.cut(start, end)) == 3


def _does(page: Page, start: int, end: int) -> bool:
    """Whether a verb begins right behind a name: 金海龙发言."""
    verb = page.text[end : end + 2]
    word = len(page.words.cut(start, end)) == 1 and end - start == 2
    return not word and verb in page.knowledge.words("verb") and page.words.cut(start, end + 2)[-1] == verb


def is_name(page: Page, start: int, end: int, *, listed: bool = False) -> bool:
    """Whether it can be a person's name: a surname first, and no word of the dictionary."""
    name, knowledge = page.text[start:end], page.knowledge
    surnames = knowledge.words("surname")
    if len(name) < 2 or name[0] in "第暨其各该另等" or name[1] in "得了着过的":
        return False
    if name[0] not in surnames and name[:2] not in surnames:
        return listed and len(name) >= 3 and len(page.words.cut(start, end)) == len(name)
    if name in knowledge.words("person_not") or name[:2] in knowledge.words("person_not"):
        return False
    pieces = page.words.cut(start, end)
    if pieces[0] in ("和", "与", "及", "于") and len(pieces) > 1 and len(pieces[1]) > 1:
        return False
    stop, verbs = knowledge.words("name_stop"), knowledge.words("verb")
    if any(len(p) > 1 and (p in stop or p in verbs) for p in pieces) or pieces[-1] in stop:
        return False
    if len(pieces) == 1:
        # 王大庆 is in the dictionary as a name; 高年级 and 马克思 are words.
        known = name[0] in _COMMON or name[:2] in surnames
        return known and (len(name) == 2 or name in rare_names())
    return not (len(pieces[0]) == 2 and len(name) == 3 and name[0] not in _COMMON and pieces[0] not in surnames)

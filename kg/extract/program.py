"""Programs: initiatives by their known names, in quotation marks, or by the kind that ends their name."""

from __future__ import annotations

import re

from kg.extract.apply import rule_matches
from kg.extract.coined_of_school import coined_of_schools
from kg.extract.edge import left_edge
from kg.extract.known_name import known_names, may_end_a_school
from kg.extract.page import Page
from kg.extract.quoted_row import quoted_neighbours
from kg.knowledge.concepts import Recognise
from kg.model.names import EntityKind

__all__ = ["find_clear_programs", "find_known_programs", "find_programs"]

_SLOGAN = re.compile(
    r"[，。！？：；]|^“?(?:争做|争当|参观|引进|喜迎|欢庆|庆祝|致敬|缅怀|礼赞|放飞|唱响|制定|编制|拟定|完善|做好|抓好|不|要|我|让|做|把|为|以|用|向|从|全面贯彻|深入学习)|精神$|理念$|方针$|原则$|要求$|目标$|思想$|问题$|以及|相关|意识$|^十[一二三四五]五(?:”|$)|[\d一二两三四五六七八九十]+[项条件个](?:工程|行动|计划)|平方米"
)
_RUN = re.compile(r"(?:实施|推进|推行|落实|启动|实行|深化|探索|推动|试行|创新|打造|擦亮)(?:了|好)?$")
_AS_PROGRAM = re.compile(r"”?(?:专项)?(?:工程|行动|计划|试点|改革|专项整治)")
_NUMBER_BEFORE = re.compile(r"\d[.,．，]?$")
_OF_MOTTO = re.compile(r"“[^“”\n]*[\u4e00-\u9fff][ ，！]$")
"""Before the second half of a motto in quotation marks: “请党放心 强国有我”."""
_ITEM_ENDS = re.compile(r"[、，。；”]|等|称号|和|\d")
_OF_REGION = re.compile(r"[、，和及获得评为是授予][“\u4e00-\u9fff]{2,7}[省市县区州]$")
_OF_LEVEL = re.compile(r"(?:[省市县区州]级|国家级?|全国|(?<=[、和获得评为是予“])[省市县区])$")
_COINED = re.compile(r"[\u4e00-\u9fff·+\d]{3,16}")
_LONGER = frozenset({"学校", "中心", "示范", "特色", "先进", "实训", "基地", "园区"})
"""Words behind a name that make it the beginning of a title or a place: 劳动教育特色学校, 产教融合实训基地."""
_RUN_BEFORE = re.compile(r"^(?:深化|推进|加强|落实|实施|开展|全面推进)")
_COINED_BEFORE = re.compile(r"(?<![”、和与及])“(?P<name>[^“”，。；：、！？\n]{2,12})”$")
"""A coined name right before a known one, alone: not the last of a row."""
_CAMPUS_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:校区|分校|总校|分园|总园|园区|[东西南北]校)(?!的|建设)")
_KIND_BEHIND = re.compile(
    r"(?P<kind>(?:三年|专项)?行动计划|(?:专项)?行动|工程|计划|制度|改革|教联体|共同体|联盟|协作体|(?<=[聘任期级])制(?!度))(?![力中])"
)
_WAY_BEHIND = re.compile(r"(?:教学|管理|育人|办学|教育)?(?:模式|机制|教学法|品牌|课程)")
_RUN_WIDER = re.compile(
    r"(?:实施|推进|推行|启动|深化|开展|落实|探索|组织)(?:了|好)?"
    r"(?P<more>(?![全各我本该省市县区两几])(?:(?![的等和与及在为以将把对是县市区校园“”])[\u4e00-\u9fff]){2,8})$"
)
"""What is run, before a known name that is only the end of its name."""
_NARROWED = ("改革", "练兵", "培训", "一体化", "一体化发展")
"""Ends of known names that texts narrow by the words before them: 艺术类专业考试招生改革."""
_KIND_FURTHER = re.compile(
    r"(?:(?![的和与及了为是把将等并在按建修改招]|实施|推进|启动|食堂|校舍|工作|活动|[师学]生)[\u4e00-\u9fff]){2}"
    r"(?P<kind>(?:三年)?行动计划|(?:专项)?行动|工程|计划)(?![力中])"
)
"""A kind behind one more word: 教育扶贫|移民工程."""


def find_clear_programs(page: Page) -> None:
    """Write the known initiatives that take no word from a school's name: before schools are read."""
    _find_known(page, sure=True)


def find_known_programs(page: Page) -> None:
    """Write every initiative that many regions run, by any of its names."""
    _find_known(page, sure=False)


def _find_known(page: Page, *, sure: bool) -> None:
    concepts = page.knowledge.concepts[EntityKind.PROGRAM]
    for start, end, word in known_names(page, EntityKind.PROGRAM):
        if not page.free(start, end) or _cut(page.text, end) or _inside_number(page.text, start):
            continue
        if "品牌" in word and page.text[start - 1 : start] == "”":
            # “静水深流”德育品牌建设: the brand has a name of its own.
            continue
        if _is_title(page, start, end, word) or _OF_MOTTO.search(page.text, max(0, start - 24), start):
            continue
        if word.endswith("集团") and _CAMPUS_BEHIND.match(page.text, end):
            # 第二小学教育集团东校区 is one name.
            continue
        if sure and may_end_a_school(page.text, start):
            continue
        coined = _coined_before(page, start)
        if coined is None and not _is_meant(page, start, end, concepts[word].recognised(word)):
            continue
        key = concepts[word].key
        shorter = _RUN_BEFORE.sub("", word)
        if shorter != word and shorter in concepts and concepts[shorter].key == key:
            # 深化产教融合: what is deepened is the initiative.
            start += len(word) - len(shorter)
        within = start, end
        start, end = _whole_quote(page, start, end)
        own = _adds_something(page, (page.text[start : within[0]], page.text[within[1] : end]))
        kind = _KIND_BEHIND.match(page.text, end) or _KIND_FURTHER.match(page.text, end)
        if kind and not word.endswith(kind["kind"][-2:]) and page.free(end, kind.end()):
            # 县中振兴 + 行动计划: the text's own name is the longer one.
            end = kind.end()
        if coined is not None:
            # “三结合”课后服务: one county's own way of it, under its own name.
            way = _WAY_BEHIND.match(page.text, end)
            end = way.end() if way and page.free(end, way.end()) else end
            page.add(EntityKind.PROGRAM, coined, end, "coined-before-known", confidence=0.8)
            continue
        begin = _wider_start(page, start) if word.endswith(_NARROWED) else start
        told = {"concept": key} | ({"also": page.text[start:end]} if begin < start else {})
        told |= {"narrower": "1"} if own else {}
        page.add(EntityKind.PROGRAM, begin, end, "known-program", confidence=0.95, attributes=told)


def _wider_start(page: Page, start: int) -> int:
    """Where the text's own, longer name of a known one begins: 推进|艺术类专业|考试招生改革; else `start`."""
    wider = _RUN_WIDER.search(page.text, max(0, start - 16), start)
    if wider is None or not page.free(wider.start("more"), start):
        return start
    stop, verbs = page.knowledge.words("name_stop"), page.knowledge.words("verb")
    words = page.words.cut(wider.start("more"), start)
    if any(len(word) > 1 and (word in stop or word in verbs) for word in words):
        return start
    return wider.start("more")


def _coined_before(page: Page, start: int) -> int | None:
    """Where a coined name in quotation marks begins that ends right before a known one; None if there is none."""
    coined = _COINED_BEFORE.search(page.text, max(0, start - 16), start)
    if coined is None or not page.free(*coined.span()) or _SLOGAN.search(coined["name"]):
        return None
    return coined.start()


def _whole_quote(page: Page, start: int, end: int) -> tuple[int, int]:
    """The words in quotation marks of which a known name is only a part: “石门名师带徒计划” is one name."""
    left = page.text.rfind("“", max(0, start - 10), start)
    right = page.text.find("”", end, end + 10)
    if left < 0 or right < 0 or not _COINED.fullmatch(page.text, left + 1, right) or not page.free(left + 1, right):
        return start, end
    return left + 1, right


def _adds_something(page: Page, around: tuple[str, str]) -> bool:
    """Whether the words around a known name, in the same marks, make it another one: “党建+”|书法教育, no ending."""
    forms = page.knowledge.forms
    words = (forms.levels.sub("", forms.tails.sub("", word)) for word in around)
    return any(len(word) > 1 and not forms.fillers.fullmatch(word) for word in words)


def _is_meant(page: Page, start: int, end: int, recognise: Recognise) -> bool:
    """Whether a name stands for its concept here, as strictly as the concept asks for."""
    if recognise is Recognise.ALWAYS or "“" in page.text[start - 1 : start + 1] or _AS_PROGRAM.match(page.text, end):
        return True
    return recognise is Recognise.RUN and _is_run(page, start)


def _is_run(page: Page, start: int) -> bool:
    """Whether a duty is run as an initiative here: behind 实施, 推行 …, or in a heading."""
    if _RUN.search(page.text, max(0, start - 8), start):
        return True
    sentence = page.sentence_at(start)
    if sentence is None:
        return False
    section = page.document.sections[sentence.section]
    return section.parent >= 0 and section.rank < 5 and section.start <= start < section.start + len(section.heading)


def _cut(text: str, end: int) -> bool:
    """Whether the word is only a part of a longer name in quotation marks, or of 中心, 局, 学校."""
    after = text[end : end + 2]
    if after[:1].isdigit() and text[end - 1].isdigit():
        return True
    return after[:1] in ("局", "厅", "部", "点") or after in _LONGER


def _is_title(page: Page, start: int, end: int, word: str) -> bool:
    """Whether a name is here a title with its level that ends its item of a list: 获得…、辽宁省绿色学校、…."""
    if word not in page.knowledge.words("honor_head") or not _ITEM_ENDS.match(page.text, end):
        return False
    if any(s < start for s, _ in page.region_ends.get(start, ())):
        return bool(_OF_REGION.search(page.text, max(0, start - 12), start))
    return bool(_OF_LEVEL.search(page.text, max(0, start - 6), start))


def _inside_number(text: str, start: int) -> bool:
    """Whether a name that begins with a digit is only the rest of a number: 1530 in 21530平方米."""
    return text[start].isdigit() and bool(_NUMBER_BEFORE.search(text, max(0, start - 2), start))


def _find_turned(page: Page) -> None:
    """Write the known campaigns that stand as verb and object: 整治在职教师参与校外有偿补课 is 有偿补课整治."""
    campaigns, nouns = page.knowledge.campaigns(), page.knowledge.forms.turned
    for told in campaigns.told.finditer(page.text):
        if page.free(*told.span()):
            name, concept = campaigns.name(told["core"], nouns[told["verb"]])
            page.add(
                EntityKind.PROGRAM, *told.span(), "turned-name",
                name=name, confidence=0.8, attributes={"concept": concept},
            )  # fmt: skip


def find_programs(page: Page) -> None:
    """Write the initiatives that only their form shows: “蓝青工程”, 推行校长公推直选制度, 实施名校引领计划."""
    refused = page.knowledge.words("program_not")
    _find_turned(page)
    for rule, match in rule_matches(page, EntityKind.PROGRAM):
        start, end = match.span("name")
        if rule.grow:
            start = left_edge(page, match.start("name"), most=16).start
        name = page.text[start:end].strip("“”‘’")
        slogan = _SLOGAN.search(name.replace("，", "") if rule.id == "motto-before-kind" else name)
        if not page.free(start, end) or len(name) < 3 or name in refused or slogan:
            continue
        if rule.named:
            told = {"concept": page.knowledge.concepts[EntityKind.PROGRAM][rule.named].key}
            page.add(
                EntityKind.PROGRAM, start, end, rule.id,
                name=rule.named, confidence=rule.confidence, attributes=told,
            )  # fmt: skip
            continue
        page.add(EntityKind.PROGRAM, start, end, rule.id, name=page.text[start:end], confidence=rule.confidence)
    for start, end in coined_of_schools(page):
        name = page.text[start:end]
        if page.free(start, end) and name.strip("“”") not in refused and not _SLOGAN.search(name):
            page.add(EntityKind.PROGRAM, start, end, "coined-behind-school", confidence=0.7)
    for start, end in quoted_neighbours(page):
        name = page.text[start:end]
        if len(name) >= 3 and name not in refused and not _SLOGAN.search(name):
            page.add(EntityKind.PROGRAM, start, end, "quoted-in-row-of-programs", confidence=0.65)

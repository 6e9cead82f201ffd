"""Year and status of what a clause says: its own words first, then what its sentence inherits."""

from __future__ import annotations

import re

from kg.model.document import Sentence
from kg.model.facts import Mention
from kg.model.names import EntityKind, Status
from kg.relate.scene import Scene
from kg.text.years import year_marks

__all__ = ["status_of", "work_status", "year_of"]

_CUES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        Status.PLANNED,
        re.compile(
            r"(?<!即)将(?=[^，。；]{0,4}(?:建|投|开|新|启|完|进一步|加快|推进|继续|深化|重点|迁|改|扩|交|坚持|全面|实施))|拟(?!定)|计划(?=\d|[在于今明年新建实开投完启])|力争|确保|争取|预计|即将|筹备|待(?!遇|机)|目标是|打算|有望"
            r"|(?:尚)?未(?:开工|动工|启动|进场)|暂缓|暂未|推迟|延期|调整至|谋划|最早|明年|选址|前期(?:工作|手续)?(?!项目)|可研|未落实"
        ),
    ),
    (
        Status.ONGOING,
        re.compile(
            r"在建|正在|封顶|施工|推进|续建|加快|提速|动工|开工|复工|内装|装修|收尾|完成[^，。；]{0,14}?\d+(?:\.\d+)?%|完成[^，。；]{0,4}成(?![立功果])|主体"
            r"|形象进度|场平|浇筑|桩基|完成[^，。；]{0,8}(?:二次结构|基础|土方|规划|设计)|立项|手续|筹建|进展|试点|探索|试行"
            r"|进场|审查|批复|剩余|停工|发标|招标|铺设|启动|拆除?(?=，|。|；|$)|已拆"
        ),
    ),
    (
        Status.COMPLETED,
        re.compile(
            r"建成|竣工|完工|投入使用|投用|启用|交付|落成|通过[^，。；]{0,8}验收|验收|开园|开学|首届新生|首批学生|搬入|入驻|添置|全部到位|更换|招生办学|投入办学"
            r"|(?<!未)(?<!未能)完成(?!\d|招投标|招标|征地|拆迁|审批|前期|主体|投资|选址|立项|可研|[^，。；]{0,4}成|[^，。；]{0,14}\d+(?:\.\d+)?%|[^，。；]{0,8}(?:主体|二次结构|基础|浇筑|土方|前期|方案|规划|设计))"
        ),
    ),
)
_INTENDED = re.compile(r"预计|力争|确保|争取|计划(?![》”])|拟(?!定)|(?<!即)将(?=[于在建投开新启完])|即将")
_PROGRAM_ONGOING = re.compile(
    r"切实做好|试行|进一步|持续|继续|稳步|不断|正在|刚刚|依然|坚持|常态|推进|探索|有序|深化|逐步"
)
_PROGRAM_PLANNED = re.compile(
    r"(?<!即)将(?=[^，。；]{0,4}(?:推|启|开|实|继|进一步|全面|加快|深化|重点|坚持|着力|大力|积极|落实))"
    r"|拟(?!定)|力争|确保|争取|预计|即将|筹备|有望|谋划|打算|申报材料"
)
_LIST_MARK = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|[一二三四五六七八九十]是)[^，。]{0,20}?(?=20\d\d年|今年|明年)"
)
_OPENS = re.compile(r"(?:在|到|截至|自)?(?:((?:19|20)\d\d)年(?!以来|起|前后|代)|今年(?!以来)|明年|去年)")
_WILL = re.compile(
    r"(?<!即)将(?=[^，。；]{0,6}(?:推|启|开|实|继|进一步|全面|加快|深化|重点|坚持|着力|大力|积极|落实|建|投|新|完|力争|确保|围绕))"
)


def year_of(scene: Scene, start: int, end: int, sentence: Sentence) -> int | None:
    """The year of what stands at a span: the nearest before it in the sentence, one in its clause, else inherited."""
    base = _base_year(scene, sentence)
    _, clause_end = scene.clause_at(start, sentence)
    best: int | None = None
    current = base
    for mark in year_marks(scene.text, sentence.start, clause_end):
        year = mark.year(base, current)
        if year is None:
            continue
        if start <= mark.start < end:
            # A year inside the name (2022年高考优秀考区) is the fact's year where nothing in its clause tells another.
            return year
        if mark.start < start or best is None:
            best = year
            current = year if mark.absolute is not None else current
    if best is None:
        opened = _opened(scene, sentence)
        best = opened[0] if opened is not None else None
    return best if best is not None else sentence.context.year


def _opened(scene: Scene, sentence: Sentence) -> tuple[int | None, bool] | None:
    """The year with which an earlier sentence of the paragraph begins, and whether it speaks of what will be.

    2023年，我县将加快…。推进新一中建设: the second sentence is of 2023 too, and of what will be.
    """
    paragraph = scene.text.rfind("\n", 0, sentence.start) + 1
    found: tuple[int | None, bool] | None = None
    at = paragraph
    while at < sentence.start:
        earlier = scene.sentence_at(at)
        if earlier is None:
            at += 1
            continue
        head = _LIST_MARK.match(scene.text, earlier.start)
        begin = head.end() if head else earlier.start
        match = _OPENS.match(scene.text, begin)
        if match:
            base = _base_year(scene, sentence)
            step = {"今": 0, "明": 1, "去": -1}.get(match[0][-2:-1] if not match[1] else "", 0)
            year = int(match[1]) if match[1] else (base + step if base is not None else None)
            found = year, bool(_WILL.search(scene.text, begin, earlier.end))
        at = earlier.end
    return found


def _base_year(scene: Scene, sentence: Sentence) -> int | None:
    """The year that 今年 means here: the document's own."""
    info = scene.document.info
    if info.date[:4].isdigit() and not info.review_years:
        return int(info.date[:4])
    if info.review_years:
        return info.review_years[-1]
    return info.plan_years[0] if info.plan_years else sentence.context.year


def status_of(scene: Scene, start: int, sentence: Sentence, year: int | None) -> Status | None:
    """How far along a program or paper is: a plan's facts are planned; else the clause's words, else inherited."""
    settled = _by_year(scene, sentence, year)
    if settled is not None:
        return settled
    clause_start, clause_end = scene.clause_at(start, sentence)
    clause = scene.text[clause_start:clause_end]
    if _PROGRAM_PLANNED.search(clause):
        return Status.PLANNED
    if _PROGRAM_ONGOING.search(clause):
        return Status.ONGOING
    return sentence.context.status


def _by_year(scene: Scene, sentence: Sentence, year: int | None) -> Status | None:
    """The status that section and year alone settle: what a plan says is planned, unless its year is past."""
    inherited, own = sentence.context.status, sentence.context.year
    if inherited is Status.PLANNED:
        past = year is not None and own is not None and year < own
        return Status.COMPLETED if past else Status.PLANNED
    if year is not None and own is not None and year > own:
        return Status.PLANNED
    opened = _opened(scene, sentence)
    return Status.PLANNED if opened is not None and opened[1] else None


def work_status(scene: Scene, work: Mention, sentence: Sentence, year: int | None) -> tuple[Status | None, int | None]:
    """How far along a building work is, and its year: the first word about it after its name, else before it.

    What follows the name up to the next work or the end of the sentence tells first (…：旧楼已拆); then the words
    before it in its clause (新建…); then the head of the list (在建4个，有…); then the section's heading
    (（四）未开工2个).
    """
    settled = _by_year(scene, sentence, year)
    if settled is not None:
        return settled, year
    clause_start, _ = scene.clause_at(work.start, sentence)
    if _INTENDED.search(scene.text, clause_start, work.start):
        return Status.PLANNED, year
    behind = scene.text[work.end : _window_end(scene, work, sentence)]
    found = _first_cue_at(behind)
    if found is not None:
        status, at = found
        told = _year_told(scene, sentence, work.end, work.end + at, year)
        if status is Status.PLANNED and told == year and "明年" in behind:
            base = _base_year(scene, sentence)
            told = base + 1 if base is not None else year
        return status, told
    before = _last_cue(scene.text[clause_start : work.start]) or _list_head(scene, clause_start, sentence)
    if before is not None:
        return before, year
    index = sentence.section
    while index > 0:
        section = scene.document.sections[index]
        cue = _first_cue(section.heading) if section.start < work.start or section.rank < 5 else None
        if cue is not None and len(section.heading) <= 20:
            return cue, year
        index = section.parent
    return sentence.context.status, year


def _window_end(scene: Scene, work: Mention, sentence: Sentence) -> int:
    """How far the words behind a work's name speak of it: to the next other list of works, ； or the sentence's end."""
    end = sentence.end
    stop = scene.text.find("；", work.end, end)
    if stop >= 0:
        end = stop
    at = work.end
    for index in scene.within(work.end, end, EntityKind.PROJECT):
        other = scene.mentions[index]
        if other.start > at and not re.fullmatch(r"(?:等)?[、和与及]?", scene.text[at : other.start]):
            # 完成甲项目，开工乙项目: the words of the other work's clause speak of the other.
            comma = scene.text.rfind("，", at, other.start)
            return min(end, comma if comma >= 0 else other.start)
        at = max(at, other.end)
    return end


def _list_head(scene: Scene, clause_start: int, sentence: Sentence) -> Status | None:
    """The status at the head of the list in which a work stands: 在建4个，有A、B等; 续建项目：A、B."""
    left = scene.text[max(sentence.start, clause_start - 24) : clause_start]
    last = re.split(r"[。；\n]", left)[-1]
    return _last_cue(re.split(r"[，：:]", last.rstrip("，：:"))[-1]) if last else None


def _year_told(scene: Scene, sentence: Sentence, start: int, end: int, year: int | None) -> int | None:
    """The last year between a work and the word that tells its state (2018年征地的X，2019年9月建成), else `year`."""
    if scene.within(start, end, EntityKind.SCHOOL):
        # Another school's name stands between: the word may be of that.
        return year
    base = _base_year(scene, sentence)
    for mark in year_marks(scene.text, start, end):
        named = mark.year(base, year)
        year = named if named is not None else year
    return year


def _first_cue_at(text: str) -> tuple[Status, int] | None:
    """The status of the first word that tells one, and where the word begins."""
    found = [(m.start(), -len(m[0]), status) for status, pattern in _CUES for m in [pattern.search(text)] if m]
    return (min(found)[2], min(found)[0]) if found else None


def _first_cue(text: str) -> Status | None:
    """The status of the first word that tells one."""
    found = _first_cue_at(text)
    return found[0] if found else None


def _last_cue(text: str) -> Status | None:
    """The status of the last word that tells one."""
    found = [(m.end(), len(m[0]), status) for status, pattern in _CUES for m in pattern.finditer(text)]
    return max(found)[2] if found else None

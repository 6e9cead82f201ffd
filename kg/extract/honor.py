"""Honors: titles, prizes and commendations that are received, sought, given or counted."""

from __future__ import annotations

import re

from kg.extract.apply import rule_matches
from kg.extract.honor_head import find_titles, title_start
from kg.extract.page import Page
from kg.knowledge.lexicon import alternation
from kg.model.names import EntityKind, Level

__all__ = ["find_honors", "honor_level"]

_PRIZE = re.compile(
    r"(?:特等奖|[一二三]等奖|金奖|银奖|铜奖|优秀奖|优胜奖|优秀组织奖|组织奖|第[一二三四五六七八九十\d]+名|冠军|亚军|季军|金牌|银牌|铜牌|团体总分第[一二三四]名?)$"
)
_CONTEST = re.compile(
    r"(?P<name>(?:“[^“”]{2,20}”|[\u4e00-\u9fff\d·（）‘’—-]){2,40}?(?:比赛|大赛|竞赛|展演|展演活动|艺术节|运动会|评选|评选活动|征文|联赛|锦标赛|会演|汇演|评比|展评|技能赛|基本功赛|读书活动|征集活动|展示活动|优质课|赛课))"
)
_LEVEL_WORDS = (
    (Level.NATIONAL, re.compile(r"全国|国家|教育部|国务院|中国|中央")),
    (Level.PROVINCE, re.compile(r"^.{0,6}?(?:省|自治区|兵团)|全省|全区(?=自治)")),
)
_LEADING = re.compile(r"^(?:了|为|成为|成|过|到|的|和|及|、|全国首批的|由|首届的)+")
_TRAILING = re.compile(r"(?:荣誉)?称号$|荣誉$")


def find_honors(page: Page) -> None:
    """Write every honor that the rules find, with its level where its name tells."""
    heads = re.compile(alternation(page.knowledge.lexicons["honor_head"]))
    generic = page.knowledge.words("honor_generic")
    for rule, match in rule_matches(page, EntityKind.HONOR):
        for start, end in _spans(page, rule.id, match, heads):
            name = page.text[start:end].strip("“”‘’")
            if len(name) < 3 or name in generic or not page.free(start, end):
                continue
            _add(page, start, end, rule.id, rule.confidence)
    for title in find_titles(page):
        if page.text[title.start : title.end].strip("“”") not in generic:
            _add(page, title.start, title.end, title.rule, title.confidence)


def _add(page: Page, start: int, end: int, rule: str, confidence: float) -> None:
    name = (
        page.text[start:end].strip("“”‘’")
        if page.text[start:end].count("“") != 1 or page.text[start] == "“"
        else page.text[start:end]
    )
    page.add(
        EntityKind.HONOR,
        start,
        end,
        rule,
        name=_full_name(page, start, name),
        confidence=confidence,
        attributes=_attributes(page, name),
    )


def _spans(page: Page, rule: str, match: re.Match[str], heads: re.Pattern[str]) -> list[tuple[int, int]]:
    """The honors in what a rule has matched: one for each quoted title, or for each item of a list."""
    start, end = match.span("name")
    text = page.text[start:end]
    quoted = [(start + m.start(1), start + m.end(1)) for m in re.finditer(r"“([^“”]{2,40})”", text)]
    if quoted and rule.endswith("quoted"):
        return [_with_level(page, s, e, start) for s, e in quoted]
    spans = []
    for piece in re.finditer(r"(?:[^、“”]|“[^“”]*”)+", text):
        found = list(heads.finditer(piece[0]))
        if not found:
            continue
        s, e = start + piece.start(), start + piece.start() + found[-1].end()
        lead = _LEADING.match(page.text[s:e])
        s += lead.end() if lead else 0
        s = max(s, title_start(page, s + 1, e)) if rule == "heading-title" else s
        if page.text[e : e + 1] == "”":
            e += 1
        spans.append((s, e))
    return spans


def _with_level(page: Page, start: int, end: int, limit: int) -> tuple[int, int]:
    """A quoted title together with the level or region right before its quotation mark: 怀化市“清廉学校”."""
    before = page.text[limit : start - 1] if start - 1 > limit else ""
    match = re.search(
        r"(?:[\u4e00-\u9fff\d]{2,14}?(?:省|市|县|区|州|国|级)|省|市|县|区|全国|国家级|首批|第[一二三四五六七八九十]+批)$",
        before,
    )
    if match:
        return start - 1 - len(match[0]), end + 1
    return start, end


def _full_name(page: Page, start: int, name: str) -> str:
    """The honor's name; a bare prize takes the contest before it in the sentence."""
    name = _TRAILING.sub("", name)
    if _PRIZE.search(name) and not _CONTEST.search(name):
        sentence = page.sentence_at(start)
        if sentence is not None:
            contests = list(_CONTEST.finditer(page.text, sentence.start, start))
            if contests:
                contest = re.sub(r"^.*(?:参加|组织|举办|开展|承办|在|于|的)", "", contests[-1]["name"])
                if len(contest) >= 4:
                    return contest + re.sub(r"^(?:省|市|县|区|国家|全国)?级?(?=[一二三特优金银铜第])", "", name)
    return name


def _attributes(page: Page, name: str) -> dict[str, str]:
    level = honor_level(page, name)
    return {"level": level.word} if level is not None else {}


def honor_level(page: Page, name: str) -> Level | None:
    """The level of the body that gives an honor, as its name tells: 省级…, 怀化市…, 全国…."""
    for level, pattern in _LEVEL_WORDS:
        if pattern.search(name):
            return level
    for start, _, place in page.knowledge.region_matcher().find(name):
        if start == 0:
            division = page.knowledge.regions.by_code(page.knowledge.region_codes()[place][0])
            return division.level if division else None
    own = page.document.info.region_level
    if re.match(r"市级?|全市", name):
        return Level.COUNTY if own is Level.COUNTY and page.document.info.region.endswith("市") else Level.PREFECTURE
    if re.match(r"[县区旗]级?|全[县区]", name):
        return Level.COUNTY
    if re.match(r"州级?|全州", name):
        return Level.PREFECTURE
    return Level.SCHOOL if re.match(r"校级", name) else None

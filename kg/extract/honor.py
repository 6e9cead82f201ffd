"""Honors: titles, prizes and commendations that are received, sought, given or counted."""

from __future__ import annotations

import re

from kg.extract.apply import rule_matches
from kg.extract.contest import with_contest
from kg.extract.honor_grade import with_kind
from kg.extract.honor_head import find_titles, is_levelled, title_start
from kg.extract.honor_level import giver_level, honor_level
from kg.extract.honor_levels import find_coordinated_levels
from kg.extract.honor_prizes import coordinated_prizes, prizes_in
from kg.extract.honor_row import find_row_titles, parted, share_levels
from kg.extract.honor_run import find_run_titles, find_short_headings
from kg.extract.honor_selected import selected_titles
from kg.extract.page import Page
from kg.model.names import EntityKind

__all__ = ["find_honors"]

_LEADING = re.compile(r"^(?:了|为|成为|成|过|到|的|和|及|、|出|全国首批的|由|首届的)+")
_TOWARDS = re.compile(
    r"(?:20\d\d年)?(?:底|前|内)?(?:全部|基本|如期)?(?:达到|创建|创成|建成|申报|争创|成为)(?:了|为)?(?=“)"
)
"""Words before a quoted title that are none of it: 2022年达到“省一级学校”."""
_TRAILING = re.compile(r"(?:荣誉)?称号$|荣誉$")
_QUOTED = re.compile(r"“([^“”]{2,40})”")
_INITIATIVE = re.compile(r"(?:计划|工程|行动)”?$")
_REST = (
    r"”?(?!荣誉|称号|等|的|和|及|与|或|中|后)[\u4e00-\u9fff]{0,10}?"
    r"(?:{honor_head}|学校|单位|集体|个人|校|[县市区])(?=[，。；、）\n]|等|和|及|称号|荣誉|\d|$)"
)
"""What may follow a quoted title up to the end of its item."""
_PARTED = re.compile(r"[的“”、和及，颁授举主联]")
_LEVEL_BEFORE = re.compile(
    r"(?:自治区级|地区级|兵团级|[省市县区州旗校]级|国家级?|全[国省市县区州]|[省市县区州]|自治区|兵团|首批|第[一二三四五六七八九十]+批|\d{4}年度?)$"
)
_TITLE_AFTER = re.compile(r"”?(?:荣誉)?(?:称号|荣誉|殊荣)")


def find_honors(page: Page) -> None:
    """Write every honor that the rules find, with its level where its name tells."""
    heads = page.knowledge.pattern("{honor_head}")
    for prize in coordinated_prizes(page):
        _add(page, prize.start, prize.end, "prizes-of-ranks", 0.8, name=prize.name)
    for rule, match in rule_matches(page, EntityKind.HONOR):
        weak = match.groupdict().get("verb") in page.knowledge.words("weak_award_verb")
        if rule.id == "rank-in-contest":
            for prize in prizes_in(page, *match.span("name")):
                _add(page, prize.start, prize.end, rule.id, rule.confidence, name=prize.name, count=prize.count)
            continue
        if rule.id == "levels-selected":
            for selected in list(selected_titles(page, match, rule.id, rule.confidence)):
                page.add(
                    selected.kind, selected.start, selected.end, selected.rule,
                    name=selected.name, confidence=selected.confidence, attributes=selected.attributes,
                )  # fmt: skip
            continue
        for start, end in _spans(page, rule.id, match, heads):
            if _INITIATIVE.search(page.text, start, end):
                # 入选“双高计划” joins an initiative; no title ends so.
                continue
            # 成为…的“新引擎”: behind a weak verb the words must be a title's.
            if weak and not heads.search(page.text[start:end]) and not _TITLE_AFTER.match(page.text, end):
                continue
            _add(page, start, end, rule.id, rule.confidence)
    for title in find_titles(page):
        for start, end in parted(page, title.start, title.end):
            _add(page, start, end, title.rule, title.confidence)
    for row in list(find_row_titles(page)):
        _add(page, row.start, row.end, row.rule, row.confidence)
    for run in list(find_run_titles(page)):
        _add(page, run.start, run.end, run.rule, run.confidence)
    for start, end, name in list(find_short_headings(page)):
        _add(page, start, end, "short-heading", 0.8, name=name)
    find_coordinated_levels(page)
    share_levels(page)


def _add(page: Page, start: int, end: int, rule: str, confidence: float, *, name: str = "", count: str = "") -> None:
    """Write one honor under its name without the marks around it, unless it is generic or something stands there.

    The name is that of its words unless another is given; `count` tells how many of it are counted before it.
    """
    lead = _TOWARDS.match(page.text, start, end)
    start = lead.end() if lead else start
    name = name or page.text[start:end]
    if name.count("“") != 1 or (name[0] == "“" and name.find("”") in (-1, len(name) - 1)):
        name = name.strip("“”‘’")
    told = honor_level(page, name.lstrip("“"))
    name = with_contest(page, start, _TRAILING.sub("", name))
    bare = name.strip("“”‘’")
    if (
        len(bare) < 3
        or bare in page.knowledge.words("honor_generic")
        or not page.free(_own_start(page, start, end), end)
    ):
        return
    if rule == "whole-grade-short":
        name = with_kind(page, start, name)
    levels = {"level": told if told is not None else honor_level(page, name), "giver_level": giver_level(page, start)}
    page.add(
        EntityKind.HONOR,
        start,
        end,
        rule,
        name=name,
        confidence=confidence,
        attributes={field: level.word for field, level in levels.items() if level is not None}
        | ({"count": count} if count else {}),
    )


def _own_start(page: Page, start: int, end: int) -> int:
    """Where an honor's own words begin: behind the body with whose name it begins (教育部表彰)."""
    bodies = page.touching(EntityKind.ORGANIZATION, start, start + 1)
    return max((m.end for m in bodies if m.start == start and m.end < end), default=start)


def _spans(page: Page, rule: str, match: re.Match[str], heads: re.Pattern[str]) -> list[tuple[int, int]]:
    """The honors in what a rule has matched: one for each quoted title, or for each item of a list."""
    start, end = match.span("name")
    text = page.text[start:end]
    quoted = [(start + m.start(1), start + m.end(1)) for m in _QUOTED.finditer(text)]
    if quoted and rule.endswith("quoted"):
        return [_with_rest(page, *_with_level(page, s, e, start), start) for s, e in quoted]
    if rule.startswith("whole-"):
        return [(start, end)]
    spans = []
    for piece in re.finditer(r"(?:[^、“”]|“[^“”]*”)+", text):
        found = list(heads.finditer(piece[0]))
        if not found:
            continue
        s, e = start + piece.start(), start + piece.start() + found[-1].end()
        lead = _LEADING.match(page.text[s:e])
        s += lead.end() if lead else 0
        s = max(s, title_start(page, s + 1, e)) if rule == "heading-title" else s
        # 城南校区“党风廉政教育基地”: the school that won it stands before the title.
        winners = page.touching(EntityKind.SCHOOL, s, s + 1)
        s = max([m.end for m in winners if m.start == s and m.end < e], default=s)
        spans.append((s, e + (page.text[e : e + 1] == "”")))
    return spans


def _with_rest(page: Page, start: int, end: int, limit: int) -> tuple[int, int]:
    """A quoted title together with its last word behind the quotation mark: “强科培优”行动领航学校, “小荷风采”金奖.

    The words of its level or region before it, from `limit` on, are its own: 全市教师“县管校聘”管理改革试点县.
    """
    rest = page.knowledge.pattern(_REST).match(page.text, end)
    if rest is None or not page.free(end, rest.end()):
        return start, end
    opened = "“" in page.text[start:end]
    start = start if opened else start - 1
    if limit < start and is_levelled(page, limit, rest.end()) and not _PARTED.search(page.text, limit, start):
        start = limit
    return start, rest.end()


def _with_level(page: Page, start: int, end: int, limit: int) -> tuple[int, int]:
    """A quoted title together with the level or region right before its quotation mark: 常德市“清廉学校”."""
    at = start - 1
    while at > limit:
        regions = [s for s, _ in page.region_ends.get(at, ()) if s >= limit]
        level = _LEVEL_BEFORE.search(page.text, limit, at)
        if not regions and not level:
            break
        at = min(regions) if regions else level.start() if level else at
    return (at, end + 1) if at < start - 1 else (start, end)

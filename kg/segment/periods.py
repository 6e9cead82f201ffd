"""Of which year, and of what status, a stretch of text speaks: by titles, headings and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kg.knowledge import Knowledge
from kg.model.names import Status
from kg.segment.bare_headings import is_bare_heading, opens_what_follows

__all__ = ["Period", "five_years", "heading_period", "says_period", "title_periods", "years_in", "years_of_headings"]

_YEAR = re.compile(r"(?<![\d.])((?:19[5-9]|20[0-4])\d)(?=年(?!代)|学年|[—–~～-]\d|[-/.]\d{1,2}[-/.]|$)")
_PLAN_FIVE = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_FROM_NOW = re.compile(r"(?:今后|未来)[一二三四五六七八九十几\d]+年")
_SINCE = re.compile(r"(?:自|从)\d{4}年(?:起|[^。；]{0,30}?以来)|\d{4}年以来")
"""自2014年起: since when, not of which year a section speaks."""
_MAIN_HEADING = re.compile(r"(?:第?[一二三四五六]部分?|[一二三四五六])[、：，.．\s][^\n。]{0,40}")
_LOOKS_BACK = re.compile(r"回顾|总结|成效|成绩|完成|进展|情况")
_CLEARLY_PLANS = re.compile(
    r"下一?步|下一?阶段|明年|来年|今后(?!受)|下学期|新的一年|(?:工作|主要|总体)(?:打算|计划|安排|思路|谋划)$"
)
_CLEARLY_LOOKS_BACK = re.compile(
    r"存在的?(?:主要)?(?:问题|困难|不足)|工作(?:回顾|总结|成效)$|(?:主要|取得的?|发展)(?:成效|成绩|成就)$|现状$"
)
_STATE = re.compile(
    r"(?:回顾|总结|现状|成就|成绩|成效|基础|起点|背景|历程|问题|不足|差距|困难|挑战|进展|(?:基本|完成|实施|执行|总体)情况|过去[一五]年)"
    r"(?:(?:和|与|及|、)[^，。]{2,6})?(?:（[^）]*）)?$"
)
_ACTS = re.compile(
    r"(?:[^、）]{1,4}[、）])?(?:解决|破解|化解|聚焦|着力|巩固|推广|提升|扩大|强化|补齐|克服|深化|加强|做好|开展|推进|狠抓|注重|完善|夯实|打牢|筑牢|抓好|提高)"
)
"""A heading of a plan that begins so tells what will be done, also about problems and bases: 二、夯实发展基础."""
_WORK = re.compile(r"工作|任务|打算|计划|安排|思路|目标|重点|要点")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_YEAR = re.compile(r"[一二][〇○零一二三四五六七八九]{3}年")


@dataclass(frozen=True, slots=True)
class Period:
    """A year and a status; either may be unknown."""

    year: int | None
    status: Status | None


def years_in(text: str) -> list[int]:
    """The years that a text names, in its order, also written 二〇一〇年; ranges give both ends.

    >>> years_in("2022年工作总结和2023年工作计划"), years_in("二〇一〇年九月六日")
    ([2022, 2023], [2010])
    """
    text = _CHINESE_YEAR.sub(lambda m: m[0].translate(_DIGITS), text)
    return [int(m[1]) for m in _YEAR.finditer(text)]


_THIS_YEAR = re.compile(r"今年，?[^。；\n]{0,30}(?:计划|将|拟|重点工作)")
"""The words that open what a text without parts tells of the current year."""
_ORDERLY = re.compile(r"(?:统筹|合理|科学|周密|精心|妥善)(?:安排|部署|规划|谋划|计划)")
"""How work is done, in headings of any time: 统筹安排，促进均衡发展."""


def title_periods(title: str, knowledge: Knowledge) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The years that a title says are reviewed, and those that it says are planned.

    >>> from kg.knowledge import load_knowledge
    >>> known = load_knowledge()
    >>> title_periods("教育局2020年工作总结和2021年工作思路", known)
    ((2020,), (2021,))
    >>> title_periods("市教育局2024年工作要点", known)
    ((), (2024,))
    >>> title_periods("教育局2014年上半年工作总结和下半年安排", known)
    ((2014,), (2014,))
    >>> title_periods("自治州“十四五”教育发展规划", known)
    ((), (2021, 2022, 2023, 2024, 2025))
    """
    plans, reviews = knowledge.pattern("{title_plan_word}"), knowledge.pattern("{title_review_word}")
    review: list[int] = []
    plan: list[int] = []
    fives = [(title.index(name), first) for name, first in _PLAN_FIVE.items() if name in title]
    if len(fives) == 2 and fives[0] < fives[1] and reviews.search(title[: fives[1][0]]) and not years_in(title):
        # “十三五”工作总结和“十四五”工作思路.
        return tuple(range(fives[0][1], fives[0][1] + 5)), tuple(range(fives[1][1], fives[1][1] + 5))
    for name, first in _PLAN_FIVE.items():
        if name in title and ("规划" in title or (reviews.search(title) and not years_in(title))):
            period = tuple(range(first, first + 5))
            return (period, ()) if reviews.search(title) else ((), period)
    year: int | None = None
    reviewed = False
    for part in re.split(r"(?<=总结)|(?<=情况)|[暨和及与、，\s]", title):
        years = _whole_span(part, years_in(part))
        year = years[0] if years else year
        if year is None:
            reviewed = reviewed or bool(reviews.search(part))
            continue
        if plans.search(part) and not re.search(r"总结|报告|汇报|通报|情况|计划.*进展", part):
            plan.extend(years or [year])
        elif reviews.search(part) and (years or year not in plan):
            # 报送2020年总结和2021年思路的通知，现汇报: the last word is of the whole.
            review.extend(years or [year])
    if reviewed and plan and not review:
        # 工作总结与2021年工作计划: what is reviewed is the year before.
        review.append(plan[0] - 1)
    return tuple(dict.fromkeys(review)), tuple(dict.fromkeys(plan))


def _whole_span(part: str, years: list[int]) -> list[int]:
    """All years of a span (2021—2023年行动计划); of a school year the one in which a named term begins."""
    if len(years) == 2 and (term := re.search(r"学年[^，。]{0,4}?(?:第?([一二])学期|([上下])学期)", part)):
        return years[:1] if term[1] == "一" or term[2] == "上" else years[1:]
    span = re.search(r"(?:19|20)\d\d年?[—–~～至-](?:19|20)\d\d年", part)
    if len(years) == 2 and span and 0 < years[1] - years[0] <= 5:
        return list(range(years[0], years[1] + 1))
    return years


def years_of_headings(text: str) -> tuple[int, int] | None:
    """The year that one main heading looks back on and the next year of a later one; None without such a pair.

    >>> years_of_headings("一、2025年工作回顾\\n…\\n三、2026年主要工作\\n…")
    (2025, 2026)
    """
    lines = [m[0] if (m := _MAIN_HEADING.match(line)) else line for line in text.split("\n")]
    years = [years_in(line)[:1] for line in lines if _MAIN_HEADING.match(line) or is_bare_heading(line)]
    told = [found[0] for found in years if found]
    return next(((a, b) for a, b in pairwise(told) if b == a + 1), None)


def five_years(text: str) -> tuple[int, ...]:
    """The years of the first five-year plan that a text names, if it speaks of what is to come; else empty.

    >>> five_years("《教育事业发展“十三五”规划》出台，未来5年新建小学24所")
    (2016, 2017, 2018, 2019, 2020)
    """
    named = sorted((text.index(name), first) for name, first in _PLAN_FIVE.items() if name in text)
    if not named or not re.search(r"规划|未来|今后|将", text):
        return ()
    return tuple(range(named[0][1], named[0][1] + 5))


def heading_period(
    heading: str,
    knowledge: Knowledge,
    review: int | None,
    plan: int | None,
    *,
    mere_plan: bool = False,
    speech: bool = False,
) -> Period:
    """The period that a heading opens; unknown where it tells nothing.

    An explicit year wins; then a word for review or plan takes the document's own year. In a mere plan 主要工作 and
    工作举措 are what is planned: only a heading that names a state looks back there. A speech of a new year is held in
    the year that it plans.
    """
    years = years_in(_SINCE.sub("", heading))
    heading = _ORDERLY.sub("", heading)
    planned = _last_word(heading, knowledge.lexicons["plan_word"])
    reviewed = _last_word(heading, knowledge.lexicons["review_word"])
    if mere_plan and (_STATE.search(heading) is None or _ACTS.match(heading)):
        reviewed = -1
    status = None
    if plan is not None and plan != review and years[:1] == [plan] and not _LOOKS_BACK.search(heading):
        # 三、2026年主要工作 of a speech whose first part looks back on 2025.
        status = Status.PLANNED
    elif planned > reviewed or opens_what_follows(heading) or _THIS_YEAR.fullmatch(heading):
        status = Status.PLANNED
    elif reviewed >= 0 or (years and _LOOKS_BACK.search(heading) and not mere_plan):
        status = Status.COMPLETED
    if years:
        year = max(years) if status is Status.PLANNED else years[0]
        if status is None and (
            (plan is not None and year == plan and plan != review) or (review is not None and year > review)
        ):
            status = Status.PLANNED
        return Period(year, status)
    if status is Status.PLANNED:
        # 今后三年的任务 begin in the year of the speech, be it the one that is reviewed or the one that is planned.
        now = plan if speech or review is None else review
        return Period(now if _FROM_NOW.search(heading) else plan, status)
    if status is Status.COMPLETED:
        return Period(review, status)
    return Period(None, None)


def says_period(heading: str, review: int | None, plan: int | None) -> bool:
    """Whether a heading says for itself that another period begins, whatever stands above it.

    >>> [says_period(heading, 2022, 2023) for heading in ("（三）下一步打算", "（二）2023年重点任务", "（一）任务分工")]
    [True, True, False]
    """
    if _CLEARLY_PLANS.search(heading):
        return not re.search(r"回顾|总结|成效|成绩|完成|进展", heading)
    if _CLEARLY_LOOKS_BACK.search(heading):
        return True
    ahead = plan is not None and plan != review and years_in(heading)[:1] == [plan]
    return ahead and _WORK.search(heading) is not None and not _LOOKS_BACK.search(heading)


def _last_word(text: str, words: Iterable[str]) -> int:
    """The end of the last of the words in the text, -1 if none stands there."""
    return max((text.rfind(w) + len(w) for w in words if w in text), default=-1)

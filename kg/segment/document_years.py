"""Of which years a whole document speaks: its title tells, else its headings, its opening or its date."""

from __future__ import annotations

import re

from kg.knowledge import Knowledge
from kg.segment.bare_headings import paper_titles
from kg.segment.periods import five_years, title_periods, years_in, years_of_headings
from kg.segment.turn import turn_of
from kg.text.years import year_marks

__all__ = ["PORTRAIT", "YEARS_OF_SPEECH", "is_plan_title", "years_of_document"]

OPENING = 300
"""The years of a report that its title does not tell are looked for in so many characters of its opening."""
PORTRAIT = "portrait"
"""Of a school's portrait: it is of no year, and tells what was done."""
YEARS_OF_SPEECH = "years-of-speech"
"""A speech or report to a meeting at the beginning of a year: 今年 is the year that it plans, not that on which it
looks back."""
_FOUNDED = r"创办|创建|始建|筹建|建校|建于|成立|更名|前身|至今|以来|民国|原名"
_PROFILE = re.compile(
    r"(?:始建|创办|创建|兴建|筹建|建校|建园|建|开办|成立)于\s*(?:公元|清|民国|19|20|一九|二[〇○零])|前身(?:是|为)"
)
"""The beginning of a school's portrait: what it has won, it won at any time."""
_NO_DATE = re.compile(
    r"(?:到|至|截至|力争|面向)(?:19|20)\d\d年(?!\d{1,2}月|底|末)"
    r"|(?:19|20)\d\d-\d{1,2}-\d{1,2}[ T]?\d{1,2}:\d\d(?::\d\d)?"
)
_SPEECH = re.compile(r"讲话|致辞|政府工作报告|(?:会议|大会|全会)上的?[^，。]{0,6}报告")
_BOTH_YEARS = re.compile(
    r"(?:总结|回顾)[^。\n]{0,16}?((?:19|20)\d\d)年[^。\n]{0,40}?(?:部署|安排|研究|谋划|明确)[^。\n]{0,16}?((?:19|20)\d\d)年"
)
_NEWS = re.compile(r"日前|近日|昨日|昨天|今日|今天|本报|记者|(?<![年\d])\d{1,2}月\d{1,2}日")
"""Words of the opening of news: it is of one day, and the year that it names anywhere is that day's."""
_BACK = re.compile(r"去年|过去的?一年|过去五年|五年来|上年")
_ASKS = re.compile(
    r"^(?:做好)?(?:(?:19|20)\d\d)年(?:度)?[^，。：\n]{0,16}?工作的?(?:总体|指导|主要|基本|奋斗)?(?:思路|要求|思想|目标|任务|重点)(?:和[^，。：]{2,8})?(?:是|：)"
)
_TO_DO = re.compile(r"(?:民办|民生)实事|重点(?:工作|任务|项目)|(?:项目|任务)清单")
_AHEAD = re.compile(r"下一?步|今后|打算|展望|下半年|明年|来年|工作要点|计划")
_PLAN_TITLE = re.compile(
    r"(?:要点|计划|方案|打算|规划)(?:（[^）]*）|\([^)]*\))?(?:的?通知|的?意见|解读|公示|摘要|等)?[”》】]?$|工作要点|工作计划|行动计划|实施方案"
)


def years_of_document(
    title: str, date: str, text: str, knowledge: Knowledge
) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Years reviewed, years planned, and where they come from: the title, else the opening, else the date."""
    review, plan = title_periods(title, knowledge)
    rule = "year-in-title" if review or plan else ""
    if len(review) > 2 and not plan and any(y in review for y in years_in(text)):
        # “十三五”期间…情况汇报 of 2018 looks back on the years so far.
        review = tuple(y for y in review if y <= max(t for t in years_in(text) if t in review))
    if plan and not review:
        review, plan = _of_papers(review, plan, text, knowledge)
    speech = _SPEECH.search(title) is not None
    if (speech or not rule) and (told := years_of_headings(text)):
        return (told[0],), (told[1],), YEARS_OF_SPEECH if speech else "years-in-headings"
    if (speech or not rule) and (told := _both_years(title, date, text)):
        return (told[0],), (told[1],), YEARS_OF_SPEECH
    turn = turn_of(text) if not rule else None
    if turn is not None:
        return (turn[0],), (turn[0] + 1,), YEARS_OF_SPEECH
    if not rule:
        base, rule = _base(title, date, text)
        if not base and (plan := five_years(title + text[:OPENING])):
            return (), plan, "five-year-plan"
        if base:
            review, plan = ((), (base,)) if _is_plan(title, date, text) else ((base,), ())
    if review and not plan and _AHEAD.search(text):
        half = re.search(r"上半年|进展|1[-—至]\d月", title)
        plan = (review[-1],) if half else (review[-1] + 1,)
    return review, plan, rule if review or plan or rule == PORTRAIT else ""


def _of_papers(
    review: tuple[int, ...], plan: tuple[int, ...], text: str, knowledge: Knowledge
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The years of a plan, with those of a review of the same year that stands below it in the file."""
    for start, title in paper_titles(text):
        told, _ = title_periods(title, knowledge)
        if told and told[-1] in plan:
            ahead = _AHEAD.search(text, start + len(title))
            return told, (*plan, told[-1] + 1) if ahead and told[-1] + 1 not in plan else plan
    return review, plan


def _both_years(title: str, date: str, text: str) -> tuple[int, int] | None:
    """The year that a meeting looks back on and the next, which it plans; None if it is no such text.

    会议总结2021年工作，部署2022年任务 says it outright; a speech of the first months looks back on the year before.
    """
    told = _BOTH_YEARS.search(text, 0, 2 * OPENING)
    if told and int(told[2]) == int(told[1]) + 1:
        return int(told[1]), int(told[2])
    named = years_in(title)
    if _SPEECH.search(title) and named and (_BACK.search(text) or named[0] - 1 in years_in(text[:OPENING])):
        return named[0] - 1, named[0]
    head = title + "\n" + text[:OPENING]
    day = re.search(r"((?:19|20)\d\d)年(\d{1,2})月", head) or re.match(r"(\d{4})-(\d\d)", date)
    if _SPEECH.search(title) and day and int(day[2]) <= 4 and _BACK.search(text):
        return int(day[1]) - 1, int(day[1])
    return None


def _base(title: str, date: str, text: str) -> tuple[int, str]:
    """The year in which the document is written, 0 if nothing tells, and what told it."""
    # 到2020年 and a page's clock time do not date a text.
    portrait = _PROFILE.search(text, 0, OPENING) and not re.search(r"总结|报告|汇报|讲话|计划|要点", title)
    if portrait and not re.search(r"[我全该本各][县市区州旗]|[县市区]委", text):
        return 0, PORTRAIT
    opening = years_in(_NO_DATE.sub("", text[:OPENING]))
    written = years_in(date[:4])
    if re.search(r"简介|规划", title) is None and opening and written and opening[0] in (written[0], written[0] - 1):
        if opening[0] == written[0] or _looks_back(title, date, text, opening[0]):
            return opening[0], "year-in-opening"
        return written[0], "date-of-document"
    if written:
        # What a report of January says was done, was done the year before.
        early = date[5:7] in ("01", "02") and re.search(r"总结|完成情况|回顾|小结", title)
        return written[0] - bool(early), "date-of-document"
    return _year_told(opening, text), "year-in-opening"


def _looks_back(title: str, date: str, text: str, year: int) -> bool:
    """Whether a text of a later date speaks of the year before: written in the first months, or it begins with it."""
    if not "05" <= date[5:7] <= "12" or re.search(r"总结|回顾|小结|情况", title):
        return True
    return any(re.match(rf"在?{year}年", line.strip()) for line in text[:OPENING].split("\n")[:4])


def is_plan_title(title: str) -> bool:
    """Whether a title is that of a mere plan.

    >>> [is_plan_title(title) for title in ("2022年工作要点", "工作总结和工作计划", "“相守计划”小组开展活动")]
    [True, False, False]
    """
    return _PLAN_TITLE.search(title) is not None and re.search(r"总结|情况|报告", title) is None


def _is_plan(title: str, date: str, text: str) -> bool:
    """Whether a document of one year is a mere plan: by its title, or by the sentence with which it begins."""
    if re.search(r"政府工作报告.*(?:要点|任务|速览|划重点)(?!.*(?:完成|落实|进展))", title):
        return True
    if is_plan_title(title):
        return True
    if _TO_DO.search(title) and not re.search(r"完成|进展|落实|推进情况|总结|办结", title):
        # 2020年为民办实事 published in March is a list of what will be done.
        if re.search(r"清单|分解", title):
            return True
        return "01" <= date[5:7] <= "05" and years_in(date[:4]) == years_in(title)[:1]
    return any(_ASKS.match(line.strip()) for line in text[:OPENING].split("\n")[:3])


def _year_told(opening: list[int], text: str) -> int:
    """The year of a text without date or year in its title: the first of its opening, 0 if it names none.

    A school's page that begins with its founding and goes on to later years is of no one year.
    """
    if not opening and _NEWS.search(text, 0, OPENING):
        # 日前…公布名单, and only later 2019年 or 第35个教师节.
        named = {mark.absolute for mark in year_marks(_NO_DATE.sub("", text), 0, len(_NO_DATE.sub("", text)))} - {None}
        return named.pop() or 0 if len(named) == 1 else 0
    if opening and not re.search(_FOUNDED, text[:OPENING]):
        return _now(opening, text)
    told = [
        y
        for y in opening
        if not re.search(rf"{y}年?[^，。]{{0,8}}(?:{_FOUNDED})|(?:{_FOUNDED})[^，。]{{0,4}}{y}年", text)
    ]
    latest = max(years_in(text), default=0)
    return max(told) if told and latest - max(told) <= 1 else 0


def _now(opening: list[int], text: str) -> int:
    """The year in which an undated text is written, by the years of its opening: the first, but for a row of years.

    A row (2018年…2019年…2020年) leads up to the present; news of a day in the first months that say what the next
    year will bring are of that year.
    """
    years = sorted(set(opening))
    if len(years) >= 3 and opening == sorted(opening):
        return years[-1]
    day = re.search(r"(?<![年\d])(\d{1,2})月\d{1,2}日", text[:60])
    if day and int(day[1]) <= 4 and re.search(rf"{opening[0] + 1}年[^。\n]{{0,20}}(?:将|要|计划)", text):
        return opening[0] + 1
    return opening[0]

"""Where a text names a year, outright (2023年) or from where it stands (去年); not those that only say since when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.text.numerals import parse_number
from kg.text.openers import guarded

__all__ = ["YearMark", "year_marks"]

_DIGITS = r"(?:19[5-9]|20[0-4])\d"
_MARK = guarded(
    rf"(?<![\d.〔])(?:(?P<begin>{_DIGITS})年?[—–~～至-])?(?P<year>{_DIGITS})(?:年(?!代)|学年)"
    r"|(?P<this>今年|本年(?!级)|年内(?!容)|本学年|本学期)|(?P<last>(?<![比较])(?:去年|(?<!早)上年|上一年|上学年))"
    r"|(?P<next>明年|来年|次年|下学年)|(?P<before>(?<![目之以])前年)|(?P<same>当年|(?<!不)同年(?!级))"
    r"|第(?P<teachers_day>[一二三四五六七八九十\d]{1,3})个教师节|(?<!\d)(?P<class>20[0-4]\d)届"
)
_ROUND = re.compile(r"[〇○零]")
_SPELLED = re.compile(r"(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年)")
_IN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_STEPS = {"this": 0, "last": -1, "next": 1, "before": -2}
_RULES = {
    "year": "year-in-clause",
    "this": "this-year",
    "last": "last-year",
    "next": "next-year",
    "before": "year-before-last",
    "same": "same-year",
    "teachers_day": "year-of-series",
    "class": "year-of-series",
}
_FIRST_TEACHERS_DAY = 1985
_NOT_THE_YEAR = re.compile(r"(?:\d{1,2}月(?:份)?)?以来|起草|(?:\d{1,2}月)?(?:建校|创办|始建|创建)的")
_SINCE = re.compile(r"起|[^。；]{0,30}?以来")
_TITLE = re.compile(r"《[^》]*》|〔\d{4}〕")


@dataclass(frozen=True, slots=True)
class YearMark:
    """A word that names a year: `text[start:end]`."""

    start: int
    end: int
    absolute: int | None
    """2023 of 2023年, of 2021—2023年 and of 2023届, 2022 of 第38个教师节; None of a word that counts from another."""
    step: int | None
    """Of 今年, 去年, 明年: how far from the year of the text; None of 当年, which repeats the year named last."""
    rule: str = "year-in-clause"
    """What kind of word it is: `year-in-clause`, `last-year`, `same-year`, `year-of-series` …"""
    begin: int | None = None
    """2021 of 2021—2023年."""

    def year(self, base: int | None, current: int | None) -> int | None:
        """The year meant, where `base` is the text's own and `current` the one named last.

        >>> [mark.year(2023, None) for mark in year_marks("去年和2020年，第三十八个教师节")]
        [2022, 2020, 2022]
        """
        if self.absolute is not None:
            return self.absolute
        if self.step is None:
            return current
        return None if base is None else base + self.step


def year_marks(text: str, start: int = 0, end: int | None = None) -> list[YearMark]:
    """All years that a span names, in their order, without those in 《》 and those of 以来.

    >>> text = "自2003年实施以来，2021年启动《规划（2022年）》，自2020年起推行，2022—2025年实施"
    >>> [text[mark.start : mark.end] for mark in year_marks(text)]
    ['2021年', '2022—2025年']
    """
    stop = len(text) if end is None else end
    if _ROUND.search(text, start, stop):
        text = _in_digits(text)
    found = [m for m in _MARK.finditer(text, start, stop) if not _is_origin(text, m)]
    titles = [m.span() for m in _TITLE.finditer(text, start, stop)] if found else []
    return [_mark(m) for m in found if not any(a <= m.start() < b for a, b in titles)]


@lru_cache(maxsize=1)
def _in_digits(text: str) -> str:
    """The text with 2022年 for 二〇二二年, of the same length; kept, for every clause of a text is asked for."""
    return _SPELLED.sub(lambda m: m[0].translate(_IN_DIGITS), text)


def _mark(match: re.Match[str]) -> YearMark:
    """The mark that a match stands for."""
    kind = match.lastgroup or ""
    absolute = None
    if kind in ("year", "class"):
        absolute = int(match[kind])
    elif kind == "teachers_day":
        absolute = _FIRST_TEACHERS_DAY - 1 + int(parse_number(match[kind]) or 1)
    begin = int(match["begin"]) if match["begin"] else None
    return YearMark(match.start(), match.end(), absolute, _STEPS.get(kind), _RULES[kind], begin)


def _is_origin(text: str, mark: re.Match[str]) -> bool:
    """Whether a year only says since when: 2003年以来, 自2003年实施…以来, 自2020年起, 1998年建校的."""
    if _NOT_THE_YEAR.match(text, mark.end()):
        return True
    return text[mark.start() - 1 : mark.start()] in ("自", "从") and bool(_SINCE.match(text, mark.end()))

"""Where a text names a year, outright (2023年) or from where it stands (去年); not those that only say since when."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["YearMark", "year_marks"]

_MARK = re.compile(
    r"(?<![\d.〔])(?P<year>(?:19[5-9]|20[0-4])\d)(?:年|学年|(?=[—–-]\d{4}年))"
    r"|(?P<this>今年|本年)|(?P<last>去年|上年)|(?P<next>明年|来年|次年)|(?P<same>当年|同年)"
)
_NOT_THE_YEAR = re.compile(r"以来|起草|(?:\d{1,2}月)?(?:建校|创办|始建|创建)的")
_SINCE = re.compile(r"[^。；]{0,30}?以来")
_TITLE = re.compile(r"《[^》]*》|〔\d{4}〕")
_STEPS = {"this": 0, "last": -1, "next": 1}


@dataclass(frozen=True, slots=True)
class YearMark:
    """A word that names a year: `text[start:end]`."""

    start: int
    end: int
    absolute: int | None
    """2023 of 2023年; None of a word that counts from another year."""
    step: int | None
    """Of 今年, 去年, 明年: how far from the year of the text; None of 当年, which repeats the year named last."""

    def year(self, base: int | None, current: int | None) -> int | None:
        """The year meant, where `base` is the text's own and `current` the one named last.

        >>> [mark.year(2023, None) for mark in year_marks("去年和2020年")]
        [2022, 2020]
        """
        if self.absolute is not None:
            return self.absolute
        if self.step is None:
            return current
        return None if base is None else base + self.step


def year_marks(text: str, start: int = 0, end: int | None = None) -> list[YearMark]:
    """All years that a span names, in their order, without those in 《》 and those of 以来.

    >>> text = "自2003年实施以来，2021年启动《规划（2022年）》"
    >>> [text[mark.start : mark.end] for mark in year_marks(text)]
    ['2021年']
    """
    stop = len(text) if end is None else end
    found = [m for m in _MARK.finditer(text, start, stop) if not _is_origin(text, m)]
    titles = [m.span() for m in _TITLE.finditer(text, start, stop)] if found else []
    return [
        YearMark(m.start(), m.end(), int(m["year"]) if m["year"] else None, _STEPS.get(m.lastgroup or ""))
        for m in found
        if not any(a <= m.start() < b for a, b in titles)
    ]


def _is_origin(text: str, mark: re.Match[str]) -> bool:
    """Whether a year only says since when: 2003年以来, 自2003年实施…以来, 1998年建校的."""
    if _NOT_THE_YEAR.match(text, mark.end()):
        return True
    return text[mark.start() - 1 : mark.start()] in ("自", "从") and bool(_SINCE.match(text, mark.end()))

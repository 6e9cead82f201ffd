"""Which of the first lines of a page is the title of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.clean.data import word_list
from kg.text.people import PERSON_LINE

__all__ = ["find_title", "full_title"]

FIRST = 25
"""Lines among which the title is looked for."""
PROSE = 90
"""Characters from which a line with a full stop is running text, so that the title must stand above it."""
SHORTEST, LONGEST = 4, 70

_SENTENCE = re.compile("[。！？；，].*[。！？；]|[。；：]$")
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.](?!\d)|附件?\d*：?$"
)
_DATE = re.compile(r"[（(]?(?:19|20|二〇)[\d年月日〇一二三四五六七八九十.\-/: ]+[）)]?")
_YEAR = re.compile(r"(?:19|20)\d\d|二[〇○零]..年|十[一二三四五六]五|上半年|下半年|学年")
_SUBJECT = re.compile("教育|学校|中学|小学|幼儿园|教体|教科|办学|教学|双减|学前|校园")
_OPEN = re.compile("关于.{2,}|[—-]{2}.{4,}")


def find_title(texts: Sequence[str]) -> int | None:
    """The index of the line that is the title; None if no line looks like one.

    >>> find_title(["各学区、局直各单位：", "2024年3月8日", "市教育局2024年工作要点", "2024年，全市教育工作……。"])
    2
    """
    best, best_score = None, 0
    for number, text in enumerate(texts[:FIRST]):
        if len(text) >= PROSE and ("。" in text or text.endswith("！")):
            break
        score = _score(text)
        if score > best_score:
            best, best_score = number, score
    return best


def full_title(texts: Sequence[str]) -> str:
    """The title with the line before it, if it goes on from there (某局 / 关于…的通报), and a subtitle (——…).

    >>> full_title(["临江县教育局", "关于2018年教育重点建设项目推进情况的通报", "各学校："])
    '临江县教育局关于2018年教育重点建设项目推进情况的通报'
    """
    place = find_title(texts)
    if place is None:
        return ""
    title = texts[place]
    before = texts[place - 1] if place else ""
    behind = texts[place + 1] if place + 1 < len(texts) else ""
    if _OPEN.fullmatch(title) and before and _score(before) >= 0 and not re.search("[：，。；]", before):
        title = before + title
    if re.match("[—-]{2}", behind) and len(behind) <= LONGEST:
        title += behind
    return title


def _score(text: str) -> int:
    """How much a line looks like a title; -1 for what cannot be one."""
    if not SHORTEST <= len(text) <= LONGEST or _SENTENCE.search(text) or _HEADING.match(text) or _DATE.fullmatch(text):
        return -1
    if PERSON_LINE.fullmatch(text):
        # A line of a list of those who are honored.
        return -1
    kind = any(word in text for word in word_list("title_words"))
    return 3 * kind + 2 * bool(_YEAR.search(text)) + bool(_SUBJECT.search(text))

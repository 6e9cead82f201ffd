"""The line under a title that tells where a page comes from and when it was published."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from kg.clean.data import labels
from kg.model.document import Metadata

__all__ = ["is_labelled", "read_labels"]

LONGEST_LINE, LONGEST_VALUE = 240, 60
_DATE = re.compile(r"((?:19|20)\d\d)[-年./](\d{1,2})[-月./](\d{1,2})")
_BEFORE = re.compile(r"(?:[\s|\[【（(]|(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?|\d{1,2}:\d\d(?::\d\d)?)*")
_MARK = re.compile("[：|丨]")
_EDGE = re.compile(r"[\s|丨\[\]【】（）()/、；;，,。]+")


def is_labelled(text: str, *, head: bool = False) -> bool:
    """Whether a line holds nothing but labels and their values; `head` for a line before the text begins.

    >>> is_labelled("来源：临江县教育局|发布日期：2023-02-16 09:00"), is_labelled("时间：2021年9月1日", head=True)
    (True, True)
    >>> is_labelled("时间：2021年9月1日"), is_labelled("来源：各校自筹资金200万元，区财政补助100万元，合计300万元。")
    (False, False)
    """
    values = _values(text)
    if not values or "，" in text or "。" in text or any(len(value) > LONGEST_VALUE for _, value in values):
        return False
    known = labels()
    sure = any(label in known.sure for label, _ in values)
    return sure or len(values) > 1 or (head and len(values[0][1]) <= LONGEST_VALUE // 2)


def read_labels(texts: Sequence[str], *, title: str, language: str) -> Metadata:
    """Publisher and date from the first labelled lines that tell them.

    >>> read_labels(["来源：临江县教育局|发布日期：2023-2-16 09:00"], title="", language="").published
    '2023-02-16'
    """
    found: dict[str, str] = {}
    for text in texts:
        if is_labelled(text):
            for label, value in _values(text):
                found.setdefault(label, value)
            if date := _DATE.match(text):  # 2022-10-11 09:12 来源：…
                found.setdefault(labels().published[0], date[0])
    known = labels()
    publishers = (_publisher(found, label) for label in known.publisher)
    dates = (_date(found.get(label, "")) for label in known.published)
    return Metadata(
        title=title,
        publisher=next(filter(None, publishers), ""),
        published=next(filter(None, dates), ""),
        language=language,
    )


def _values(text: str) -> list[tuple[str, str]]:
    """The labels of a line and what stands behind them; nothing if the line does not begin with one."""
    if len(text) > LONGEST_LINE or not _MARK.search(text):
        return []
    found = list(_label().finditer(text))
    if not found or _BEFORE.fullmatch(text[: found[0].start()]) is None:
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    return [(match[1], _EDGE.sub(" ", text[match.end() : end]).strip()) for match, end in zip(found, ends, strict=True)]


def _publisher(found: Mapping[str, str], label: str) -> str:
    """The value if it names a body: 网络 and 本站 are nobody."""
    name = found.get(label, "").split(" ")[0]
    return name if name.endswith(labels().bodies) and 3 <= len(name) <= 30 else ""


def _date(value: str) -> str:
    """The first date in ISO form; empty if there is none or it cannot be."""
    date = _DATE.search(value)
    if not date:
        return ""
    year, month, day = map(int, date.groups())
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """Any label with its colon, the longest first."""
    known = sorted(labels().sure | labels().maybe, key=lambda word: (-len(word), word))
    return re.compile(rf"({'|'.join(map(re.escape, known))})(?:：|\s?[|丨]\s?)")

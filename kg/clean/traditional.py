"""Traditional characters become simplified ones; every place keeps its number."""

from __future__ import annotations

from kg.clean.step import Mended, lines, relettered
from kg.model.aligned import AlignedText
from kg.text.simplify import has_traditional, simplify, traditional_share

__all__ = ["language", "traditional"]

TRADITIONAL = 0.08
"""Share of characters that the conversion changes from which a text is traditional. Traditional reports have 0.28 to
0.36, simplified ones none; a simplified page with a few traditional words or with 著 and 於 stays below."""
_LINE = 0.15
"""The same for one line of a simplified page; a short line must be surer."""


def language(text: str) -> str:
    """`zh-Hant` for a text in traditional characters, else `zh-Hans`.

    >>> language("全縣教育系統"), language("全县教育系统")
    ('zh-Hant', 'zh-Hans')
    """
    return "zh-Hant" if has_traditional(text) and traditional_share(text) >= TRADITIONAL else "zh-Hans"


def traditional(view: AlignedText) -> Mended:
    """The text in simplified characters. In a simplified page only what is surely traditional is touched: lines that
    are traditional as a whole, and characters that simplified Chinese does not have.

    >>> traditional(AlignedText.plain("落實立德樹人，著力辦好教育"))[0].text
    '落实立德树人，着力办好教育'
    >>> traditional(AlignedText.plain("现将於都县上半年教育工作的开展情况以及實验学校的建设进度通报如下"))[0].text
    '现将於都县上半年教育工作的开展情况以及实验学校的建设进度通报如下'
    """
    if not has_traditional(view.text):
        return view, []
    converted = simplify(view.text)
    if converted == view.text:
        return view, []
    if traditional_share(view.text, converted) < TRADITIONAL:
        parts = []
        for line in lines(view.text):
            new = converted[line.start : line.end]
            whole = new != line.text and traditional_share(line.text) >= _LINE
            parts.append(new if whole else "".join(map(_surely, line.text, new)))
        converted = "\n".join(parts)
    return relettered(view, converted, "traditional")


def _surely(before: str, after: str) -> str:
    """The converted character if simplified Chinese has no use for the other one."""
    if before == after:
        return before
    try:
        before.encode("gb2312")
    except UnicodeEncodeError:
        return after
    return before

"""Spaces that part nothing go; those that part words or columns stay."""

from __future__ import annotations

import re

from kg.clean.step import Line, Mended, lines, tidied
from kg.model.aligned import AlignedText, Edit
from kg.text.dictionary import word_counts
from kg.text.simplify import simplify

__all__ = ["spaces", "spread_text"]

_GAP = re.compile(r"(?<=[^ \t])[ \t]+(?=[^ \t])")
_WIDE = re.compile(r"(?<=[^ \t])[ \t]{2,}(?=[^ \t])")
_CHINESE = "㐀-䶿一-鿿"
_SPREAD = re.compile(rf"(?<![^ \t\n，。、；：（）])[{_CHINESE}](?: +[{_CHINESE}](?![^ \t\n，。、；：（）]))+")
"""Characters that stand each for itself: 目 录, 王 伟."""
_ALONE = re.compile(r"(?<![^ \n])[^ \n](?![^ \n])")
SPREAD = 0.25
"""Share of spaces in a text from which its lines may be spread; then nearly every second character is one."""
ALONE, LEAST_ALONE = 0.8, 3
"""Share of a line's characters, and their number, that must stand alone in a spread line."""
_BETWEEN = re.compile(rf"(?<=[{_CHINESE}]) (?=[{_CHINESE}])")
FEW_GAPS = 3
"""Spaces between Chinese characters from which it is worth to look into the dictionary."""
FEW_STRAY, STRAY = 2, 0.15
"""Spaces inside words, and their share of those between Chinese characters, from which all such spaces are stray; in
sound reports not one stands inside a word."""
SEEN = 300
"""How often a word must be seen to be one that a space does not part by chance."""
_WORDLIKE = re.compile(r"[A-Za-z0-9]")
_IDEOGRAPH = re.compile(f"[{_CHINESE}]")
COLUMNS = 2
"""Wide gaps in a line from which it is a row of a table: a title may have one."""


def spread_text(view: AlignedText) -> Mended:
    """The text without the spaces that stand behind every single character: 教 育 局 2 0 2 3 年.

    >>> spread_text(AlignedText.plain("江 滨 小 学 2 0 2 3 年 获 评"))[0].text
    '江滨小学2023年获评'
    >>> spread_text(AlignedText.plain("毛入园率 94.51% 96%"))[0].text
    '毛入园率 94.51% 96%'
    """
    if view.text.count(" ") < SPREAD * len(view.text):
        return view, []
    edits: list[Edit] = []
    for line in lines(view.text):
        inner = line.text.strip(" ")
        if " " not in inner:
            continue
        alone = len(_ALONE.findall(inner))
        if alone >= max(LEAST_ALONE, ALONE * len(inner.replace(" ", ""))):
            start = line.start + line.text.find(inner)
            edits.extend(
                Edit(start + gap.start(), start + gap.end(), " " if len(gap[0]) > 1 else "")
                for gap in re.finditer(" +", inner)
            )
    return tidied(view, "space", edits)


def spaces(view: AlignedText) -> Mended:
    r"""The text without spaces at punctuation, between Chinese and digits or Latin, and inside spread words.

    One space stays between Chinese words, which it parts like a comma, and between Latin ones. The columns of a row
    that was laid out with wide gaps are parted by tabs. Indents stay: later steps read them.

    >>> spaces(AlignedText.plain("获评湖南省 2022 年“宣传二十大 奋进新征程”  优秀 ，王 伟"))[0].text
    '获评湖南省2022年“宣传二十大 奋进新征程”优秀，王伟'
    >>> spaces(AlignedText.plain("毛入园率  94.51%  96%"))[0].text
    '毛入园率\t94.51%\t96%'
    """
    edits: list[Edit] = []
    stray = _stray(view.text)
    for line in lines(view.text):
        if " " in line.text.strip() or "\t" in line.text:
            edits.extend(_edits(line, stray))
    return tidied(view, "space", edits)


def _stray(text: str) -> frozenset[int]:
    """Where single spaces between Chinese characters part nothing: inside words; and if many of all stand there, for
    they are strewn over the text, everywhere."""
    gaps = [found.start() for found in _BETWEEN.finditer(text)]
    if len(gaps) < FEW_GAPS:
        return frozenset()
    inside = [gap for gap in gaps if _is_inside_word(text, gap)]
    return frozenset(gaps if len(inside) >= max(FEW_STRAY, STRAY * len(gaps)) else inside)


def _is_inside_word(text: str, gap: int) -> bool:
    """Whether a word of the dictionary begins before the space and ends behind it."""
    left, right = simplify(text[max(gap - 2, 0) : gap]), simplify(text[gap + 1 : gap + 3])
    counts = word_counts()
    return any(
        counts.get(left[-before:] + right[:behind], 0) >= SEEN
        for before in range(1, len(left) + 1)
        for behind in range(1, len(right) + 1)
    )


def _edits(line: Line, stray: frozenset[int]) -> list[Edit]:
    """The changes to one line."""
    inner = line.text.strip(" \t")
    indent = line.text.find(inner) if inner else 0
    columns = len(_WIDE.findall(inner)) >= COLUMNS
    spread = [found.span() for found in _SPREAD.finditer(inner)]
    edits: list[Edit] = []
    for gap in _GAP.finditer(inner):
        is_spread = any(start < gap.start() < end for start, end in spread)
        left, right = inner[gap.start() - 1], inner[gap.end()]
        start = line.start + indent + gap.start()
        if not is_spread and ("\t" in gap[0] or (columns and len(gap[0]) > 1)):
            kept = "\t"
        elif is_spread or start in stray or _parts_nothing(left, right):
            kept = ""
        else:
            kept = " "
        if kept != gap[0]:
            edits.append(Edit(start, start + len(gap[0]), kept))
    return edits


def _parts_nothing(left: str, right: str) -> bool:
    """Whether a space between the two means nothing: only two Chinese or two Latin words need it."""
    both_chinese = _IDEOGRAPH.match(left) and _IDEOGRAPH.match(right)
    both_latin = _WORDLIKE.match(left) and _WORDLIKE.match(right)
    return not both_chinese and not both_latin

"""Spaces that part nothing go; those that part words or columns stay."""

from __future__ import annotations

import re

from kg.clean.step import Line, Mended, lines, tidied
from kg.model.aligned import AlignedText, Edit

__all__ = ["spaces"]

_GAP = re.compile(r"(?<=[^ \t])[ \t]+(?=[^ \t])")
_WIDE = re.compile(r"(?<=[^ \t])[ \t]{2,}(?=[^ \t])")
_CHINESE = "㐀-䶿一-鿿"
_SPREAD = re.compile(rf"(?<![^ \t\n，。、；：（）])[{_CHINESE}](?: +[{_CHINESE}](?![^ \t\n，。、；：（）]))+")
"""Characters that stand each for itself: 目 录, 王 伟."""
_WORDLIKE = re.compile(r"[A-Za-z0-9]")
_IDEOGRAPH = re.compile(f"[{_CHINESE}]")
COLUMNS = 2
"""Wide gaps in a line from which it is a row of a table: a title may have one."""


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
    for line in lines(view.text):
        if " " in line.text.strip() or "\t" in line.text:
            edits.extend(_edits(line))
    return tidied(view, "space", edits)


def _edits(line: Line) -> list[Edit]:
    """The changes to one line."""
    inner = line.text.strip(" \t")
    indent = line.text.find(inner) if inner else 0
    columns = len(_WIDE.findall(inner)) >= COLUMNS
    spread = [found.span() for found in _SPREAD.finditer(inner)]
    edits: list[Edit] = []
    for gap in _GAP.finditer(inner):
        is_spread = any(start < gap.start() < end for start, end in spread)
        left, right = inner[gap.start() - 1], inner[gap.end()]
        if not is_spread and ("\t" in gap[0] or (columns and len(gap[0]) > 1)):
            kept = "\t"
        elif is_spread or _parts_nothing(left, right):
            kept = ""
        else:
            kept = " "
        if kept != gap[0]:
            start = line.start + indent + gap.start()
            edits.append(Edit(start, start + len(gap[0]), kept))
    return edits


def _parts_nothing(left: str, right: str) -> bool:
    """Whether a space between the two means nothing: only two Chinese or two Latin words need it."""
    both_chinese = _IDEOGRAPH.match(left) and _IDEOGRAPH.match(right)
    both_latin = _WORDLIKE.match(left) and _WORDLIKE.match(right)
    return not both_chinese and not both_latin

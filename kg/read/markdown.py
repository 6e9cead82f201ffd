"""What a reader sees of a Markdown file: the text without its marks."""

from __future__ import annotations

import re
from collections.abc import Set

from kg.model.aligned import AlignedText, Edit

__all__ = ["view_markdown"]

_MARKS = re.compile(
    r"""
    ^[ \t]{0,3}\#{1,6}[ \t]+                      # heading
  | [ \t]+\#+[ \t]*$                              # its closing marks
  | ^[ \t]*[-*+][ \t]+(?=\S)                      # bullet
  | ^[ \t]{0,3}>[ \t]?                            # quotation
  | ^[ \t]*(?:```|~~~).*$                         # fence of code
  | ^[ \t]*(?:[-*_][ \t]*){3,}$                   # rule
  | ^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$   # line under a table's head
  | !\[[^\]\n]*\]\([^)\n]*\)                      # picture
  | (?P<open>(?<!!)\[(?=[^\]\n]+\]\([^)\n]*\)))   # link, its text stays
  | \]\([^)\n]*\)
  | \*\*|__|(?<!\\)`
  | (?P<cell>[ \t]*\|[ \t]*)
  | \\(?=[\\`*_{}\[\]()\#+.!|>-])                 # escape
    """,
    re.MULTILINE | re.VERBOSE,
)

_RULED = re.compile(r"\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?")
"""The line under a table's head."""


def view_markdown(source: str) -> AlignedText:
    """The text without marks of headings, lists, emphasis and links; the cells of a table are parted by tabs.

    >>> view_markdown("## 一、**主要**工作\\n|指标|2020年|\\n|---|---|\\n|入园率|94%|").text
    '一、主要工作\\n指标\\t2020年\\n\\n入园率\\t94%'
    """
    edits: list[Edit] = []
    rows = _table_rows(source)
    for found in _MARKS.finditer(source):
        line = source.rfind("\n", 0, found.start()) + 1
        end = source.find("\n", found.end())
        inner = source[line : found.start()].strip() and source[found.end() : end if end >= 0 else None].strip()
        if found["cell"] and line not in rows:
            continue
        edits.append(Edit(found.start(), found.end(), "\t" if found["cell"] and inner else ""))
    return AlignedText.plain(source).edited(edits)


def _table_rows(source: str) -> Set[int]:
    """Where the rows of tables begin: lines with a bar at their start, and lines around one of dashes and bars."""
    rows: set[int] = set()
    at, before, inside = 0, -1, False
    for line in source.split("\n"):
        bars = "|" in line
        ruled = bars and _RULED.fullmatch(line.strip()) is not None
        inside = bars and (inside or ruled)
        if ruled and before >= 0:
            rows.add(before)
        if inside or line.lstrip().startswith("|"):
            rows.add(at)
        before = at if bars else -1
        at += len(line) + 1
    return rows

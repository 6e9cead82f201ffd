"""The line above a place that opens the list in which the place stands."""

from __future__ import annotations

__all__ = ["opening_line"]


def opening_line(text: str, start: int, most: int) -> str:
    r"""The line above that of a place if it ends in ： and has at most so many characters; else empty.

    Looks at so many characters only: a copy of all that stands above would take longer with every page.

    >>> opening_line("在建学校：\n甲小学，乙小学", 9, 40), opening_line("在建学校：\n甲小学，乙小学", 9, 3)
    ('在建学校：', '')
    """
    end = text.rfind("\n", 0, start) + 1
    above = text[max(0, end - most - 2) : end].rstrip()
    above = above[above.rfind("\n") + 1 :]
    return above if above.endswith("：") and len(above) <= most else ""

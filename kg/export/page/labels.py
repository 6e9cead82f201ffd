"""What stands beneath a mark: a name without what its place already says, short enough to read."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["short_label"]

MOST = 10
"""Characters of Chinese that fit beneath a mark."""
_QUOTES = re.compile(r"^[“‘「『《【\"'](.+)[”’」』》】\"']$")
_SUFFIX = re.compile("(?:特别行政区|自治区|自治州|自治县|自治旗|[省市县区旗盟州])$")
_LEAST = 2
"""So much must be left of a name without its region: 石门县 without 石门 is no name."""


def short_label(name: str, regions: Sequence[str] = (), most: int = MOST, *, around: Sequence[str] = ()) -> str:
    """The name without the region in whose disc it stands, then without its middle: the ends tell names apart.

    `regions` are the full names of the regions it belongs to, from the widest to the narrowest; `around` those of the
    disc, which go only where the name is too long: an honor that a province gave keeps the province while it has room.

    >>> short_label("石门县第一完全小学", ["湖南省", "常德市", "石门县"])
    '第一完全小学'
    >>> short_label("石门一中", ["石门县"])
    '石门一中'
    >>> short_label("湖南省文明校园", around=["湖南省"]), short_label("湖南省义务教育均衡发展示范县", around=["湖南省"])
    ('湖南省文明校园', '义务教育均衡…示范县')
    >>> short_label("全县推进义务教育优质均衡发展工作领导小组")
    '全县推进义务…导小组'
    """
    words = " ".join(name.split())
    words = _without_regions(words, regions)
    quoted = _QUOTES.match(words)
    words = quoted[1] if quoted and len(quoted[1]) >= _LEAST else words
    if len(words) > most:
        words = _without_regions(words, around)
    if len(words) <= most:
        return words
    end = most // 3
    return f"{words[: most - end - 1]}…{words[-end:]}"


def _without_regions(words: str, regions: Sequence[str]) -> str:
    """Full names go where they begin the rest; one without its suffix (石门一中) says which school it is, and stays."""
    for region in regions:
        if _SUFFIX.search(region) and words.startswith(region) and len(words) - len(region) > _LEAST:
            words = words[len(region) :]
    return words

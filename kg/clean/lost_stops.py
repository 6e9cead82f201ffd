"""Full stops lost before the next point of a list: …新领域三是创新…"""

from __future__ import annotations

import re

from kg.clean.step import Mend, Mended, lines, mended
from kg.model.aligned import AlignedText

__all__ = ["lost_stops"]

_ORDER = "一二三四五六七八九"
_POINT = re.compile(rf"([{_ORDER}])是")
_WHOLE = re.compile("[，。；：、！？“‘（《—…· 第其这那]")
"""Before these a point begins as it should, or is none: 其二是, 第三是."""
CONFIDENCE = 0.8


def lost_stops(view: AlignedText) -> Mended:
    """The text with a full stop before 二是, 三是 … where these follow 一是, 二是 … in a line without any mark between.

    >>> lost_stops(AlignedText.plain("一是抓实基建，拓展新的领域二是做优文化。"))[0].text
    '一是抓实基建，拓展新的领域。二是做优文化。'
    """
    mends: list[Mend] = []
    for line in lines(view.text):
        last = -1
        for point in _POINT.finditer(line.text):
            number = _ORDER.index(point[1])
            follows = number == last + 1
            if point.start() and follows and number and not _WHOLE.match(line.text[point.start() - 1]):
                place = line.start + point.start()
                mends.append(Mend("full-stop", place, place, "。", CONFIDENCE))
            if follows or number == 0:
                last = number
    return mended(view, mends)

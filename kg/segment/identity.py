"""What a document says of itself: title, issuer and date."""

from __future__ import annotations

import re

from kg.segment.periods import years_in
from kg.segment.place import ISSUER, Place
from kg.text.people import PERSON_LINE

__all__ = ["find_date", "find_issuer", "find_title"]

_BARE = frozenset({"简介", "学校简介", "学校概况", "概况", "首页", "正文", "学校介绍"})
_TOLD = re.compile(r"[，。].*(?:被|是|由|获|为|在|闭幕|举行|开幕)|。")
"""What a sentence has and a title has not."""
_HANDED_DOWN = re.compile(r"(?:下发|印发|发来|传来|收到|公布了?)(?:表扬|情况)?(?:通报|通知|文件|报告)$")
"""省政府教育督导委员会下发通报: a line of a text broken for a phone, no title."""
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、]")
"""A heading below the first line is no title, however it ends."""
_DATE = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?")


def find_title(given: str, text: str, title_words: frozenset[str]) -> str:
    """The title: what the page says, else the first line of the text that ends as titles do, else its first line.

    A title that is broken over two lines is joined: an issuer's line and a line that begins with 关于.
    """
    lines = [line.strip() for line in text.split("\n")[:12] if line.strip()]
    for index, line in enumerate(lines):
        if (
            len(line) > 70
            or line.endswith(("。", "：", "；"))
            or _HANDED_DOWN.search(line)
            or (index and _NUMBERED.match(line))
        ):
            continue
        if line.startswith("关于") and index and len(lines[index - 1]) <= 40 and ISSUER.search(lines[index - 1]):
            return lines[index - 1] + line
        bare = re.sub(r"[（(][^）)]*[）)]$", "", line)
        if any(bare.endswith(word) for word in title_words):
            return line
    named = lines and len(lines[0]) <= 70 and re.search(r"[\u4e00-\u9fff]{2}", lines[0])
    first = lines[0] if named and not _TOLD.search(lines[0]) else ""
    # A label may stand before a whole paragraph; no title is so long.
    return (
        given
        if given
        and given not in _BARE
        and len(given) <= 80
        and not re.search("。", given)
        and not _HANDED_DOWN.search(given)
        else first
    )


def find_issuer(title: str, text: str, place: Place) -> str:
    """The reporting body with its region's name: 石门县教育局; empty if neither title, head nor signature names one."""
    lines = text.split("\n")
    spots = [title, *[line for line in lines[:6] if len(line) <= 40], *[line for line in lines[-6:] if len(line) <= 40]]
    for spot in spots:
        match = ISSUER.search(spot)
        if not match or PERSON_LINE.fullmatch(spot.strip()):
            continue
        region, body = match["region"], match["body"]
        if place.division is None:
            return region + body if region else body
        if not region or len(region) <= 1 or region not in (place.division.name, place.division.short):
            named = region if place.division.name in region else place.division.name
            return named + body
        return place.division.name + body
    return ""


def find_date(published: str, title: str, text: str) -> str:
    """The document's date, ISO: as the page gives it, else the signature's, else a year; empty if nothing tells."""
    tail = text[-160:]
    spelled = re.sub(r"[〇○零一二三四五六七八九十]+(?=[年月日])", _spelled, tail)
    dates = _DATE.findall(spelled)
    last_lines = [line.strip() for line in spelled.strip().split("\n")[-3:]]
    for year, month, day in reversed(dates):
        if any(line.strip("（）()").startswith(f"{year}年") and len(line) <= 16 for line in last_lines):
            return f"{year}-{int(month):02}-{int(day):02}" if day else f"{year}-{int(month):02}"
    if published:
        return published
    first = [line.strip() for line in text.split("\n")[:6]]
    for line in first:
        match = _DATE.fullmatch(line)
        if match:
            return (
                f"{match[1]}-{int(match[2]):02}-{int(match[3] or 1):02}"
                if match[3]
                else f"{match[1]}-{int(match[2]):02}"
            )
        if re.fullmatch(r"(?:19|20)\d\d年", line):
            return line[:4]
    years = years_in(title)
    return str(years[0]) if years else ""


def _spelled(match: re.Match[str]) -> str:
    """A Chinese number of a date in digits: 二〇一〇 → 2010, 十二 → 12."""
    word = match[0].translate(str.maketrans("〇○零一二三四五六七八九", "000123456789"))
    if word.isdigit():
        return word
    tens, _, ones = word.partition("十")
    return f"{tens or 1}{ones or 0}" if len(ones) <= 1 else word

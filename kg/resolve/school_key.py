"""The canonical form of a school's name: 县一中, 石门一中 and 石门县第一中学 are one."""

from __future__ import annotations

import re

__all__ = ["distinctive", "expand", "is_short_for", "is_telling"]

_CHINESE = "零一二三四五六七八九"
_SHORT = re.compile(
    r"^(?P<lead>.*?)第?(?P<number>[一二三四五六七八九十]{1,3}|\d{1,3})"
    r"(?P<kind>高级中学|初级中学|完全小学|完小|中学?|小学?|幼儿园|幼|高中|高|初中|初|职中|职|实小|实验小学|实幼|实验幼儿园)(?P<rest>.*)$"
)
_KINDS = {
    "中": "中学",
    "完小": "完全小学",
    "小": "小学",
    "幼": "幼儿园",
    "高": "高级中学",
    "高中": "高级中学",
    "初": "初级中学",
    "初中": "初级中学",
    "职": "职业学校",
    "职中": "职业中学",
    "实小": "实验小学",
    "实幼": "实验幼儿园",
}
_EXPAND = (
    ("职教中心", "职业教育中心"),
    ("特校", "特殊教育学校"),
    ("特教学校", "特殊教育学校"),
    ("卫校", "卫生学校"),
    ("艺校", "艺术学校"),
    ("技校", "技工学校"),
    ("农校", "农业学校"),
    ("职校", "职业学校"),
    ("职中", "职业中学"),
    ("职高", "职业高级中学"),
    ("附中", "附属中学"),
    ("附小", "附属小学"),
    ("附幼", "附属幼儿园"),
    ("中心园", "中心幼儿园"),
    ("民大", "民族大学"),
    ("师大", "师范大学"),
    ("中学校", "中学"),
    ("小学校", "小学"),
    ("实小", "实验小学"),
)
_ABBREVIATED = tuple(short for short, _ in _EXPAND)
_NUMERAL = re.compile(r"[一二三四五六七八九十\d]")
_ORDINAL = re.compile(r"第[一二三四五六七八九十]+")
_DAYS = frozenset({"八一", "五一", "六一", "七一", "九一"})
"""Days of the calendar that name schools: 八一中学 is no eighty-first."""
_TYPES = re.compile(
    r"第[一二三四五六七八九十]+|实验|职业|技术|民族|外国语|中心|特殊|教育|高级|初级|附属|中等|专业|九年一贯制|寄宿制|小学|中学|学校|学院|大学|幼儿园|中专"
)
_TOWN_JUNIOR = re.compile(r"(?P<town>[\u4e00-\u9fff]{2,4}?)(?:镇|乡|街道)第(?P<number>[一二三四五六七八九十]+)初级中学")
_ADMIN = re.compile(r"[镇乡县市区州村]|街道|办事处|社区|中心|公办|民办|公立|私立|普通")
_FULL_KIND = re.compile(r"(?<!级)(?<!完全)高中$")


def expand(name: str) -> str:
    """The full form of a school's name without its region: numbers in Chinese, abbreviations written out.

    >>> expand("49中"), expand("四小"), expand("恒雅高中"), expand("晨光卫校")
    ('第四十九中学', '第四小学', '恒雅高级中学', '晨光卫生学校')
    """
    if not name.isalnum():
        name = re.sub(r"[（）“”·]", "", name)
    # Most names hold no numeral, which is seen sooner than that the pattern does not match.
    match = _SHORT.match(name) if _NUMERAL.search(name) else None
    if match and match["number"] in _DAYS and name[match.start("number") - 1 : match.start("number")] != "第":
        match = None
    if match and not re.search(r"[一二三四五六七八九十]$", match["lead"]):
        kind = _KINDS.get(match["kind"], match["kind"])
        number = _numeral(match["number"])
        rest = match["rest"]
        if not (kind == "中学" and rest.startswith(("心", "等"))):
            return f"{match['lead']}第{number}{kind}{rest}"
    if name.endswith(_ABBREVIATED):
        for short, full in _EXPAND:
            if name.endswith(short) and not name.endswith(full):
                name = name[: -len(short)] + full
                break
    if name.endswith("高中"):
        return _FULL_KIND.sub("高级中学", name)
    return name[:-1] + "级中学" if name.endswith("初中") and name[-3:-2] != "级" else name


def _numeral(number: str) -> str:
    """Digits as Chinese numerals: 49 is 四十九."""
    if not number.isdigit():
        return number
    value = int(number)
    if value >= 100:
        return number
    tens, ones = divmod(value, 10)
    return (("" if tens == 1 else _CHINESE[tens]) + "十" if tens else "") + (_CHINESE[ones] if ones else "")


def is_short_for(short: str, full: str) -> bool:
    """Whether one expanded name can be the short form of another: its end, or its characters in order.

    >>> is_short_for("云海学校", "天山学院云海实验学校"), is_short_for("第一小学", "第一实验小学")
    (True, False)
    >>> is_short_for("白马第一中学", "白马镇第一初级中学"), is_short_for("白马第一中学", "白马镇第二初级中学")
    (True, False)
    """
    if short == full or len(short) >= len(full) or len(short) < 3:
        return False
    if not is_telling(short):
        # 职业学院, 中心小学: nothing in the short name tells which of several is meant.
        return False
    if not _same_number(short, full):
        # 虹桥小学 is another school than 虹桥第二小学, and this one than 虹桥第十二小学.
        return False
    if full.endswith(short):
        return True
    junior = _TOWN_JUNIOR.fullmatch(full)
    if junior and short[:2] == full[:2] and short.endswith(f"第{junior['number']}中学"):
        # 下湾一中 is what 下湾镇第一初级中学 is called.
        return junior["town"].startswith(short.removesuffix(f"第{junior['number']}中学"))
    # In order, with the two characters that distinguish the name side by side, and the same kind at the end.
    if short[-2:] != full[-2:] or short[:2] not in full:
        return False
    at = full.index(short[:2])
    for char in short:
        at = full.find(char, at)
        if at < 0:
            return False
        at += 1
    if short.endswith(("大学", "学院")):
        # 海南大学 is another university than 海南医科大学.
        return False
    dropped = full.replace(short[:2], "", 1)[: -len(short[2:]) or None]
    # 东莞中学 is another school than 东莞实验中学, 青山小学 than 青山柳林小学; 云海学校 can be 云海实验学校.
    return short.endswith("学校") or not (_TYPES.search(dropped) or len(_ADMIN.sub("", dropped)) > 1)


def _same_number(short: str, full: str) -> bool:
    """Whether the longer name holds the number of the shorter one, or neither holds any."""
    numbers = _ORDINAL.findall(full)
    return (number[0] in numbers) if (number := _ORDINAL.findall(short)) else not numbers


def is_telling(name: str) -> bool:
    """Whether an expanded name says more than which kind and number of school it is.

    >>> is_telling("恒雅高级中学"), is_telling("第一中学"), is_telling("实验小学")
    (True, False, False)
    """
    return len(distinctive(name)) >= 2


def distinctive(name: str) -> str:
    """What is left of an expanded name without the words for kind, number and stage; empty for 第一中学.

    >>> distinctive("夹山镇中心小学")
    '夹山镇'
    """
    return _TYPES.sub("", name)

"""Numbers with a measure word, found in one pass over the text; dates, ranks, names and slogans are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.knowledge import Knowledge
from kg.knowledge.patterns import Unit
from kg.text.numerals import parse_number

__all__ = ["Number", "find_numbers"]

_SCALE = {"": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 10**6, "千万": 10**7, "亿": 10**8, "百亿": 10**10}
_STRONG = frozenset({"所", "名", "人次", "亩", "元", "平方米", "公里", "册", "台", "间", "栋", "幢"})
"""Measure words with which a single Chinese digit (两所, 三名) still counts; 三个, 五项, 三期 mostly do not."""
_NEAR = 12
"""A slogan in quotation marks (“四个100%”) is not longer than so many characters before and behind its number."""
_MONEY_AHEAD = 8
"""The word for money stands so near before a bare 万 or 亿."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its measure word: `text[start:end]`."""

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    unit: Unit
    approximate: bool
    digit: Decimal
    """What one unit of the last written digit is worth: 0.01万元 of 778.18万元 is 100."""
    bounded: bool
    """以上, 以下: the number draws a line; 50人以上班级 counts no people."""


def find_numbers(text: str, knowledge: Knowledge) -> Iterator[Number]:
    """All counted or measured numbers of a text from left to right.

    >>> from kg.knowledge import load_knowledge
    >>> text = "2023年投入1.7亿元，参训5400余人次，占42.56%"
    >>> [(text[n.start : n.end], str(n.value)) for n in find_numbers(text, load_knowledge())]
    [('1.7亿元', '170000000'), ('5400余人次', '5400'), ('42.56%', '42.56')]
    """
    patterns = knowledge.figures
    before, behind, part = patterns["not-before"], patterns["not-behind"], patterns["not-before-chinese"]
    money = knowledge.lexicons["figure_money"]
    for match in patterns["number"].finditer(text):
        start, word = match.start(), match["unit"]
        if match["number"].startswith("百分之"):
            unit = patterns.units["%"]
        elif word is None:
            if match["scale"] not in ("万", "亿") or not _bare_money(text, match, money):
                continue
            unit = patterns.units["元"]
        else:
            unit = patterns.units[word]
            if behind.match(text, match.start("unit")):
                continue
        ahead = text[max(0, start - 6) : start]
        if (
            before.search(ahead)
            or (not match[0][0].isdigit() and part.search(ahead))
            or _in_name(text, start, match.end())
        ):
            continue
        number = _number(match, unit)
        if number is not None:
            yield number


def _number(match: re.Match[str], unit: Unit) -> Number | None:
    """The number that a match writes; None where a Chinese digit only enumerates or the digits make no number."""
    digits, scale = match["number"], _SCALE.get(match["scale"] or "")
    if scale is None:
        return None
    if not digits[0].isdigit() and len(digits) == 1:
        if digits == "两" and unit.name == "期":
            pass
        elif digits == "一" or (unit.name not in _STRONG and match["unit"] not in _STRONG and scale == 1):
            return None
    value = parse_number(digits.removeprefix("百分之"))
    if value is None:
        return None
    upper = None
    if match["upper"]:
        upper = Decimal(match["upper"]) * scale
        first = match["first"]
        value *= scale if first is None or first not in "万亿" else _SCALE[first]
        if upper <= value:
            return None
    else:
        value *= scale
    value = value.to_integral_value() if value == value.to_integral_value() else value.normalize()
    vague = bool(match["more"] or match["also"] or match["beyond"])
    places = len(digits.partition(".")[2]) if digits[0].isdigit() else 0
    digit = Decimal(scale).scaleb(-places)
    bounded = match["beyond"] in ("以上", "以下")
    return Number(match.start(), match.end(), value, upper, unit, vague or upper is not None, digit, bounded)


def _bare_money(text: str, match: re.Match[str], words: tuple[str, ...]) -> bool:
    """Whether a bare 万 or 亿 is money: 奖助金额达680多万 at the end of its clause."""
    if text[match.end() : match.end() + 1] not in ("，", "。", "；", "、", "）", "\n", ""):
        return False
    ahead = text[max(0, match.start() - _MONEY_AHEAD) : match.start()]
    return any(word in ahead for word in words)


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether a number stands in a short slogan in quotation marks or in a title."""
    left = text[max(0, start - 40) : start]
    if left.rfind("《") > left.rfind("》"):
        return True
    near = left[-_NEAR:]
    if near.rfind("“") <= near.rfind("”"):
        return False
    close = text.find("”", end, end + _NEAR)
    return close >= 0 and "“" not in text[end:close]

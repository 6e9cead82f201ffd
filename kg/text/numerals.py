"""Numbers and years as reports write them: 1,201.84万, 三十二, 二〇二三年."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["parse_number", "parse_year"]

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = (("亿", 100_000_000), ("万", 10_000))
_ARABIC = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def parse_number(text: str) -> Decimal | None:
    """The number that the text writes, and None if it is not exactly one number.

    >>> parse_number("三十二"), parse_number("1.7288亿"), parse_number("4434万"), parse_number("1,062")
    (Decimal('32'), Decimal('172880000'), Decimal('44340000'), Decimal('1062'))
    >>> parse_number("二百五"), parse_number("二百零五"), parse_number("十")
    (Decimal('250'), Decimal('205'), Decimal('10'))
    >>> parse_number("两千零三"), parse_number("二〇二三"), parse_number("三点五万"), parse_number("一中")
    (Decimal('2003'), Decimal('2023'), Decimal('35000'), None)
    """
    value = _value(text.strip())
    if value is None:
        return None
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def parse_year(text: str) -> int | None:
    """The year 1900 to 2099 that the text writes in four digits, with or without 年; else None.

    >>> parse_year("2023年"), parse_year("二〇二一年"), parse_year("二零一〇"), parse_year("23年")
    (2023, 2021, 2010, None)
    """
    digits = "".join(str(_DIGITS[c]) if c in _DIGITS else c for c in text.strip().removesuffix("年"))
    return int(digits) if _YEAR.fullmatch(digits) and digits.isascii() else None


def _value(text: str) -> Decimal | None:
    """The number before it is put in its shortest form."""
    for sign, size in _MYRIADS:
        if sign in text:
            # 一亿二千万: the part after the sign is smaller than the sign and is added.
            left, _, right = text.partition(sign)
            high = Decimal(1) if not left else _value(left)
            low = _value(right) if right else Decimal(0)
            return None if high is None or low is None or low >= size else high * size + low
    if _ARABIC.fullmatch(text) and text.isascii():
        return Decimal(text.replace(",", ""))
    if text[-1:] in _UNITS and _ARABIC.fullmatch(text[:-1]) and text[:-1].isascii():
        return Decimal(text[:-1].replace(",", "")) * _UNITS[text[-1]]
    whole, point, fraction = text.partition("点")
    if point:
        start = _chinese(whole)
        if start is None or not fraction or any(c not in _DIGITS for c in fraction):
            return None
        return Decimal(f"{start}.{''.join(str(_DIGITS[c]) for c in fraction)}")
    number = _chinese(text)
    return None if number is None else Decimal(number)


def _chinese(text: str) -> int | None:
    """A whole number below ten thousand in Chinese, or one written digit by digit."""
    if not text or any(c not in _DIGITS and c not in _UNITS for c in text):
        return None
    if not any(c in _UNITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    digit: int | None = None
    total, last = 0, 10_000
    for char in text:
        if char in _DIGITS:
            if digit:  # two digits in a row: 三五百 is not a number
                return None
            digit = _DIGITS[char]
        else:
            unit = _UNITS[char]
            if unit >= last:
                return None
            # 十二 is twelve: a missing digit before a unit is one.
            total += (1 if digit is None else digit) * unit
            digit, last = None, unit
    # 二百五 is 250, 二百零五 is 205.
    return total + (digit or 0) * (last // 10 if last > 10 and text[-2:-1] in _UNITS else 1)

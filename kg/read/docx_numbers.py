"""The numbers that Word puts before paragraphs: they stand in no text, yet 一、 and （一） tell a report's sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

__all__ = ["Numbers", "W", "number_label"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Before the name of each element and attribute of a Word file."""
LEVELS = 9

Element: TypeAlias = Any
"""An element of the file's XML; the library that reads it has no types."""

_PLACE = re.compile(r"%([1-9])")
_DIGITS = "零一二三四五六七八九"
_HEAVENLY = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list."""

    form: str
    text: str
    """`（%1）`: where the number of each level stands."""
    start: int
    style: str
    """The paragraph style that belongs to the level."""


@dataclass(slots=True)
class Numbers:
    """Counts the numbered paragraphs of one document, which come in their order."""

    lists: Mapping[str, str]
    """From the number of a list to the form of its levels; lists of one form count on."""
    levels: Mapping[str, Mapping[int, _Level]]
    restarts: Mapping[tuple[str, int], int]
    styles: Mapping[str, tuple[str, str, str]]
    """Of a paragraph style: list, level and the style that it is based on."""
    counts: dict[str, list[int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: Element, styles: Element) -> Numbers:
        """From the file's parts for numbers and for styles, either of which may be None."""
        forms = list(numbering.iter(f"{W}abstractNum")) if numbering is not None else []
        lists = list(numbering.iter(f"{W}num")) if numbering is not None else []
        restarts = {
            (_get(item, "numId"), int(_get(override, "ilvl") or 0)): int(_value(override, "startOverride") or 1)
            for item in lists
            for override in item.iter(f"{W}lvlOverride")
            if override.find(f"{W}startOverride") is not None
        }
        return cls(
            lists={_get(item, "numId"): _value(item, "abstractNumId") for item in lists},
            levels={_get(form, "abstractNumId"): dict(_levels(form)) for form in forms},
            restarts=restarts,
            styles={_get(s, "styleId"): _style(s) for s in styles.iter(f"{W}style")} if styles is not None else {},
        )

    def before(self, paragraph: Element) -> str:
        """What Word shows before the paragraph: 一、 or 1. or nothing; counts it. Bullets are not shown."""
        number, level = self._place(paragraph)
        form = self.lists.get(number, "")
        levels = self.levels.get(form, {})
        if level not in levels:
            return ""
        counts = self.counts.setdefault(form, [-1] * LEVELS)
        if (number, level) in self.restarts and (number, level) not in self.begun:
            counts[level] = self.restarts[number, level]
        else:
            counts[level] = counts[level] + 1 if counts[level] >= 0 else levels[level].start
        self.begun.add((number, level))
        counts[level + 1 :] = [-1] * (LEVELS - level - 1)
        if levels[level].form in ("bullet", "none"):
            return ""

        def shown(place: re.Match[str]) -> str:
            above = int(place[1]) - 1
            known = levels.get(above)
            value = counts[above] if counts[above] >= 0 else (known.start if known else 1)
            return number_label(value, known.form if known else "decimal")

        label = _PLACE.sub(shown, levels[level].text).strip()
        return label + " " if label[-1:].isascii() and label[-1:].isalnum() else label

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list and the level of a paragraph, its own or its style's; no list if it has no number."""
        properties = paragraph.find(f"{W}pPr")
        number, level = _numbered(properties)
        style = _value(properties, "pStyle") if properties is not None else ""
        first, seen = style, set()
        while not number and style in self.styles and style not in seen:
            seen.add(style)
            number, told, style = self.styles[style]
            level = level or told
        if number and not level:
            levels = self.levels.get(self.lists.get(number, ""), {})
            level = str(next((at for at, known in levels.items() if known.style and known.style == first), 0))
        return number, min(int(level), LEVELS - 1) if level.isdecimal() else 0


def number_label(value: int, form: str) -> str:
    """A number as a list of that form shows it.

    >>> [number_label(12, form) for form in ("decimal", "chineseCountingThousand", "lowerRoman", "upperLetter")]
    ['12', '十二', 'xii', 'L']
    """
    if form in ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
                "japaneseCounting", "ideographDigital", "taiwaneseDigital", "chineseLegalSimplified"):  # fmt: skip
        return _chinese(value)
    if form.startswith("decimalEnclosedCircle") and 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if form == "ideographTraditional" and 1 <= value <= len(_HEAVENLY):
        return _HEAVENLY[value - 1]
    if form in ("upperLetter", "lowerLetter") and value >= 1:
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman") and 1 <= value < 4000:
        roman = ""
        for size, sign in _ROMAN:
            roman += sign * (value // size)
            value %= size
        return roman if form == "upperRoman" else roman.lower()
    return f"{value:02}" if form == "decimalZero" else str(value)


def _chinese(value: int) -> str:
    """A number below a hundred as headings write it; larger ones in digits.

    >>> [_chinese(value) for value in (3, 10, 11, 20, 21)]
    ['三', '十', '十一', '二十', '二十一']
    """
    tens, ones = divmod(value, 10)
    if not 0 < value < 100:
        return str(value)
    return (_DIGITS[tens] if tens > 1 else "") + "十" * bool(tens) + (_DIGITS[ones] if ones else "")


def _levels(form: Element) -> Iterator[tuple[int, _Level]]:
    for level in form.iter(f"{W}lvl"):
        start = _value(level, "start")
        yield (
            int(_get(level, "ilvl") or 0),
            _Level(
                _value(level, "numFmt") or "decimal", _value(level, "lvlText"), int(start or 1), _value(level, "pStyle")
            ),
        )


def _style(style: Element) -> tuple[str, str, str]:
    return (*_numbered(style.find(f"{W}pPr")), _value(style, "basedOn"))


def _numbered(properties: Element) -> tuple[str, str]:
    """List and level that the properties of a paragraph or style name."""
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    return (_value(numbered, "numId"), _value(numbered, "ilvl")) if numbered is not None else ("", "")


def _value(element: Element, name: str) -> str:
    """The value of a child; empty if there is no such child."""
    child = element.find(f"{W}{name}")
    return _get(child, "val") if child is not None else ""


def _get(element: Element, name: str) -> str:
    return str(element.get(f"{W}{name}", ""))

"""Damage to the form: widths of marks and digits, spaces, line ends, invisible characters, numbers of headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

__all__ = [
    "arabic_headings",
    "empty_lines",
    "full_width",
    "half_width_marks",
    "invisible",
    "one_line",
    "spaced_characters",
    "spaces_between",
    "straight_quotes",
    "wrapped",
]

_HALF = str.maketrans({"，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")"})
_FULL_MARKS = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"})
_CHINESE = "㐀-䶿一-鿿"
_NUMERALS = "一二三四五六七八九"


def half_width_marks(text: str, draw: Random) -> str:
    """All marks in their ASCII form, the full stop too: 教育,学校. (评比)"""
    return text.translate(_HALF).replace("。", ".")


def full_width(text: str, draw: Random) -> str:
    """Digits, letters and signs in their wide form, as old input methods write them: ２０２３年，１５％.

    >>> full_width("2023年,15%", Random(0))
    '２０２３年，１５％'
    """
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    return text.translate(_FULL_MARKS).translate(wide)


def straight_quotes(text: str, draw: Random) -> str:
    """Quotes without direction."""
    return re.sub("[“”]", '"', text)


def spaced_characters(text: str, draw: Random) -> str:
    """A space behind every character of the running text, as some PDF files give it: 教 育 局."""
    return re.sub(r"(?<=[^\s])(?=[^\s])", " ", text)


def spaces_between(text: str, draw: Random) -> str:
    """Spaces around numbers and Latin words and here and there between Chinese characters."""
    text = re.sub(rf"(?<=[{_CHINESE}])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[{_CHINESE}])", " ", text)
    return re.sub(rf"(?<=[{_CHINESE}，、])(?=[{_CHINESE}])", lambda _: "　" if draw.random() < 0.01 else "", text)


def wrapped(width: int) -> Callable[[str, Random], str]:
    """Paragraphs cut into lines of so many characters, first lines indented, as old mail and PDF give them."""

    def cut(text: str, draw: Random) -> str:
        lines: list[str] = []
        for line in text.splitlines():
            paragraph = "　　" + line.strip() if len(line.strip()) > width else line.strip()
            while len(paragraph) > width:
                end = width
                while end > width - 3 and paragraph[end] in "，。；：、！？”）》,;:)":
                    end -= 1
                lines.append(paragraph[:end])
                paragraph = paragraph[end:]
            lines.append(paragraph)
        return "\n".join(lines)

    return cut


def one_line(text: str, draw: Random) -> str:
    """The whole text in one line: every line end is lost."""
    return "".join(line.strip() for line in text.splitlines())


def empty_lines(text: str, draw: Random) -> str:
    """Windows line ends, empty lines between paragraphs, each paragraph indented by two wide spaces."""
    return "\r\n\r\n".join("　　" + line.strip() for line in text.splitlines() if line.strip())


def invisible(text: str, draw: Random) -> str:
    """Characters of no width, soft hyphens and marks of direction in one of twenty places."""
    marks = "\u200b\u200c\u200d\ufeff\u00ad\u200e\u2060"
    return "".join(char + (draw.choice(marks) if draw.random() < 0.05 else "") for char in text)


def arabic_headings(text: str, draw: Random) -> str:
    """Headings 一、 as 1.: the ranks below become 1.1 and （1）.

    >>> arabic_headings("一、工作\\n（一）党建", Random(0))
    '1.工作\\n1.1党建'
    """
    lines: list[str] = []
    above = 0
    for line in text.split("\n"):
        if found := re.match(rf"\s*([{_NUMERALS}])、", line):
            above = _NUMERALS.index(found[1]) + 1
            line = f"{above}." + line[found.end() :]
        elif above and (found := re.match(rf"\s*[（(]([{_NUMERALS}])[）)]、?", line)):
            line = f"{above}.{_NUMERALS.index(found[1]) + 1}" + line[found.end() :]
        elif above and (found := re.match(r"\s*(\d{1,2})[.．、](?!\d)", line)):
            line = f"（{found[1]}）" + line[found.end() :]
        lines.append(line)
    return "\n".join(lines)

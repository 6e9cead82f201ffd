"""Literals as Turtle writes them, which every RDF tool reads back as they were meant."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["chinese", "date", "decimal", "english", "exact", "integer", "number", "tagged", "text", "truth"]

_DATES = (
    (re.compile(r"\d{4}", re.ASCII), "xsd:gYear"),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII), "xsd:gYearMonth"),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", re.ASCII), "xsd:date"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_RISKY = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff'
    "\U000e0000-\U000e0fff]"
)
"""Characters that end or bend a line: quotes, backslashes, controls, and marks that turn the direction of reading."""
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def text(words: str) -> str:
    r"""Words in no particular language: a quote, a rule's id, a file's name.

    Lone surrogates, which are no characters and cannot be written in UTF-8, become U+FFFD.

    >>> print(text('“双减”\n"x"'))
    "“双减”\n\"x\""
    """
    return f'"{_RISKY.sub(_escape, words)}"' if _RISKY.search(words) else f'"{words}"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if _SURROGATE.match(character):
        return "\\uFFFD"
    wide = f"\\u{ord(character):04X}" if character < "\U00010000" else f"\\U{ord(character):08X}"
    return _SHORT.get(character, wide)


def tagged(words: str, language: str) -> str:
    """Words in a language, by its tag.

    >>> tagged("雙減", "zh-hant")
    '"雙減"@zh-hant'
    """
    return f"{text(words)}@{language}"


def chinese(words: str) -> str:
    """Words in simplified Chinese, marked `@zh` so that `lang(?x) = "zh"` finds them."""
    return f"{text(words)}@zh"


def english(words: str) -> str:
    """Words in English."""
    return f"{text(words)}@en"


def integer(value: int) -> str:
    """A whole number."""
    return str(value)


def decimal(value: float) -> str:
    """A number with at most four places behind the point, always with a point.

    >>> decimal(0.9), decimal(1), decimal(0.00001)
    ('0.9', '1.0', '0.0')
    """
    digits = f"{value:.4f}".rstrip("0")
    return digits + "0" if digits.endswith(".") else digits


def number(words: str, *, whole: bool) -> str:
    """The number that `words` write, or the words themselves where they write none: nothing is lost.

    >>> number("12.50", whole=False), number("007", whole=True), number("约三百", whole=True)
    ('12.5', '7', '"约三百"')
    """
    if whole and re.fullmatch(r"\d{1,18}", words, re.ASCII):
        return integer(int(words))
    if not whole and re.fullmatch(r"\d{1,18}(?:\.\d{1,9})?", words, re.ASCII):
        return exact(Decimal(words))
    return text(words)


def date(words: str) -> str:
    """A year, a month or a day as what it is; anything else as words.

    >>> date("2024-09"), date("年底")
    ('"2024-09"^^xsd:gYearMonth', '"年底"')
    """
    for form, datatype in _DATES:
        if form.fullmatch(words):
            return f'"{words}"^^{datatype}'
    return text(words)


def exact(value: Decimal) -> str:
    """A number as it is, with a point.

    >>> exact(Decimal("42.560")), exact(Decimal("1E+8"))
    ('42.56', '100000000.0')
    """
    whole, _, places = f"{value:f}".partition(".")
    return f"{int(whole)}.{places.rstrip('0') or '0'}"


def truth(value: bool) -> str:
    """Yes or no."""
    return "true" if value else "false"
